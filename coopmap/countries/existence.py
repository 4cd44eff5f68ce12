"""Since when each country exists, so that no state takes part in something that happened before it did."""

from __future__ import annotations

from functools import cache

from coopmap.countries.codes import country, rows


def existed(code: str, on: str) -> bool:
    """Say whether a country may have existed on a date, which may be a month or a year.

    South Sudan (``SSD``) exists since 9 July 2011: ``2011`` is possible, ``2011-06`` is not. Territories and
    countries older than 1945 always existed.
    """
    begun = since(code)
    return not begun or on >= begun[: len(on)]


def since(code: str) -> str:
    """Give the day a country came into being: ``2011-07-09``; empty when it did before 1945."""
    country(code)  # an unknown code is told
    return births().get(code, ("", ""))[0]


def before_it(code: str) -> str:
    """Say what was there before the country: ``part of Sudan before``; empty when it is older than 1945."""
    country(code)
    return births().get(code, ("", ""))[1]


@cache
def births() -> dict[str, tuple[str, str]]:
    """Give the day each younger country came into being, and what was there before."""
    return {row["code"]: (row["since"], row["note"]) for row in rows("existence.csv")}
