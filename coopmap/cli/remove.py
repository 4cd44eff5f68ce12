"""``coopmap remove``: an operation goes with all its rows, or one country or organisation in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import at_terminal, change_options, confirmed
from coopmap.cli.options import operation_argument
from coopmap.cli.speech import say
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.cli.changing import Desk


@click.command(
    short_help="Remove an operation, or a country or organisation in it.",
    epilog="Examples: coopmap remove operation-cumberland; coopmap remove operation-cumberland Estonia --yes",
)
@operation_argument()
@click.argument("words", metavar="[COUNTRY|ORGANISATION]", nargs=-1)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--with-sources", is_flag=True, help="Remove its sources, too, if nothing else names them.")
@change_options
def command(*, operation: str, words: tuple[str, ...], yes: bool, with_sources: bool, desk: Desk) -> None:
    """Remove an operation with all its rows, after asking; or only one country or organisation in it.

    A country that took part and left is not removed: 'coopmap leave' records that.
    """
    from coopmap.records.editing import remove

    who = " ".join(words)
    if who and with_sources:
        raise CoopmapError("--with-sources goes with a whole operation; leave it away for one row")
    within = desk.within(operation, who)
    changes = remove(desk.collection, operation, with_sources=with_sources, **within)
    if not (yes or desk.dry_run):
        (line, *_) = desk.lines(changes)
        rows = f"{len(changes)} row{'s' if len(changes) > 1 else ''}"
        if not at_terminal():
            raise CoopmapError(f"{rows} would go, and nobody can be asked; --yes removes without asking")
        if not confirmed(f"To be recorded: {line} That takes {rows} away. Go on?"):
            say("Nothing changes.")
            return
    desk.carry_out(changes)
