"""A table as a spreadsheet shows it: numbered rows of cells under a header, light enough for a million."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from coopmap.records.tables import Table


class Row(NamedTuple):
    """One row of a spreadsheet."""

    number: int
    """The number a spreadsheet shows beside it; the header is row 1."""
    values: tuple[str, ...]
    """What its cells hold, in the order of the header, without blanks around."""


@dataclass(frozen=True, kw_only=True)
class Spreadsheet:
    """One table, read but not yet understood."""

    place: str
    """How errors name it: ``data/participations.csv``."""
    table: Table
    """What it should hold."""
    header: tuple[str, ...]
    """The words of its first row, columns of somebody's own among them."""
    numbers: Sequence[int]
    """The numbers of its rows."""
    values: Sequence[tuple[str, ...]]
    """What the cells of each row hold; empty rows are left out."""

    @property
    def rows(self) -> Sequence[Row]:
        """Its rows without the header, each made when it is looked at."""
        return Rows(self.numbers, self.values)

    @property
    def name(self) -> str:
        """Its name without the folder: ``participations.csv``."""
        return PurePath(self.place).name

    def cells(self, row: Row) -> dict[str, str]:
        """Give a row's cells by column."""
        return dict(zip(self.header, row.values, strict=True))

    def positions(self, columns: Sequence[str]) -> tuple[int, ...]:
        """Say where in a row the cells of these columns stand."""
        return tuple(map(self.header.index, columns))

    def where(self, number: int, column: str = "") -> str:
        """Name a place in it: ``data/outcomes.csv, row 7, column value``."""
        return f"{self.place}, row {number}" + (f", column {column}" if column else "")


class Rows(Sequence[Row]):
    """The rows of a spreadsheet, which keeps only their cells."""

    def __init__(self, numbers: Sequence[int], values: Sequence[tuple[str, ...]]) -> None:
        self._numbers = numbers
        self._values = values

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return Rows(self._numbers[index], self._values[index])
        return Row(self._numbers[index], self._values[index])

    def __iter__(self) -> Iterator[Row]:
        return map(Row, self._numbers, self._values)

    def __len__(self) -> int:
        return len(self._values)
