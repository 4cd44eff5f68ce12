"""Territories: which lands overseas are painted like the country they belong to; by itself none is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopmap.countries import home_parts, label, suggest, territories
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.records import Participation

_CLAUSE = re.compile(r"(?:^|[.;])\s*territories:\s*(?P<named>[^.;]*)", re.IGNORECASE)
"""What the note of a participation says: ``territories: Greenland, Guam``, or ``territories: all``."""


def painted(participations: list[Participation], *, everything: bool) -> dict[str, tuple[str, ...]]:
    """For each participant the codes painted in its colour: its own and those of lands that belong to it.

    Parts at home that have a code of their own (Åland) always are; territories overseas when the note of the
    participation names them, or when the reader asked for everything. What took part by itself never is.

    Raises:
        CoopmapError: a note names a territory that does not belong to the country.
    """
    own = {one.country for one in participations}
    return {
        one.country: (
            one.country,
            *(each for each in home_parts(one.country) if each not in own),
            *(each for each in _overseas(one, everything=everything) if each not in own),
        )
        for one in participations
    }


def _overseas(one: Participation, *, everything: bool) -> tuple[str, ...]:
    belonging = territories(one.country)
    named = [name.strip() for name in _named(one.note) if name.strip()]
    if everything or [name.lower() for name in named] == ["all"]:
        return belonging
    codes = [suggest(name) for name in named]
    for name, code in zip(named, codes, strict=True):
        if code not in belonging:
            right = ", ".join(label(each) for each in belonging) or "no territories at all"
            raise CoopmapError(
                f"{one.operation}: the note of {label(one.country)} says 'territories: {name}', "
                f"which is none of its territories overseas; {right} would be right"
            )
    return tuple(each for each in belonging if each in codes)


def _named(note: str) -> list[str]:
    found = _CLAUSE.search(note)
    return found["named"].split(",") if found else []
