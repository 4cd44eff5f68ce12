"""Dates that are missing, out of order, or of another age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records.dates import before
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit, outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Participation
    from coopmap.records.problem import At, Problem

OLDEST = "1800"
YOUNGEST = "2100"


def date_problems(operation: Operation) -> Iterator[Problem]:
    """Look for dates that are missing or in the wrong order."""
    start, end, announced = operation.start, operation.end, operation.announced
    if not (start or end or announced):
        sentence = "The record holds no date of the operation."
        yield problem("missing-date", sentence, operation, mend=edit(operation.id, "start", "DATE"))
        return
    if before(end, start):
        sentence = f"It ended ({end}) before it began ({start})."
        mend = f"{edit(operation.id, 'end', 'DATE')}, or start=DATE; one of the two is wrong"
        yield problem("end-before-start", sentence, operation, mend=mend)
    if before(announced, start):
        sentence = f"It was announced ({announced}) before it began ({start})."
        severity = "warning" if operation.kind == "law-enforcement" else "note"
        mend = edit(operation.id, "announced", "DATE")
        yield problem("early-announcement", sentence, operation, mend=mend, severity=severity)
    for column, when in (("start", start), ("end", end), ("announced", announced)):
        yield from year_problems(when, column, operation, mend=edit(operation.id, column, "DATE"))


def period_problems(operation: Operation) -> Iterator[Problem]:
    """Look for a country that joined or left while there was no operation."""
    for one in operation.participations:
        if one.since or one.until:
            yield from part_problems(one, operation)


def part_problems(one: Participation, operation: Operation) -> Iterator[Problem]:
    """Look at when one country joined and left."""
    name = label(one.country)
    rejoin = edit(operation.id, "since", "DATE", country=one.country)
    releave = edit(operation.id, "until", "DATE", country=one.country)
    if before(one.until, one.since):
        sentence = f"{name} left ({one.until}) before it joined ({one.since})."
        yield problem("end-before-start", sentence, one, mend=f"{rejoin}, or until=DATE")
    for word, when, column, mend in (
        ("joined", one.since, "since", rejoin),
        ("left", one.until, "until", releave),
    ):
        if before(when, operation.start):
            sentence = f"{name} {word} ({when}) before the operation began ({operation.start})."
            yield problem("outside-period", sentence, one, mend=mend)
        if before(operation.end, when):
            sentence = f"{name} {word} ({when}) after the operation ended ({operation.end})."
            yield problem("outside-period", sentence, one, mend=mend)
        yield from year_problems(when, column, one, mend=mend)


def year_problems(when: str, column: str, at: At, *, mend: str) -> Iterator[Problem]:
    """Look for a year that is a slip of the keys."""
    if when and not OLDEST <= when[:4] < YOUNGEST:
        yield problem("odd-year", f"The year {when[:4]} stands under {column}.", at, mend=mend)


def coming_problems(operation: Operation, today: str) -> Iterator[Problem]:
    """Look for things that must be past and are dated later than today."""
    if before(today, operation.announced):
        sentence = f"It was announced on {operation.announced}, and that day is still to come."
        mend = edit(operation.id, "announced", "DATE")
        yield problem("date-to-come", sentence, operation, mend=mend)
    for one in operation.outcomes:
        if before(today, one.as_of):
            sentence = f"The figure for {one.measure} stands for {one.as_of}, and that day is still to come."
            mend = outcome(operation.id, one.measure, "--source", one.source, "--as-of", "DATE")
            yield problem("date-to-come", sentence, one, mend=mend)
