"""A foreign table as it stands in its file: numbered lines of cells, blank lines and columns left out."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_CELLS = 8_000_000
"""Cells that are not empty in one file: a million participations of eight columns each."""
LONGEST_CELL = 100_000
"""Letters in one cell; spreadsheets themselves stop at 32,767."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a foreign table."""

    number: int
    """The number a spreadsheet shows beside it."""
    cells: tuple[str, ...]
    """What its cells hold, one for each column of the grid."""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One foreign table, read but not yet understood."""

    place: str
    """How errors name it: ``answers.xlsx, sheet 2024``."""
    name: str = ""
    """The sheet's name, if it has one."""
    letters: tuple[str, ...] = ()
    """The letter a spreadsheet shows above each column."""
    lines: tuple[Line, ...] = ()
    """Its lines that are not blank."""

    def at(self, line: Line) -> str:
        """Name a line for a person: ``answers.xlsx, sheet 2024, row 7``."""
        return f"{self.place}, row {line.number}"


@dataclass(frozen=True, kw_only=True)
class Foreign:
    """Everything a file holds, before anybody asks what it means."""

    place: str
    """How errors name the file."""
    form: str
    """What sort of file it is: ``CSV``, ``XLSX``, ``list`` ..."""
    assumed: tuple[str, ...] = ()
    """What had to be assumed to read it: its encoding, its delimiter."""
    grids: tuple[Grid, ...] = ()
    """Its tables that hold anything."""
    restores: bool = False
    """Whether a table of coopmap's own in it was made safe for spreadsheets, which is undone."""
    text: str = ""
    """The text itself, where the file is one: a pasted list has no columns."""


def grid_of(place: str, cells: Mapping[int, Mapping[int, str]], *, name: str = "") -> Grid:
    """Make a grid of the cells that hold something, by line number (from 1) and column (from 0).

    A far-off corner costs nothing: blank lines and columns are left out, whatever the sheet claims to be.
    """
    used = sorted({column for line in cells.values() for column in line})
    return Grid(
        place=place,
        name=name,
        letters=tuple(map(letters_of, used)),
        lines=tuple(
            Line(number, tuple(cells[number].get(column, "") for column in used))
            for number in sorted(cells)
            if cells[number]
        ),
    )


def cells_of(rows: Iterable[tuple[int, list[str]]], place: str) -> dict[int, dict[int, str]]:
    """Give the cells that hold something, of rows counted by their file.

    Raises:
        CoopmapError: there are too many, one is too long, or one holds what no text may hold.
    """
    counter = Counter(place)
    held: dict[int, dict[int, str]] = {}
    for number, row in rows:
        line = {column: cell for column, text in enumerate(row) if (cell := text.strip())}
        for cell in line.values():
            counter.take(cell, f"row {number}")
        if line:
            held[number] = line
    return held


class Counter:
    """Counts cells and looks at each, so that no file fills the memory."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.cells = 0

    def take(self, cell: str, where: str, *, times: int = 1) -> None:
        """Count a cell that holds something."""
        self.cells += times
        if self.cells > MOST_CELLS:
            raise CoopmapError(
                f"{self.place} has more than {MOST_CELLS:,} cells; a smaller part of it would be right"
            )
        if len(cell) > LONGEST_CELL:
            raise CoopmapError(
                f"{self.place}, {where}: a cell of more than {LONGEST_CELL:,} letters; as many are read"
            )
        fault = unsound(cell)
        if fault:
            raise CoopmapError(f"{self.place}, {where}: a cell holds {fault}; text without it would be right")


def unsound(text: str) -> str:
    """Say what a text holds that no record may hold: a NUL, or half of a letter; empty when it is sound."""
    if "\0" in text:
        return "a NUL character"
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        return "half of a surrogate pair"
    return ""


def letters_of(column: int) -> str:
    """Give a column's letters as a spreadsheet shows them: 0 is A, 26 is AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
