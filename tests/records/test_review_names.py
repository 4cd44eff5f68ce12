"""What a reviewer is told about names and texts as the sources write them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import review
from tests.records.raids import RAID, country, paper, told

SPOILT = [
    (
        {"participations": (country("DNK", "lead"), country("SWE", as_written="Norway"))},
        [
            (
                "error",
                "other-country",
                "participations.csv, row 7",
                "The source writes 'Norway', which is Norway (NOR), not Sweden.",
                "coopmap edit raid SWE country=NOR, or as_written=NAME",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("GRL", as_written="Denmark"))},
        [
            (
                "warning",
                "own-code",
                "participations.csv, row 7",
                "The source writes 'Denmark', which is Denmark (DNK), not Greenland.",
                "coopmap edit raid GRL country=DNK, or as_written=NAME",
            ),
            (
                "warning",
                "territory-beside-country",
                "participations.csv, row 7",
                "Greenland and Denmark, to which it belongs, are two rows.",
                "nothing, if the source names both; else coopmap remove raid GRL",
            ),
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("GBR", as_written="England"))},
        [
            (
                "note",
                "part-of-country",
                "participations.csv, row 7",
                "The source writes 'England', a part of United Kingdom; the map paints the whole.",
                "coopmap edit raid GBR note=TEXT, which says what is meant",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("COD", as_written="Congo"))},
        [
            (
                "note",
                "ambiguous-name",
                "participations.csv, row 7",
                (
                    "The source writes 'Congo', which may mean Democratic Republic of the Congo or "
                    "Republic of the Congo."
                ),
                "coopmap edit raid COD note=TEXT, which says what is meant",
            )
        ],
    ),
    (
        {
            "participations": (
                country("COG", "lead", as_written="Congo", note="x"),
                country("COD", as_written="Congo", note="y"),
            )
        },
        [
            (
                "warning",
                "same-name-twice",
                "participations.csv, row 7",
                "'Congo' stands behind Republic of the Congo and Democratic Republic of the Congo.",
                "coopmap edit raid COD as_written=NAME, or coopmap remove raid COD",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("GRL", as_written="Greenland"))},
        [
            (
                "note",
                "territory-beside-country",
                "participations.csv, row 7",
                "Greenland and Denmark, to which it belongs, are two rows.",
                "nothing, if the source names both; else coopmap remove raid GRL",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("GRL"))},
        [
            (
                "warning",
                "territory-beside-country",
                "participations.csv, row 7",
                "Greenland and Denmark, to which it belongs, are two rows.",
                "nothing, if the source names both; else coopmap remove raid GRL",
            )
        ],
    ),
    (
        {"name": "Raid\u202e"},
        [
            (
                "warning",
                "hidden-characters",
                "operations.csv, row 4",
                "Under name stands an invisible character: Right-to-left override.",
                "retype the text: 'Raid'",
            )
        ],
    ),
    (
        {"aliases": ("Ra\u200bid",)},
        [
            (
                "warning",
                "hidden-characters",
                "operations.csv, row 4",
                "Under aliases stands an invisible character: Zero width space.",
                "retype the text: 'Raid'",
            )
        ],
    ),
    (
        {"note": "CafÃ© and SÃ£o"},
        [
            (
                "warning",
                "garbled-text",
                "operations.csv, row 4",
                "Under note stands garbled text: 'CafÃ© and SÃ£o'.",
                "write 'Café and São'",
            )
        ],
    ),
    (
        {"summary": "Caf\ufffd"},
        [
            (
                "warning",
                "garbled-text",
                "operations.csv, row 4",
                "Under summary stands garbled text: 'Caf�'.",
                "copy the text anew from its source",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", note="Cafe\u0301"))},
        [
            (
                "note",
                "loose-accents",
                "participations.csv, row 7",
                "Under note, accents stand apart from their letters: 'Café'.",
                "retype the letters with accents",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", agency="Danish  Police"))},
        [
            (
                "note",
                "double-blank",
                "participations.csv, row 7",
                "Under agency stand two blanks in a row: 'Danish Police'.",
                "leave one blank",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", as_written="Sweden &amp; others"))},
        [
            (
                "warning",
                "markup-in-text",
                "participations.csv, row 7",
                "Under as_written stands '&amp;', a remains of a web page.",
                "write the character itself, or leave it out",
            )
        ],
    ),
    (
        {"sources": (paper(title="Raids <br> today"),)},
        [
            (
                "warning",
                "markup-in-text",
                "sources.csv, row 3",
                "Under title stands '<br>', a remains of a web page.",
                "write the character itself, or leave it out",
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
