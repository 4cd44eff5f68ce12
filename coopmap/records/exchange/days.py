"""A date as people write it, ``26.02.2025`` or ``May 2024``, becomes the record's: 2025-02-26, 2024-05."""

from __future__ import annotations

import re
from functools import cache

from coopmap.records.dates import earliest

LANGUAGES = ("en", "de", "fr", "es")
"""The languages in which months are known by name."""
ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
FIGURES = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4})(?: \d{1,2}:\d{2}.*)?")
MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?)?([^\W\d]{3,})\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
)
AMERICAN = re.compile(r"([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
LAST_MONTH = 12

AMBIGUOUS = "either"
"""What is said of a date such as 03/04/2025, when nothing tells the day from the month."""


def day_of(text: str, *, order: str) -> str:
    """Give a date in the record's form; nothing when it is none, ``either`` when it could be two days.

    ``order`` is ``dmy`` or ``mdy`` when it is known which comes first, else empty.
    """
    plain = " ".join(text.split())
    return _iso(plain) or _figures(plain, order) or _words(plain)


def order_in(cells: list[str]) -> str:
    """Find out from a column whether the day or the month comes first: a 13 can only be a day."""
    pairs = [
        (int(match[1]), int(match[3]))
        for cell in cells
        if (match := FIGURES.fullmatch(" ".join(cell.split())))
    ]
    first = any(one > LAST_MONTH for one, _ in pairs)
    second = any(other > LAST_MONTH for _, other in pairs)
    if first != second:
        return "dmy" if first else "mdy"
    return ""


def _iso(text: str) -> str:
    match = ISO.fullmatch(text)
    return _checked(match[1], match[2], match[3]) if match else ""


def _figures(text: str, order: str) -> str:
    match = MONTH_YEAR.fullmatch(text)
    if match:
        return _checked(match[2], match[1], None)
    match = FIGURES.fullmatch(text)
    if not match:
        return ""
    one, point, other, year = match.groups()
    if order == "mdy":
        return _checked(year, one, other)
    # With points the day comes first wherever points are used.
    if order == "dmy" or point == "." or int(one) > LAST_MONTH or one == other:
        return _checked(year, other, one)
    return _checked(year, one, other) if int(other) > LAST_MONTH else AMBIGUOUS


def _words(text: str) -> str:
    match = WORDS.fullmatch(text)
    if match:
        return _named(match[3], match[2], match[1])
    match = AMERICAN.fullmatch(text)
    return _named(match[3], match[1], match[2]) if match else ""


def _named(year: str, month: str, day: str | None) -> str:
    number = months().get(month.casefold().rstrip("."), 0)
    return _checked(year, str(number), day) if number else ""


def _checked(year: str, month: str | None, day: str | None) -> str:
    parts = [f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part)]
    try:
        earliest("-".join(parts))
    except ValueError:
        return ""
    return "-".join(parts)


@cache
def months() -> dict[str, int]:
    """Give the number of each month by its names, long and short."""
    from babel.dates import get_month_names  # noqa: PLC0415 - only dates in words need it

    return {
        name.casefold().rstrip("."): number
        for language in LANGUAGES
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, locale=language).items()
    } | {"sept": 9}
