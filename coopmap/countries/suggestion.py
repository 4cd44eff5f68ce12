"""Which country a person probably meant by a code that does not exist."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from coopmap.countries.codes import codes, countries, is_code, rows
from coopmap.countries.labels import label


def suggest(text: str) -> str | None:
    """Give the code that was probably meant, if any: ``UK`` gives GBR, ``Denmark`` and ``DEN`` give DNK."""
    written = " ".join(text.split()).upper()
    return exact(written) or close(written)


def exact(written: str) -> str | None:
    """Find a code in small letters, a well-known other code, an alpha-2 code or an English name."""
    if is_code(written):
        return written
    return mistaken().get(written) or by_alpha2().get(written) or by_name().get(written)


def close(written: str) -> str | None:
    """Find the code or English name that is spelt most alike."""
    if len(written) <= len("XKX"):
        return swapped(written)
    alike = get_close_matches(written[:100], by_name(), n=1, cutoff=0.75)
    return by_name()[alike[0]] if alike else None


def swapped(written: str) -> str | None:
    """Find the code whose last two letters were swapped: ``DKN`` gives DNK."""
    turned = written[:1] + written[:0:-1]
    return turned if is_code(turned) else None


@cache
def mistaken() -> dict[str, str]:
    """Give codes people write that are not ISO 3166-1, with the country they mean."""
    return {row["written"]: row["code"] for row in rows("mistaken.csv")}


@cache
def by_alpha2() -> dict[str, str]:
    """Give alpha-3 codes by alpha-2 codes."""
    return {row["alpha2"]: code for code, row in countries().items()}


@cache
def by_name() -> dict[str, str]:
    """Give codes by English names, in capitals."""
    return {label(code).upper(): code for code in codes()}
