"""The questions of ``coopmap add``: what was not said by options is asked for, until it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopmap.cli.changing import Citation, ask, note
from coopmap.records import KINDS
from coopmap.records.editing import Roster, check_cell, rows_under, slug
from coopmap.records.editing import roster as read_roster

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


ROLES = {
    "lead": "Who led (countries; an agency follows a colon)",
    "partner": "Partners (a list, a group, or EU except Malta)",
    "supporter": "Supporters",
}
"""The roles that are asked for; the others have options."""


def questions(said: Mapping[str, Any], cited: Citation) -> tuple[dict[str, Any], Citation]:
    """Ask for what is missing; Enter alone leaves out what may be left out."""
    note("Enter leaves a question out; Ctrl-C ends without writing anything")
    heard = dict(said)
    for name, question in (
        ("name", "Name"),
        ("kind", f"Kind ({', '.join(KINDS)})"),
        ("start", "Start (2025-03-04, 2025-03 or 2025)"),
        ("end", "End"),
    ):
        heard[name] = heard[name] or ask(question, reader("operations", name))
    if not heard["id"] and not slug(heard["name"]):
        heard["id"] = ask("Id (small letters, digits, hyphens)", reader("operations", "id"))
    rosters: dict[str, Roster] = {}
    for role, question in ROLES.items():
        if not heard[role]:
            heard[role] = (ask(question, countries(role, rosters, heard)),)
        rosters[role] = read_roster("\n".join(heard[role]), on=heard["start"] or heard["announced"])
    return heard, cited if cited.source or cited.facts else source()


def reader(table: str, column: str) -> Callable[[str], str]:
    """Give what reads an answer as a cell of a column."""
    return lambda text: check_cell(table, column, text)


def countries(role: str, rosters: Mapping[str, Roster], heard: Mapping[str, Any]) -> Callable[[str], str]:
    """Give what reads an answer as a list of countries that no other role has."""

    def read(text: str) -> str:
        listed = read_roster(text, on=heard["start"] or heard["announced"])
        rows_under({**rosters, role: listed})
        return text

    return read


def source() -> Citation:
    """Ask who says so."""
    publisher = ask("Source: who published it", reader("sources", "title"))
    if not publisher:
        return Citation("", {})
    facts = {
        "publisher": publisher,
        "url": ask("Source: web address", reader("sources", "url")),
        "published": ask("Source: when it appeared", reader("sources", "published")),
    }
    return Citation("", {name: text for name, text in facts.items() if text})
