"""A few rows found in a long file are those that reading all of it would give."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopmap.errors import CoopmapError
from coopmap.records import csvfile as reading
from coopmap.records import stretches as walking
from coopmap.records.csvfile import spreadsheet_in
from coopmap.records.package.excerpt import Index, excerpt_in
from coopmap.records.tables import PARTICIPATIONS
from tests.records.dialects import COUNTRIES, IDS, Dialect, dialects, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

Rows = list[dict[str, str]]


def found(content: bytes, column: str, value: str, *, length: int) -> list[tuple[int, tuple[str, ...]]]:
    with patch.object(walking, "LENGTH", length):
        sheet = excerpt_in(
            io.BytesIO(content), place="t.csv", table=PARTICIPATIONS, column=column, value=value
        )
    return list(sheet.rows)


def plainly(content: bytes, column: str, value: str) -> list[tuple[int, tuple[str, ...]]]:
    sheet = spreadsheet_in(content, place="t.csv", table=PARTICIPATIONS)
    return list(Index(sheet, column).excerpt(value).rows)


@given(
    dialect=dialects(),
    table=rows(),
    value=st.sampled_from(IDS),
    country=st.sampled_from(COUNTRIES),
    length=st.integers(1, 400),
)
def test_an_excerpt_is_what_reading_everything_gives(
    dialect: Dialect, table: Rows, value: str, country: str, length: int
) -> None:
    content = dialect.content(table)
    for column, wanted in (("operation", value), ("country", country), ("source", ""), ("note", "a, b")):
        assert found(content, column, wanted, length=length) == plainly(content, column, wanted)


@given(
    content=st.lists(
        st.sampled_from([*"a,;", '"', '""', "\n", "\r", "\r\n", " ", "ü", "op,DNK,,,,,,,,\n", '"a\nb",'])
    ).map("".join),
    piece=st.integers(1, 30),
)
def test_rows_are_those_of_the_csv_module(content: str, piece: int) -> None:
    with patch.object(reading, "PIECE", piece):
        found = outcome(reading.rows_in(content.encode()))
    delimiter = reading.delimiter_of(content.partition("\n")[0])
    assert found == outcome(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True))


def outcome(given_rows: Iterable[list[str]]) -> list[list[str]] | str:
    try:
        return list(given_rows)
    except csv.Error as error:
        return str(error)


HEADER = ",".join(PARTICIPATIONS.header).encode()


@given(
    content=st.lists(
        st.sampled_from(
            [b"op-1", b"op-1,DNK,lead,,,,stated,,,", b'"', b'""', b",", b"\n", b"\r", b"\r\n", b" "]
        )
    ).map(b"".join),
    length=st.integers(1, 60),
)
@example(content=b'op-1,DNK,5",,,,,,,\nop-1,SWE,"x\ny",,,,,,,\n', length=5)
@example(content=b'\nop-1,DNK,,,,,,,,\r"op-1",SWE,,,,,,,,\n', length=3)
def test_rows_among_garbage_are_those_that_reading_everything_gives(content: bytes, length: int) -> None:
    content = HEADER + b"\n" + content
    try:
        expected = plainly(content, "operation", "op-1")
    except CoopmapError:
        return  # an excerpt may find its rows although others are wrong
    assert found(content, "operation", "op-1", length=length) == expected


@pytest.mark.parametrize("row", [b'op-1,"DNK', b"op-1,DNK", b"op-1,\xff,,,,,,,,", b"op-1,\0,,,,,,,,"])
def test_a_row_that_cannot_be_read_is_named(row: bytes) -> None:
    with pytest.raises(CoopmapError, match=r"t\.csv, (row|line) 2: "):
        found(HEADER + b"\n" + row, "operation", "op-1", length=100)
