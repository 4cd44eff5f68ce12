"""What a reviewer is told about dates, and about countries that were not there yet."""

# ruff: noqa: E501 - sentences are written whole

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import review
from tests.records.raids import RAID, country, figure, paper, told

SPOILT = [
    (
        {"start": "", "end": "", "announced": ""},
        [
            (
                "note",
                "missing-date",
                "operations.csv, row 4",
                "The record holds no date of the operation.",
                "coopmap edit raid start=DATE",
            )
        ],
    ),
    (
        {"end": "2024-04-30"},
        [
            (
                "error",
                "end-before-start",
                "operations.csv, row 4",
                "It ended (2024-04-30) before it began (2024-05).",
                "coopmap edit raid end=DATE, or start=DATE; one of the two is wrong",
            )
        ],
    ),
    (
        {
            "participations": (
                country("DNK", "lead"),
                country("SWE", since="2024-06-02", until="2024-06-01", status="withdrawn"),
            )
        },
        [
            (
                "error",
                "end-before-start",
                "participations.csv, row 7",
                "Sweden left (2024-06-01) before it joined (2024-06-02).",
                "coopmap edit raid SWE since=DATE, or until=DATE",
            )
        ],
    ),
    (
        {"announced": "2024-04"},
        [
            (
                "warning",
                "early-announcement",
                "operations.csv, row 4",
                "It was announced (2024-04) before it began (2024-05).",
                "coopmap edit raid announced=DATE",
            )
        ],
    ),
    (
        {"announced": "2024-04", "kind": "naval"},
        [
            (
                "note",
                "early-announcement",
                "operations.csv, row 4",
                "It was announced (2024-04) before it began (2024-05).",
                "coopmap edit raid announced=DATE",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", since="2024-07"))},
        [
            (
                "warning",
                "outside-period",
                "participations.csv, row 7",
                "Sweden joined (2024-07) after the operation ended (2024-06-10).",
                "coopmap edit raid SWE since=DATE",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", until="2023", status="withdrawn"))},
        [
            (
                "warning",
                "outside-period",
                "participations.csv, row 7",
                "Sweden left (2023) before the operation began (2024-05).",
                "coopmap edit raid SWE until=DATE",
            )
        ],
    ),
    (
        {"start": "0024-05"},
        [
            (
                "warning",
                "odd-year",
                "operations.csv, row 4",
                "The year 0024 stands under start.",
                "coopmap edit raid start=DATE",
            )
        ],
    ),
    (
        {"announced": "2034-06-11"},
        [
            (
                "warning",
                "date-to-come",
                "operations.csv, row 4",
                "It was announced on 2034-06-11, and that day is still to come.",
                "coopmap edit raid announced=DATE",
            )
        ],
    ),
    (
        {"outcomes": (figure(as_of="2033"),)},
        [
            (
                "warning",
                "date-to-come",
                "outcomes.csv, row 9",
                "The figure for arrests stands for 2033, and that day is still to come.",
                "coopmap outcome raid arrests --source paper --as-of DATE",
            )
        ],
    ),
    (
        {"sources": (paper(retrieved="2034"),)},
        [
            (
                "warning",
                "date-to-come",
                "sources.csv, row 3",
                "2034 stands under retrieved, and that day is still to come.",
                "coopmap source paper --retrieved DATE",
            )
        ],
    ),
    (
        {"start": "2010-05", "end": "2010-06-10", "participations": (country("DNK", "lead"), country("SSD"))},
        [
            (
                "error",
                "unborn-country",
                "participations.csv, row 7",
                "South Sudan exists since 2011-07-09 (part of Sudan before); its part was over by 2010-06-10.",
                "coopmap edit raid SSD country=COUNTRY, or correct the dates",
            )
        ],
    ),
    (
        {
            "start": "2010-05",
            "end": "",
            "participations": (country("DNK", "lead"), country("SSD", since="2010-06")),
        },
        [
            (
                "error",
                "unborn-country",
                "participations.csv, row 7",
                "South Sudan exists since 2011-07-09 (part of Sudan before); it joined on 2010-06.",
                "coopmap edit raid SSD country=COUNTRY, or correct the dates",
            )
        ],
    ),
    (
        {"start": "2010-05", "end": "", "participations": (country("DNK", "lead"), country("SSD"))},
        [
            (
                "note",
                "later-country",
                "participations.csv, row 7",
                "South Sudan exists since 2011-07-09 (part of Sudan before); the operation began on 2010-05.",
                "coopmap edit raid SSD since=2011-07-09, or the later day it joined",
            )
        ],
    ),
    (
        {
            "start": "2010-05",
            "end": "",
            "sources": (paper(published="2010-07-01"),),
            "participations": (country("DNK", "lead"), country("SSD")),
        },
        [
            (
                "error",
                "unborn-country",
                "participations.csv, row 7",
                "South Sudan exists since 2011-07-09 (part of Sudan before); its source appeared on 2010-07-01.",
                "coopmap edit raid SSD country=COUNTRY, or correct the dates",
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
