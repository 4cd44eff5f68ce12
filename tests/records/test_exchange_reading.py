"""Files are read whatever program wrote them, and what would fill the memory is refused."""

# ruff: noqa: E501, ISC004 - expected sentences are written whole

from __future__ import annotations

import io
import time
import zipfile

import openpyxl
import pytest

from coopmap.errors import CoopmapError
from coopmap.records.exchange import foreign
from tests.fuzzing import samples

CAFE = "Operation;Land\nCaf\u00e9;Espa\u00f1a\n"


def lines(content: bytes, name: str = "file.csv") -> list[list[str]]:
    return [list(line.cells) for line in foreign(content, name).grids[0].lines]


@pytest.mark.parametrize(
    ("encoding", "assumed"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252 (assumed: it is no UTF-8)"),
    ],
)
def test_encodings_are_found_out_and_told(encoding: str, assumed: str) -> None:
    found = foreign(CAFE.encode(encoding), "file.csv")
    assert found.assumed == (assumed, "parted by semicolons")
    assert [line.cells for line in found.grids[0].lines] == [
        ("Operation", "Land"),
        ("Caf\u00e9", "Espa\u00f1a"),
    ]


def test_an_encoding_can_be_named() -> None:
    text = "Operation;Land\nAkcja;\u0141otwa\n".encode("cp1250")
    assert foreign(text, "a.csv", encoding="cp1250").grids[0].lines[1].cells[1] == "\u0141otwa"
    with pytest.raises(
        CoopmapError, match=r"^no encoding 'klingon'; one such as utf-8 or cp1250 would be right$"
    ):
        foreign(text, "a.csv", encoding="klingon")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found_out(delimiter: str) -> None:
    text = f'a{delimiter}b{delimiter}c\n1{delimiter}"x, y; z"{delimiter}3\n'
    assert lines(text.encode()) == [["a", "b", "c"], ["1", "x, y; z", "3"]]


def test_blank_lines_and_columns_are_left_out_and_rows_keep_their_numbers() -> None:
    found = foreign(b",a,,b\n,,,\n,1,,2\n", "file.csv").grids[0]
    assert found.letters == ("B", "D")
    assert [(line.number, line.cells) for line in found.lines] == [(1, ("a", "b")), (3, ("1", "2"))]


def test_a_workbook_of_another_program() -> None:
    found = foreign(samples.foreign(), "a.xlsx")
    first, second = found.grids
    assert [line.cells for line in first.lines] == [
        ("Joint operations", "", "", "", "", ""),
        ("", "Operation", "Date", "Number of countries", "Lead", "Countries"),
        ("", "Falcon", "2024-05-02", "3", "Denmark", "Norway; Sweden"),
        ("", "Eagle", "2023-02", "2", "", "Spain and Portugal"),
    ]
    assert [line.number for line in first.lines] == [1, 3, 4, 5]
    assert (second.name, second.lines[0].cells) == ("Notes", ("Ask Paul",))


def test_an_open_document_spreadsheet() -> None:
    grid = foreign(samples.ods(samples.CONTENT), "a.ods").grids[0]
    assert [(line.number, line.cells) for line in grid.lines] == [
        (3, ("Operation", "Date", "Countries")),
        (4, ("Falcon", "2024-05-02", "Denmark\nthe Netherlands\nNorway")),
    ]


def test_texts_that_xml_cannot_hold_are_read_as_workbooks_write_them() -> None:
    written = [
        "a_x000D_b",
        "_x0001_",
        "_x005F_x0041_",
        "_x005F_x005F_x005F_x0041_",
        "_xD83D__xDE00_",
        "_x41_",
    ]
    book = openpyxl.Workbook()
    for text in written:
        book.worksheets[0].append([text])
    assert lines(saved(book), "a.xlsx") == [
        ["a\rb"],
        ["\x01"],
        ["_x0041_"],
        ["_x005F_x0041_"],
        ["\U0001f600"],
        ["_x41_"],
    ]


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cornered() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "a"
    book.worksheets[0]["XFD1048576"] = "b"
    return saved(book)


def test_a_cell_in_the_farthest_corner_costs_nothing() -> None:
    begun = time.monotonic()
    grid = foreign(cornered(), "a.xlsx").grids[0]
    assert time.monotonic() - begun < 2
    assert [(line.number, line.cells) for line in grid.lines] == [(1, ("a", "")), (1048576, ("", "b"))]
    assert grid.letters == ("A", "XFD")


def spoilt(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Change a part of a zip file."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as there,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for member in there.namelist():
            part = there.read(member)
            assert member != name or old in part
            packed.writestr(member, part.replace(old, new) if member == name else part)
    return file.getvalue()


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<a/>")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(50):
                part.write(b" " * 10_000_000)
    return file.getvalue()


def entities() -> bytes:
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><workbook'
    return spoilt(samples.foreign(), "xl/workbook.xml", b"<workbook", declared)


def repeated() -> bytes:
    many = samples.CONTENT.replace('"1048571"', '"3"').replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="1048000">', 1
    )
    return samples.ods(
        many.replace("<table:table-cell office", '<table:table-cell table:number-columns-repeated="9" office')
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (bomb(), "a.xlsx unpacks to 500 MB; at most 400 MB can be read"),
        (entities(), "a.xlsx declares XML entities, which no spreadsheet does; it is not read"),
        (repeated(), "a.xlsx has more than 8,000,000 cells; a smaller part of it would be right"),
        (
            b"%PDF-1.7",
            "a.xlsx is a PDF, no table or list that can be read; copy the table out of it and paste it",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a.xlsx is an old Excel file (.xls), no table or list that can be read; save it as .xlsx",
        ),
        (b"", "a.xlsx is empty; a table or a list of countries would be right"),
        (b" \n ,,\n", "a.xlsx is empty; a table or a list of countries would be right"),
        (b"a,b\0\n", "a.xlsx, line 1: a NUL character; a file of plain text would be right"),
        (b"<html>", "a.xlsx is a web page or XML; a table saved as CSV or XLSX would be right"),
        (
            b'a,b\n1,"x"y\n',
            "a.xlsx, row 2: the row cannot be read (',' expected after '\"'); a quote inside a quoted text is "
            "written twice",
        ),
        (
            b'["\\ud800"]',
            "a.xlsx, its list: a cell holds half of a surrogate pair; text without it would be right",
        ),
        (
            b'[{"a": "\\u0000"}]',
            "a.xlsx, row 2: a cell holds a NUL character; text without it would be right",
        ),
        (
            b"x,y\n" + b"a" * 200_000 + b",b\n",
            "a.xlsx, row 2: a cell of more than 100,000 letters; as many are read",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_in_one_line_and_soon(content: bytes, sentence: str) -> None:
    begun = time.monotonic()
    with pytest.raises(CoopmapError) as refusal:
        foreign(content, "a.xlsx")
    assert str(refusal.value) == sentence
    assert time.monotonic() - begun < 5


def test_a_workbook_cut_off_is_damaged() -> None:
    with pytest.raises(CoopmapError, match=r"^a\.xlsx is damaged, or not what its name says \(BadZipFile: "):
        foreign(samples.foreign()[:-300], "a.xlsx")


def test_json_without_end_is_refused() -> None:
    with pytest.raises(CoopmapError, match=r"^a\.json: lists within lists without end"):
        foreign(b"[" * 100_000 + b"]" * 100_000, "a.json")
