"""A long CSV file is walked in stretches of whole rows, so that only those that matter need be understood.

The csv module alone says which cells a row has. Where a stretch ends is found faster, by counting quotes;
what this cannot judge (a quote in the middle of a cell, a carriage return alone) makes the stretch reach to
the end of the file.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from coopmap.records.csvfile import MARK, delimiter_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 1 << 18
"""How many bytes are read at a time."""


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


def stretches(file: BinaryIO) -> Iterator[Stretch]:
    """Cut a file into stretches of whole rows; the first begins with the header, after a mark."""
    file.seek(0)
    start, number, rest = 0, 1, file.readline()
    if rest.startswith(MARK):
        start, rest = len(MARK), rest.removeprefix(MARK)
    delimiter = delimiter_of(rest.decode("utf-8", "replace").removesuffix("\n"))
    while rest:
        more = file.read(LENGTH)
        end, rows = whole_rows(rest, delimiter.encode()) if more else (len(rest), 0)
        if more and not end:
            rest += more + (file.read() if len(rest) >= LENGTH else b"")
            continue
        content, rest = rest[:end], rest[end:] + more
        yield Stretch(start, number, content, delimiter)
        start, number = start + end, number + rows


def whole_rows(content: bytes, delimiter: bytes) -> tuple[int, int]:
    """Say how many bytes at the beginning are rows that are surely whole, and how many rows they are."""
    parts = content.split(b'"')
    outside = b"".join(parts[::2])
    if outside.count(b"\r") == outside.count(b"\r\n") and is_in_order(parts, delimiter):
        end = len(content)
        for place in reversed(range(len(parts))):
            if place % 2 == 0 and (found := parts[place].rfind(b"\n")) >= 0:
                return end - len(parts[place]) + found + 1, outside.count(b"\n")
            end -= len(parts[place]) + 1
    return 0, 0


def is_in_order(parts: list[bytes], delimiter: bytes) -> bool:
    """Say whether every quote between these parts opens or closes a cell, or is written twice inside one."""
    before = {part[-1:] for part in parts[:-1:2]}
    after = {part[:1] for part in parts[2::2]}
    return before <= {b"", delimiter, b"\n"} and after <= {b"", delimiter, b"\n", b"\r"}


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


class Needle:
    """What stands in a file wherever one of its cells holds a text."""

    def __init__(self, text: str) -> None:
        self.content = text.replace('"', '""').encode()
        found = re.escape(self.content)
        # Beside a cell stands a delimiter, a quote, a blank or a line end; so a longer id is passed over.
        self._pattern = re.compile(found + rb"(?![0-9A-Za-z])(?<![0-9A-Za-z]" + found + rb")")

    def is_in(self, content: bytes) -> bool:
        """Say whether it may be there."""
        return self.content in content and self._pattern.search(content) is not None

    def last_in(self, file: BinaryIO) -> int:
        """Say where in a file no more of it can begin; nowhere at all, when it is not there."""
        file.seek(0)
        start, last, kept = 0, 0, b""
        while more := file.read(LENGTH):
            if self.is_in(kept + more):
                last = start + len(more)
            start += len(more)
            kept = (kept + more)[-len(self.content) - 1 :]
        return last
