"""A CSV file is read as a spreadsheet program would: any line ends, commas or semicolons, UTF-8."""

from __future__ import annotations

import csv
import io
from array import array
from itertools import islice
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.spreadsheet import Spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopmap.records.tables import Table


def spreadsheet_in(content: bytes, *, place: str, table: Table) -> Spreadsheet:
    """Read a CSV file's bytes, with or without a mark at their beginning.

    Args:
        content: the bytes.
        place: how errors name the file.
        table: what it should hold.
    """
    text = text_in(content, place)
    records = numbered(text, place)
    header = header_of(next(records, (1, []))[1], place=place, table=table)
    numbers = array("L")
    values: list[tuple[str, ...]] = []
    for number, cells in stripped(records, header=header, place=place):
        numbers.append(number)
        values.append(cells)
    return Spreadsheet(place=place, table=table, header=header, numbers=numbers, values=values)


def text_in(content: bytes, place: str) -> str:
    """Give the text of a file, sure to be UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CoopmapError(
            f"{place}, line {line}: byte 0x{content[error.start]:02x} is not UTF-8; "
            f"save the table as 'CSV UTF-8' in your spreadsheet"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CoopmapError(
            f"{place}, line {line}: a NUL character; save the table as 'CSV UTF-8' in your spreadsheet"
        )
    return text


def delimiter_of(header: str) -> str:
    """Say what stands between the cells: a semicolon where the first line has no comma."""
    return ";" if ";" in header and "," not in header else ","


def numbered(text: str, place: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a CSV file, counted as a spreadsheet counts them."""
    lines = io.StringIO(text, newline="")
    delimiter = delimiter_of(text[: text.find("\n")] if "\n" in text else text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        raise CoopmapError(
            f"{place}, row {number + 1}: the row cannot be read ({error}); "
            f"a quote inside a quoted text is written twice"
        ) from None


class Once(dict[str, str]):
    """Every text that was met, without blanks around it, and each kept only once."""

    def __missing__(self, cell: str) -> str:
        text = cell.strip()
        self[cell] = text = self.setdefault(text, text)
        return text


def stripped(
    records: Iterable[tuple[int, list[str]]], *, header: Sequence[str], place: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the rows that are not empty, each with as many cells as the header, without blanks around."""
    once = Once()
    width = len(header)
    for number, cells in records:
        values = tuple(map(once.__getitem__, cells))
        if len(values) == width and any(values):
            yield number, values
        elif any(values):
            raise width_error(place, number, cells=len(values), header=width)


def width_error(place: str, number: int, *, cells: int, header: int) -> CoopmapError:
    """Say that a row has more or fewer cells than the header."""
    return CoopmapError(
        f"{place}, row {number}: {cells} cells, but the header has {header}; "
        f"a text with a comma in it stands in quotes"
    )


def header_of(cells: Sequence[str], *, place: str, table: Table) -> tuple[str, ...]:
    """See to it that every column is there, once; columns of your own are welcome beside them."""
    header = tuple(name.strip() for name in cells)
    missing = [name for name in table.header if name not in header]
    if missing:
        raise CoopmapError(
            f"{place}, row 1: the header lacks {', '.join(missing)}; it begins with "
            f"{quoted(', '.join(islice(header, 5)))}, and {','.join(table.header)} would be right"
        )
    twice = [name for name in table.header if header.count(name) > 1]
    if twice:
        raise CoopmapError(f"{place}, row 1: the header has the column {twice[0]} twice; once would be right")
    return header
