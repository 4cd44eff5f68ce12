"""Groups of countries, such as the EU or the Nordics, and who belonged to them on a given day."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from coopmap.countries.codes import rows
from coopmap.countries.spelling import key, plain
from coopmap.errors import CoopmapError

DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
"""A day, a month or a year."""
LONGEST = 60
"""Letters of a group's name that are compared."""


def members(group: str, on: str = "") -> tuple[str, ...]:
    """Give the codes of a group's members: ``members("EU@2019-06-01")``, or ``members("EU", "2019-06-01")``.

    Without a day they are the members as of ``as_of`` in ``tables/groups.csv``. A month or a year means its
    first day. Who left on a day was no member on it.

    Raises:
        CoopmapError: there is no such group, the date is none, or the group did not exist on that day.
    """
    name, _, written = group.partition("@")
    when = on.strip() or written.strip()
    found = named(name)
    if found is None:
        raise CoopmapError(f"{shown(name)} is no group of countries{hint(name)}")
    if when and not DATE.fullmatch(when):
        raise CoopmapError(
            f"{shown(when)} is no date: a day, month or year such as 2019-06-01 or 2019 would be right"
        )
    codes = {
        code
        for row in memberships()
        if row["group"] == found and belongs(row, when)
        for code in row["codes"].split()
    }
    if not codes:
        begun = min(row["since"] for row in memberships() if row["group"] == found)
        raise CoopmapError(f"{found} had no members on {when}: a date from {begun} on would be right")
    return tuple(sorted(codes))


def is_group(text: str) -> bool:
    """Say whether the text names a group of countries: ``EU``, ``nordics``, ``EU@2019-06-01``."""
    return named(text.partition("@")[0]) is not None


def named(name: str) -> str | None:
    """Give a group's own name by any of its names."""
    return known().get(compared(name)) if len(name) <= LONGEST else None


@cache
def known() -> dict[str, str]:
    """Give every group's own name by each of its names."""
    return {
        compared(name): row["group"]
        for row in rows("groups.csv")
        for name in (row["group"], row["name"], *row["aliases"].split(";"))
        if name.strip()
    }


@cache
def memberships() -> list[dict[str, str]]:
    """Give every row of ``memberships.csv``: who belonged to which group since when and until when."""
    return rows("memberships.csv")


def belongs(row: dict[str, str], when: str) -> bool:
    """Say whether the row's countries belong to the group on a day; today's membership without one."""
    if not when:
        return not row["until"]
    day = f"{when}-01-01"[:10] if len(when) == len("2019") else f"{when}-01"[:10]
    return row["since"] <= day and (not row["until"] or day < row["until"])


def compared(name: str) -> str:
    """Give a group's name as it is compared."""
    return plain(key(name)).removeprefix("the ")


def hint(name: str) -> str:
    """Say what would have been right."""
    alike = get_close_matches(compared(name[:LONGEST]), known(), n=1)
    return f"; did you mean {known()[alike[0]]}?" if alike else "; EU, NATO or Nordics would be right"


def shown(text: str) -> str:
    """Show what was written, in quotes and not too long."""
    text = " ".join(text.split())
    return repr(text if len(text) <= LONGEST else text[:LONGEST] + "…")
