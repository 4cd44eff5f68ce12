"""``coopmap add``: a new operation, by options or by questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from coopmap.cli.changing import at_terminal, change_options, note, source_options
from coopmap.errors import CoopmapError
from coopmap.records import KINDS, ORGANISATION_ROLES, QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopmap.cli.changing import Citation, Desk
    from coopmap.records import Change
    from coopmap.records.editing import Roster

ROLES = {
    "lead": ("lead", "Who led; several led together and become co-leads. An agency follows a colon."),
    "co-lead": ("co-lead", "Who led together with others."),
    "partner": ("partners", "Who took part."),
    "supporter": ("supporters", "Who helped without taking part."),
    "host": ("hosts", "Where it took place."),
    "observer": ("observers", "Who watched."),
}
"""The option for each role, and what its help says."""

COLUMNS = ("name", "id", "kind", "start", "end", "announced", "series", "summary", "note")
"""Columns of an operation whose options carry their names."""


def country_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each role."""
    for role, (option, sentence) in reversed(ROLES.items()):
        names = dict.fromkeys((f"--{option}", f"--{role}", role.replace("-", "_")))
        command = click.option(*names, multiple=True, metavar="COUNTRIES", help=sentence)(command)
    return command


@click.command(
    short_help="Record an operation, by options or by questions.",
    epilog='Example: coopmap add --name "Operation Baltic Shield" --kind naval --start 2025-03 '
    '--lead "Estonia: Navy" --partners "Latvia, Lithuania and the Netherlands" --observers "Nordics except '
    'Iceland" --organisation "NATO: coordinator" --source-publisher Reuters --source-url https://example.org/1',
)
@click.argument("words", metavar="[NAME]", nargs=-1)
@click.option("--name", default="", metavar="TEXT", help="Its name as a reader knows it, if not given first.")
@click.option("--id", default="", metavar="ID", help="Its id; without it, one is made from the name.")
@click.option("--kind", default="", metavar="WORD", help=f"What it is: {', '.join(KINDS)}.")
@click.option("--start", default="", metavar="DATE", help="When it began: 2025-03-04, 2025-03 or 2025.")
@click.option("--end", default="", metavar="DATE", help="When it ended.")
@click.option("--announced", default="", metavar="DATE", help="When it was made public.")
@country_options
@click.option(
    "--higher-role-wins", is_flag=True, help="A country under two roles gets the higher, and is no mistake."
)
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    metavar="NAME[: ROLE]",
    help=f"A body that is no country, with its role: {', '.join(ORGANISATION_ROLES)}.",
)
@click.option(
    "--declared", default="", metavar="NUMBER", help="How many countries the source says took part."
)
@click.option(
    "--declared-qualifier",
    default="",
    metavar="WORD",
    help=f"How exactly it says so: {', '.join(QUALIFIERS)}.",
)
@click.option("--complete/--incomplete", default=None, help="Whether these countries are all of them.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="Another name of it.")
@click.option("--series", default="", metavar="ID", help="The series it belongs to, such as endgame.")
@click.option("--summary", default="", metavar="TEXT", help="What it was, in one sentence.")
@click.option("--note", default="", metavar="TEXT", help="What a reader should know.")
@source_options
@click.option("--no-input", is_flag=True, help="Ask nothing, even on a terminal.")
@change_options
def command(
    *,
    words: tuple[str, ...],
    desk: Desk,
    cited: Citation,
    higher_role_wins: bool,
    no_input: bool,
    **said: Any,  # noqa: ANN401
) -> None:
    """Record an operation. On a terminal, what is missing is asked for.

    Countries in any spelling and as pasted lists; groups as of the operation's start (Nordics, EU,
    EU@2019-06-01); all but some (EU except Malta and Cyprus). What was written is kept beside the code.
    """
    if words and said["name"]:
        raise CoopmapError(
            f"the name is given twice, as {' '.join(words)!r:.80} and as --name; once would be right"
        )
    said["name"] = said["name"] or " ".join(words)
    missing = not (said["name"] and said["kind"] and any(said[role.replace("-", "_")] for role in ROLES))
    asking = missing and not no_input and at_terminal()
    if asking:
        cited.settled(desk.collection)  # what cannot be is said before the first question
        from coopmap.cli.asking import questions

        said, cited = questions(said, cited)
    changes = changes_of(desk, cited, said, higher_wins=higher_role_wins)
    if not said["id"]:
        note(id_told(changes[0].key[0], said["name"]))
    desk.carry_out(changes, asking=asking)


def changes_of(
    desk: Desk, cited: Citation, said: Mapping[str, Any], *, higher_wins: bool
) -> tuple[Change, ...]:
    """Give the changes that record the operation."""
    from coopmap.records.editing import add, rows_under

    rosters = rosters_of(desk, said)
    source, new = cited.settled(desk.collection)
    changes = add(
        desk.collection,
        operation=operation_cells(said),
        countries=rows_under(rosters, source, higher_wins=higher_wins),
        organisations=[organisation_cells(text) for text in said["organisations"]],
    )
    return (*changes[:1], *new, *changes[1:])


def rosters_of(desk: Desk, said: Mapping[str, Any]) -> dict[str, Roster]:
    """Read the countries of each role; groups have the members they had when it began."""
    on = said["start"] or said["announced"]
    return {role: desk.roster(said[role.replace("-", "_")], on=on) for role in ROLES}


def operation_cells(said: Mapping[str, Any]) -> dict[str, str]:
    """Give the cells of the operation's own row."""
    if said["declared_qualifier"] and not said["declared"]:
        raise CoopmapError("--declared-qualifier goes with --declared, the number of countries")
    return {
        **{name: said[name] for name in COLUMNS},
        "aliases": "; ".join(said["aliases"]),
        "declared_countries": said["declared"],
        "declared_qualifier": said["declared_qualifier"] or ("exact" if said["declared"] else ""),
        "list_complete": {True: "yes", False: "no", None: ""}[said["complete"]],
    }


def id_told(made: str, name: str) -> str:
    """Say which id was made from a name."""
    from coopmap.records.editing import slug

    taken = slug(name)
    return f"Its id is {made}" + ("" if made == taken else f", because {taken} is there already")


def organisation_cells(text: str) -> dict[str, str]:
    """Read an organisation with its role: ``Europol: coordinator``."""
    name, colon, role = text.rpartition(":")
    return {"organisation": name.strip(), "role": role.strip()} if colon else {"organisation": text.strip()}
