"""An XLSX workbook is read sheet by sheet: texts as they stand, numbers and dates as they are shown.

Libraries were weighed: one stops the whole process when a sheet holds a cell in its farthest corner,
the other loses control characters that it escaped itself. What is read here is small and bounded.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.exchange.archive import unbroken
from coopmap.records.exchange.grid import Counter, Grid, grid_of
from coopmap.records.exchange.numbers import date_shown, day, plain_number
from coopmap.records.exchange.parts import Collector, listen

if TYPE_CHECKING:
    from coopmap.records.exchange.archive import Archive

WORKBOOK = "xl/workbook.xml"
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
TRUTH = {"1": "yes", "0": "no"}
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass
class Book:
    """What the sheets of a workbook share."""

    place: str
    """How errors name the file."""
    strings: list[str] = field(default_factory=list)
    """The texts that cells point to."""
    dates: list[str] = field(default_factory=list)
    """For each style of a cell the parts of a date it shows."""
    since_1904: bool = False
    """Whether days are counted as old Macs counted them."""


def sheets_of(archive: Archive) -> tuple[Grid, ...]:
    """Give every visible sheet of a workbook that holds anything.

    Raises:
        CoopmapError: it is damaged or too large.
    """
    with unbroken(archive.place):
        workbook = Collector("sheet", "workbookPr")
        listen(archive.open(WORKBOOK), workbook, archive.place)
        targets = relations(archive)
        book = Book(archive.place)
        book.since_1904 = any(
            tag == "workbookPr" and said.get("date1904") in ("1", "true") for tag, said in workbook.found
        )
        book.strings = strings(archive, targets.get("sharedStrings", "xl/sharedStrings.xml"))
        book.dates = date_styles(archive, targets.get("styles", "xl/styles.xml"))
        counter = Counter(archive.place)
        grids = [
            sheet(archive, targets[said["id"]], name=said["name"], book=book, counter=counter)
            for tag, said in workbook.found
            if tag == "sheet"
            and said.get("state", "visible") == "visible"
            and "worksheet" in targets.get(said["id"], "")
        ]
    return tuple(grid for grid in grids if grid.lines)


def relations(archive: Archive) -> dict[str, str]:
    """Give where the workbook's parts lie, by their ids and by their kinds."""
    found = Collector("Relationship")
    listen(archive.open("xl/_rels/workbook.xml.rels"), found, archive.place)
    targets: dict[str, str] = {}
    for _, said in found.found:
        path = posixpath.normpath(posixpath.join("/xl", said["Target"])).lstrip("/")
        targets[said["Id"]] = path
        targets[said["Type"].rpartition("/")[2]] = path
    return targets


def strings(archive: Archive, path: str) -> list[str]:
    """Give the shared texts."""
    if path not in archive:
        return []
    listener = Strings()
    listen(archive.open(path), listener, archive.place)
    return listener.found


def date_styles(archive: Archive, path: str) -> list[str]:
    """Give for each style of a cell the parts of a date it shows."""
    if path not in archive:
        return []
    listener = Styles()
    listen(archive.open(path), listener, archive.place)
    return [date_shown(number, listener.codes.get(number, "")) for number in listener.formats]


def sheet(archive: Archive, path: str, *, name: str, book: Book, counter: Counter) -> Grid:
    """Read one sheet."""
    listener = Cells(book, counter, name)
    listen(archive.open(path), listener, archive.place)
    return grid_of(f"{book.place}, sheet {name}", listener.rows, name=name)


class Strings:
    """Collects the shared texts; what is there only to sound them out is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._listening = False
        self._sounds = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - as every listener hears it
        """Begin a text or a piece of one."""
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._sounds += 1
        self._listening = tag == "t" and not self._sounds

    def end(self, tag: str) -> None:
        """Keep a finished text."""
        if tag == "si":
            self.found.append(unescaped("".join(self._pieces)))
        elif tag == "rPh":
            self._sounds -= 1
        self._listening = False

    def text(self, text: str) -> None:
        """Take in a piece."""
        if self._listening:
            self._pieces.append(text)


class Styles:
    """Collects the number formats of the styles that cells point to."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self._cells = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Remember a format, or the format of a style."""
        if tag == "numFmt":
            self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self._cells = True
        elif tag == "xf" and self._cells:
            self.formats.append(int(attributes.get("numFmtId", 0)))

    def end(self, tag: str) -> None:
        """Notice the end of the styles."""
        if tag == "cellXfs":
            self._cells = False

    def text(self, text: str) -> None:
        """Styles hold no text."""


class Cells:
    """Collects the cells of one sheet that hold something."""

    def __init__(self, book: Book, counter: Counter, name: str) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self._book, self._counter, self._name = book, counter, name
        self._row, self._column = 0, -1
        self._said: dict[str, str] = {}
        self._pieces: list[str] = []
        self._listening, self._sounds = False, 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Notice where a cell stands and when its text begins."""
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = -1
        elif tag == "c":
            self._said, self._pieces = attributes, []
            self._column = self._place(attributes.get("r", ""))
        elif tag == "rPh":
            self._sounds += 1
        self._listening = tag in ("v", "t") and not self._sounds

    def _place(self, reference: str) -> int:
        match = REFERENCE.fullmatch(reference)
        column = column_of(match[1]) if match else self._column + 1
        if not 0 < self._row <= LAST_ROW or column >= LAST_COLUMN or (match and int(match[2]) != self._row):
            raise CoopmapError(
                f"{self._book.place}, sheet {self._name}: a cell stands at {reference or 'a place'!r:.20} "
                f"in row {self._row}, where no sheet has one"
            )
        return column

    def end(self, tag: str) -> None:
        """Keep a finished cell."""
        if tag == "rPh":
            self._sounds -= 1
        elif tag == "c" and (cell := self._value("".join(self._pieces)).strip()):
            self._counter.take(cell, f"sheet {self._name}, row {self._row}")
            self.rows.setdefault(self._row, {})[self._column] = cell
        self._listening = False

    def text(self, text: str) -> None:
        """Take in a piece."""
        if self._listening:
            self._pieces.append(text)

    def _value(self, text: str) -> str:
        kind = self._said.get("t", "n")
        if kind == "s":
            return self._book.strings[int(text)] if text else ""
        if kind in ("str", "inlineStr"):
            return unescaped(text)
        if kind == "b":
            return TRUTH.get(text, text)
        if kind == "d":
            return text.partition("T")[0]
        return text if kind == "e" or not text else self._number(text)

    def _number(self, text: str) -> str:
        style = int(self._said.get("s", 0))
        shown = self._book.dates[style] if style < len(self._book.dates) else ""
        return day(text, shown, since_1904=self._book.since_1904) if shown else plain_number(text)


def column_of(letters: str) -> int:
    """Give a column's number: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * len(ascii_uppercase) + ord(letter) - ord("A") + 1
    return number - 1


def unescaped(text: str) -> str:
    """Give back the letters that XML cannot hold, which a workbook writes as ``_x0001_``."""
    if "_x" not in text:
        return text
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
