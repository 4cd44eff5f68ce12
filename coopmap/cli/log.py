"""``coopmap log``: what was done to a collection, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option
from coopmap.cli.speech import say, say_json
from coopmap.records import history, names_told, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopmap.records import Change, Step
    from coopmap.records.telling import Told


@click.command(
    short_help="Tell what was changed, when and why.",
    epilog="Example: coopmap log operation-cumberland",
)
@click.argument("operation", metavar="[ID]", required=False, default="")
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
    """Tell what was changed in the collection, or in one operation or source, the newest last.

    COOPMAP_EDITOR says who is at work; without it the log names nobody.
    """
    from coopmap.records.telling import told

    collection = read(data)
    steps = history(collection, operation)
    if operation and not steps and not collection.store.excerpt("sources", "id", operation).rows:
        collection[operation]  # says which operation was probably meant
    names = names_told(steps, collection)
    lines = [(step, one) for step in steps for one in told(step.changes, names=names)]
    if form == "json":
        say_json([as_json(step, one) for step, one in lines])
    else:
        for step, one in lines:
            say(line(step, one))
        if not lines:
            say("No change is recorded.")


def line(step: Step, one: Told) -> str:
    """Give the line a person reads: when, who, what and why."""
    why = f" ({step.reason})" if step.reason else ""
    return f"{step.when}  {step.editor + ': ' if step.editor else ''}{one.line}{why}"


def as_json(step: Step, one: Told) -> dict[str, object]:
    """Give an entry as a program reads it."""
    return {
        "when": step.when,
        "editor": step.editor,
        "reason": step.reason,
        "operation": one.operation,
        "sentence": one.line,
        "changes": cells(one.changes),
    }


def cells(changes: Sequence[Change]) -> list[dict[str, object]]:
    """Give changes as a program reads them."""
    return [
        {
            "table": change.table,
            "key": list(change.key),
            "before": None if change.before is None else dict(change.before),
            "after": None if change.after is None else dict(change.after),
        }
        for change in changes
    ]
