"""What a reviewer should look at in a record: each problem a noun with a sentence and a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.countries import label
from coopmap.records.counting import count_problems
from coopmap.records.dates import earliest, latest
from coopmap.records.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Outcome, Participation


def review(operation: Operation) -> tuple[Problem, ...]:
    """Give everything a reviewer should look at in an operation, the gravest first."""
    found = [one for check in CHECKS for one in check(operation)]
    return tuple(sorted(found, key=lambda one: ("error", "warning", "note").index(one.severity)))


def country_problems(operation: Operation) -> Iterator[Problem]:
    """Look for countries, and for one that led."""
    if not operation.participations:
        yield problem(
            "missing-countries", "error", "No country takes part; add rows to participations.csv.", operation
        )
        return
    if not operation.leads:
        yield problem(
            "missing-lead", "note", "No country is recorded as lead; the map shows partners only.", operation
        )
    for one in [one for one in operation.leads if one.role == "lead"][1:]:
        sentence = f"{label(one.country)} is a second lead; countries that led together are co-leads."
        yield problem("several-leads", "warning", sentence, one)


def date_problems(operation: Operation) -> Iterator[Problem]:
    """Look for dates that are missing or in the wrong order."""
    if not (operation.start or operation.end or operation.announced):
        yield problem("missing-date", "note", "The record holds no date of the operation.", operation)
    if before(operation.end, operation.start):
        sentence = (
            f"It ended ({operation.end}) before it began ({operation.start}); one of the two dates is wrong."
        )
        yield problem("end-before-start", "error", sentence, operation)
    if before(operation.announced, operation.start):
        sentence = f"It was announced ({operation.announced}) before it began ({operation.start})."
        severity = "warning" if operation.kind == "law-enforcement" else "note"
        yield problem("early-announcement", severity, sentence, operation)


def participation_problems(operation: Operation) -> Iterator[Problem]:
    """Look at each country's row."""
    for one in operation.participations:
        name = label(one.country)
        if not one.source:
            yield problem("missing-source", "warning", f"No source says that {name} took part.", one)
        if one.status == "disputed" and not one.note:
            yield problem(
                "unexplained-dispute",
                "warning",
                f"{name}'s part is disputed; a note should say by whom.",
                one,
            )
        if one.status == "withdrawn" and not one.until:
            yield problem("missing-until", "note", f"{name} withdrew; until does not say when.", one)
        yield from period_problems(one, operation)


def period_problems(one: Participation, operation: Operation) -> Iterator[Problem]:
    """Look for a country that joined or left while there was no operation."""
    name = label(one.country)
    if before(one.until, one.since):
        yield problem(
            "end-before-start", "error", f"{name} left ({one.until}) before it joined ({one.since}).", one
        )
    for word, when in (("joined", one.since), ("left", one.until)):
        if before(when, operation.start):
            sentence = f"{name} {word} ({when}) before the operation began ({operation.start})."
            yield problem("outside-period", "warning", sentence, one)
        if before(operation.end, when):
            sentence = f"{name} {word} ({when}) after the operation ended ({operation.end})."
            yield problem("outside-period", "warning", sentence, one)


def outcome_problems(operation: Operation) -> Iterator[Problem]:
    """See to it that each measure has exactly one chosen figure."""
    measures: dict[str, list[Outcome]] = {}
    for one in operation.outcomes:
        measures.setdefault(one.measure, []).append(one)
    for measure, figures in measures.items():
        chosen = [one for one in figures if one.chosen]
        if not chosen:
            yield problem(
                "missing-choice",
                "error",
                f"No figure for {measure} is chosen; write yes at one of them.",
                figures[0],
            )
        if len(chosen) > 1:
            sentence = f"{len(chosen)} figures for {measure} are chosen; leave yes at one of them."
            yield problem("double-choice", "error", sentence, chosen[1])


def organisation_problems(operation: Operation) -> Iterator[Problem]:
    """Look for a body that coordinated."""
    if not operation.organisations:
        yield problem(
            "missing-organisation", "note", "No organisation is recorded beside the countries.", operation
        )


def before(one: str, other: str) -> bool:
    """Say whether one date is surely earlier than another; an empty or vague one never is."""
    return bool(one and other) and latest(one) < earliest(other)


CHECKS = (
    country_problems,
    count_problems,
    date_problems,
    participation_problems,
    outcome_problems,
    organisation_problems,
)
"""What is looked at, in this order."""
