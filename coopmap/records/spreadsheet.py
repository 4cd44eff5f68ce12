"""A CSV file as a spreadsheet shows it: numbered rows of cells under a header."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopmap.records.tables import Table


@dataclass(frozen=True)
class Row:
    """One row of a spreadsheet."""

    number: int
    """The number a spreadsheet shows beside it; the header is row 1."""
    cells: dict[str, str]
    """What its cells hold, by column, without blanks around."""


@dataclass(frozen=True)
class Spreadsheet:
    """One table's file, read but not yet understood."""

    path: Path
    """The file."""
    table: Table
    """What it should hold."""
    rows: tuple[Row, ...]
    """Its rows without the header; empty ones are left out."""

    def place(self, row: int, column: str = "") -> str:
        """Name a place in the file: ``data/outcomes.csv, row 7, column value``."""
        return f"{self.path}, row {row}" + (f", column {column}" if column else "")


def read_spreadsheet(path: Path, table: Table) -> Spreadsheet:
    """Read a CSV file: UTF-8 with or without a mark, any line ends, commas or semicolons."""
    records = numbered(path)
    header = [name.strip() for name in next(records, (1, []))[1]]
    check_header(path, table, header)
    rows: list[Row] = []
    for number, cells in records:
        stripped = [cell.strip() for cell in cells]
        if not any(stripped):
            continue
        if len(stripped) != len(header):
            raise CoopmapError(
                f"{path}, row {number}: {len(stripped)} cells, but the header has {len(header)}; "
                f"a text with a comma in it stands in quotes"
            )
        rows.append(Row(number, dict(zip(header, stripped, strict=True))))
    return Spreadsheet(path, table, tuple(rows))


def numbered(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a CSV file, counted as a spreadsheet counts them."""
    text = text_in(path)
    first = text.split("\n", 1)[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        raise CoopmapError(
            f"{path}, row {number + 1}: the row cannot be read ({error}); "
            f"a quote inside a quoted text is written twice"
        ) from None


def text_in(path: Path) -> str:
    """Give the text of a file, sure to be UTF-8."""
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise CoopmapError(
            f"{path} is missing; datapackage.json names it as one of the five tables"
        ) from None
    except OSError as error:
        raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CoopmapError(
            f"{path}, line {line}: byte 0x{content[error.start]:02x} is not UTF-8; "
            f"save the table as 'CSV UTF-8' in your spreadsheet"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CoopmapError(
            f"{path}, line {line}: a NUL character; save the table as 'CSV UTF-8' in your spreadsheet"
        )
    return text


def check_header(path: Path, table: Table, header: list[str]) -> None:
    """See to it that every column is there, once; columns of your own are welcome beside them."""
    missing = [name for name in table.header if name not in header]
    if missing:
        raise CoopmapError(
            f"{path}, row 1: the header lacks {', '.join(missing)}; it begins with "
            f"{quoted(', '.join(islice(header, 5)))}, and {','.join(table.header)} would be right"
        )
    twice = [name for name in table.header if header.count(name) > 1]
    if twice:
        raise CoopmapError(f"{path}, row 1: the header has the column {twice[0]} twice; once would be right")
