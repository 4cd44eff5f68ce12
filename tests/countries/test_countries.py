"""Country codes, names and guesses, as a reader meets them."""

from __future__ import annotations

import pytest

from coopmap.countries import codes, is_code, label, region, subregion, suggest
from coopmap.errors import CoopmapError


def test_all_codes_of_the_standard_are_there_and_kosovo() -> None:
    assert len(codes()) == 250
    assert codes()[:3] == ("ABW", "AFG", "AGO")
    assert is_code("XKX")
    assert [code for code in ("dnk", "DK", "DEN", "", "EUE") if is_code(code)] == []


def test_a_country_lies_in_its_part_of_the_world() -> None:
    assert (region("DNK"), subregion("DNK")) == ("Europe", "Northern Europe")
    assert (region("WSM"), subregion("WSM")) == ("Oceania", "Polynesia")
    assert {region(code) for code in codes()} == {
        "Africa",
        "Americas",
        "Antarctica",
        "Asia",
        "Europe",
        "Oceania",
    }


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("BIH", "Bosnia and Herzegovina"),
        ("CIV", "Ivory Coast"),
        ("COD", "Democratic Republic of the Congo"),
        ("COG", "Republic of the Congo"),
        ("CZE", "Czechia"),
        ("HKG", "Hong Kong"),
        ("MAC", "Macao"),
        ("MMR", "Myanmar"),
        ("PSE", "Palestine"),
        ("TUR", "Türkiye"),
        ("XKX", "Kosovo"),
    ],
)
def test_names_are_a_newspaper_s(code: str, name: str) -> None:
    assert label(code) == name


def test_no_english_name_needs_an_ampersand_or_a_dash() -> None:
    assert [label(code) for code in codes() if "&" in label(code) or " - " in label(code)] == []


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "Dänemark"),
        ("da", "Danmark"),
        ("pt-BR", "Dinamarca"),
        ("zh_Hant", "丹麥"),
        ("ja", "デンマーク"),
    ],
)
def test_names_come_in_the_reader_s_language(language: str, name: str) -> None:
    assert label("DNK", language) == name


@pytest.mark.parametrize("language", ["klingon", "", "xx", "../en"])
def test_an_unknown_language_is_named(language: str) -> None:
    with pytest.raises(
        CoopmapError, match="is no language with country names: a tag like en, de, es or pt-BR"
    ):
        label("DNK", language)


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(CoopmapError, match="'DEN' is no country code"):
        label("DEN")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UK", "GBR"),
        ("DEN", "DNK"),
        ("dnk", "DNK"),
        (" dk ", "DNK"),
        ("DKN", "DNK"),
        ("denmark", "DNK"),
        ("Denmrk", "DNK"),
        ("Kosovo", "XKX"),
        ("Atlantis", None),
        ("QQ", None),
        ("", None),
    ],
)
def test_a_wrong_code_is_understood(written: str, meant: str | None) -> None:
    assert suggest(written) == meant
