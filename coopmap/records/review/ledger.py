"""A collection gone through operation by operation, light enough for a million rows.

The rows carry the names of the tables' columns, as the values in ``coopmap.records.operation`` do, so that
every rule reads both. They are plain tuples, made when their operation's turn comes and forgotten after it.
"""

from __future__ import annotations

from collections import namedtuple
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from coopmap.records.cells import value_of
from coopmap.records.gathering import grouped
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopmap.records.gathering import Tables
    from coopmap.records.operation import Operation, Source
    from coopmap.records.spreadsheet import Spreadsheet

BELONGING = ("participations", "organisations", "outcomes")
"""The tables whose rows each belong to one operation."""

TRANSLATED = {"names", "count", "number", "yes-no"}
"""The contents of cells that become something else than the text they are."""


class Ledger:
    """The operations of a collection, one after another, and its sources; every cell can be read."""

    def __init__(self, tables: Tables) -> None:
        self._spreadsheets = tables.spreadsheets
        self._makers = {name: maker(spreadsheet) for name, spreadsheet in tables.spreadsheets.items()}
        self.sources: dict[str, Source] = {one.id: one for one in self._rows("sources")}

    def __len__(self) -> int:
        return len(self._spreadsheets["operations"].values)

    def __iter__(self) -> Iterator[Operation]:
        groups = {name: grouped(self._spreadsheets[name]) for name in BELONGING}
        for operation in self._rows("operations"):
            found = {name: self._some(name, groups[name].get(operation.id, ())) for name in BELONGING}
            named = {one.source for one in found["participations"]}
            named.update(one.source for one in found["outcomes"])
            sources = tuple(self.sources[name] for name in sorted(named) if name)
            yield operation._replace(**found, sources=sources)

    def operations(self) -> Iterator[Operation]:
        """Give the operations without the rows that belong to them."""
        return self._rows("operations")

    def _rows(self, table: str) -> Iterator[Any]:
        spreadsheet = self._spreadsheets[table]
        return map(self._makers[table], spreadsheet.values, spreadsheet.numbers)

    def _some(self, table: str, indexes: Sequence[int]) -> tuple[Any, ...]:
        values, numbers = self._spreadsheets[table].values, self._spreadsheets[table].numbers
        make = self._makers[table]
        return tuple([make(values[index], numbers[index]) for index in indexes])


def maker(spreadsheet: Spreadsheet) -> Callable[[tuple[str, ...], int], Any]:
    """Give what makes a light value of a row's cells and its number."""
    table = spreadsheet.table
    shape: Any = SHAPES[table.name]
    pick = itemgetter(*spreadsheet.positions(table.header))
    rest = ((),) * (len(shape._fields) - len(table.header) - 1)
    translated = [(at, column) for at, column in enumerate(table.columns) if column.content in TRANSLATED]
    make = shape._make

    def plain(cells: tuple[str, ...], number: int) -> Any:  # noqa: ANN401 - as light as can be
        return make((*pick(cells), number))

    def whole(cells: tuple[str, ...], number: int) -> Any:  # noqa: ANN401 - as above
        values: list[Any] = list(pick(cells))
        for at, column in translated:
            values[at] = value_of(values[at], column)
        return make((*values, *rest, number))

    return whole if translated else plain


def shaped(table: str, *more: str) -> type:
    """Give the shape of a table's light values: the table's columns, what belongs to them, and the row."""
    columns = next(one.header for one in TABLES if one.name == table)
    return namedtuple(table.removesuffix("s").capitalize(), (*columns, *more, "row"))  # noqa: PYI024 - its fields are the table's


SHAPES = {
    "operations": shaped("operations", *BELONGING, "sources"),
    "participations": shaped("participations"),
    "organisations": shaped("organisations"),
    "outcomes": shaped("outcomes"),
    "sources": shaped("sources"),
}
"""The light values of each table."""
