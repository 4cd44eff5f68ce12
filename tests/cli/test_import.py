"""``coopmap import`` as a person types it."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from coopmap.cli import main
from tests.checkout import ROOT
from tests.copies import Copy, run
from tests.fuzzing import samples
from tests.fuzzing.feeding import held

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Operation,Date,Lead,Countries
Falcon,2024-05-02,Denmark,Norway; Sweden
Eagle,2023,,Spain; Portugal
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_it_shows_what_it_understood_and_takes_it_up(copy: Copy, table: Path) -> None:
    result = copy.run("import", str(table), "--kind", "naval")
    assert result.exit_code == 0
    assert result.stdout.replace(str(table), "table.csv").splitlines() == [
        "table.csv (CSV, UTF-8, parted by commas): one row per operation, its countries together",
        "  column A  Operation  -> operation",
        "  column B  Date       -> start",
        "  column C  Lead       -> lead",
        "  column D  Countries  -> country",
        "  assumed: kind naval",
        f"table.csv -> {copy.folder}: 2 operations, 5 countries taking part",
    ]
    shown = copy.run("show", "falcon").stdout
    assert "Denmark  DNK  lead" in shown
    assert "Norway   NOR  partner" in shown
    assert "Kind   naval" in " ".join(copy.run("show", "eagle").stdout.splitlines())


def test_a_dry_run_writes_nothing(copy: Copy, table: Path) -> None:
    before = held(copy.folder)
    result = copy.run("import", str(table), "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].endswith("table.csv: nothing was written, as --dry-run asks")
    assert held(copy.folder) == before


def test_all_or_nothing(copy: Copy, table: Path) -> None:
    table.write_text(TABLE + "Osprey,2024,,Atlantis; Norway\nHawk,2024-02-30,,Norway\n", encoding="utf-8")
    before = held(copy.folder)
    result = copy.run("import", str(table))
    assert result.exit_code == 2
    first, second, last = result.stderr.replace(str(table), "table.csv").splitlines()
    assert first.startswith("  table.csv, row 4: 'Atlantis': ")
    assert second == (
        "  table.csv, row 5: '2024-02-30' is no date; one such as 2025-03-04, 2025-03 or 2025 would be right"
    )
    assert last == "coopmap: table.csv: 2 things could not be understood; nothing was imported"
    assert held(copy.folder) == before


def test_what_is_recorded_already_needs_update_and_the_difference_is_told(copy: Copy, table: Path) -> None:
    assert copy.run("import", str(table)).exit_code == 0
    table.write_text(
        TABLE.replace("Denmark", "Norway").replace("Norway; Sweden", "Denmark; Iceland"), encoding="utf-8"
    )
    result = copy.run("import", str(table))
    assert result.exit_code == 2
    assert result.stderr.replace(str(table), "table.csv") == (
        "coopmap: table.csv: falcon, eagle recorded already; nothing was imported, and --update would change them\n"
    )
    result = copy.run("import", str(table), "--update")
    assert result.exit_code == 0
    told = [line.strip() for line in result.stdout.splitlines() if "Falcon" in line]
    assert len(told) == 1
    assert "Iceland" in told[0]
    assert "Norway" in told[0]
    assert result.stdout.splitlines()[-1].endswith(": 1 country taking part, 1 row changed")
    again = copy.run("import", str(table), "--update")
    assert again.stdout.splitlines()[-1].endswith(": nothing is new")


def test_a_list_from_standard_input(copy: Copy) -> None:
    result = CliRunner().invoke(
        main,
        ["import", "-", "--name", "Operation Falcon", "--data", str(copy.folder)],
        input="- Denmark (lead)\n- Norway\n",
        prog_name="coopmap",
    )
    assert result.exit_code == 0, result.output
    assert (
        result.stdout.splitlines()[-1]
        == f"standard input -> {copy.folder}: 1 operation, 2 countries taking part"
    )
    assert "Denmark  DNK  lead" in copy.run("show", "operation-falcon").stdout


def test_the_log_says_where_it_came_from(copy: Copy, table: Path) -> None:
    copy.run("import", str(table))
    assert "imported from table.csv" in copy.run("log", "falcon").stdout


def test_a_workbook_s_other_sheets_are_named(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(samples.foreign())
    result = copy.run("import", str(path))
    assert result.exit_code == 0
    assert "book.xlsx, sheet Notes is left out; --sheet 'Notes' reads it instead" in result.stdout
    assert copy.complaint("import", str(path), "--sheet", "Nots").endswith(
        "has no sheet 'Nots'; it has Sheet, Notes"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere.csv"], "coopmap: nowhere.csv: there is no such file"),
        (
            ["nowhere.csv", "--map", "Land"],
            "coopmap: --map 'Land': a column and what it holds, such as 'Land=country', would be right",
        ),
        (["\0"], "coopmap: '\\x00' cannot be read: embedded null byte"),
    ],
)
def test_what_cannot_be_is_one_line(copy: Copy, words: list[str], sentence: str) -> None:
    assert copy.complaint("import", *words) == sentence


def test_the_shipped_collection_is_not_written_to(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COOPMAP_DATA", raising=False)
    monkeypatch.chdir(table.parent)
    result = run("import", str(table))
    assert result.exit_code == 2
    assert result.stderr.startswith("coopmap: the collection that ships with coopmap is not for editing")


def test_a_folder_of_tables_is_taken_up(copy: Copy, tmp_path: Path) -> None:
    assert copy.run("export", "ramsi", "-o", str(tmp_path / "part")).exit_code == 0
    other = Copy.made_in(tmp_path / "other")
    assert other.run("remove", "ramsi", "--yes").exit_code == 0
    result = other.run("import", str(tmp_path / "part"), "--update")
    assert result.exit_code == 0, result.output
    assert (
        other.run("show", "ramsi", "--format", "json").stdout
        == copy.run("show", "ramsi", "--format", "json").stdout
    )


def test_import_loads_no_heavy_library(table: Path, copy: Copy) -> None:
    script = (
        "import sys\n"
        "from coopmap.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "heavy = {'pandas', 'numpy', 'geopandas', 'shapely', 'folium', 'sqlalchemy', 'openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    words = ["import", str(table), "--data", str(copy.folder)]
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr == "[]\n"


def test_a_formula_is_a_text(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "formula.csv"
    text = 'Operation,Country,Note\nFalcon,Denmark,"\'=1+1"\nFalcon,Norway,"=1+1"\n'
    path.write_text(text, encoding="utf-8")
    assert copy.run("import", str(path)).exit_code == 0
    rows = (copy.folder / "participations.csv").read_text(encoding="utf-8").splitlines()[-2:]
    assert [row.rpartition(",")[2] for row in rows] == ["=1+1", "=1+1"]
    assert io.StringIO(copy.run("check", "falcon").stdout).readline()
