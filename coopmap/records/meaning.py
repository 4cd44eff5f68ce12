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
        """See to it that every cell can be read; the references were checked before."""
        if not all(map(self._is_right, self._spreadsheet.table.columns, self._columns)):
            for row in self._spreadsheet.rows:
                self.values(row)

    def _is_right(self, column: Column, known: tuple[str, int, Understood | None]) -> bool:
        _, at, understood = known
        cells = map(itemgetter(at), self._spreadsheet.values)
        if understood is None or cannot_be_wrong(column):
            return not column.required or all(cells)
        try:
            for cell in set(cells):
                understood[cell]
        except Misread:
            return False
        return True

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


def cannot_be_wrong(column: Column) -> bool:
    """Say whether a cell that is not empty cannot be wrong: a text, names, an id that stands elsewhere."""
    return column.content in {"text", "names"} or bool(column.refers_to)


def is_plain(column: Column) -> bool:
    """Say whether any cell of a column is right, and means what it says."""
    return column.content == "text" and not column.required
