"""The press texts and their gold records fit together, letter by letter."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from coopmap.countries import is_code
from coopmap.records import LEADING, QUALIFIERS, ROLES
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = ROOT / "tests" / "press" / "texts"
"""Where the texts live."""

THIRDS = ("writing", "reporting")
"""The texts that rules may be written from, and those that only report."""

LANGUAGES = {"en": 30, "de": 6, "fr": 6, "es": 6, "it": 6, "nl": 6, "pl": 5, "pt": 5, "da": 5, "sv": 5}
"""The fewest texts of each language."""

UNITS = {"", "EUR", "USD", "kg", "t"}
"""What sums and weights are counted in; empty when the measure says it."""

WHYS = {
    *(
        "attacked",
        "background",
        "blamed",
        "condemned",
        "corrected",
        "criticism",
        "dateline",
        "declined",
        "earlier",
    ),
    *("excepted", "flag", "fugitive", "funding", "future", "goods", "language", "money", "namesake"),
    *("nationality", "newspaper", "place", "seat", "server", "supplier", "victim", "wanted"),
}
"""Why a country is mentioned that did not take part."""

QUESTIONS = {
    *(
        "ambiguous-name",
        "contradiction",
        "corrected",
        "count-mismatch",
        "group-expanded",
        "host-or-participant",
    ),
    *("list-incomplete", "nationality", "place-or-participant", "withdrawn"),
}
"""The kinds of open questions."""

ORGANISATIONS = {
    *(
        "African Union",
        "Ameripol",
        "ESA",
        "EU",
        "Eurojust",
        "European Commission",
        "Europol",
        "Frontex",
        "INTERPOL",
    ),
    *("NATO", "OLAF", "SADC", "Tispol", "UN", "UNESCO", "World Customs Organization"),
}
"""Bodies that coordinate, by the names that records give them."""

SHAPE = {
    "name": (str, type(None)),
    "language": (str,),
    "declared_countries": (int, type(None)),
    "declared_qualifier": (str, type(None)),
    "coordinators": (list,),
    "participations": (list,),
    "outcomes": (list,),
    "not_participants": (list,),
    "questions": (list,),
}
"""The words of a gold record, in order, with their types."""

PARTS = {
    "participations": ["country", "role", "agency", "evidence"],
    "outcomes": ["measure", "value", "unit", "qualifier", "evidence"],
    "not_participants": ["country", "why", "evidence"],
}
"""The words of what stands in its lists."""

TEXT_FILES = sorted(TEXTS.glob("*/*.txt"))


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


every_text = pytest.mark.parametrize("path", TEXT_FILES, ids=named)


@cache
def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@cache
def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return gold


@cache
def measures() -> frozenset[str]:
    """Every measure that the shipped collection knows."""
    with (ROOT / "data" / "outcomes.csv").open(encoding="utf-8", newline="") as table:
        return frozenset(row["measure"] for row in csv.DictReader(table))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, told by their words alone."""
    for sentence in re.split(r"[.!?:;\n\t]+", text.replace("\u00ad", "")):
        yield " ".join(re.findall(r"\w+", sentence.casefold()))


def test_every_text_has_its_gold_and_lies_in_a_third() -> None:
    stems = {path.with_suffix("") for path in TEXTS.glob("*/*") if path.suffix in {".txt", ".json"}}
    assert {path.with_suffix("") for path in TEXT_FILES} == stems
    assert all(path.with_suffix(".json").is_file() for path in TEXT_FILES)
    assert {path.parent.name for path in TEXT_FILES} == set(THIRDS)
    assert len({path.stem for path in TEXT_FILES}) == len(TEXT_FILES)


def test_there_are_enough_texts_and_a_third_of_them_only_reports() -> None:
    thirds = Counter(path.parent.name for path in TEXT_FILES)
    assert len(TEXT_FILES) >= 90
    assert thirds["reporting"] * 3 >= len(TEXT_FILES)


@pytest.mark.parametrize("third", THIRDS)
def test_every_language_is_in_both_thirds(third: str) -> None:
    assert {gold_of(path)["language"] for path in TEXT_FILES if path.parent.name == third} == set(LANGUAGES)


def test_every_language_has_its_share() -> None:
    counts = Counter(gold_of(path)["language"] for path in TEXT_FILES)
    assert {
        language: counts[language] for language in LANGUAGES if counts[language] < LANGUAGES[language]
    } == {}


def test_the_thirds_share_no_sentence() -> None:
    said = {
        third: {
            sentence
            for path in TEXT_FILES
            if path.parent.name == third
            for sentence in sentences(text_of(path))
            if len(sentence.split()) >= 8
        }
        for third in THIRDS
    }
    assert said["writing"] & said["reporting"] == set()
    assert min(map(len, said.values())) > 100


