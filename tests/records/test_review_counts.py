"""What a reviewer is told about the declared number of countries and the rows."""

# ruff: noqa: E501 - sentences are written whole

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import review
from tests.records.raids import RAID, country, paper, told

SPOILT = [
    (
        {"declared_countries": 3},
        [
            (
                "error",
                "count-mismatch",
                "operations.csv, row 4",
                "The source declares 3 countries, the list holds 2 and is marked complete.",
                "find the difference; or let the note name both, 3 and 2: coopmap edit raid note=TEXT",
            )
        ],
    ),
    (
        {"declared_countries": 3, "note": "The headline says 3, the text names 2."},
        [
            (
                "warning",
                "count-mismatch",
                "operations.csv, row 4",
                "The source declares 3 countries, the list holds 2 and is marked complete; the note explains it.",
                "nothing, if the note tells the reader enough",
            )
        ],
    ),
    (
        {"declared_countries": 3, "note": "Seen in 2023 and at 20 places."},
        [
            (
                "error",
                "count-mismatch",
                "operations.csv, row 4",
                "The source declares 3 countries, the list holds 2 and is marked complete.",
                "find the difference; or let the note name both, 3 and 2: coopmap edit raid note=TEXT",
            )
        ],
    ),
    (
        {
            "declared_countries": 3,
            "participations": (country("DNK", "lead"), country("SWE", source="wire")),
            "sources": (paper(), paper("wire")),
        },
        [
            (
                "error",
                "count-mismatch",
                "operations.csv, row 4",
                "The source declares 3 countries, the list holds 2 and is marked complete; paper names 1, wire names 1.",
                "find the difference; or let the note name both, 3 and 2: coopmap edit raid note=TEXT",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE"), country("GRL", as_written="Greenland"))},
        [
            (
                "error",
                "count-mismatch",
                "operations.csv, row 4",
                "The source declares 2 countries, the list holds 3 and is marked complete; the source may count Greenland with Denmark.",
                "find the difference; or let the note name both, 2 and 3: coopmap edit raid note=TEXT",
            ),
            (
                "note",
                "territory-beside-country",
                "participations.csv, row 7",
                "Greenland and Denmark, to which it belongs, are two rows.",
                "nothing, if the source names both; else coopmap remove raid GRL",
            ),
        ],
    ),
    (
        {
            "participations": (country("DNK", "lead"), country("SWE", source="wire")),
            "sources": (paper(), paper("wire")),
        },
        [
            (
                "note",
                "split-list",
                "operations.csv, row 4",
                "No one source names all 2 countries; paper names 1, wire names 1.",
                "say in the note which source declares the number, and why the others' countries belong to it",
            )
        ],
    ),
    (
        {"list_complete": None},
        [
            (
                "warning",
                "unmarked-list",
                "operations.csv, row 4",
                "Nobody has said whether the countries are all there.",
                "coopmap edit raid list_complete=yes, or no",
            )
        ],
    ),
    (
        {"declared_qualifier": ""},
        [
            (
                "warning",
                "half-declaration",
                "operations.csv, row 4",
                "2 countries declared; declared_qualifier is empty.",
                "coopmap edit raid declared_qualifier=exact, or at-least, or about",
            )
        ],
    ),
    (
        {"declared_countries": None},
        [
            (
                "warning",
                "half-declaration",
                "operations.csv, row 4",
                "declared_qualifier says how exact a number is that declared_countries does not hold.",
                "coopmap edit raid declared_countries=NUMBER",
            )
        ],
    ),
    (
        {"declared_countries": 7, "list_complete": False},
        [
            (
                "note",
                "incomplete-list",
                "operations.csv, row 4",
                "The list names 2 of 7 declared countries.",
                "coopmap join raid COUNTRY, when a source names the others",
            )
        ],
    ),
    (
        {"list_complete": False},
        [
            (
                "warning",
                "incomplete-mark",
                "operations.csv, row 4",
                "All 2 declared countries are there, yet list_complete says no.",
                "coopmap edit raid list_complete=yes",
            )
        ],
    ),
    (
        {"declared_countries": 1, "list_complete": False},
        [
            (
                "error",
                "count-mismatch",
                "operations.csv, row 4",
                "The source declares 1 country, the list holds 2.",
                "find the difference; or coopmap edit raid declared_qualifier=at-least",
            )
        ],
    ),
    (
        {"declared_qualifier": "at-least"},
        [
            (
                "note",
                "open-list",
                "operations.csv, row 4",
                "The source speaks of at least 2 countries; the list holds just as many and is marked complete.",
                "coopmap edit raid list_complete=no",
            )
        ],
    ),
    (
        {"declared_countries": 300},
        [
            (
                "error",
                "impossible-count",
                "operations.csv, row 4",
                "300 countries are declared, of 250 that exist.",
                "coopmap edit raid declared_countries=NUMBER",
            )
        ],
    ),
    (
        {"declared_countries": 0, "list_complete": False},
        [
            (
                "error",
                "impossible-count",
                "operations.csv, row 4",
                "0 countries are declared, of 250 that exist.",
                "coopmap edit raid declared_countries=NUMBER",
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
