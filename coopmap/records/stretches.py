"""A long CSV file is walked in stretches of whole rows, so that only those that matter need be understood.

The csv module alone says which cells a row has. Where a stretch ends is found faster: where there are quotes,
a pattern tells what stands inside them; what the pattern does not know (a quote in the middle of a cell, a
carriage return alone) makes the stretch reach to the end of the file.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from coopmap.records.csvfile import delimiter_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 1 << 18
"""How many bytes are read at a time."""

MARK = b"\xef\xbb\xbf"
"""The three bytes that some spreadsheet programs put before UTF-8."""

INSIDE = re.compile(rb'"(?:[^"]++|"")*+"')
"""What stands inside quotes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A few whole rows of a file."""

    start: int
    """Where in the file it begins."""
    first: int
    """The number of its first row, as a spreadsheet counts."""
    content: bytes
    """Its bytes."""
    delimiter: str
    """What stands between the cells of the file."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file and where it stands."""

    number: int
    """The number a spreadsheet shows beside it."""
    start: int
    """Where in the file it begins."""
    end: int
    """Where in the file the next one begins."""
    cells: tuple[str, ...]
    """What its cells hold, without blanks around."""


def stretches(file: BinaryIO, length: int = LENGTH) -> Iterator[Stretch]:
    """Cut a file into stretches of whole rows; the first begins with the header, after a mark."""
    file.seek(0)
    start, number = 0, 1
    rest = file.read(length)
    if rest.startswith(MARK):
        start, rest = len(MARK), rest.removeprefix(MARK)
    if b"\n" not in rest:
        rest += file.read()
    delimiter = delimiter_of(rest.partition(b"\n")[0].decode("utf-8", "replace"))
    while rest:
        more = file.read(length)
        end = whole_rows(rest, delimiter) if more else len(rest)
        if more and not end:
            rest += more + (file.read() if len(rest) >= length else b"")
            continue
        content, rest = rest[:end], rest[end:] + more
        yield Stretch(start, number, content, delimiter)
        start, number = start + end, number + count_rows(content)


def whole_rows(content: bytes, delimiter: str) -> int:
    """Say how many bytes at the beginning are rows that are surely whole."""
    if b'"' not in content and content.count(b"\r") == content.count(b"\r\n"):
        return content.rfind(b"\n") + 1
    found = rows_pattern(delimiter).match(content)
    return found.end() if found else 0


@cache
def rows_pattern(delimiter: str) -> re.Pattern[bytes]:
    """Give the pattern of whole rows in good order."""
    cell = rf'(?:[^"\r\n]++|\r(?=\n)|(?<![^\n{delimiter}])"(?:[^"]++|"")*+"(?=[\r\n{delimiter}]))'
    return re.compile(rf"(?:{cell}*+\n)*+".encode())


def count_rows(content: bytes) -> int:
    """Count the rows of whole rows: the line ends outside quotes."""
    return (INSIDE.sub(b"", content) if b'"' in content else content).count(b"\n")


def records_in(stretch: Stretch) -> Iterator[Record]:
    """Tell the rows of a stretch apart, empty ones too.

    Raises:
        csv.Error: a row cannot be read.
        UnicodeDecodeError: the bytes are not UTF-8.
    """
    if b"\0" in stretch.content:
        raise csv.Error("line contains NUL")
    end = start = stretch.start

    def lines() -> Iterator[str]:
        nonlocal end
        for line in io.StringIO(stretch.content.decode("utf-8"), newline=""):
            end += len(line.encode())
            yield line

    reader = csv.reader(lines(), delimiter=stretch.delimiter, strict=True)
    for number, cells in enumerate(reader, start=stretch.first):
        yield Record(number, start, end, tuple(cell.strip() for cell in cells))
        start = end


def needle(text: str) -> bytes:
    """Give the bytes that stand in a file wherever one of its cells holds a text."""
    return text.replace('"', '""').encode()
