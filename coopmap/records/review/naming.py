"""Whether a country's code is the country that the source wrote; a wrong country is the worst mistake."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from coopmap.countries import Answer, resolve, territories
from coopmap.records.cells import quoted
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit, remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Participation
    from coopmap.records.problem import Problem

REMEMBERED = 200_000
"""As many different names beside codes are remembered; a collection writes the same ones again and again."""


class Verdict(NamedTuple):
    """What is wrong with a name beside a code."""

    noun: str
    """What it is called."""
    sentence: str
    """What was seen."""
    meant: str = ""
    """The country the name means, when it is another."""
    severity: str = ""
    """How much it matters, when that differs from its noun's."""


def name_problems(operation: Operation) -> Iterator[Problem]:
    """Compare the names that sources write with the codes beside them."""
    written = []
    for one in operation.participations:
        if one.as_written:
            written.append(one.as_written)
            found = verdict(one.country, one.as_written)
            if found and not settled(found, one, operation):
                mend = mended(found, one)
                yield problem(found.noun, found.sentence, one, mend=mend, severity=found.severity)
    if len(set(written)) < len(written):
        yield from repeated_names(operation)


@lru_cache(maxsize=REMEMBERED)
def answered(written: str) -> Answer:
    """Ask the gazetteer, once for each name; what holds a digit is no country's."""
    return Answer(written=written) if DIGIT.search(written) else resolve(written)


@lru_cache(maxsize=REMEMBERED)
def verdict(code: str, written: str) -> Verdict | None:
    """Judge a name beside a code; nothing when they agree or when the name is no country's."""
    if written.upper() == code or written == label(code):
        return None
    answer = answered(written)
    if answer.code == code:
        return part_of_country(code, written) if "part of" in answer.reason else None
    if answer.code:
        return another(code, written, answer.code, corrected=answer.corrected)
    if code in answer.candidates and len(answer.candidates) > 1:
        others = " or ".join(label(one) for one in answer.candidates)
        return Verdict("ambiguous-name", f"The source writes {quoted(written)}, which may mean {others}.")
    return None


def part_of_country(code: str, written: str) -> Verdict:
    """Tell of England, for which the whole United Kingdom is painted."""
    sentence = f"The source writes {quoted(written)}, a part of {label(code)}; the map paints the whole."
    return Verdict("part-of-country", sentence)


def another(code: str, written: str, meant: str, *, corrected: bool) -> Verdict:
    """Tell of a name that means another country than the code."""
    sentence = f"The source writes {quoted(written)}, which is {label(meant)} ({meant}), not {label(code)}."
    if meant in territories(code) or code in territories(meant):
        return Verdict("own-code", sentence, meant)
    return Verdict("other-country", sentence, meant, "warning" if corrected else "")


def settled(found: Verdict, one: Participation, operation: Operation) -> bool:
    """Say whether a note speaks of an ambiguous name already."""
    return found.noun in {"ambiguous-name", "part-of-country"} and bool(
        one.note or one.as_written in operation.note
    )


def mended(found: Verdict, one: Participation) -> str:
    """Say what mends a name beside a code."""
    if found.meant:
        return f"{edit(one.operation, 'country', found.meant, country=one.country)}, or as_written=NAME"
    return f"{edit(one.operation, 'note', 'TEXT', country=one.country)}, which says what is meant"


def repeated_names(operation: Operation) -> Iterator[Problem]:
    """Tell of one ambiguous name behind two countries: Congo, twice."""
    seen: dict[str, Participation] = {}
    for one in operation.participations:
        first = seen.setdefault(one.as_written, one)
        if first is not one and one.as_written and len(answered(one.as_written).candidates) > 1:
            sentence = (
                f"{quoted(one.as_written)} stands behind {label(first.country)} and {label(one.country)}."
            )
            rewritten = edit(one.operation, "as_written", "NAME", country=one.country)
            mend = f"{rewritten}, or {remove(one.operation, one.country)}"
            yield problem("same-name-twice", sentence, one, mend=mend)


DIGIT = re.compile("[0-9]")
