"""A name as grammar bends it within a state's full name: *Latvijas Republika*, *Französische Republik*."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from coopmap.countries.directory import Meaning, by_hand, known, names, places
from coopmap.countries.formal import unceremonious
from coopmap.countries.spelling import LITTLE

CONFUSED = LITTLE["confused"]
"""Countries that are mistaken for one another: what kind of state it is tells them apart."""
SHORTEST = 6
"""Letters that a stem must have."""
ENDING = 3
"""Letters at the end of a word that grammar may change."""


def within_ceremony(simple: str) -> Meaning | None:
    """Give what a plain name means without the words for the kind of state, in any case."""
    for rest in unceremonious(simple):
        meaning = known(rest)
        if meaning and meaning.code not in CONFUSED:
            return meaning
        if not meaning and (code := by_stem(rest)):
            return Meaning(code=code)
    return None


def by_stem(word: str) -> str:
    """Give the one country whose name, or whose people's, begins as the word does; else nothing."""
    stem = word[: max(SHORTEST, len(word) - ENDING)]
    if len(word) < SHORTEST:
        return ""
    found = set()
    table = alphabet()
    place = bisect_left(table, (stem, ""))
    while place < len(table) and table[place][0].startswith(stem):
        if len(table[place][0]) <= len(stem) + ENDING + 1:
            found.add(table[place][1])
        place += 1
    return found.pop() if len(found) == 1 and not found & CONFUSED else ""


@cache
def alphabet() -> list[tuple[str, str]]:
    """Give every known name with its country, in the order of the alphabet; empty for what is none."""
    compiled = [pair for pair in names().items() if pair[0][0] != "="]
    none = [(name, "") for name, kind in places().items() if kind[:3] != "in "]
    return sorted([*compiled, *none, *((name, meaning.code) for name, meaning in by_hand().items())])
