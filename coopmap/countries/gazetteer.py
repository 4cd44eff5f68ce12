"""Which country a name means, in any language, and why a name is refused.

A wrong country is far worse than a refusal: what two countries may claim, what is a part of a country, what
ended in several, and what is no country at all is refused with a reason.
"""

from __future__ import annotations

from functools import cache, lru_cache

from coopmap.countries import explanation
from coopmap.countries.abbreviation import as_code
from coopmap.countries.answer import Answer
from coopmap.countries.codes import owned
from coopmap.countries.directory import Meaning, known
from coopmap.countries.formal import readings
from coopmap.countries.inflection import within_ceremony
from coopmap.countries.misspelling import nearest
from coopmap.countries.spelling import LONGEST, key, parts, plain

SOVEREIGN = {"HKG": "CHN", "MAC": "CHN", "TWN": "CHN", "NIU": "NZL", "COK": "NZL"}
"""Whom lists write behind a place in brackets though it is no overseas territory."""


@lru_cache(maxsize=10_000)
def resolve(text: str) -> Answer:
    """Read a country's name: ``resolve("Danmark").code`` is ``DNK``, ``resolve("Congo").code`` is empty.

    It knows ISO codes, names in every language of the Unicode CLDR, short and official forms, everyday
    abbreviations, former names with one successor, adjectives of one country, and mends a misspelling
    when one country alone is a single slip away.
    """
    if len(text) > LONGEST:
        return Answer(written=text, reason=f"it is longer than {LONGEST} letters; no country's name is")
    name = key(text)
    if not name:
        return Answer(
            written=text, reason="nothing is written here" if not text.strip() else explanation.UNKNOWN
        )
    meaning = as_code(text, name) or first_known(name) or of_parts(text) or within_ceremony(plain(name))
    if meaning:
        return explained(text, meaning)
    return mended(text, name)


def first_known(name: str) -> Meaning | None:
    """Give what the first reading of a name that is known means."""
    for reading in readings(name):
        if meaning := known(reading):
            return meaning
    return None


def of_parts(text: str) -> Meaning | None:
    """Give what a name in two parts means: ``Myanmar (Burma)``, ``Guam (US)``; both must mean one country."""
    found = parts(text)
    if not found:
        return None
    meanings = [as_code(part, key(part)) or first_known(key(part)) for part in found]
    if not all(meanings):
        return None
    codes = [meaning.code for meaning in meanings if meaning]
    if codes[0] and all(agrees(codes[0], other) for other in meanings[1:] if other):
        return meanings[0]
    candidates = tuple(dict.fromkeys(filter(None, codes)))
    if len(candidates) > 1:
        return Meaning(kind="several", candidates=candidates)
    return next(meaning for meaning in meanings if meaning and not meaning.code)


def agrees(code: str, other: Meaning) -> bool:
    """Say whether another part means the same country, whom it belongs to, a state it came from, or nothing.

    ``Russia (USSR)`` is Russia, ``France (lead)`` is France; ``Cuba, New York`` is not Cuba.
    """
    if other.code:
        return other.code in {code, owner(code)}
    return other.kind == "noise" or code in other.candidates


def owner(code: str) -> str:
    """Give the country that a territory belongs to, if it does."""
    return owners().get(code, "")


@cache
def owners() -> dict[str, str]:
    """Give the country that each territory belongs to."""
    return SOVEREIGN | {row["territory"]: row["of"] for row in owned()}


def explained(text: str, meaning: Meaning) -> Answer:
    """Put a meaning into an answer with its reason."""
    return Answer(
        written=text,
        code=meaning.code,
        reason=explanation.of(meaning),
        candidates=() if meaning.code else meaning.candidates,
    )


def mended(text: str, name: str) -> Answer:
    """Mend a misspelling, or refuse and say what comes near."""
    found = nearest(name)
    if found.code:
        return Answer(
            written=text,
            code=found.code,
            reason=f"corrected from {text.strip()!r} to {found.name!r}",
            corrected=True,
        )
    return Answer(written=text, reason=explanation.UNKNOWN, candidates=found.candidates)
