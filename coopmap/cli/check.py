"""``coopmap check``: what a reviewer should look at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option, operation_argument
from coopmap.cli.speech import say, say_json
from coopmap.records import SEVERITIES, read, review

if TYPE_CHECKING:
    from coopmap.records import Problem

WRONG = 1
"""The exit code when there are errors."""


@click.command(
    short_help="Look for problems in the records.",
    epilog="Example: coopmap check operation-cumberland",
)
@operation_argument(required=False)
@click.option("--notes", is_flag=True, help="Print notes too; those of a single operation always are.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@data_option
@click.pass_context
def command(ctx: click.Context, *, operation: str | None, notes: bool, form: str, data: str | None) -> None:
    """Look for problems in one operation, or in all: counts that differ, dates out of order, a missing lead.

    The exit code is 1 when there are errors; warnings and notes are for a reviewer to judge.
    """
    collection = read(data)
    if not operation:
        collection.verify()
    checked = [operation] if operation else list(collection)
    problems = [problem for one in checked for problem in review(collection[one])]
    if form == "json":
        say_json([as_json(problem) for problem in problems])
    else:
        shown = [one for one in problems if notes or operation or one.severity != "note"]
        for one in shown:
            say(f"{one.severity}: {one.operation}: {one.noun}: {one.sentence} ({one.place})")
        say(summary(checked, problems, hidden=len(shown) < len(problems)))
    ctx.exit(WRONG if any(one.severity == "error" for one in problems) else 0)


def as_json(problem: Problem) -> dict[str, object]:
    """Give a problem as a program reads it."""
    return {
        "operation": problem.operation,
        "severity": problem.severity,
        "noun": problem.noun,
        "sentence": problem.sentence,
        "file": problem.file,
        "row": problem.row,
    }


def summary(checked: list[str], problems: list[Problem], *, hidden: bool) -> str:
    """Say in a line what was found: ``74 operations: no errors, 3 warnings, 70 notes``."""
    counts = Counter(problem.severity for problem in problems)
    found = ", ".join(counted(counts[severity], severity) for severity in SEVERITIES)
    return f"{counted(len(checked), 'operation')}: {found}" + (" (--notes prints them)" if hidden else "")


def counted(number: int, noun: str) -> str:
    """Count a noun: ``no errors``, ``1 warning``, ``3 notes``."""
    return f"{number or 'no'} {noun}" + ("" if number == 1 else "s")
