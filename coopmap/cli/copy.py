"""``coopmap copy``: a collection moves between a folder and a database."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from coopmap.cli.speech import say
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.records.copying import Whole


@click.command(
    short_help="Copy a collection between a folder and a database.",
    epilog="Example: coopmap copy data sqlite:///ops.db",
)
@click.argument("source", metavar="SOURCE")
@click.argument("target", metavar="TARGET")
@click.option("--replace", is_flag=True, help="Put it in the place of the collection that TARGET holds.")
@click.option("--yes", is_flag=True, help="Do not ask before something is replaced.")
def command(*, source: str, target: str, replace: bool, yes: bool) -> None:
    """Copy a whole collection, its log of changes included, from SOURCE to TARGET.

    Each is a folder or the address of a database: sqlite:///ops.db or postgresql://name@host/database. TARGET
    gets all of it or nothing; what it held stays until the copy is whole.
    """
    from coopmap.records.copying import holds, whole, write

    if source == target:
        raise CoopmapError("SOURCE and TARGET are the same; two places would be right")
    found = whole(source)
    if replace and not yes and holds(target) and not agreed(target):
        say("Nothing changes.")
        return
    # A bar on a terminal; in a pipe click shows nothing until the end, and neither do we.
    with click.progressbar(
        length=found.rows, label="Copying", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        place = write(found, target, replace=replace, told=bar.update)
    say(f"{told(found)} -> {place}")


def agreed(target: str) -> bool:
    """Ask whether the collection in a place may go."""
    from coopmap.records import read

    if not sys.stdin.isatty():
        raise CoopmapError("the collection in TARGET would go, and nobody can be asked; --yes goes without")
    old = read(target)
    return click.confirm(f"{old.place} holds {len(old)} operations ({old.title}). Replace them?")


def told(found: Whole) -> str:
    """Say how much was copied: ``74 operations, 941 participations``."""
    counts = ((len(sheet.values), name) for name, sheet in found.spreadsheets.items())
    return ", ".join(f"{count:,} {name[:-1] if count == 1 else name}" for count, name in counts if count)
