"""What came of an operation: one chosen figure for each measure, in a unit, for a day that fits."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from coopmap.records.cells import quoted
from coopmap.records.dates import before
from coopmap.records.problem import problem
from coopmap.records.review.commands import edit, outcome
from coopmap.records.review.counting import mentions
from coopmap.records.review.units import UNITS, is_currency, unit_meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Outcome
    from coopmap.records.problem import Problem


def outcome_problems(operation: Operation) -> Iterator[Problem]:
    """Look at each measure and at each figure."""
    measures: dict[str, list[Outcome]] = {}
    for one in operation.outcomes:
        measures.setdefault(one.measure, []).append(one)
        yield from figure_problems(one, operation)
    for measure, figures in measures.items():
        yield from choice_problems(measure, figures)
        if len(figures) > 1:
            yield from difference_problems(measure, figures, operation)


def choice_problems(measure: str, figures: list[Outcome]) -> Iterator[Problem]:
    """See to it that a measure has exactly one chosen figure, and the latest."""
    chosen = [one for one in figures if one.chosen]
    if not chosen:
        sentence = f"No figure for {measure} is chosen."
        latest = max(figures, key=lambda one: one.as_of)
        mend = choose(latest)
        yield problem("missing-choice", sentence, figures[0], mend=mend)
    elif len(chosen) > 1:
        sentence = f"{len(chosen)} figures for {measure} are chosen."
        yield problem("double-choice", sentence, chosen[1], mend=choose(chosen[-1]))
    else:
        later = next((one for one in figures if before(chosen[0].as_of, one.as_of)), None)
        if later:
            sentence = (
                f"The figure for {measure} from {chosen[0].source} ({chosen[0].as_of}) is chosen, "
                f"one from {later.source} ({later.as_of}) is later."
            )
            yield problem("older-choice", sentence, later, mend=choose(later))


def choose(one: Outcome) -> str:
    """Give the command that chooses a figure, so that all others step back."""
    return outcome(one.operation, one.measure, "--source", one.source, "--chosen")


def difference_problems(measure: str, figures: list[Outcome], operation: Operation) -> Iterator[Problem]:
    """Look for sources that contradict each other without a word about it in the note."""
    units = dict.fromkeys(one.unit or "no unit" for one in figures)
    if len(units) > 1:
        sentence = f"The figures for {measure} have different units: {', '.join(units)}."
        yield problem("mixed-units", sentence, figures[1], mend="give all in one unit, or name two measures")
        return
    exact = [one for one in figures if one.qualifier == "exact"]
    for one, other in pairwise(exact):
        told = mentions(operation.note, int(one.value)) or mentions(operation.note, int(other.value))
        if one.value != other.value and one.as_of == other.as_of and not told:
            sentence = (
                f"{one.source} gives {plainly(one.value)} {measure}, {other.source} {plainly(other.value)}, "
                f"both {'on ' + one.as_of if one.as_of else 'without a date'}."
            )
            mend = edit(operation.id, "note", "TEXT") + ", which tells the reader that they differ"
            yield problem("contradicting-figures", sentence, other, mend=mend)


def figure_problems(one: Outcome, operation: Operation) -> Iterator[Problem]:
    """Look at one figure: its unit and its day."""
    if before(one.as_of, operation.start):
        sentence = (
            f"The figure for {one.measure} stands for {one.as_of}, "
            f"before the operation began ({operation.start})."
        )
        mend = restated(one, "--as-of", "DATE")
        yield problem("figure-before-start", sentence, one, mend=mend)
    if one.unit:
        yield from unit_problems(one)
    elif in_words(one.measure) & MONEY:
        sentence = f"{one.measure} is a sum of money without a unit."
        mend = f"{restated(one, '--unit', 'EUR')}, or another currency"
        yield problem("missing-unit", sentence, one, mend=mend)
    elif in_words(one.measure) & GOODS:
        sentence = f"{one.measure} has no unit: kilograms, or what?"
        yield problem("missing-unit", sentence, one, mend=f"{restated(one, '--unit', 'kg')}, or another unit")
    elif one.value != int(one.value):
        sentence = f"{plainly(one.value)} {one.measure}: a count has no fraction."
        mend = f"{restated(one, '--unit', 'UNIT')}, or the whole number"
        yield problem("broken-count", sentence, one, mend=mend)


def unit_problems(one: Outcome) -> Iterator[Problem]:
    """See to it that a unit is one that everybody knows."""
    money = bool(in_words(one.measure) & MONEY)
    if is_currency(one.unit) or (not money and one.unit in UNITS):
        return
    what = "currency" if money else "unit"
    mend = restated(one, "--unit", unit_meant(one.unit) or "UNIT")
    yield problem("odd-unit", f"{quoted(one.unit)} is no {what} that everybody knows.", one, mend=mend)


def restated(one: Outcome, option: str, value: str) -> str:
    """Give the command that changes something about a figure."""
    return outcome(one.operation, one.measure, "--source", one.source, option, value)


@cache
def in_words(measure: str) -> frozenset[str]:
    """Give the words of a measure: ``money-seized`` is money and seized."""
    return frozenset(measure.split("-"))


def plainly(value: float) -> str:
    """Write a figure as the table holds it."""
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


MONEY = frozenset({"money", "cash", "funds", "cryptocurrency", "losses", "budget"})
"""Words of measures that are sums of money."""

GOODS = frozenset({"drugs", "cocaine", "heroin", "cannabis", "methamphetamine", "amphetamine", "tobacco"})
"""Words of measures that are weighed."""
