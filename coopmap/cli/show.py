"""``coopmap show``: everything recorded about one operation."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option, operation_argument
from coopmap.cli.speech import aligned, say, say_json
from coopmap.countries import label
from coopmap.records import ROLES, plain, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records import Operation, Outcome, Participation, Source

WIDTH = 88


@click.command(
    short_help="Show everything recorded about one operation.",
    epilog="Example: coopmap show operation-cumberland",
)
@operation_argument()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@data_option
def command(*, operation: str, form: str, data: str | None) -> None:
    """Show an operation's countries, organisations, outcomes and sources."""
    one = read(data)[operation]
    if form == "json":
        say_json(plain(one))
    else:
        say("\n\n".join(part for part in parts(one) if part))


def parts(one: Operation) -> Iterator[str]:
    """Give the record as a reader wants it: what, when, who, what came of it, who says so."""
    yield one.name
    yield wrapped(one.summary)
    yield aligned([[name, value] for name, value in facts(one) if value])
    yield section(f"Countries ({len(one.participations)})", list(map(country, in_order(one))))
    yield section("Organisations", [[each.organisation, each.role, each.note] for each in one.organisations])
    yield section("Outcomes", [figure(each) for each in one.outcomes])
    yield "\n".join(["Sources", *(citation(each) for each in one.sources)]) if one.sources else ""
    yield wrapped(f"Note: {one.note}") if one.note else ""


def facts(one: Operation) -> Iterator[tuple[str, str]]:
    """Give the single facts of an operation."""
    yield "Id", one.id
    yield "Kind", one.kind
    yield "Also called", ", ".join(one.aliases)
    yield "Series", one.series
    yield "Began", one.start
    yield "Ended", one.end
    yield "Announced", one.announced
    yield "Declared", declared(one)


def declared(one: Operation) -> str:
    """Say how many countries the source speaks of, and whether all are named."""
    if one.declared_countries is None:
        return ""
    qualifier = (
        "" if one.declared_qualifier in ("", "exact") else one.declared_qualifier.replace("-", " ") + " "
    )
    named = {True: "; the list below is complete", False: "; the list below is not complete", None: ""}[
        one.list_complete
    ]
    return f"{qualifier}{one.declared_countries} countries{named}"


def in_order(one: Operation) -> list[Participation]:
    """Give the countries by role, the leads first."""
    return sorted(one.participations, key=lambda each: (list(ROLES).index(each.role), label(each.country)))


def country(each: Participation) -> list[str]:
    """Give a country's line."""
    when = " ".join(f"{word} {date}" for word, date in (("since", each.since), ("until", each.until)) if date)
    status = "" if each.status == "stated" else each.status
    return [
        label(each.country),
        each.country,
        each.role,
        "; ".join(filter(None, (status, each.agency, when, each.note))),
    ]


def figure(each: Outcome) -> list[str]:
    """Give an outcome's line."""
    qualifier = "" if each.qualifier == "exact" else each.qualifier.replace("-", " ")
    aside = "" if each.chosen else "not chosen"
    return [
        f"{each.value:,}",
        each.unit,
        each.measure.replace("-", " "),
        qualifier,
        each.as_of,
        each.source,
        aside,
    ]


def citation(each: Source) -> str:
    """Give a source's line."""
    return "  " + ". ".join(filter(None, (each.publisher, each.title, each.published, each.url)))


def section(title: str, rows: list[list[str]]) -> str:
    """Give a table under its title, or nothing."""
    return f"{title}\n{aligned(rows, indent='  ')}" if rows else ""


def wrapped(text: str) -> str:
    """Break a paragraph into lines."""
    return textwrap.fill(text, WIDTH, break_on_hyphens=False)
