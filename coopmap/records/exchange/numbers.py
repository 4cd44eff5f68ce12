"""A number in a spreadsheet becomes the text a person sees there, and a date when it is shown as one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

DAY_ZERO = date(1899, 12, 30)
"""From 1 March 1900 on, Excel's days count from here: it believes in a 29 February 1900."""
DAY_ZERO_1904 = date(1904, 1, 1)
PHANTOM_DAY = 60
LAST_DAY = 2_958_465
"""31 December 9999."""
MOST_DIGITS = 30
DATES = {14: "d m y", 15: "d m y", 16: "d m", 17: "m y", 22: "d m y"}
"""The formats for dates that every workbook knows without naming them."""
ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What stands in a format without being part of a date."""


def plain_number(text: str) -> str:
    """Give a number without exponent and needless zeros: ``2.025E3`` is 2025, ``19.0`` is 19."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return text
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        return text
    if number == number.to_integral_value():
        return str(int(number))
    rounded = Decimal(repr(float(number)))  # 0.1 is stored as 0.10000000000000001
    return format(rounded, "f")


def day(text: str, shown: str, *, since_1904: bool) -> str:
    """Give a day's number as a date, no finer than it is shown: ``Feb-25`` is 2025-02."""
    try:
        number = int(Decimal(text.strip()))
    except (InvalidOperation, ValueError, OverflowError):
        return text
    if not 0 < number <= LAST_DAY:
        return plain_number(text)
    if since_1904:
        when = DAY_ZERO_1904 + timedelta(days=min(number, LAST_DAY - 1462))
    else:
        when = DAY_ZERO + timedelta(days=number + (number < PHANTOM_DAY))
    if "d" not in shown and when.day == 1 and "y" in shown:
        return f"{when:%Y-%m}" if "m" in shown else f"{when:%Y}"
    return when.isoformat()


def date_shown(format_id: int, code: str) -> str:
    """Say which parts of a date a number format shows, such as ``d m y``; empty when it is no date."""
    if format_id in DATES:
        return DATES[format_id]
    plain = ASIDE.sub("", code.partition(";")[0]).lower()
    if not re.search(r"[ymd]", plain) or re.search(r"[0#?]", plain):
        return ""
    shown = "".join(letter for letter in "dmy" if letter in plain)
    timed = "h" in plain or "s" in plain
    return "" if timed and "d" not in shown and "y" not in shown else shown
