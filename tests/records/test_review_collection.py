"""What a reviewer is told about a whole collection: the same twice, words in two spellings, orphans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import Collection, Operation, review, review_all, review_one
from tests.records.raids import RAID, body, collection, country, figure, paper, told

if TYPE_CHECKING:
    from pathlib import Path

LATER = {"start": "2024-09", "end": "2024-10-10", "announced": "2024-10-11"}
"""Another time than that of RAID."""


def another(operation_id: str, **change: Any) -> Operation:
    """Give a sound operation with another id and name, and rows of its own."""
    values = {"id": operation_id, "name": operation_id.capitalize(), **change}
    operation = replace(RAID, **values)
    return replace(
        operation,
        participations=tuple(replace(one, operation=operation_id) for one in operation.participations),
        organisations=tuple(replace(one, operation=operation_id) for one in operation.organisations),
        outcomes=tuple(replace(one, operation=operation_id) for one in operation.outcomes),
    )


def found(folder: Path, *operations: Operation, **more: Any) -> list[tuple[str, ...]]:
    """Review a collection of operations."""
    return [told(problem) for problem in review_all(collection(folder, *operations, **more))]


def test_sound_operations_are_no_problem(tmp_path: Path) -> None:
    norway = (country("NOR", "lead"), country("ISL"))
    assert found(tmp_path, RAID, another("sweep", **LATER), another("hunt", participations=norway)) == []


@pytest.mark.parametrize(
    "double",
    [
        {"name": "RAID"},
        {"name": "Operation Raid"},
        {"name": "Sweep (Raid)"},
        {"name": "Sweep", "aliases": ("Big One", "Operation Ráid")},
        {"name": "Raid", "start": "", "end": "", "announced": ""},
    ],
)
def test_the_same_name_at_the_same_time_is_probably_the_same_operation(
    tmp_path: Path, double: dict[str, Any]
) -> None:
    problems = [one for one in found(tmp_path, RAID, another("sweep", **double)) if one[1] != "missing-date"]
    what = "name and time" if double.get("start", "x") else "name and the countries"
    name = double["name"]
    assert problems == [
        (
            "warning",
            "duplicate-operation",
            "operations.csv, row 3",
            f"'{name}' has the {what} of raid (row 2).",
            "coopmap remove sweep, if it is the same; else coopmap edit sweep name=TEXT",
        )
    ]


def test_a_slip_in_a_name_does_not_hide_a_double(tmp_path: Path) -> None:
    first = another("a", name="Operation Cumberland")
    for number, name in enumerate(("Cumberlnd", "Cumbreland", "Cumberlandd", "Kumberland")):
        problems = found(tmp_path / str(number), first, another("b", name=f"Operation {name}"))
        assert [one[1:3] for one in problems] == [("duplicate-operation", "operations.csv, row 3")], name
        assert problems[0][3] == f"'Operation {name}' is a (row 2) but for a letter, at the same time."


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Raid", **LATER},
        {"name": "Raid II"},
        {"name": "Raid (2024)", **LATER},
        {"name": "Sweep", "aliases": ("JIT",)},
    ],
)
def test_instalments_of_a_series_are_no_doubles(tmp_path: Path, change: dict[str, Any]) -> None:
    first = another("a", name="Operation Cumberland III", aliases=("JIT",))
    second = another("b", name="Operation Cumberland IIII")
    assert found(tmp_path / "1", RAID, another("sweep", **change)) == []
    assert found(tmp_path / "2", first, second) == []


def test_operations_with_the_same_countries_from_the_same_day_overlap(tmp_path: Path) -> None:
    three = (*RAID.participations, country("NOR"))
    day = {"participations": three, "declared_countries": 3, "start": "2024-05-02"}
    assert found(tmp_path, another("a", **day), another("b", **day)) == [
        (
            "note",
            "overlapping-operation",
            "operations.csv, row 3",
            "It began on the same day, with the same countries, as a (row 2).",
            "coopmap remove b, if it is the same; else coopmap edit b name=TEXT",
        )
    ]


def test_a_double_is_told_when_one_operation_is_checked(tmp_path: Path) -> None:
    doubles = collection(tmp_path, RAID, another("sweep", **LATER), another("copy", name="Raid"))
    for operation in ("raid", "copy"):
        assert [one.operation for one in review_one(doubles, operation)] == ["copy"]
    assert review_one(doubles, "sweep") == ()


def test_words_are_written_in_one_way(tmp_path: Path) -> None:
    other = {"outcomes": (figure(measure="arrest"),), "organisations": (body("EUROPOL"),), **LATER}
    third = {"start": "2023", "end": "", "announced": ""}
    series = (
        another("a", series="end-game"),
        another("b", series="endgame", **other),
        another("c", series="endgame", **third),
    )
    assert found(tmp_path, *series) == [
        (
            "warning",
            "measure-spelling",
            "outcomes.csv, row 3",
            "'arrest' is written 'arrests' elsewhere (2 times).",
            "write 'arrests' under measure, if it is the same",
        ),
        (
            "warning",
            "organisation-spelling",
            "organisations.csv, row 3",
            "'EUROPOL' is written 'Europol' elsewhere (2 times).",
            "write 'Europol' under organisation, if it is the same",
        ),
        (
            "warning",
            "series-spelling",
            "operations.csv, row 2",
            "'end-game' is written 'endgame' elsewhere (2 times).",
            "coopmap edit a series=endgame",
        ),
        (
            "note",
            "series-of-one",
            "operations.csv, row 2",
            "No other operation belongs to the series end-game.",
            "record the others, or coopmap edit a series=",
        ),
    ]


def test_orphans_and_repeated_addresses_are_told(tmp_path: Path) -> None:
    sources = (
        paper(url="https://www.example.org/raids/?utm_source=x"),
        paper("wire", url="http://example.org/raids#top"),
        paper("later", url="https://example.org/raids", published="2024-07"),
        paper("app", url="https://example.org/#/raids"),
    )
    problems = found(tmp_path, RAID, sources=sources)
    assert [one[:3] for one in problems] == [
        ("note", "unused-source", "sources.csv, row 3"),
        ("note", "unused-source", "sources.csv, row 4"),
        ("note", "unused-source", "sources.csv, row 5"),
        ("warning", "repeated-address", "sources.csv, row 3"),
        ("note", "repeated-address", "sources.csv, row 4"),
    ]
    assert problems[0][3:] == (
        "Nothing names the source wire.",
        "coopmap source wire --attach OPERATION, or --remove",
    )
    assert problems[3][3:] == (
        "wire has the same address as paper (row 2).",
        "name paper instead and coopmap source wire --remove; or coopmap source wire --url ADDRESS",
    )


def test_the_whole_review_says_of_each_operation_what_its_own_review_says(tmp_path: Path) -> None:
    spoilt = another(
        "spoilt",
        participations=(country("DNK", "lead", until="2024-05"), country("SSD", as_written="Norway")),
        outcomes=(figure(value=2.5), figure(value=3, source="wire")),
        declared_countries=7,
        start="2010-05",
        aliases=("A\u200bb", "B"),
        organisations=(),
    )
    two = collection(tmp_path, RAID, spoilt, sources=(paper(title=""), paper("wire")))
    whole = [one for one in review_all(two) if one.file != "sources.csv"]
    alone = [one for one in review(two["spoilt"]) if one.file != "sources.csv"]
    assert sorted(map(told, whole)) == sorted(map(told, alone))
    assert len(whole) > 6


def test_a_cell_that_cannot_be_read_ends_the_review(tmp_path: Path) -> None:
    sound = collection(tmp_path, RAID)
    path = tmp_path / "operations.csv"
    path.write_text(path.read_text("utf-8").replace("2024-06-10", "2024-06-31"), encoding="utf-8")
    with pytest.raises(CoopmapError, match=r"operations\.csv, row 2, column end: '2024-06-31' is no date"):
        list(review_all(Collection.open(tmp_path)))
    assert sound.place == str(tmp_path)
