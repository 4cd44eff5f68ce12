"""Countries that took part before there was such a country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopmap.countries import before_it, codes, existed, since
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Participation
    from coopmap.records.problem import Problem


def existence_problems(operation: Operation) -> Iterator[Problem]:
    """Look for a country that did not exist when it took part.

    A host may be older than the state: East Timor was a place before it was a country. Where only the start
    of the operation is known to be too early, the country may have joined later, and since should say so.
    """
    dates = [when for when in (operation.start, operation.end, operation.announced) if when]
    published = {one.id: one.published for one in operation.sources if one.published}
    first = min((*dates, *published.values()), default=youngest())
    for one in operation.participations:
        born_on = young().get(one.country)
        if born_on and (first < born_on or one.since or one.until) and one.role != "host":
            yield from birth_problems(one, operation, published.get(one.source, ""))


def birth_problems(one: Participation, operation: Operation, published: str) -> Iterator[Problem]:
    """Look at one country's part and the day it came into being."""
    for told, when in (
        ("its part was over by", one.until or operation.end),
        ("its source appeared on", published),
        ("it joined on", one.since),
    ):
        if when and not existed(one.country, when):
            sentence = f"{born(one.country)}; {told} {when}."
            mend = f"{edit(operation.id, 'country', 'COUNTRY', country=one.country)}, or correct the dates"
            yield problem("unborn-country", sentence, one, mend=mend)
            return
    if not one.since and operation.start and not existed(one.country, operation.start):
        sentence = f"{born(one.country)}; the operation began on {operation.start}."
        mend = edit(operation.id, "since", since(one.country), country=one.country)
        yield problem("later-country", sentence, one, mend=f"{mend}, or the later day it joined")


def born(code: str) -> str:
    """Say since when a country exists: ``South Sudan exists since 2011-07-09 (part of Sudan before)``."""
    return f"{label(code)} exists since {since(code)} ({before_it(code)})"


@cache
def young() -> dict[str, str]:
    """Give the day each country came into being that is young enough for it to matter."""
    return {code: since(code) for code in codes() if since(code)}


@cache
def youngest() -> str:
    """Give the day the youngest country came into being: later than that, all of them exist."""
    return max(young().values())
