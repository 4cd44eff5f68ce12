"""Numbers, dates, names and sums as a newspaper writes them."""

from __future__ import annotations

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps.wording import Wording, wording


@pytest.fixture
def words() -> Wording:
    return wording("en")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-02-26", "26 February 2025"),
        ("2024-05", "May 2024"),
        ("2019", "2019"),
        ("2024-12-01", "1 December 2024"),
    ],
)
def test_a_date_says_as_much_as_is_known(words: Wording, date: str, said: str) -> None:
    assert words.date(date) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-05-27", "2024-05-29", "27 May 2024 to 29 May 2024"),
        ("2024-05", "2024-05", "May 2024"),
        ("2019", "2021-06", "2019 to June 2021"),
        ("2025-02-26", "", "26 February 2025"),
        ("", "2020", "2020"),
        ("", "", ""),
    ],
)
def test_a_period_has_the_ends_that_are_known(words: Wording, start: str, end: str, said: str) -> None:
    assert words.period(start, end) == said


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], ""),
        (["NLD"], "the Netherlands"),
        (["DNK", "NLD"], "Denmark and the Netherlands"),
        (["DNK", "USA", "ESP"], "Denmark, the United States and Spain"),
    ],
)
def test_countries_are_listed_as_in_a_sentence(words: Wording, codes: list[str], said: str) -> None:
    assert str(words.names(codes)) == said


def test_a_name_on_its_own_has_no_article(words: Wording) -> None:
    assert [words.name(code) for code in ("NLD", "BIH", "TUR", "XKX")] == (
        ["Netherlands", "Bosnia and Herzegovina", "Türkiye", "Kosovo"]
    )


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (3, "", "3"),
        (12_300, "kg", "12,300 kg"),
        (1.5, "tonnes", "1.5 tonnes"),
        (500, "EUR", "€500"),
        (1_234.5, "EUR", "€1,234.50"),
        (51_500_000, "EUR", "€51.5 million"),
        (1_200_000_000, "USD", "$1.2 billion"),
        (11_000_000, "AUD", "A$11 million"),
        (500, "DKK", "DKK\N{NO-BREAK SPACE}500"),
    ],
)
def test_a_quantity_has_its_unit(words: Wording, value: float, unit: str, said: str) -> None:
    assert words.quantity(value, unit) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "€5150万"),
        ("ja", "€5150万"),
        ("sl", "51,5 milijoni €"),
        ("pl", "51,5 miliona €"),
    ],
)
def test_a_large_sum_is_short_in_every_language(language: str, said: str) -> None:
    assert wording(language).quantity(51_500_000, "EUR").replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("measure", "count", "said"),
    [
        ("arrests", 1, "arrest"),
        ("arrests", 25, "arrests"),
        ("arrests", 0, "arrests"),
        ("searches", 1, "search"),
        ("cash-found", 2, "cash found"),
    ],
)
def test_what_was_counted_agrees_with_the_figure(words: Wording, measure: str, count: int, said: str) -> None:
    assert words.measure(measure, count) == said


@pytest.mark.parametrize("language", ["xx", "", "../en", "EN", "en_GB"])
def test_a_language_without_words_is_one_clear_line(language: str) -> None:
    with pytest.raises(CoopmapError) as caught:
        wording(language)
    assert str(caught.value) == (
        f"no words for the language {language!r}: ar, bg, cs, da, de, el, en, es, et, fi, fr, ga, he, hr, "
        "hu, is, it, ja, lt, lv, mt, nb, nl, pl, pt, ro, ru, sk, sl, sv, tr, uk, zh would be right"
    )
