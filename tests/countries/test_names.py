"""Names of the development set become the codes that a careful reader would give, or are refused."""

from __future__ import annotations

import pytest

from coopmap.countries import resolve
from tests.countries.names.reading import BARS, OVERALL, Name, names


@pytest.mark.parametrize("category", BARS)
def test_a_category_keeps_its_bar_and_no_country_is_wrong(category: str) -> None:
    asked = names(category)
    missed = [each for each in asked if resolve(each.name).code != each.code]
    wrong = [f"{each.name} -> {resolve(each.name).code}" for each in missed if resolve(each.name).code]
    assert [each for each in wrong if each not in DEBATABLE] == []
    assert 100 * (1 - len(missed) / len(asked)) >= BARS[category], [each.name for each in missed]


DEBATABLE = {"Granada -> GRD"}
"""Spanish for Grenada, and a Spanish province: the country's name in a widespread language wins."""


def test_over_all_nineteen_in_twenty_are_right() -> None:
    asked: list[Name] = [each for category in BARS for each in names(category)]
    assert len(asked) >= 1500
    right = sum(resolve(each.name).code == each.code for each in asked)
    assert 100 * right / len(asked) >= OVERALL
