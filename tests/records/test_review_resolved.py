"""What a reviewer is told about names that the gazetteer finds ambiguous, or a part of a country."""

# ruff: noqa: E501 - sentences are written whole

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coopmap.countries import Answer
from coopmap.records import Participation, review
from coopmap.records.review import naming
from tests.records.raids import RAID, country, told

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWERS = {
    "England": Answer(written="England", code="GBR", reason="England is a part of the United Kingdom"),
    "Congo": Answer(written="Congo", reason="two countries are called so", candidates=("COD", "COG")),
    "Norwey": Answer(written="Norwey", code="NOR", reason="corrected from Norwey", corrected=True),
    "Swedish": Answer(written="Swedish", code="SWE", reason="an adjective of Sweden"),
    "FBI": Answer(written="FBI", reason="an organisation, not a country", candidates=("USA",)),
}


@pytest.fixture(autouse=True)
def gazetteer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Answer as the gazetteer does."""
    monkeypatch.setattr(naming, "resolve", lambda text: ANSWERS.get(text, Answer(written=text)))
    for remembered in (naming.verdict, naming.answered):
        remembered.cache_clear()
    yield
    for remembered in (naming.verdict, naming.answered):
        remembered.cache_clear()


def found(*participations: Participation, note: str = "") -> list[tuple[str, ...]]:
    """Review two countries."""
    return [told(one) for one in review(replace(RAID, participations=participations, note=note))]


def test_a_part_of_a_country_is_told_unless_a_note_speaks_of_it() -> None:
    denmark = country("DNK", "lead")
    assert found(denmark, country("GBR", as_written="England")) == [
        (
            "note",
            "part-of-country",
            "participations.csv, row 7",
            "The source writes 'England', a part of United Kingdom; the map paints the whole.",
            "coopmap edit raid GBR note=TEXT, which says what is meant",
        )
    ]
    assert found(denmark, country("GBR", as_written="England", note="Kent Police")) == []
    assert found(denmark, country("GBR", as_written="England"), note="England alone took part.") == []


def test_an_ambiguous_name_is_told_unless_a_note_settles_it() -> None:
    denmark = country("DNK", "lead")
    assert found(denmark, country("COD", as_written="Congo")) == [
        (
            "note",
            "ambiguous-name",
            "participations.csv, row 7",
            "The source writes 'Congo', which may mean Democratic Republic of the Congo or Republic of the Congo.",
            "coopmap edit raid COD note=TEXT, which says what is meant",
        )
    ]
    assert found(denmark, country("COD", as_written="Congo", note="Kinshasa, by its police")) == []


def test_one_ambiguous_name_cannot_be_two_countries() -> None:
    both = (
        country("COG", "lead", as_written="Congo", note="Brazzaville"),
        country("COD", as_written="Congo", note="Kinshasa"),
    )
    assert found(*both) == [
        (
            "warning",
            "same-name-twice",
            "participations.csv, row 7",
            "'Congo' stands behind Republic of the Congo and Democratic Republic of the Congo.",
            "coopmap edit raid COD as_written=NAME, or coopmap remove raid COD",
        )
    ]


def test_a_misspelt_name_of_another_country_is_a_warning() -> None:
    (problem,) = found(country("DNK", "lead"), country("SWE", as_written="Norwey"))
    assert problem[:2] == ("warning", "other-country")
    assert problem[3] == "The source writes 'Norwey', which is Norway (NOR), not Sweden."


def test_adjectives_and_agencies_are_no_problem() -> None:
    assert found(country("USA", "lead", as_written="FBI"), country("SWE", as_written="Swedish")) == []
