"""What is no fault is not told, and every problem there can be has a meaning and a test."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import SEVERITIES, nouns, read, review, review_all
from tests.checkout import ROOT
from tests.records.raids import RAID, country, figure, paper


def test_a_sound_record_has_no_problem() -> None:
    assert review(RAID, today="2030-01-01") == ()


@pytest.mark.parametrize(
    "change",
    [
        {"end": "2024-05"},
        {"announced": "2024"},
        {"declared_countries": 2, "participations": (*RAID.participations, country("MLI", "host"))},
        {"declared_countries": 3, "participations": (*RAID.participations, country("MLI", "host"))},
        {"participations": (*RAID.participations, country("NOR", "observer", agency="Kripos"))},
        {"declared_countries": 1, "declared_qualifier": "at-least"},
        {"participations": (country("DNK", "co-lead"), country("SWE", "co-lead"))},
        {"participations": (country("DNK", "lead"), country("SWE", since="2024", until="2024-06"))},
        {"participations": (country("DNK", "lead", status="disputed", note="Copenhagen"), country("SWE"))},
        {"participations": (country("DNK", "lead", as_written="Danish"), country("SWE", as_written="SWE"))},
        {"participations": (country("DNK", "lead"), country("USA", as_written="FBI"))},
        {"participations": (country("DNK", "lead"), country("NGA", as_written="Nga"))},
        {"participations": (country("DNK", "lead"), country("GRL", "host"))},
        {"start": "2011", "end": "", "participations": (country("DNK", "lead"), country("SSD"))},
        {"start": "1999", "end": "1999", "participations": (*RAID.participations, country("TLS", "host"))},
        {"outcomes": (figure(as_of="2024-06"), figure(as_of="2024-05", source="wire", chosen=False))},
        {"outcomes": (figure(value=2.5, measure="drugs-seized", unit="kg"),)},
        {"outcomes": (figure(value=2.5, measure="money-seized", unit="EUR"),)},
        {"sources": (paper(published="2024-06", retrieved="2024-06-11"),)},
        {"name": "عملية", "note": "São Tomé, “zwölf”, Türkiye 🇹🇷, می‌خواهم"},
    ],
)
def test_what_may_be_right_is_no_problem(change: dict[str, object]) -> None:
    spoilt = replace(RAID, **change)  # type: ignore[arg-type]
    assert review(spoilt, today="2030-01-01") == ()


def test_every_noun_has_a_severity_and_a_meaning() -> None:
    for noun in nouns().values():
        assert noun.severity in SEVERITIES
        assert noun.meaning.endswith("."), noun.noun


def test_every_noun_has_a_test() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests/records").glob("test_review_*.py"))
    assert [noun for noun in nouns() if f'"{noun}"' not in tests] == []


def test_the_shipped_collection_is_judged_as_it_should_be() -> None:
    problems = list(review_all(read(ROOT / "data"), today="2030-01-01"))
    told = [(one.operation, one.noun, one.subject) for one in problems if one.severity != "note"]
    assert told == [
        ("operation-trojan-shield", "count-mismatch", ""),
        ("emotet-takedown-2021", "count-mismatch", ""),
        ("empact-jad-see-2024", "count-mismatch", ""),
        ("kfor-2017", "later-than-source", "UKR"),
        ("samim", "later-than-source", "BWA"),
    ]
