"""Lists of countries as people paste them: every name is understood, or refused with the reason."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopmap.countries import codes, label
from coopmap.errors import CoopmapError
from coopmap.records.editing import roster


def read(text: str, on: str = "") -> list[tuple[str, str]]:
    """Give codes and what was written."""
    return [(one.code, one.written) for one in roster(text, on=on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Denmark, Sweden and the Netherlands",
            [("DNK", "Denmark"), ("SWE", "Sweden"), ("NLD", "the Netherlands")],
        ),
        (
            "Denmark, Sweden, and Norway.",
            [("DNK", "Denmark"), ("SWE", "Sweden"), ("NOR", "Norway")],
        ),
        ("Denmark;Sweden\nNorway\r\n", [("DNK", "Denmark"), ("SWE", "Sweden"), ("NOR", "Norway")]),
        (
            "- Denmark\n* Sweden\n• Norway\n3) Finland\n\u2013 Iceland",
            [
                ("DNK", "Denmark"),
                ("SWE", "Sweden"),
                ("NOR", "Norway"),
                ("FIN", "Finland"),
                ("ISL", "Iceland"),
            ],
        ),
        ("Dänemark und Schweden", [("DNK", "Dänemark"), ("SWE", "Schweden")]),
        ("Danemark et Suède", [("DNK", "Danemark"), ("SWE", "Suède")]),
        (
            "Bosnia and Herzegovina, Trinidad and Tobago and Serbia",
            [("BIH", "Bosnia and Herzegovina"), ("TTO", "Trinidad and Tobago"), ("SRB", "Serbia")],
        ),
        ("Korea, Republic of, and Japan", [("KOR", "Korea, Republic of"), ("JPN", "Japan")]),
        (
            "Iran, Islamic Republic of; Taiwan, Province of China; Gambia, The, Virgin Islands, British",
            [
                ("IRN", "Iran, Islamic Republic of"),
                ("TWN", "Taiwan, Province of China"),
                ("GMB", "Gambia, The"),
                ("VGB", "Virgin Islands, British"),
            ],
        ),
        ("Denmark & Sweden", [("DNK", "Denmark"), ("SWE", "Sweden")]),
        ("", []),
        (" ;\n, ", []),
    ],
)
def test_a_pasted_list_is_understood(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_an_agency_stands_behind_a_colon() -> None:
    listed = roster("Denmark: National Police; Sweden: Ministry of Justice, Police and Fire")
    assert [(one.code, one.agency) for one in listed] == [
        ("DNK", "National Police"),
        ("SWE", "Ministry of Justice, Police and Fire"),
    ]
    with pytest.raises(CoopmapError) as refused:
        roster("Denmark: National Police, Sweden")
    assert str(refused.value) == (
        "'Denmark: National Police, Sweden' may name one agency or several countries; a semicolon between two countries would be right"
    )


def test_a_group_has_the_members_of_the_day() -> None:
    assert len(roster("EU@2019-06-01")) == 28
    assert len(roster("EU", on="2019-06-01")) == 28
    assert len(roster("the EU member states", on="2024")) == 27
    assert "GBR" in {one.code for one in roster("EU@2019-06-01", on="2024")}
    with pytest.raises(CoopmapError) as refused:
        roster("EU@2019-13")
    assert str(refused.value) == (
        "'EU@2019-13': '2019-13' is no date; a day, month or year that exists would be right, such as EU@2019-06-01"
    )
    listed = roster("Nordics")
    assert [one.code for one in listed] == ["DNK", "FIN", "ISL", "NOR", "SWE"]
    assert {one.written for one in listed} == {"Nordics"}
    assert listed.notes == ("'Nordics' was read as 5 countries",)


@pytest.mark.parametrize(
    "text",
    [
        "EU except Malta and Cyprus",
        "all EU member states but Malta and Cyprus",
        "the EU countries, except for Malta, Cyprus",
        "EU without Malta & Cyprus",
        "All EU members (except Malta and Cyprus)",
    ],
)
def test_all_but_some_are_understood(text: str) -> None:
    listed = roster(text, on="2024-01-01")
    everybody = {one.code for one in roster("EU", on="2024-01-01")}
    assert {one.code for one in listed} == everybody - {"MLT", "CYP"}
    assert {one.written for one in listed} == {text}


def test_only_a_member_can_be_left_out() -> None:
    with pytest.raises(CoopmapError) as refused:
        roster("EU except Malta, Norway")
    assert str(refused.value) == (
        "'Norway' is no member of EU, so it cannot be left out of it; a semicolon before the next name would be right"
    )
    assert len(roster("EU except Malta; Norway", on="2024")) == 27


def test_what_may_be_one_name_or_two_is_refused() -> None:
    with pytest.raises(CoopmapError) as refused:
        roster("Japan, Taiwan, China and Vietnam")
    assert str(refused.value) == (
        "'Taiwan, China' may be one name or 2; 'Taiwan; China' or 'Taiwan' would be right"
    )
    assert [one.code for one in roster("Taiwan; China")] == ["TWN", "CHN"]


def test_every_refused_name_is_told_at_once() -> None:
    with pytest.raises(CoopmapError) as refused:
        roster("Congo, Denmark and Bavaria")
    line = str(refused.value)
    assert "\n" not in line
    assert "'Congo'" in line
    assert "'Bavaria'" in line
    assert "; COD or COG would be right; " in line


@pytest.mark.parametrize("lost", ["Congo", "Bavaria", "Copenhagen", "Yugoslavia", "Atlantis"])
def test_no_name_of_a_list_is_lost_behind_its_neighbour(lost: str) -> None:
    for text in (f"Denmark, {lost}", f"{lost}, Denmark", f"Kenya, {lost} and Denmark", f"{lost} and Denmark"):
        with pytest.raises(CoopmapError, match=f"'{lost}'"):
            roster(text)


def test_a_mended_misspelling_is_reported() -> None:
    listed = roster("Denmrak")
    assert [one.code for one in listed] == ["DNK"]
    assert listed.notes == ("'Denmrak' was read as Denmark",)
    assert listed[0].written == "Denmrak"


def test_a_country_named_twice_is_there_once_with_both_spellings() -> None:
    listed = roster("Denmark; Danmark")
    assert [(one.code, one.written) for one in listed] == [("DNK", "Denmark; Danmark")]
    assert listed.notes == ("Denmark stands there twice (Denmark; Danmark) and is recorded once",)
    listed = roster("Nordics; Denmark: Navy")
    assert next((one.code, one.written, one.agency) for one in listed) == ("DNK", "Denmark", "Navy")


PLAIN = [code for code in codes() if label(code) not in {"Taiwan", "China", "Hong Kong", "Macao"}]


@given(
    st.lists(st.sampled_from(PLAIN), min_size=1, max_size=8, unique=True), st.sampled_from([", ", "; ", "\n"])
)
def test_any_list_of_english_names_is_read_back(countries: list[str], between: str) -> None:
    text = between.join(map(label, countries))
    assert [one.code for one in roster(text)] == countries


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    with suppress(CoopmapError):
        roster(text)
