"""What a reviewer is told about a record, problem by problem."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from dataclasses import replace

import pytest

from coopmap.records import Operation, Outcome, Participation, review


def country(code: str, role: str = "partner", **more: str) -> Participation:
    values = {
        "agency": "",
        "since": "",
        "until": "",
        "status": "stated",
        "source": "paper",
        "as_written": "",
        "note": "",
    }
    return Participation(operation="raid", country=code, role=role, row=7, **{**values, **more})


def figure(*, chosen: bool, source: str = "paper") -> Outcome:
    return Outcome(
        operation="raid",
        measure="arrests",
        value=3,
        unit="",
        qualifier="exact",
        as_of="",
        source=source,
        chosen=chosen,
        row=9,
    )


RAID = Operation(
    id="raid",
    name="Raid",
    aliases=(),
    kind="law-enforcement",
    start="2024-05",
    end="2024-06-10",
    announced="2024-06-11",
    declared_countries=2,
    declared_qualifier="exact",
    list_complete=True,
    series="",
    summary="",
    note="",
    participations=(country("DNK", "lead"), country("SWE")),
    organisations=(),
    outcomes=(figure(chosen=True),),
    sources=(),
    row=4,
)
"""A record without a fault."""


def found(operation: Operation) -> list[tuple[str, str, str]]:
    """Give what is said, but for the organisation that RAID lacks."""
    problems = [one for one in review(operation) if one.noun != "missing-organisation"]
    return [(one.severity, one.noun, f"{one.sentence} ({one.place})") for one in problems]


def test_a_sound_record_has_no_problem() -> None:
    assert found(RAID) == []


def test_a_missing_organisation_is_noted() -> None:
    assert [(one.severity, one.noun, one.place) for one in review(RAID)] == [
        ("note", "missing-organisation", "operations.csv, row 4")
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"declared_countries": 3},
            (
                "error",
                "count-mismatch",
                (
                    "The source declares 3 countries, the list holds 2 and is marked complete; "
                    "find the difference, or let the note name both numbers. (operations.csv, row 4)"
                ),
            ),
        ),
        (
            {"declared_countries": 3, "note": "The headline says 3, the text names 2."},
            (
                "warning",
                "count-mismatch",
                (
                    "The source declares 3 countries, the list holds 2 and is marked complete; "
                    "the note explains it. (operations.csv, row 4)"
                ),
            ),
        ),
        (
            {"declared_countries": 3, "note": "Seen in 2023 and at 20 places."},
            (
                "error",
                "count-mismatch",
                (
                    "The source declares 3 countries, the list holds 2 and is marked complete; "
                    "find the difference, or let the note name both numbers. (operations.csv, row 4)"
                ),
            ),
        ),
        (
            {"declared_countries": 7, "list_complete": False},
            ("note", "incomplete-list", "The list names 2 of 7 declared countries. (operations.csv, row 4)"),
        ),
        (
            {"list_complete": False},
            (
                "warning",
                "incomplete-mark",
                "All 2 declared countries are there, yet list_complete says no. (operations.csv, row 4)",
            ),
        ),
        (
            {"declared_countries": 1, "list_complete": False},
            (
                "error",
                "count-mismatch",
                "The source declares 1 country, the list holds 2; find the difference. (operations.csv, row 4)",
            ),
        ),
        (
            {"list_complete": None},
            (
                "warning",
                "unmarked-list",
                (
                    "Nobody has said whether the countries are all there; "
                    "write yes or no in list_complete. (operations.csv, row 4)"
                ),
            ),
        ),
        (
            {"declared_qualifier": ""},
            (
                "warning",
                "half-declaration",
                (
                    "declared_countries and declared_qualifier stand or fall together; "
                    "one of them is empty. (operations.csv, row 4)"
                ),
            ),
        ),
        (
            {"participations": ()},
            (
                "error",
                "missing-countries",
                "No country takes part; add rows to participations.csv. (operations.csv, row 4)",
            ),
        ),
        (
            {"participations": (country("DNK"), country("SWE"))},
            (
                "note",
                "missing-lead",
                "No country is recorded as lead; the map shows partners only. (operations.csv, row 4)",
            ),
        ),
        (
            {"participations": (country("DNK", "lead"), country("SWE", "lead"))},
            (
                "warning",
                "several-leads",
                "Sweden is a second lead; countries that led together are co-leads. (participations.csv, row 7)",
            ),
        ),
        (
            {"participations": (country("DNK", "lead"), country("SWE", source=""))},
            (
                "warning",
                "missing-source",
                "No source says that Sweden took part. (participations.csv, row 7)",
            ),
        ),
        (
            {"participations": (country("DNK", "lead"), country("SWE", since="2024-07"))},
            (
                "warning",
                "outside-period",
                "Sweden joined (2024-07) after the operation ended (2024-06-10). (participations.csv, row 7)",
            ),
        ),
        (
            {"participations": (country("DNK", "lead"), country("SWE", until="2023"))},
            (
                "warning",
                "outside-period",
                "Sweden left (2023) before the operation began (2024-05). (participations.csv, row 7)",
            ),
        ),
        (
            {
                "participations": (
                    country("DNK", "lead"),
                    country("SWE", since="2024-06-02", until="2024-06-01"),
                )
            },
            (
                "error",
                "end-before-start",
                "Sweden left (2024-06-01) before it joined (2024-06-02). (participations.csv, row 7)",
            ),
        ),
        (
            {"participations": (country("DNK", "lead"), country("SWE", status="disputed"))},
            (
                "warning",
                "unexplained-dispute",
                "Sweden's part is disputed; a note should say by whom. (participations.csv, row 7)",
            ),
        ),
        (
            {"participations": (country("DNK", "lead"), country("SWE", status="withdrawn"))},
            (
                "note",
                "missing-until",
                "Sweden withdrew; until does not say when. (participations.csv, row 7)",
            ),
        ),
        (
            {"end": "2024-04-30"},
            (
                "error",
                "end-before-start",
                "It ended (2024-04-30) before it began (2024-05); one of the two dates is wrong. (operations.csv, row 4)",
            ),
        ),
        (
            {"announced": "2024-04"},
            (
                "warning",
                "early-announcement",
                "It was announced (2024-04) before it began (2024-05). (operations.csv, row 4)",
            ),
        ),
        (
            {"start": "", "end": "", "announced": ""},
            ("note", "missing-date", "The record holds no date of the operation. (operations.csv, row 4)"),
        ),
        (
            {"outcomes": (figure(chosen=False),)},
            (
                "error",
                "missing-choice",
                "No figure for arrests is chosen; write yes at one of them. (outcomes.csv, row 9)",
            ),
        ),
        (
            {"outcomes": (figure(chosen=True), figure(chosen=True, source="wire"))},
            (
                "error",
                "double-choice",
                "2 figures for arrests are chosen; leave yes at one of them. (outcomes.csv, row 9)",
            ),
        ),
    ],
)
def test_a_problem_is_told_in_a_sentence(change: dict[str, object], expected: tuple[str, str, str]) -> None:
    assert found(replace(RAID, **change)) == [expected]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"end": "2024-05"},
        {"announced": "2024"},
        {"declared_countries": 2, "participations": (*RAID.participations, country("MLI", "host"))},
        {"declared_countries": 3, "participations": (*RAID.participations, country("MLI", "host"))},
        {"participations": (*RAID.participations, country("NOR", "observer"))},
        {"declared_countries": 1, "declared_qualifier": "at-least"},
        {"participations": (country("DNK", "co-lead"), country("SWE", "co-lead"))},
        {"participations": (country("DNK", "lead"), country("SWE", since="2024", until="2024-06"))},
        {"outcomes": (figure(chosen=True), figure(chosen=False, source="wire"))},
    ],
)
def test_what_may_be_right_is_no_problem(change: dict[str, object]) -> None:
    assert found(replace(RAID, **change)) == []  # type: ignore[arg-type]
