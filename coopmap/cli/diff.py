"""``coopmap diff``: the change between two versions of a collection, in words."""

from __future__ import annotations

import click

from coopmap.cli.log import cells
from coopmap.cli.speech import say, say_json
from coopmap.records import compare, names_in, read

DIFFERENT = 1
"""The exit code when the two differ."""


@click.command(
    short_help="Tell the change between two versions of a collection.",
    epilog="Example: coopmap diff archive/2025-03 data operation-cumberland",
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("operation", metavar="[ID]", required=False, default="")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@click.pass_context
def command(ctx: click.Context, *, old: str, new: str, operation: str, form: str) -> None:
    """Tell in words, as for a correction note, how NEW differs from OLD: folders or addresses of databases.

    The exit code is 0 when they are the same and 1 when they differ.
    """
    from coopmap.records.telling import told

    earlier, later = read(old), read(new)
    if operation and operation not in earlier:
        later[operation]  # says which operation was probably meant
    changes = compare(earlier, later, operation=operation)
    operations = {change.key[0] for change in changes}
    lines = told(changes, names=names_in(earlier, operations) | names_in(later, operations))
    if form == "json":
        say_json(
            [
                {"operation": one.operation, "sentence": one.line, "changes": cells(one.changes)}
                for one in lines
            ]
        )
    else:
        for one in lines:
            say(one.line)
        if not changes:
            say("No difference.")
    ctx.exit(DIFFERENT if changes else 0)
