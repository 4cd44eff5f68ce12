"""What a reviewer is told about sources and organisations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import review
from tests.records.raids import RAID, body, country, figure, paper, told

SPOILT = [
    (
        {"participations": (country("DNK", "lead"), country("SWE", source=""))},
        [
            (
                "warning",
                "missing-source",
                "participations.csv, row 7",
                "No source says that Sweden took part.",
                "coopmap edit raid SWE source=ID, the page that says so",
            )
        ],
    ),
    (
        {"sources": (paper(published="2024-04-30"),), "end": ""},
        [
            (
                "warning",
                "early-source",
                "sources.csv, row 3",
                "The source appeared (2024-04-30) before raid began (2024-05).",
                "coopmap source paper --published DATE, or coopmap edit raid start=DATE",
            )
        ],
    ),
    (
        {"sources": (paper(published="2024-04-30"),), "end": "", "kind": "naval"},
        [
            (
                "note",
                "early-source",
                "sources.csv, row 3",
                "The source appeared (2024-04-30) before raid began (2024-05).",
                "coopmap source paper --published DATE, or coopmap edit raid start=DATE",
            )
        ],
    ),
    (
        {
            "sources": (paper(published="2024-06-10"),),
            "participations": (country("DNK", "lead"), country("SWE", since="2024-06-11")),
            "end": "",
        },
        [
            (
                "warning",
                "later-than-source",
                "participations.csv, row 7",
                "Sweden joined (2024-06-11); its source appeared before that (2024-06-10).",
                "coopmap edit raid SWE source=ID, the source that says so; or another date: since=DATE",
            )
        ],
    ),
    (
        {"sources": (paper(published="2024-06-10"),), "outcomes": (figure(as_of="2024-06-11"),)},
        [
            (
                "warning",
                "later-than-source",
                "outcomes.csv, row 9",
                "The figure for arrests stands for 2024-06-11; its source appeared before that (2024-06-10).",
                "coopmap outcome raid arrests --source paper --as-of 2024-06-10",
            )
        ],
    ),
    (
        {"sources": (paper(published="2024-06-01"),)},
        [
            (
                "note",
                "foreseen-end",
                "operations.csv, row 4",
                "It ended (2024-06-10), and its last source appeared before that (2024-06-01).",
                "name a source that saw the end, or coopmap edit raid end=DATE",
            )
        ],
    ),
    (
        {"sources": (paper(published="2024-06-11", retrieved="2024-06-10"),)},
        [
            (
                "error",
                "retrieved-before-published",
                "sources.csv, row 3",
                "The source was read (2024-06-10) before it appeared (2024-06-11).",
                "coopmap source paper --published DATE",
            )
        ],
    ),
    (
        {"sources": (paper(title=""),)},
        [
            (
                "warning",
                "lost-source",
                "sources.csv, row 3",
                "The source (The Paper) has neither a headline nor an address.",
                "coopmap source paper --url ADDRESS",
            )
        ],
    ),
    (
        {"organisations": ()},
        [
            (
                "note",
                "missing-organisation",
                "operations.csv, row 4",
                "No organisation is recorded beside the countries.",
                "a row in organisations.csv, if a body such as Europol took part",
            )
        ],
    ),
    (
        {"organisations": (body("Sweden"),)},
        [
            (
                "warning",
                "country-as-organisation",
                "organisations.csv, row 5",
                "'Sweden' is a country (Sweden), no organisation.",
                "coopmap join raid SWE, and coopmap remove raid 'Sweden'",
            )
        ],
    ),
]
"""What is changed in a record without a fault, and what is then told."""


@pytest.mark.parametrize(("change", "expected"), SPOILT)
def test_a_fault_is_told_with_its_place_and_its_mend(
    change: dict[str, object], expected: list[tuple[str, ...]]
) -> None:
    spoilt = replace(RAID, **change)  # type: ignore[arg-type]
    assert [told(problem) for problem in review(spoilt, today="2030-01-01")] == expected
