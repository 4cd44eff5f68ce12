"""What a person meets who types a country: codes and names, corrections, refusals with a reason."""

from __future__ import annotations

import csv
import subprocess
import sys
from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopmap.countries import codes, label, resolve, suggest
from coopmap.countries.codes import TABLES


def read(table: str) -> list[dict[str, str]]:
    """Read one of the tables."""
    with (TABLES / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("AO", "AGO"),
        ("Áo", "AUT"),
        ("NGA", "NGA"),
        ("nga", "NGA"),
        ("Nga", "RUS"),
        ("008", "ALB"),
        ("8", ""),
        ("dänisch", "DNK"),
        ("l\u2019Italie", "ITA"),
        ("den Niederlanden", "NLD"),
        ("Virgin Islands, U.S.", "VIR"),
        ("Guam (US)", "GUM"),
        ("Myanmar (Burma)", "MMR"),
        ("Peru, Indiana", ""),
        ("Georgia, USA", ""),
        ("not Germany", ""),
        ("New Mexico", ""),
        ("South America", ""),
        ("South West Africa", "NAM"),
        ("French Indochina", ""),
        ("Yugoslvia", ""),
    ],
)
def test_traps(written: str, code: str) -> None:
    assert resolve(written).code == code


@pytest.mark.parametrize(
    ("written", "candidates", "reason"),
    [
        ("Korea", ("KOR", "PRK"), "several countries are called so: South Korea (KOR) or North Korea (PRK)"),
        ("Bavaria", (), "no country of today: a part of one, or a state of the past"),
        ("Europol", (), "an organisation, not a country"),
        ("Oceania", (), "a part of the world, not a country"),
        ("Denmark/Sweden", ("DNK", "SWE"), "it names more than one country: Denmark (DNK) or Sweden (SWE)"),
        ("Atlantis", (), "no name of a country"),
        ("  ", (), "nothing is written here"),
        ("x" * 1_000_000, (), "it is longer than 150 letters; no country's name is"),
    ],
)
def test_a_refusal_says_why_and_who_may_be_meant(
    written: str, candidates: tuple[str, ...], reason: str
) -> None:
    answer = resolve(written)
    assert (answer.code, answer.candidates, answer.reason) == ("", candidates, reason)


def test_a_misspelling_is_mended_and_said() -> None:
    answer = resolve("Denmrk")
    assert (answer.code, answer.corrected) == ("DNK", True)
    assert answer.reason == "corrected from 'Denmrk' to 'denmark'"
    assert not resolve("Denmark").corrected


def test_a_misspelling_between_two_countries_is_refused() -> None:
    assert [resolve(written).code for written in ("Zamba", "Irad", "Slovania", "Irak")] == ["", "", "", "IRQ"]


def test_the_parts_of_the_united_kingdom_are_told() -> None:
    answer = resolve("Scotland")
    assert answer.code == "GBR"
    assert answer.reason.startswith("Scotland is a part of the United Kingdom")


def test_every_label_leads_back_to_its_country() -> None:
    assert {code: resolve(label(code)).code for code in codes() if code != "MAF"} == {
        code: code for code in codes() if code != "MAF"
    }


@given(st.text(max_size=200))
def test_whatever_is_written_there_is_an_answer(text: str) -> None:
    answer = resolve(text)
    assert answer.written == text
    assert answer.code in {"", *codes()}
    assert answer.code or answer.reason
    assert suggest(text) in {None, *codes()}


def test_english_names_are_the_cldr_s_with_coopmap_s_own() -> None:
    from babel.core import Locale  # noqa: PLC0415 - a test of what is not loaded otherwise

    own = {row["code"]: row["name"] for row in read("labels.csv") if row["language"] == "en"}
    cldr = Locale.parse("en").territories
    due = {row["alpha3"]: own.get(row["alpha3"]) or cldr[row["alpha2"]] for row in read("countries.csv")}
    assert {row["alpha3"]: row["name"] for row in read("english.csv")} == due, version("babel")


def test_the_tables_that_people_write_speak_of_countries_that_exist() -> None:
    named = [row["code"] for table in ("spellings.csv", "demonyms.csv") for row in read(table)]
    named += [code for row in read("refusals.csv") for code in row["candidates"].split()]
    named += [code for row in read("memberships.csv") for code in row["codes"].split()]
    assert sorted(set(named) - set(codes())) == []


def test_no_name_is_both_accepted_and_refused_by_hand() -> None:
    refused = {row["name"].casefold() for row in read("refusals.csv")}
    accepted = [row["name"] for row in read("spellings.csv")]
    accepted += [word for row in read("demonyms.csv") for word in row["words"].split(";")]
    assert [name for name in accepted if name.casefold() in refused] == []


def test_a_name_is_looked_up_without_the_cldr_s_data() -> None:
    program = (
        "import sys\nfrom coopmap.countries import resolve\nassert resolve('Danmark').code == 'DNK'\n"
        "resolve('Denmrk')\nprint(*sorted({'babel', 'pandas', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
