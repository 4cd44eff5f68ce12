"""Units that everybody knows, and what was meant by others."""

from __future__ import annotations

from functools import cache


@cache
def is_currency(unit: str) -> bool:
    """Say whether a unit is a currency of ISO 4217: ``EUR`` is, ``Euro`` and ``€`` are not."""
    from babel.core import Locale  # noqa: PLC0415 - only collections with sums of money need it

    return unit in Locale("en").currencies


def unit_meant(unit: str) -> str:
    """Give the unit that was probably meant: ``€`` is EUR; empty when nobody knows, as with ``$``."""
    written = unit.strip().casefold().rstrip(".")
    if is_currency(written.upper()):
        return written.upper()
    return MEANT.get(written, "")


UNITS = frozenset(
    {
        "kg",
        "g",
        "t",
        "l",
        "m",
        "km",
        "ha",
        "m2",
        "m3",
        "MB",
        "GB",
        "TB",
        "PB",
        "%",
        "tablets",
        "hours",
        "days",
    }
)
"""Units of weight, volume, length, area, data and time, as they are written."""

MEANT = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "us$": "USD",
    "us-dollar": "USD",
    "us dollars": "USD",
    "£": "GBP",
    "yen": "JPY",
    "kgs": "kg",
    "kilo": "kg",
    "kilos": "kg",
    "kilogram": "kg",
    "kilograms": "kg",
    "gram": "g",
    "grams": "g",
    "ton": "t",
    "tons": "t",
    "tonne": "t",
    "tonnes": "t",
    "litre": "l",
    "litres": "l",
    "liters": "l",
    "gigabytes": "GB",
    "terabyte": "TB",
    "terabytes": "TB",
}
"""Other spellings, and the unit each means."""
