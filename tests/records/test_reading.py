"""What a spreadsheet may do to a table without harm, and where a collection is looked for."""

from __future__ import annotations

import csv
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopmap.errors import CoopmapError
from coopmap.records import TABLES, Collection, Operation, UnknownOperation, plain, read, review
from tests.copies import DATA, Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopmap.records.tables import Table

ODD = (
    "2025-02-30",
    "9" * 400,
    "nan",
    "-1",
    "\u0661",
    "0000",
    "operation-cumberland",
    "DNK",
    "a\nb",
    "\x1b[2J",
)
"""Cells that have confused programs before."""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


def semicolons(path: Path) -> None:
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)


def marked(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def blanks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    commas = "," * text.partition("\n")[0].count(",")
    path.write_text(text.replace("\n", "\n\n", 1) + f"{commas}\n\n", encoding="utf-8")


def own_columns(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(f"mine,{line}" for line in lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("habit", [semicolons, marked, blanks, own_columns])
def test_a_spreadsheet_s_habits_change_nothing(copy: Copy, habit: Callable[[Path], None]) -> None:
    for table in TABLES:
        habit(copy.folder / f"{table.name}.csv")
    there, here = read(DATA), read(copy.folder)
    assert [plain(here[one]) for one in here] == [plain(there[one]) for one in there]


def test_row_numbers_are_the_spreadsheet_s(copy: Copy) -> None:
    blanks(copy.folder / "operations.csv")
    assert read(copy.folder)["operation-cumberland"].row == 3
    assert read(DATA)["operation-cumberland"].leads[0].row == 5


@pytest.mark.parametrize("asked", ["operation-cumberlnd", "Operation Cumberland", "cumberland"])
def test_an_unknown_operation_is_guessed(asked: str) -> None:
    with pytest.raises(UnknownOperation) as error:
        read(DATA)[asked]
    assert str(error.value) == f"no operation '{asked}' in {DATA}; did you mean operation-cumberland?"


def test_a_collection_is_a_mapping() -> None:
    collection = read(DATA)
    assert "operation-cumberland" in collection
    assert "zz" not in collection
    assert collection.get("zz") is None
    assert collection.ids[0] == next(iter(collection)) == "operation-cumberland"
    assert collection["interfet"] is collection["interfet"]


def test_a_subclass_may_give_operations_of_its_own_make() -> None:
    class Drawable(Operation):
        """An operation of the test's own make."""

    class Mine(Collection):
        def __getitem__(self, operation: str) -> Operation:
            return Drawable(**vars(super().__getitem__(operation)))

    mine = Mine.open(DATA)
    assert isinstance(mine, Mine)
    assert isinstance(mine["interfet"], Drawable)
    assert plain(mine["interfet"]) == plain(read(DATA)["interfet"])
    assert review(mine["interfet"]) == review(read(DATA)["interfet"])
    assert len(mine.participations) == 940


def test_the_nearest_collection_is_read(copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COOPMAP_DATA", raising=False)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert len(read()) == 74

    copy.change("datapackage.json", "Public operations and", "MINE")
    copy.folder.rename(elsewhere / "data")
    assert read().title.startswith("MINE")

    monkeypatch.chdir(elsewhere / "data")
    assert read().title.startswith("MINE")

    monkeypatch.setenv("COOPMAP_DATA", str(DATA))
    assert read().title.startswith("Public")
    assert read(elsewhere / "data").title.startswith("MINE")
    assert read(elsewhere / "data" / "datapackage.json").title.startswith("MINE")


def test_reading_needs_no_pandas() -> None:
    script = (
        "import sys; from coopmap.records import read, review; c = read(sys.argv[1]);"
        "review(c['operation-cumberland']); print([m for m in ('pandas', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, DATA], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@given(table=st.sampled_from(TABLES), content=st.binary(max_size=400), whole=st.booleans())
def test_garbage_in_a_table_is_an_error_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, *, table: Table, content: bytes, whole: bool
) -> None:
    copy = Copy.made_in(tmp_path_factory.mktemp("garbage"))
    path = copy.folder / f"{table.name}.csv"
    path.write_bytes(content if whole else path.read_bytes() + content)
    everything_or_one_line(copy)


@given(
    table=st.sampled_from(TABLES),
    cells=st.lists(st.text(max_size=12) | st.sampled_from(ODD), min_size=13, max_size=13),
    rows=st.sampled_from([1, 2]),
)
def test_garbage_in_cells_is_an_error_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, *, table: Table, cells: list[str], rows: int
) -> None:
    copy = Copy.made_in(tmp_path_factory.mktemp("cells"))
    path = copy.folder / f"{table.name}.csv"
    width = len(table.header)
    with path.open("a", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([cells[:width]] * rows)
    everything_or_one_line(copy)


def everything_or_one_line(copy: Copy) -> None:
    """Read and review all of it, or fail in one line."""
    try:
        read_all(copy)
    except CoopmapError as error:
        complaint = str(error)
    else:
        return
    assert "\n" not in complaint
    assert copy.complaint("check").startswith("coopmap: ")


def read_all(copy: Copy) -> None:
    collection = read(copy.folder)
    for operation in collection:
        review(collection[operation])
    for table in TABLES:
        assert tuple(getattr(collection, table.name).columns) == table.header
