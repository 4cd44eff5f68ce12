"""Groups of countries, such as the EU or the Nordics, and who belonged to them on a given day."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from coopmap.countries.codes import rows
from coopmap.errors import CoopmapError


def members(group: str, on: str = "") -> tuple[str, ...]:
    """Give the codes of a group's members: ``members("EU@2019-06-01")``, or ``members("EU", "2019-06-01")``.

    Without a day it is the membership as the table knows it last.

    Raises:
        CoopmapError: there is no such group.
    """
    name, _, day = group.partition("@")
    key = known().get(_folded(name))
    if key is None:
        alike = get_close_matches(_folded(name)[:100], known(), n=1)
        hint = f"; did you mean {known()[alike[0]]}?" if alike else "; EU, NATO or Nordics would be right"
        raise CoopmapError(f"{name.strip()!r:.60} is no group of countries{hint}")
    when = on or day.strip()
    found = [
        code
        for row in rows("memberships.csv")
        if row["group"] == key and (not row["until"] if not when else _within(row, when))
        for code in row["codes"].split()
    ]
    return tuple(sorted(found))


def is_group(text: str) -> bool:
    """Say whether the text names a group of countries: ``EU``, ``nordics``, ``EU@2019-06-01``."""
    return _folded(text.partition("@")[0]) in known()


@cache
def known() -> dict[str, str]:
    """Give every group by each of its names."""
    return {
        _folded(name): row["group"]
        for row in rows("groups.csv")
        for name in (row["group"], *row["aliases"].split(";"))
        if name.strip()
    }


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split()).removeprefix("the ")


def _within(row: dict[str, str], when: str) -> bool:
    return (not row["since"] or row["since"] <= when) and (not row["until"] or when < row["until"])
