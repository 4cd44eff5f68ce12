"""How problems are told: laid out for a terminal, a line each for a pipe, JSON for programs."""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import click

from coopmap.cli.speech import printable
from coopmap.records import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopmap.records import Problem

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}

WHOLE = "the collection"
"""Where problems stand that are about no single operation."""

MARGIN = 4


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems operation by operation, the gravest first; what is about the collection comes last."""
    gravity = {severity: place for place, severity in enumerate(SEVERITIES)}
    groups: dict[str, list[Problem]] = {}
    for one in problems:
        groups.setdefault(one.operation, []).append(one)
    last = groups.pop("", [])
    return [
        one
        for group in (*groups.values(), last)
        for one in sorted(group, key=lambda one: gravity[one.severity])
    ]


def line(one: Problem) -> str:
    """Tell a problem in a line."""
    return f"{one.severity}: {one.operation or WHOLE}: {one.noun}: {one.sentence} ({one.place}) -> {one.mend}"


def laid_out(problems: Sequence[Problem], width: int) -> Iterator[str]:
    """Lay problems out under their operations, with colours."""
    for operation, group in groupby(problems, key=lambda one: one.operation):
        yield click.style(operation or WHOLE, bold=True)
        for one in group:
            severity = click.style(one.severity, fg=COLOURS[one.severity])
            yield f"  {severity} {one.noun}, {click.style(one.place, dim=True)}"
            yield wrapped(one.sentence, width, first=" " * MARGIN)
            yield wrapped(one.mend, width, first=" " * MARGIN + "-> ")
        yield ""


def wrapped(text: str, width: int, *, first: str) -> str:
    """Break a text into lines; commands and addresses stay whole."""
    return textwrap.fill(
        printable(text),
        width=max(width, 40),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_json(one: Problem) -> dict[str, object]:
    """Give a problem as a program reads it."""
    return {
        "operation": one.operation,
        "subject": one.subject,
        "severity": one.severity,
        "noun": one.noun,
        "sentence": one.sentence,
        "mend": one.mend,
        "file": one.file,
        "row": one.row,
    }


def summary(checked: int, problems: Iterable[Problem], *, accepted: int, hidden: bool) -> str:
    """Say in a line what was found: ``74 operations: no errors, 3 warnings, 70 notes``."""
    counts = Counter(problem.severity for problem in problems)
    found = [counted(counts[severity], severity) for severity in SEVERITIES]
    if accepted:
        found.append(f"{accepted} accepted")
    return f"{counted(checked, 'operation')}: {', '.join(found)}" + (
        " (--notes prints them)" if hidden else ""
    )


def counted(number: int, noun: str) -> str:
    """Count a noun: ``no errors``, ``1 warning``, ``3 notes``."""
    return f"{number or 'no'} {noun}" + ("" if number == 1 else "s")