def test_the_hard_cases_are_there() -> None:
    golds = [gold_of(path) for path in TEXT_FILES]
    roles = [[each["role"] for each in gold["participations"]] for gold in golds]
    whys = Counter(each["why"] for gold in golds for each in gold["not_participants"])
    asked = Counter(kind for gold in golds for kind in gold["questions"])
    assert sum(not gold["participations"] for gold in golds) >= 8, "texts without any participant"
    assert sum(not set(LEADING) & set(role) for role in roles if role) >= 20, "texts without a lead"
    assert sum("co-lead" in role for role in roles) >= 5
    assert sum(gold["name"] is None for gold in golds) >= 25
    assert sum(gold["declared_countries"] is None for gold in golds) >= 25
    assert {gold["declared_qualifier"] for gold in golds} == {None, *QUALIFIERS}
    assert set(whys) == WHYS
    assert set(asked) == QUESTIONS


@every_text
def test_a_text_is_short_and_plain(path: Path) -> None:
    text = text_of(path)
    assert 60 <= len(text.split()) <= 450
    assert "\r" not in text
    assert "[[" not in text
    assert text.endswith("\n")


@every_text
def test_a_gold_has_the_shape_of_a_draft(path: Path) -> None:
    gold = gold_of(path)
    assert list(gold) == list(SHAPE)
    assert [word for word, types in SHAPE.items() if not isinstance(gold[word], types)] == []
    for part, words in PARTS.items():
        assert all(list(each) == words for each in gold[part]), part
    assert gold["language"] == path.stem[:2]
    assert (gold["declared_countries"] is None) == (gold["declared_qualifier"] is None)
    assert gold["declared_qualifier"] in {None, *QUALIFIERS}
    assert gold["questions"] == sorted(set(gold["questions"]) & QUESTIONS)
    assert set(gold["coordinators"]) <= ORGANISATIONS


@every_text
def test_evidence_cuts_out_what_it_says(path: Path) -> None:
    text, gold = text_of(path), gold_of(path)
    for part in PARTS:
        for each in gold[part]:
            evidence = each["evidence"]
            assert list(evidence) == ["start", "end", "text"]
            assert evidence["text"] == text[evidence["start"] : evidence["end"]] != ""


@every_text
def test_agencies_are_named_as_the_text_names_them(path: Path) -> None:
    text = text_of(path).replace("\u00ad", "")
    agencies = [each["agency"] for each in gold_of(path)["participations"] if each["agency"] is not None]
    assert [name for agency in agencies for name in agency.split("; ") if name not in text] == []


@every_text
def test_every_country_stands_once(path: Path) -> None:
    gold = gold_of(path)
    countries = [each["country"] for part in ("participations", "not_participants") for each in gold[part]]
    assert [code for code in countries if not is_code(code)] == []
    assert [code for code, times in Counter(countries).items() if times > 1] == []
    assert {each["why"] for each in gold["not_participants"]} <= WHYS


@every_text
def test_roles_are_those_of_a_record(path: Path) -> None:
    roles = Counter(each["role"] for each in gold_of(path)["participations"])
    assert set(roles) <= set(ROLES)
    assert roles["lead"] <= 1, "several leads are co-leads"
    assert roles["co-lead"] != 1, "one lead is the lead"
    assert not (roles["lead"] and roles["co-lead"])


@every_text
def test_outcomes_are_those_of_the_collection(path: Path) -> None:
    outcomes = gold_of(path)["outcomes"]
    assert {each["measure"] for each in outcomes} <= measures()
    assert {each["qualifier"] for each in outcomes} <= set(QUALIFIERS)
    assert {each["unit"] for each in outcomes} <= UNITS
    assert all(each["value"] > 0 for each in outcomes)
    assert len({(each["measure"], each["unit"]) for each in outcomes}) == len(outcomes)


@every_text
def test_a_count_that_disagrees_is_asked_about(path: Path) -> None:
    gold = gold_of(path)
    roles = [each["role"] for each in gold["participations"]]
    least = sum(role not in {"host", "supporter", "observer"} for role in roles) - (
        "withdrawn" in gold["questions"]
    )
    most = sum(role not in {"supporter", "observer"} for role in roles)
    declared, named_more = gold["declared_countries"], gold["declared_qualifier"] == "at-least"
    if declared is None or least <= declared <= most or (named_more and declared < least):
        return
    assert {"count-mismatch", "list-incomplete"} & set(gold["questions"])
