"""``coopmap list``: the operations of a collection."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option
from coopmap.cli.speech import aligned, say, say_csv, say_json
from coopmap.countries import label
from coopmap.records import KINDS, read

if TYPE_CHECKING:
    from coopmap.records import Operation

COLUMNS = ("id", "kind", "start", "end", "announced", "countries", "leads", "name")
"""What the JSON and CSV forms hold."""


@click.command(
    short_help="List the operations of a collection.",
    epilog="Example: coopmap list --kind naval --format csv > naval.csv",
)
@click.option(
    "--kind", type=click.Choice(list(KINDS)), metavar="KIND", help=f"Only one kind: {', '.join(KINDS)}."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@data_option
def command(*, kind: str | None, form: str, data: str | None) -> None:
    """List the operations: when, how many countries, who led."""
    collection = read(data)
    operations = [one for one in map(collection.__getitem__, collection) if kind in (None, one.kind)]
    if form == "text":
        say(table(operations))
    elif form == "json":
        say_json([dict(zip(COLUMNS, entry(one), strict=True)) for one in operations])
    else:
        say_csv(
            COLUMNS,
            (
                [";".join(cell) if isinstance(cell, list) else cell for cell in entry(one)]
                for one in operations
            ),
        )


def entry(operation: Operation) -> list[object]:
    """Give what a program wants to know about an operation."""
    return [
        operation.id,
        operation.kind,
        operation.start,
        operation.end,
        operation.announced,
        len(operation.participations),
        [one.country for one in operation.leads],
        operation.name,
    ]


def table(operations: list[Operation]) -> str:
    """Give the list a person reads."""
    head = ["ID", "DATES", "KIND", "COUNTRIES", "LED BY", "NAME"]
    rows = [
        [
            one.id,
            period(one),
            one.kind,
            str(len(one.participations)).rjust(len("COUNTRIES")),
            ", ".join(label(lead.country) for lead in one.leads),
            one.name,
        ]
        for one in operations
    ]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return aligned([head, *rows], width=width)


def period(operation: Operation) -> str:
    """Give an operation's dates in one short text."""
    if operation.start and operation.end and operation.start != operation.end:
        return f"{operation.start} to {operation.end}"
    return operation.start or operation.end or operation.announced
