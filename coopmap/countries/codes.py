"""Which country codes exist, and in which part of the world each country lies."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from coopmap.errors import CoopmapError

TABLES = Path(__file__).parent / "tables"


def is_code(text: str) -> bool:
    """Say whether the text is a country's alpha-3 code: ``DNK`` is, ``dnk`` and ``DEN`` are not."""
    return text in countries()


def codes() -> tuple[str, ...]:
    """Give the 249 codes of ISO 3166-1 and XKX, in alphabetical order."""
    return tuple(countries())


def region(code: str) -> str:
    """Give the part of the world a country lies in: Africa, Americas, Antarctica, Asia, Europe or Oceania."""
    return country(code)["region"]


def subregion(code: str) -> str:
    """Give the finer part of the world: ``Northern Europe``, ``Western Africa``, ``Polynesia``."""
    return country(code)["subregion"]


def territories(code: str) -> tuple[str, ...]:
    """Give the codes of a country's overseas territories: ``DNK`` has ``GRL`` and ``FRO``, most have none."""
    return belonging(code, "overseas")


def home_parts(code: str) -> tuple[str, ...]:
    """Give the codes of a country's parts at home that ISO lists by themselves: ``FIN`` has ``ALA``."""
    return belonging(code, "home")


@cache
def belonging(code: str, lies: str) -> tuple[str, ...]:
    """Give the codes of what belongs to a country and lies overseas or at home."""
    return tuple(row["territory"] for row in owned() if (row["of"], row["lies"]) == (code, lies))


@cache
def owned() -> list[dict[str, str]]:
    """Give every territory with its own code, and the country that it belongs to."""
    return rows("territories.csv")


def country(code: str) -> dict[str, str]:
    """Give a country's row of ``countries.csv``."""
    try:
        return countries()[code]
    except KeyError:
        raise CoopmapError(
            f"{code!r} is no country code: an ISO 3166-1 alpha-3 code such as DNK, or XKX, would be right"
        ) from None


@cache
def countries() -> dict[str, dict[str, str]]:
    """Give every row of ``countries.csv`` by its alpha-3 code."""
    return {row["alpha3"]: row for row in rows("countries.csv")}


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the room's own tables."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
