"""An OpenDocument spreadsheet is read by sheets, and what it repeats is counted before it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.exchange.archive import unbroken
from coopmap.records.exchange.grid import Counter, Grid, grid_of
from coopmap.records.exchange.numbers import plain_number
from coopmap.records.exchange.parts import bare, listen

if TYPE_CHECKING:
    from coopmap.records.exchange.archive import Archive

CONTENT = "content.xml"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
CELLS = ("table-cell", "covered-table-cell")
ASIDE = ("annotation", "tracked-changes", "shapes")
"""What stands in a sheet without being in its cells."""
TRUTH = {"true": "yes", "false": "no"}
BLANKS = {"tab": "\t", "line-break": "\n"}
MOST_SPACES = 1_000


def sheets_of(archive: Archive) -> tuple[Grid, ...]:
    """Give every sheet that holds anything.

    Raises:
        CoopmapError: it is damaged or too large.
    """
    listener = Tables(archive.place)
    with unbroken(archive.place):
        listen(archive.open(CONTENT), listener, archive.place)
    return tuple(grid for grid in listener.grids if grid.lines)


class Tables:
    """Collects the cells of all sheets."""

    def __init__(self, place: str) -> None:
        self.grids: list[Grid] = []
        self._place = place
        self._counter = Counter(place)
        self._name = ""
        self._rows: dict[int, dict[int, str]] = {}
        self._row, self._repeat = 0, 1
        self._line: dict[int, str] = {}
        self._column, self._times = 0, 1
        self._said: dict[str, str] = {}
        self._pieces: list[str] = []
        self._paragraphs, self._aside, self._tables = 0, 0, 0
        self._listening = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Notice where a cell stands, and its text."""
        if tag in ASIDE:
            self._aside += 1
        if self._aside:
            return
        if tag == "table":
            self._begin(attributes)
        elif tag == "table-row":
            self._repeat = repeated(attributes, "rows")
            self._line, self._column = {}, 0
        elif tag in CELLS:
            self._times = repeated(attributes, "columns")
            self._said, self._pieces, self._paragraphs = attributes, [], 0
        else:
            self._letters(tag, attributes)

    def _begin(self, attributes: dict[str, str]) -> None:
        self._tables += 1
        if self._tables > 1:
            raise CoopmapError(f"{self._place} has a table inside a table; one in each sheet would be right")
        self._name = next((value for name, value in attributes.items() if bare(name) == "name"), "")
        self._rows, self._row = {}, 0

    def _letters(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "p":
            self._pieces.append("\n" if self._paragraphs else "")
            self._paragraphs += 1
            self._listening += 1
        elif tag == "s" and self._listening:
            count = next((value for name, value in attributes.items() if bare(name) == "c"), "1")
            self._pieces.append(" " * min(int(count), MOST_SPACES))
        elif tag in BLANKS and self._listening:
            self._pieces.append(BLANKS[tag])

    def end(self, tag: str) -> None:
        """Keep a finished cell, row or sheet."""
        if tag in ASIDE:
            self._aside -= 1
        if self._aside:
            return
        if tag == "p":
            self._listening -= 1
        elif tag in CELLS:
            self._keep_cell()
        elif tag == "table-row":
            self._keep_row()
        elif tag == "table":
            self._tables -= 1
            place = f"{self._place}, sheet {self._name}"
            self.grids.append(grid_of(place, self._rows, name=self._name))

    def text(self, text: str) -> None:
        """Take in a piece of a cell's text."""
        if self._listening and not self._aside:
            self._pieces.append(text)

    def _keep_cell(self) -> None:
        cell = self._value().strip()
        if cell:
            where = f"sheet {self._name}, row {self._row + 1}"
            self._counter.take(cell, where, times=self._times * self._repeat)
            self._line.update(dict.fromkeys(range(self._column, self._column + self._times), cell))
        self._column += self._times
        if self._column > LAST_COLUMN and cell:
            raise CoopmapError(
                f"{self._place}, sheet {self._name}: a row has more than {LAST_COLUMN:,} cells"
            )

    def _keep_row(self) -> None:
        if self._line:
            for number in range(self._row + 1, self._row + self._repeat + 1):
                self._rows[number] = self._line
        self._row += self._repeat
        if self._row > LAST_ROW and self._line:
            raise CoopmapError(f"{self._place}, sheet {self._name}: more than {LAST_ROW:,} rows")

    def _value(self) -> str:
        kind = self._said.get(f"{OFFICE}value-type", "")
        if kind == "date":
            return self._said.get(f"{OFFICE}date-value", "").partition("T")[0]
        if kind in ("float", "currency", "percentage"):
            return plain_number(self._said.get(f"{OFFICE}value", ""))
        if kind == "boolean":
            return TRUTH.get(self._said.get(f"{OFFICE}boolean-value", ""), "")
        return "".join(self._pieces)


def repeated(attributes: dict[str, str], what: str) -> int:
    """Give how often a row or a cell is repeated."""
    for name, value in attributes.items():
        if bare(name) == f"number-{what}-repeated":
            return max(1, int(value))
    return 1
