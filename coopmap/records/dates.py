"""Dates as sources know them: a day, a month or only a year."""

from __future__ import annotations

import calendar
import re
from datetime import date

FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def earliest(text: str) -> date:
    """Give the first day a date may mean: ``2024-05`` is 1 May 2024 at the earliest.

    Raises:
        ValueError: the text is no date, or no such day exists.
    """
    match = FORM.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = match.groups()
    return date(int(year), int(month or 1), int(day or 1))


def latest(text: str) -> date:
    """Give the last day a date may mean: ``2024-05`` is 31 May 2024 at the latest.

    Raises:
        ValueError: the text is no date, or no such day exists.
    """
    first = earliest(text)
    if len(text) == len("2024-05-31"):
        return first
    month = first.month if len(text) == len("2024-05") else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def before(one: str, other: str) -> bool:
    """Say whether one date is surely earlier than another; an empty or vague one never is."""
    if not one or not other:
        return False
    length = min(len(one), len(other))
    return one[:length] < other[:length]
