"""The sentences that say why a name was refused, or how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.countries.labels import english

if TYPE_CHECKING:
    from coopmap.countries.directory import Meaning

UNKNOWN = "no country is known by this name"
EMPTY = "nothing is written here"

ACCEPTED = {
    "former": "a former name of {name}",
    "part": "a part of {name}",
    "demonym": "an adjective or people of {name}",
}
"""How a name was read that is not simply the country's."""

REFUSED = {
    "ambiguous": "several countries are called so: {candidates}",
    "several": "it names more than one country: {candidates}",
    "former": "a state that no longer exists and has not one successor",
    "organisation": "an organisation, not a country",
    "region": "a part of the world, not a country",
    "city": "a city, not a country",
    "place": "no country of today: a part of one, or a state of the past",
    "people": "a people of no one country",
    "noise": "no name of a country",
    "number": "an ISO number has three digits, such as 008",
}
"""Why a name was refused."""


def of(meaning: Meaning) -> str:
    """Give the sentence for a meaning; empty for a country's plain name."""
    if meaning.reason:
        return meaning.reason
    if meaning.code:
        return ACCEPTED.get(meaning.kind, "").format(name=english(meaning.code))
    if meaning.kind.startswith("in "):
        return f"a part of {english(meaning.kind[3:])}, not a country"
    return REFUSED[meaning.kind].format(candidates=told(meaning.candidates))


def told(codes: tuple[str, ...]) -> str:
    """Name countries with their codes: ``South Korea (KOR) or North Korea (PRK)``."""
    named = [f"{english(code)} ({code})" for code in codes]
    return " or ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))
