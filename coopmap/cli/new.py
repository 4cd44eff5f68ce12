"""``coopmap new``: an empty collection to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from coopmap.cli.speech import say


@click.command(
    short_help="Start an empty collection.",
    epilog='Example: coopmap new patrols --title "Joint patrols in the Baltic"',
)
@click.argument("place", metavar="DIR")
@click.option("--title", metavar="TEXT", help="What it calls itself. Without it: the name of the folder.")
def command(*, place: str, title: str | None) -> None:
    """Start an empty collection in a new or empty folder, or at the address of a database.

    It begins whole or not at all, and never takes the place of another.
    """
    from coopmap.records.copying import blank, write

    name = "Operations" if "://" in place else Path(place).resolve().name
    written = write(blank(name if title is None else title), place)
    say(f"{written} is an empty collection; 'coopmap add --data {written}' records the first operation")
