"""Since when countries exist, and that the table says it of real countries and real days."""

from __future__ import annotations

import csv

import pytest

from coopmap.countries import before_it, codes, existed, label, since
from coopmap.errors import CoopmapError
from tests.checkout import ROOT


def births() -> list[dict[str, str]]:
    with (ROOT / "coopmap/countries/tables/existence.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("SSD", "2011-07-09", True),
        ("SSD", "2011-07-08", False),
        ("SSD", "2011-07", True),
        ("SSD", "2011-06", False),
        ("SSD", "2011", True),
        ("SSD", "2010", False),
        ("DNK", "1066", True),
        ("GRL", "1990", True),
        ("SRB", "2004", True),
        ("MNE", "2004", False),
        ("RUS", "1988", False),
        ("DEU", "1985", True),
    ],
)
def test_a_country_may_have_existed_or_surely_did_not(code: str, on: str, *, expected: bool) -> None:
    assert existed(code, on) is expected


def test_the_day_and_what_was_before_are_given() -> None:
    assert (since("SSD"), before_it("SSD")) == ("2011-07-09", "part of Sudan before")
    assert (since("DNK"), before_it("DNK")) == ("", "")


@pytest.mark.parametrize("word", [since, before_it])
def test_an_unknown_code_is_told(word: object) -> None:
    with pytest.raises(CoopmapError, match="'YUG' is no country code"):
        word("YUG")  # type: ignore[operator]


def test_the_table_names_each_country_once_in_order_with_a_day_since_1945() -> None:
    table = births()
    assert [row["code"] for row in table] == sorted({row["code"] for row in table} & set(codes()))
    for row in table:
        assert "1945-01-01" <= row["since"] <= "2011-07-09", label(row["code"])
        assert "before" in row["note"], label(row["code"])
