"""What a reviewer is told about the figures of an operation."""

# ruff: noqa: E501 - sentences are written whole

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import review
from tests.records.raids import RAID, figure, paper, told

SPOILT = [
    (
        {"outcomes": (figure(chosen=False),)},
        [
            (
                "error",
                "missing-choice",
                "outcomes.csv, row 9",
                "No figure for arrests is chosen.",
                "coopmap outcome raid arrests --source paper --chosen",
            )
        ],
    ),
    (
        {"outcomes": (figure(), figure(source="wire")), "sources": (paper(), paper("wire"))},
        [
            (
                "error",
                "double-choice",
                "outcomes.csv, row 9",
                "2 figures for arrests are chosen.",
                "coopmap outcome raid arrests --source wire --chosen",
            )
        ],
    ),
    (
        {
            "outcomes": (figure(as_of="2024-06-01"), figure(as_of="2024-06-05", source="wire", chosen=False)),
            "sources": (paper(), paper("wire")),
        },
        [
            (
                "note",
                "older-choice",
                "outcomes.csv, row 9",
                "The figure for arrests from paper (2024-06-01) is chosen, one from wire (2024-06-05) is later.",
                "coopmap outcome raid arrests --source wire --chosen",
            )
        ],
    ),
    (
        {
            "outcomes": (figure(), figure(value=4, source="wire", chosen=False)),
            "sources": (paper(), paper("wire")),
        },
        [
            (
                "note",
                "contradicting-figures",
                "outcomes.csv, row 9",
                "paper gives 3 arrests, wire 4, both without a date.",
                "coopmap edit raid note=TEXT, which tells the reader that they differ",
            )
        ],
    ),
    (
        {
            "outcomes": (
                figure(measure="drugs-seized", unit="kg"),
                figure(measure="drugs-seized", unit="t", source="wire", chosen=False),
            ),
            "sources": (paper(), paper("wire")),
        },
        [
            (
                "warning",
                "mixed-units",
                "outcomes.csv, row 9",
                "The figures for drugs-seized have different units: kg, t.",
                "give all in one unit, or name two measures",
            )
        ],
    ),
    (
        {"outcomes": (figure(measure="money-seized"),)},
        [
            (
                "warning",
                "missing-unit",
                "outcomes.csv, row 9",
                "money-seized is a sum of money without a unit.",
                "coopmap outcome raid money-seized --source paper --unit EUR, or another currency",
            )
        ],
    ),
    (
        {"outcomes": (figure(measure="drugs-seized"),)},
        [
            (
                "warning",
                "missing-unit",
                "outcomes.csv, row 9",
                "drugs-seized has no unit: kilograms, or what?",
                "coopmap outcome raid drugs-seized --source paper --unit kg, or another unit",
            )
        ],
    ),
    (
        {"outcomes": (figure(measure="money-seized", unit="€"),)},
        [
            (
                "warning",
                "odd-unit",
                "outcomes.csv, row 9",
                "'€' is no currency that everybody knows.",
                "coopmap outcome raid money-seized --source paper --unit EUR",
            )
        ],
    ),
    (
        {"outcomes": (figure(measure="drugs-seized", unit="bags"),)},
        [
            (
                "warning",
                "odd-unit",
                "outcomes.csv, row 9",
                "'bags' is no unit that everybody knows.",
                "coopmap outcome raid drugs-seized --source paper --unit UNIT",
            )
        ],
    ),
    (
        {"outcomes": (figure(value=2.5),)},
        [
            (
                "warning",
                "broken-count",
                "outcomes.csv, row 9",
                "2.5 arrests: a count has no fraction.",
                "coopmap outcome raid arrests --source paper --unit UNIT, or the whole number",
            )
        ],
    ),
    (
        {"outcomes": (figure(as_of="2024-04-30"),)},
        [
            (
                "warning",
                "figure-before-start",
                "outcomes.csv, row 9",
                "The figure for arrests stands for 2024-04-30, before the operation began (2024-05).",
                "coopmap outcome raid arrests --source paper --as-of DATE",
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
