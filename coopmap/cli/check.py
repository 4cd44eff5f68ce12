"""``coopmap check``: what a reviewer should look at."""

from __future__ import annotations

import gc
import sys
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option, operation_argument
from coopmap.cli.problems import as_json, in_order, laid_out, line, summary
from coopmap.cli.speech import aligned, printable, say, say_json
from coopmap.records import ACCEPTED, SEVERITIES, acceptance_in, nouns, read, review_all, review_one

if TYPE_CHECKING:
    from coopmap.records import Acceptance, Collection, Problem

WRONG = 1
"""The exit code when there are problems as grave as --fail-on says."""

MANY = 5000
"""Operations whose review takes so long that a person wants to see it go on."""


def known(_: click.Context, __: click.Parameter, value: str | tuple[str, ...] | None) -> object:
    """See to it that a noun is one of ours."""
    for noun in (value,) if isinstance(value, str) else value or ():
        if noun not in nouns():
            alike = get_close_matches(noun, nouns(), n=1)
            hint = f"did you mean {alike[0]}?" if alike else "'coopmap check --list' names them all"
            raise click.BadParameter(f"no problem is called {noun!r}; {hint}")
    return value


@click.command(
    short_help="Look for problems in the records.",
    epilog="Example: coopmap check operation-cumberland",
)
@operation_argument(required=False)
@click.option("--notes", is_flag=True, help="Print notes too; those of a single operation always are.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations in a GitHub workflow.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "nothing"]),
    default="error",
    show_default=True,
    help="End with exit code 1 when there is a problem at least as grave.",
)
@click.option("--ignore", metavar="NOUN", multiple=True, callback=known, help="Leave out a sort of problem.")
@click.option(
    "--accepted",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Problems seen and accepted: a CSV file with the columns noun, operation, subject and why. "
    "Without it: accepted.csv beside the tables, if there is one.",
)
@click.option("--list", "listing", is_flag=True, help="List every problem there can be, and check nothing.")
@click.option("--explain", metavar="NOUN", callback=known, help="Explain a problem, and check nothing.")
@data_option
@click.pass_context
def command(  # noqa: PLR0913 - each is an option
    ctx: click.Context,
    *,
    operation: str | None,
    notes: bool,
    form: str,
    fail_on: str,
    ignore: tuple[str, ...],
    accepted: Path | None,
    listing: bool,
    explain: str | None,
    data: str | None,
) -> None:
    """Look for problems in one operation, or in all: counts that differ, dates out of order, a missing lead.

    Each problem has a noun, a sentence, a place and what would mend it. The exit code is 0 when nothing is
    as grave as --fail-on says, 1 when something is, and 2 when the records cannot be read.
    """
    if listing or explain:
        say(explained(explain) if explain else listed())
        return
    collection = read(data)
    acceptance = accepted_problems(collection, accepted)
    found = [one for one in problems_of(collection, operation) if one.noun not in ignore]
    problems = in_order(one for one in found if not acceptance or not acceptance.covers(one))
    shown = [one for one in problems if notes or operation or form != "text" or one.severity != "note"]
    show(shown, form, collection)
    if form == "text":
        hidden, passed = len(shown) < len(problems), len(found) - len(problems)
        say(summary(1 if operation else len(collection), problems, accepted=passed, hidden=hidden))
        for gone in acceptance.gone() if acceptance and not operation else ():
            say(gone)
    grave = [*SEVERITIES, "nothing"][: [*SEVERITIES, "nothing"].index(fail_on) + 1]
    ctx.exit(WRONG if any(one.severity in grave for one in problems) and fail_on != "nothing" else 0)


def problems_of(collection: Collection, operation: str | None) -> list[Problem]:
    """Review one operation or all of them; on a terminal a long review shows that it goes on."""
    # It is a day later somewhere in the world.
    today = (datetime.now(tz=UTC) + timedelta(days=1)).date().isoformat()
    if operation:
        return list(review_one(collection, operation, today=today))
    told = sys.stderr.isatty()
    gc.disable()  # millions of values come and go and none is cyclic: looking for cycles takes half the time
    try:
        problems = list(review_all(collection, today=today, progress=progress if told else None))
    finally:
        gc.enable()
    if told and len(collection) >= MANY:
        click.echo("\r" + " " * 60 + "\r", err=True, nl=False)
    return problems


def progress(done: int, number: int) -> None:
    """Say how far a long review has come."""
    if number >= MANY:
        click.echo(f"\r{done:,} of {number:,} operations reviewed", err=True, nl=False)


def accepted_problems(collection: Collection, path: Path | None) -> Acceptance | None:
    """Read the problems that were accepted, from the file named or the one beside the tables."""
    beside = Path(collection.place) / ACCEPTED
    if path is None and not beside.is_file():
        return None
    return acceptance_in(path or beside)


def show(problems: list[Problem], form: str, collection: Collection) -> None:
    """Print the problems."""
    if form == "json":
        say_json([as_json(one) for one in problems])
    elif form == "github":
        from coopmap.cli.annotations import workflow_commands

        click.echo(
            "".join(f"{printable(one)}\n" for one in workflow_commands(problems, collection)), nl=False
        )
    elif sys.stdout.isatty():
        from shutil import get_terminal_size

        for text in laid_out(problems, get_terminal_size().columns):
            click.echo(text)
    elif problems:
        say("\n".join(map(line, problems)))


def listed() -> str:
    """List every noun with its severity and its meaning."""
    return aligned([[one.noun, one.severity, one.meaning] for one in nouns().values()])


def explained(noun: str) -> str:
    """Explain one noun."""
    one = nouns()[noun]
    return f"{one.noun} ({one.severity}): {one.meaning}"
