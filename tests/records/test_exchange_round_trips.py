"""What goes out comes back the same: package, workbook, JSON and database, with texts that hurt."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopmap.errors import CoopmapError
from coopmap.records import TABLES, Change, Collection
from coopmap.records.exchange import (
    Wishes,
    as_json,
    filing,
    foreign,
    foreign_folder,
    package_files,
    place_folder,
    selection,
    understand,
    workbook,
    write_sqlite,
    zipped,
)
from coopmap.records.exchange.formulas import neutralised, restored
from tests.copies import DATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopmap.records.exchange import Foreign, Selection

Rows = dict[str, list[dict[str, str]]]

HOSTILE = (
    *("<r><t>x</t></r>", "<r>", "_x0041_x0042_"),
    *(
        "=1+1",
        "'=1+1",
        "''@x",
        "+49",
        "-",
        "\uff1dcmd()",
        "_x0041_",
        "_x005F_x0041_",
        "a\nb",
        "a\r\nb",
        "a\rb",
    ),
    *(
        '"',
        '""',
        "a,b;c\td",
        "\u202eevil\u202c",
        "\U0001f1e9\U0001f1f0",
        "\x01",
        "\x1b[2J",
        "\x85",
        "\ufeff",
        "nul",
    ),
    *("007", "1e5", "2024-05", "TRUE", '=HYPERLINK("x")', "<b>&amp;", "{{x}}", "\ufffd", "\ufffe", "\u2028"),
)
"""Texts that have come back changed from programs before."""

LETTERS = st.characters(codec="utf-8", exclude_characters="\0")
TEXT = (st.sampled_from(HOSTILE) | st.text(LETTERS, max_size=30)).map(str.strip)
NAME = TEXT.filter(bool)
DATE = st.sampled_from(["", "2024", "2024-05", "2024-05-31"])
NUMBER = st.sampled_from(["0", "25", "2.5", "2.50", "007", "123456789012345", "0.000000001"])


@st.composite
def rows(draw: st.DrawFn) -> Rows:
    """Draw one operation with its rows."""
    sources = [
        {
            "id": f"source-{number}",
            "publisher": draw(NAME),
            "title": draw(TEXT),
            "url": draw(st.sampled_from(["", "https://example.org/a?b=c&d='e"])),
            "published": draw(DATE),
            "retrieved": "",
        }
        for number in range(draw(st.integers(1, 2)))
    ]
    operation = {
        "id": "operation-x",
        "name": draw(NAME),
        "aliases": draw(st.sampled_from(["", "A", "A;B", "A; B", "A;;B"])),
        "kind": "other",
        "start": draw(DATE),
        "declared_countries": draw(st.sampled_from(["", "0", "19", "019"])),
        "list_complete": draw(st.sampled_from(["", "yes", "no"])),
        "summary": draw(TEXT),
        "note": draw(TEXT),
    }
    countries = [
        {
            "operation": "operation-x",
            "country": code,
            "role": draw(st.sampled_from(["lead", "partner"])),
            "agency": draw(TEXT),
            "status": "stated",
            "source": draw(st.sampled_from(["", "source-0"])),
            "as_written": draw(TEXT),
        }
        for code in draw(st.lists(st.sampled_from(["DNK", "NOR", "XKX", "ALA"]), unique=True))
    ]
    outcome = {
        "operation": "operation-x",
        "measure": "arrests",
        "value": draw(NUMBER),
        "unit": draw(TEXT),
        "qualifier": "exact",
        "source": "source-0",
        "chosen": "yes",
    }
    body = {"operation": "operation-x", "organisation": draw(NAME), "role": "funder", "note": draw(TEXT)}
    return {
        "sources": sources,
        "operations": [operation],
        "participations": countries,
        "organisations": [body],
        "outcomes": [outcome],
    }


def empty(folder: Path) -> Collection:
    """Make a collection without rows."""
    place_folder(folder, bare_files(), force=True)
    return Collection.open(folder)


@cache
def bare_files() -> dict[str, bytes]:
    """Give the files of a collection without rows."""
    files = package_files(selection(Collection.open(DATA)))
    return {
        name: content if name.endswith(".json") else content.partition(b"\n")[0] + b"\n"
        for name, content in files.items()
    }


def filled(folder: Path, drawn: Rows) -> Collection:
    """Make a collection with rows."""
    collection = empty(folder)
    keys = {table.name: table.key for table in TABLES}
    collection.apply(
        [
            Change(table=table, key=tuple(row[column] for column in keys[table]), before=None, after=row)
            for table, cells in drawn.items()
            for row in cells
        ]
    )
    return Collection.open(folder)


def held(collection: Collection) -> dict[str, list[dict[str, str]]]:
    """Give every cell of a collection."""
    return {name: selected.cells() for name, selected in selection(collection).tables.items()}


def taken_up(found: Foreign, folder: Path) -> Collection:
    """Import a file into an empty collection."""
    collection = empty(folder)
    understood = understand(found, collection, Wishes())
    filed = filing(understood, collection)
    assert (understood.faults, filed.faults, understood.remarks) == ([], [], [])
    collection.apply(filed.changes)
    return Collection.open(folder)


WAYS: dict[str, Callable[[Selection], tuple[bytes, str]]] = {
    "workbook": lambda chosen: (workbook(chosen), "x.xlsx"),
    "JSON": lambda chosen: (as_json(chosen), "x.json"),
    "zip": lambda chosen: (zipped(package_files(chosen)), "x.zip"),
}


@pytest.mark.parametrize("way", WAYS)
@given(drawn=rows())
def test_package_to_file_and_back(way: str, drawn: Rows) -> None:
    with tempfile.TemporaryDirectory() as name:
        there = filled(Path(name) / "there", drawn)
        content, file = WAYS[way](selection(there))
        assert WAYS[way](selection(there))[0] == content
        assert held(taken_up(foreign(content, file), Path(name) / "here")) == held(there)


@given(drawn=rows())
def test_package_to_database_to_workbook_to_json_to_package(drawn: Rows) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        there = filled(folder / "there", drawn)
        write_sqlite(folder / "a.sqlite", selection(there), force=False)
        database = Collection.open(f"sqlite:///{folder / 'a.sqlite'}")
        assert held(database) == held(there)
        second = taken_up(foreign(workbook(selection(database)), "x.xlsx"), folder / "second")
        third = taken_up(foreign(as_json(selection(second)), "x.json"), folder / "third")
        place_folder(folder / "fourth", package_files(selection(third)), force=False)
        assert held(taken_up(foreign_folder(folder / "fourth"), folder / "fifth")) == held(there)


@given(text=TEXT)
def test_a_text_for_spreadsheets_is_no_formula_and_comes_back_exactly(text: str) -> None:
    written = neutralised(text)
    assert not written.lstrip().startswith(
        ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    )
    assert restored(written) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a\0b", "NUL"),
        ("a\ud800b", "surrogate"),
    ],
)
def test_what_no_record_can_hold_is_refused_clearly(tmp_path: Path, text: str, sentence: str) -> None:
    value = (
        '[{"operation": "A", "country": "Spain", "note": "' + text.encode("unicode_escape").decode() + '"}]'
    )
    with pytest.raises(CoopmapError, match=sentence):
        foreign(value.replace("\\x00", "\\u0000").encode(), "x.json")
    collection = empty(tmp_path / "x")
    row = {"id": "x", "name": text, "kind": "other"}
    with pytest.raises(CoopmapError) as refusal:
        collection.apply([Change(table="operations", key=("x",), before=None, after=row)])
    assert "\n" not in str(refusal.value)


def test_the_whole_shipped_collection_comes_back(tmp_path: Path) -> None:
    there = Collection.open(DATA)
    for number, way in enumerate(WAYS.values()):
        content, file = way(selection(there))
        assert held(taken_up(foreign(content, file), tmp_path / str(number))) == held(there)


def test_the_package_of_the_shipped_collection_is_the_same_bytes() -> None:
    for name, content in package_files(selection(Collection.open(DATA))).items():
        assert content == (DATA / name).read_bytes()
