"""What a misspelt name was meant to be, when that is beyond doubt.

A misspelling is mended when one country's name is a single slip away (a letter too many, missing, wrong, or
two swapped) and every other one is at least three slips away. With 250 countries in 180 languages next to one
another that is said of the English names; in all languages, no other name may be a single slip away. Names
that are no country's compete, too, so that *Yugoslvia* does not become a country.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from coopmap.countries.directory import by_hand, names, places
from coopmap.countries.labels import english_names
from coopmap.countries.spelling import key, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 5
"""Letters a name must have before one of them may be wrong: Iran and Iraq are one letter apart."""
CLEAR = 3
"""Slips at which another name is out of the question."""
GREEK, LAST = "\u0370", "\u0530"
"""The Greek and Cyrillic letters; Latin names are plain."""


@dataclass(frozen=True, kw_only=True)
class Nearest:
    """What comes nearest to a name that is not known."""

    code: str = ""
    """The country that was meant, when that is beyond doubt."""
    name: str = ""
    """Its name as it should have been written, in plain letters."""
    candidates: tuple[str, ...] = ()
    """Countries that may have been meant, the nearest first."""


def nearest(name: str) -> Nearest:
    """Find what a name was meant to be."""
    written = plain(name)
    if len(written) < SHORTEST or not comparable(written):
        return Nearest()
    found = sorted((slips, name, pool()[name]) for name, slips in near(written))
    if not found:
        return Nearest()
    meant = {code for slips, _, code in found if slips == 1}
    if len(meant) == 1 and "" not in meant and clear(written, *meant):
        return Nearest(code=next(iter(meant)), name=found[0][1])
    return Nearest(candidates=tuple(dict.fromkeys(code for _, _, code in found if code))[:CLEAR])


def near(written: str) -> Iterator[tuple[str, int]]:
    """Find the names less than three slips away, and how many slips that is."""
    for size in range(len(written) - CLEAR + 1, len(written) + CLEAR):
        for name, slips, _ in process.extract(
            written, sizes().get(size, ()), scorer=OSA.distance, score_cutoff=CLEAR - 1, limit=None
        ):
            yield name, int(slips)


def clear(written: str, code: str) -> bool:
    """Say whether every other country's English name is at least three slips away."""
    found = process.extract(written, english(), scorer=OSA.distance, score_cutoff=CLEAR - 1, limit=None)
    return all(other == code for _, _, other in found)


def comparable(name: str) -> bool:
    """Say whether a name is in a script whose letters can slip: Latin, Greek or Cyrillic."""
    return name.isascii() or GREEK <= name[0] < LAST


@cache
def pool() -> dict[str, str]:
    """Give every name that a misspelling is compared with, and its country; empty for what is none."""
    found = {name: "" for name, kind in places().items() if comparable(name) and kind[:3] != "in "}
    found |= {name: code for name, code in names().items() if comparable(name) and name[0] != "="}
    return found | {name: meaning.code for name, meaning in by_hand().items() if comparable(name)}


@cache
def sizes() -> dict[int, list[str]]:
    """Give those names by how many letters they have."""
    found: dict[int, list[str]] = defaultdict(list)
    for name in pool():
        found[len(name)].append(name)
    return dict(found)


@cache
def english() -> dict[str, str]:
    """Give the English names in plain letters, by country."""
    return {code: plain(key(name)) for code, name in english_names().items()}
