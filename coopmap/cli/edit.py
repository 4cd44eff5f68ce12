"""``coopmap edit``: cells of an operation, or of a country or organisation in it, get other values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import change_options
from coopmap.cli.options import operation_argument
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.cli.changing import Desk


@click.command(
    short_help="Change what is recorded about an operation or one of its countries.",
    epilog="Examples: coopmap edit operation-cumberland end=2025-03-01 list_complete=no; "
    'coopmap edit operation-cumberland Denmark agency="National Police"; '
    "coopmap edit operation-cumberland Europol role=supporter",
)
@operation_argument()
@click.argument("words", metavar="[COUNTRY|ORGANISATION] COLUMN=VALUE...", nargs=-1, required=True)
@change_options
def command(*, operation: str, words: tuple[str, ...], desk: Desk) -> None:
    """Change cells by their column: name, aliases, kind, start, end, announced, declared_countries and so on.

    With a country or an organisation before them: role, agency, since, until, status, source, as_written,
    note. COLUMN= alone empties a cell; id= renames the operation with all its rows; country= puts another
    country in its place. 'coopmap outcome' changes figures, 'coopmap source' changes sources.
    """
    from coopmap.records.editing import edit

    who, cells = parted(words)
    within = desk.within(operation, who)
    desk.carry_out(edit(desk.collection, operation, cells=cells, **within))


def parted(words: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """Part what is changed, if it is not the operation itself, from the cells it gets."""
    who = " ".join(word for word in words if "=" not in word)
    cells: dict[str, str] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if equals and name.strip() in cells:
            raise CoopmapError(f"{name.strip()} is given twice; once would be right")
        if equals:
            cells[name.strip()] = text
    if not cells:
        raise CoopmapError("what is to change? COLUMN=VALUE would be right, such as end=2025-03-01")
    return who, cells
