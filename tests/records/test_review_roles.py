"""What a reviewer is told about who led, who left and whose part is disputed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import review
from tests.records.raids import RAID, country, told

SPOILT = [
    (
        {"participations": ()},
        [
            (
                "error",
                "missing-countries",
                "operations.csv, row 4",
                "No country takes part.",
                "coopmap join raid COUNTRY, for each that took part",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "host"), country("SWE", "observer")), "declared_countries": 1},
        [
            (
                "warning",
                "missing-participants",
                "operations.csv, row 4",
                "Every country is a host or an observer, and none took part.",
                "coopmap role raid COUNTRY partner",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"),), "declared_countries": 1},
        [
            (
                "warning",
                "single-country",
                "operations.csv, row 4",
                "The list is marked complete and holds Denmark alone.",
                "coopmap edit raid list_complete=no",
            )
        ],
    ),
    (
        {"participations": (country("DNK"), country("SWE"))},
        [
            (
                "note",
                "missing-lead",
                "operations.csv, row 4",
                "No country is recorded as lead; the map shows partners only.",
                "coopmap role raid COUNTRY lead",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", "lead"))},
        [
            (
                "warning",
                "several-leads",
                "participations.csv, row 7",
                "Sweden is a second lead; countries that led together are co-leads.",
                "coopmap role raid SWE co-lead",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", "co-lead"))},
        [
            (
                "warning",
                "mixed-leads",
                "participations.csv, row 7",
                "Denmark is lead beside co-leads; countries that led together are co-leads.",
                "coopmap role raid DNK co-lead",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "co-lead"), country("SWE"))},
        [
            (
                "warning",
                "single-co-lead",
                "participations.csv, row 7",
                "Denmark is co-lead, and no other country led with it.",
                "coopmap role raid DNK lead",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead", status="disputed"), country("SWE"))},
        [
            (
                "warning",
                "disputed-lead",
                "participations.csv, row 7",
                "Denmark is recorded as leading, and that is disputed; nobody says by whom.",
                "coopmap edit raid DNK note=TEXT, who denies it and where; or coopmap role raid DNK partner",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead", status="withdrawn", until="2024-06-01"), country("SWE"))},
        [
            (
                "warning",
                "departed-lead",
                "participations.csv, row 7",
                "Denmark, the only lead, left (2024-06-01) before the operation ended.",
                "coopmap role raid COUNTRY lead",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", status="disputed"))},
        [
            (
                "warning",
                "unexplained-dispute",
                "participations.csv, row 7",
                "Sweden's part is disputed; nobody says by whom.",
                "coopmap edit raid SWE note=TEXT, who denies it and where",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", status="withdrawn"))},
        [
            (
                "note",
                "missing-until",
                "participations.csv, row 7",
                "Sweden withdrew; until does not say when.",
                "coopmap leave raid SWE --date DATE --withdrawn",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", until="2024-06-01"))},
        [
            (
                "warning",
                "unmarked-withdrawal",
                "participations.csv, row 7",
                "Sweden left (2024-06-01) before the end (2024-06-10), yet its status is stated.",
                "coopmap leave raid SWE --date 2024-06-01 --withdrawn",
            )
        ],
    ),
    (
        {"participations": (country("DNK", "lead"), country("SWE", status="withdrawn", until="2024-06-10"))},
        [
            (
                "note",
                "late-withdrawal",
                "participations.csv, row 7",
                "Sweden is marked withdrawn, yet it stayed until the end (2024-06-10).",
                "coopmap edit raid SWE status=stated until=",
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
