"""Codes that stand for a country: ISO 3166-1's, and those that sports and agencies use."""

from __future__ import annotations

import re
from functools import cache

from coopmap.countries.codes import countries, rows
from coopmap.countries.directory import Meaning, by_hand, names
from coopmap.countries.spelling import APOSTROPHES, HIDDEN

CODE = re.compile(r"[A-Za-z]{2,3}|[0-9]+")


def as_code(text: str, name: str) -> Meaning | None:
    """Read a code: ``DK``, ``dnk``, ``208``.

    A word that begins with a capital may be a name as well: ``Nga`` is Russia in Vietnamese, ``NGA`` and
    ``nga`` are Nigeria; what people wrote into the tables wins. A number has three digits.
    """
    written = APOSTROPHES.sub("", HIDDEN.sub("", text)).strip(" \t\r\n.,;:()[]*")
    if not CODE.fullmatch(written):
        return None
    if written.isdigit():
        code = by_number().get(written)
        return Meaning(code=code) if code else Meaning(kind="number")
    capital = not (written.isupper() or written.islower())
    by_people = by_hand().get(name)
    if not capital or not (by_people or name in names()):
        if code := iso().get(written.upper()):
            return Meaning(code=code)
        if by_people is None and written.isupper():
            code = mistaken().get(written)
            return Meaning(code=code) if code else None
    return by_people


@cache
def iso() -> dict[str, str]:
    """Give alpha-3 codes by alpha-2 and alpha-3 codes."""
    return {code: code for code in countries()} | {row["alpha2"]: code for code, row in countries().items()}


@cache
def by_number() -> dict[str, str]:
    """Give alpha-3 codes by the numbers of ISO 3166-1."""
    return {row["numeric"]: code for code, row in countries().items() if row["numeric"]}


@cache
def mistaken() -> dict[str, str]:
    """Give codes people write that are not ISO 3166-1, with the country they mean."""
    return {row["written"]: row["code"] for row in rows("mistaken.csv")}
