"""``coopmap source``: who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import change_options
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.cli.changing import Desk
    from coopmap.records import Change

NEW = "new"
"""What stands in place of an id when a source is added."""


@click.command(
    short_help="Add, change or remove a source, or put it to countries.",
    epilog="Examples: coopmap source new --publisher Europol --url https://example.org/release --published "
    "2025-03-04 --attach operation-cumberland; coopmap source europol-2025-03-04 --retrieved 2025-03-05",
)
@click.argument("source", metavar="ID|new")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--title", metavar="TEXT", help="Its headline.")
@click.option("--url", metavar="URL", help="Its web address.")
@click.option("--published", metavar="DATE", help="When it appeared.")
@click.option("--retrieved", metavar="DATE", help="When it was read.")
@click.option(
    "--id", "new_id", metavar="ID", help="Its id; without it a new source gets one from its publisher."
)
@click.option("--attach", metavar="OPERATION", help="Put it to the countries of an operation that have none.")
@click.option(
    "--country", "countries", multiple=True, metavar="COUNTRY", help="With --attach: only to these."
)
@click.option("--remove", is_flag=True, help="Remove it, if nothing names it.")
@change_options
def command(
    *,
    source: str,
    new_id: str | None,
    attach: str | None,
    countries: tuple[str, ...],
    remove: bool,
    desk: Desk,
    **facts: str | None,
) -> None:
    """Add a source ('new'), change what is recorded of one, put it to countries, or remove it."""
    from coopmap.records.editing import remove_source

    cells = {name: text for name, text in {**facts, "id": new_id}.items() if text is not None}
    if countries and not attach:
        raise CoopmapError("--country goes with --attach, which names the operation")
    if remove:
        if cells or attach:
            raise CoopmapError("--remove takes the source away: nothing else goes with it")
        desk.carry_out(remove_source(desk.collection, source))
        return
    if source != NEW and not cells and not attach:
        raise CoopmapError("what is to change? an option would be right, such as --published 2025-03-04")
    named, changes = settled(desk, source, cells)
    if attach:
        changes += attached(desk, named, attach, countries, known=not changes or source != NEW)
    desk.carry_out(changes, already=f"{named} is recorded so already.")


def settled(desk: Desk, source: str, cells: dict[str, str]) -> tuple[str, tuple[Change, ...]]:
    """Give the source's id, and the changes that add it or change it."""
    from coopmap.records.editing import change_source, new_source

    if source == NEW:
        return new_source(desk.collection, cells=cells)
    return cells.get("id", source), change_source(desk.collection, source, cells=cells)


def attached(
    desk: Desk, source: str, operation: str, countries: tuple[str, ...], *, known: bool
) -> tuple[Change, ...]:
    """Give the changes that put a source to countries."""
    from coopmap.records.editing import attach

    codes = [one.code for one in desk.roster(countries)]
    return attach(desk.collection, source, operation, countries=codes, known=known)
