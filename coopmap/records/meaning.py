"""What the cells of a table mean: every different cell is understood once, however often it stands there."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import Misread, Value, value_of

if TYPE_CHECKING:
    from coopmap.records.spreadsheet import Row, Spreadsheet
    from coopmap.records.tables import Column


class Meaning:
    """The values of a spreadsheet's rows."""

    def __init__(self, spreadsheet: Spreadsheet) -> None:
        self._spreadsheet = spreadsheet
        columns = spreadsheet.table.columns
        positions = spreadsheet.positions(spreadsheet.table.header)
        self._columns = [
            (column.name, at, None if is_plain(column) else Understood(column))
            for column, at in zip(columns, positions, strict=True)
        ]

    def values(self, row: Row) -> dict[str, Value]:
        """Give a row's values by column, or say which cell cannot be read."""
        cells = row.values
        try:
            return {
                name: cells[at] if understood is None else understood[cells[at]]
                for name, at, understood in self._columns
            }
        except Misread:
            raise self._complaint(row) from None

    def verify(self) -> None:
        """See to it that every cell can be read."""
        try:
            for _, at, understood in self._columns:
                if understood is not None:
                    for cell in set(map(itemgetter(at), self._spreadsheet.values)):
                        understood[cell]
        except Misread:
            for row in self._spreadsheet.rows:
                self.values(row)

    def _complaint(self, row: Row) -> CoopmapError:
        for name, at, understood in self._columns:
            try:
                if understood is not None:
                    understood[row.values[at]]
            except Misread as misread:
                return CoopmapError(f"{self._spreadsheet.where(row.number, name)}: {misread}")
        return CoopmapError(self._spreadsheet.where(row.number))


class Understood(dict[str, Value]):
    """What the cells of one column mean, as far as they were met."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, cell: str) -> Value:
        self[cell] = value = value_of(cell, self._column)
        return value


def is_plain(column: Column) -> bool:
    """Say whether any cell of a column is right, and means what it says."""
    return column.content == "text" and not column.required
