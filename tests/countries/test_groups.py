"""Groups of countries, on the day that is asked for."""

from __future__ import annotations

import re

import pytest

from coopmap.countries import is_group, members
from coopmap.errors import CoopmapError


@pytest.mark.parametrize(
    ("group", "on", "size"),
    [
        ("EU", "", 27),
        ("EU@2019-06-01", "", 28),
        ("EU", "2004-04-30", 15),
        ("EU", "2004-05-01", 25),
        ("EU@2020", "", 28),
        ("European Union", "2020-02-01", 27),
        ("NATO", "", 32),
        ("NATO", "2024-03", 31),
        ("the Nordics", "", 5),
        ("G7", "", 7),
        ("Five Eyes", "", 5),
        ("Schengen", "", 29),
        ("Schengen@2022", "", 26),
        ("ASEAN", "", 11),
        ("African Union", "", 55),
        ("CARICOM", "", 15),
        ("Benelux", "", 3),
        ("Baltics", "", 3),
        ("Visegrad", "", 4),
        ("EFTA", "", 4),
        ("EEA", "", 30),
        ("Council of Europe", "", 46),
        ("OECD", "", 38),
        ("BRICS", "", 10),
        ("G20", "", 19),
        ("Mercosur", "", 5),
        ("GCC", "", 6),
        ("Commonwealth", "", 56),
        ("Arab League", "", 22),
        ("ECOWAS", "", 12),
        ("Eurozone", "2026-01-01", 21),
    ],
)
def test_a_group_has_as_many_members_as_it_says(group: str, on: str, size: int) -> None:
    assert len(members(group, on)) == size


def test_who_left_is_no_member_on_that_day() -> None:
    assert "GBR" in members("EU@2020-01-31")
    assert "GBR" not in members("EU@2020-02-01")
    assert members("Nordics") == ("DNK", "FIN", "ISL", "NOR", "SWE")


def test_a_group_is_told_from_a_country() -> None:
    assert [
        text
        for text in ("EU", "nordics", "EU@2019-06-01", "OTAN", "France", "", "x" * 10_000)
        if is_group(text)
    ] == [
        "EU",
        "nordics",
        "EU@2019-06-01",
        "OTAN",
    ]


@pytest.mark.parametrize(
    ("group", "sentence"),
    [
        ("Nordix", "'Nordix' is no group of countries; did you mean Nordics?"),
        ("Xyzzy", "'Xyzzy' is no group of countries; EU, NATO or Nordics would be right"),
        ("EU@soon", "'soon' is no date: a day, month or year such as 2019-06-01 or 2019 would be right"),
        ("EU@1900", "EU had no members on 1900: a date from 1952-07-23 on would be right"),
    ],
)
def test_a_wrong_group_is_told_in_one_line(group: str, sentence: str) -> None:
    with pytest.raises(CoopmapError, match=f"^{re.escape(sentence)}$"):
        members(group)
