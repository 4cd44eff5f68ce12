"""``coopmap export`` as a person types it, read back by other programs."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING

import networkx as nx
import openpyxl
import pytest

from coopmap.records import TABLES, read
from coopmap.records.exchange.formulas import neutralised
from tests.copies import DATA, Copy
from tests.fuzzing.feeding import held

if TYPE_CHECKING:
    from pathlib import Path

TARGETS = ("a.xlsx", "a.csv", "a.json", "a.geojson", "a.graphml", "a.zip", "folder")
EVIL = '=HYPERLINK("http://example.org")'


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


@pytest.mark.parametrize("target", TARGETS)
def test_the_same_collection_gives_the_same_bytes(copy: Copy, tmp_path: Path, target: str) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        result = copy.run("export", "ramsi", "mh17-jit", "-o", str(tmp_path / name / target))
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith(f"2 operations -> {tmp_path / name / target}, ")
    if target == "folder":
        assert held(tmp_path / "one" / target) == held(tmp_path / "two" / target)
    else:
        assert (tmp_path / "one" / target).read_bytes() == (tmp_path / "two" / target).read_bytes()


def test_a_workbook_has_a_sheet_for_each_table_that_others_can_read(copy: Copy, tmp_path: Path) -> None:
    copy.change(
        "operations.csv", "Raids in many countries", EVIL.replace('"', '""') + " Raids in many countries"
    )
    assert copy.run("export", "-o", str(tmp_path / "a.xlsx")).exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [table.name for table in TABLES]
    sheet = book["operations"]
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == list(TABLES[0].header)
    first = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert first["declared_countries"].value == 19
    assert first["start"].value == "2025-02-26"
    assert str(first["summary"].value).startswith("'=HYPERLINK")
    assert {cell.data_type for sheet in book for row in sheet for cell in row} == {"s", "n"}
    assert not [
        cell for sheet in book for row in sheet for cell in row if str(cell.value).startswith(("=", "+", "@"))
    ]


def test_the_table_for_spreadsheets_holds_no_formula(copy: Copy, tmp_path: Path) -> None:
    copy.add("participations.csv", 'ramsi,FIN,partner,"=1+1",,,stated,,"@x","-note"')
    assert copy.run("export", "ramsi", "-o", str(tmp_path / "a.csv")).exit_code == 0
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    row = list(csv.DictReader(io.StringIO(text)))[-1]
    assert (row["id"], row["country"], row["country_name"]) == ("ramsi", "FIN", "Finland")
    assert (row["agency"], row["as_written"], row["note"]) == ("'=1+1", "'@x", "'-note")
    assert all(
        cell == neutralised(cell.removeprefix("'")) for line in csv.reader(io.StringIO(text)) for cell in line
    )


def test_json_holds_numbers_lists_and_nothing_where_nothing_is_known(copy: Copy) -> None:
    result = copy.run("export", "operation-cumberland", "-o", "-", "--format", "json")
    value = json.loads(result.stdout)
    assert list(value) == ["title", *(table.name for table in TABLES)]
    assert value["operations"][0]["declared_countries"] == 19
    assert value["operations"][0]["list_complete"] is True
    assert value["operations"][0]["aliases"] == []
    assert value["operations"][0]["end"] == ""
    assert value["outcomes"][0]["value"] == 273
    assert len(value["participations"]) == 19
    assert [source["id"] for source in value["sources"]] == ["heise-online-2025-02-28"]


def test_the_network_can_be_read_by_networkx(copy: Copy, tmp_path: Path) -> None:
    assert copy.run("export", "-o", str(tmp_path / "a.graphml")).exit_code == 0
    graph = nx.read_graphml(tmp_path / "a.graphml")
    collection = read(copy.folder)
    parts = {
        operation.id: {
            one.country
            for one in operation.participations
            if one.role != "observer" and one.status != "disputed"
        }
        for operation in collection.values()
    }
    together = [operation for operation, countries in parts.items() if {"DNK", "SWE"} <= countries]
    edge = graph.edges["DNK", "SWE"]
    assert edge["weight"] == len(together)
    assert edge["operations"].split(";") == together
    assert 1990 < edge["first"] <= edge["last"] <= 2026
    node = graph.nodes["DNK"]
    assert (node["label"], node["region"]) == ("Denmark", "Europe")
    assert node["operations"] == sum("DNK" in countries for countries in parts.values())
    assert node["leads"] == sum(
        "DNK" in {one.country for one in operation.leads} for operation in collection.values()
    )


def test_a_database_holds_every_row(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    assert copy.run("export", "-o", str(path)).exit_code == 0
    with sqlite3.connect(path) as database:
        assert database.execute("select count(*) from participations").fetchone() == (940,)
    assert copy.complaint("export", "-o", str(path)).endswith(
        "a.sqlite is there already; --force replaces it"
    )
    assert copy.run("export", "-o", str(path), "--force").exit_code == 0


def test_a_folder_that_is_there_is_replaced_only_by_force(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.mkdir()
    (path / "mine.txt").write_text("mine", encoding="utf-8")
    assert copy.complaint("export", "-o", str(path)).endswith(
        "out is there already; --force replaces a data package"
    )
    assert copy.complaint("export", "-o", str(path), "--force").endswith("--force replaces a data package")
    assert (path / "mine.txt").read_text(encoding="utf-8") == "mine"
    (path / "mine.txt").unlink()
    assert copy.run("export", "ramsi", "-o", str(path)).exit_code == 0
    assert copy.run("export", "-o", str(path), "--force").exit_code == 0
    assert read(path).ids == read(DATA).ids
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy", "out"]


def test_a_part_of_a_collection_is_a_collection(copy: Copy, tmp_path: Path) -> None:
    assert copy.run("export", "ramsi", "-o", str(tmp_path / "part")).exit_code == 0
    assert read(tmp_path / "part").ids == ("ramsi",)
    result = copy.run("check", "--data", str(tmp_path / "part"))
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["ramsy", "-o", "a.json"], "coopmap: no operation 'ramsy' in FOLDER; did you mean ramsi?"),
        (["-o", "-"], "coopmap: --output -: say what to write, such as --format json"),
        (
            ["-o", "-", "--format", "xlsx"],
            "coopmap: xlsx cannot go to standard output; csv, json, geojson, graphml can",
        ),
        (
            ["-o", "a.doc"],
            "coopmap: a.doc: a name that ends in .zip, .xlsx, .csv, .json, .geojson, .graphml, .sqlite, .sqlite3, .db would be right, or a folder's without ending",
        ),
        (["-o", "no/such/a.json"], "coopmap: no/such/a.json cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be_is_one_line(copy: Copy, words: list[str], sentence: str) -> None:
    assert copy.complaint("export", *words) == sentence
