"""A CSV file is read as a spreadsheet program would: any line ends, commas or semicolons, UTF-8."""

from __future__ import annotations

import csv
import io
from itertools import chain, islice
from typing import TYPE_CHECKING, Self

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.spreadsheet import Spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopmap.records.tables import Table

MARK = b"\xef\xbb\xbf"
"""The three bytes that some spreadsheet programs put before UTF-8."""

PIECE = 100_000
"""How many bytes are cut at a time: few enough to stay near the processor."""


def spreadsheet_in(content: bytes, *, place: str, table: Table) -> Spreadsheet:
    """Read a CSV file's bytes, with or without a mark at their beginning.

    Args:
        content: the bytes.
        place: how errors name the file.
        table: what it should hold.
    """
    if b"\0" in content:
        text_in(content, place)
    header: tuple[str, ...] = ()
    blank: set[int] = set()
    values: list[tuple[str, ...]] = []
    once, keep, width, number = Once().__getitem__, values.append, -1, 0
    try:
        for number, cells in enumerate(rows_in(content.removeprefix(MARK)), start=1):
            row = tuple(map(once, cells))
            if len(row) == width and (row[0] or any(row)):
                keep(row)
            elif number == 1:
                header = header_of(cells, place=place, table=table)
                width = len(header)
            elif any(row):
                raise width_error(place, number, cells=len(row), header=width)
            else:
                blank.add(number)
    except UnicodeDecodeError:
        text_in(content, place)
        raise
    except csv.Error as error:
        raise CoopmapError(
            f"{place}, row {number + 1}: the row cannot be read ({error}); "
            f"a quote inside a quoted text is written twice"
        ) from None
    numbers = range(2, number + 1)
    return Spreadsheet(
        place=place,
        table=table,
        header=header or header_of((), place=place, table=table),
        numbers=[one for one in numbers if one not in blank] if blank else numbers,
        values=values,
    )


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
    if b"\0" in content:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CoopmapError(
            f"{place}, line {line}: a NUL character; save the table as 'CSV UTF-8' in your spreadsheet"
        )
    return text


def delimiter_of(header: str) -> str:
    """Say what stands between the cells: a semicolon where the first line has no comma."""
    return ";" if ";" in header and "," not in header else ","


def rows_in(content: bytes) -> Iterator[list[str]]:
    """Give the cells of each row as the csv module tells them apart; rows without quotes are only cut.

    Cutting is several times faster. It is right wherever the csv module would do nothing else: no quote, no
    carriage return alone, no cell that may be too long.
    """
    delimiter = delimiter_of(content[: content.find(b"\n") + 1 or None].decode().removesuffix("\n"))
    if content.count(b"\r") != content.count(b"\r\n"):
        whole = io.StringIO(content.decode(), newline="")
        yield from csv.reader(whole, delimiter=delimiter, strict=True)
        return
    lines = Lines(content)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    longest = csv.field_size_limit()
    for line in lines.all:
        if '"' in line or len(line) > longest:
            lines.held = line
            yield next(reader)
        elif line and line != "\r":
            yield line.removesuffix("\r").split(delimiter)
        else:
            yield []


class Lines:
    """The lines of a file, one of which may be taken up again: it is where a row with quotes begins."""

    def __init__(self, content: bytes) -> None:
        self.all = chain.from_iterable(cut(content))
        self.held = ""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line, self.held = self.held, ""
        return (line or next(self.all)) + "\n"


def cut(content: bytes) -> Iterator[list[str]]:
    """Cut a file into lines without their ends, some thousand at a time."""
    start = 0
    while start < len(content):
        end = content.find(b"\n", min(start + PIECE, len(content)))
        if end < 0:
            end = len(content) - content.endswith(b"\n")
        yield content[start:end].decode().split("\n")
        start = end + 1


class Once(dict[str, str]):
    """Every text that was met, without blanks around it, and each kept only once."""

    def __missing__(self, cell: str) -> str:
        text = cell.strip()
        self[cell] = text = self.setdefault(text, text)
        return text


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
