"""A collection gone through operation by operation, light enough for a million rows.

The rows carry the names of the tables' columns, as the values in ``coopmap.records.operation`` do, so that
every rule reads both. They are plain tuples, made when their operation's turn comes and forgotten after it.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cache, cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from coopmap.records.gathering import NAMING, column, grouped
from coopmap.records.meaning import Understood

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopmap.records.gathering import Tables
    from coopmap.records.operation import Operation, Source
    from coopmap.records.spreadsheet import Spreadsheet
    from coopmap.records.tables import Table

BELONGING = ("participations", "organisations", "outcomes")
"""The tables whose rows each belong to one operation."""

TRANSLATED = {"names", "count", "number", "yes-no"}
"""The contents of cells that become something else than the text they are."""


class Ledger:
    """The operations of a collection, one after another, and its sources; every cell can be read."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables.spreadsheets
        sources = self._tables["sources"]
        self.sources: dict[str, Source] = {one.id: one for one in maker(sources)(range(len(sources.values)))}

    def __len__(self) -> int:
        return len(self._tables["operations"].values)

    def operations(self) -> Iterator[Operation]:
        """Give the operations without the rows that belong to them."""
        return iter(maker(self._tables["operations"], *BELONGING, "sources")(range(len(self))))

    def rows(self, table: str) -> Iterator[Any]:
        """Give the rows of a table, whichever operation they belong to."""
        spreadsheet = self._tables[table]
        return iter(maker(spreadsheet)(range(len(spreadsheet.values))))

    def countries(self, operation: str) -> Sequence[str]:
        """Give the codes of the countries in an operation."""
        return self._countries.get(operation, ())

    def named(self) -> set[str]:
        """Give the ids of all sources that something names."""
        return {name for table in NAMING for name in column(self._tables[table], "source")}

    @cached_property
    def _countries(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        rows = self._tables["participations"]
        for operation, country in zip(column(rows, "operation"), column(rows, "country"), strict=True):
            if operation in found:
                found[operation].append(country)
            else:
                found[operation] = [country]
        return found

    def some(self, first: int, last: int) -> Iterator[Operation]:
        """Give the operations from one place in their table to another."""
        tables = self._tables
        parts, bodies, figures = (grouped(tables[name]) for name in BELONGING)
        part, body, figure = (maker(tables[name]) for name in BELONGING)
        make = maker(tables["operations"], *BELONGING, "sources")
        for index in range(first, last):
            (operation,) = make((index,))
            participations = part(parts.get(operation.id, ()))
            outcomes = figure(figures.get(operation.id, ()))
            named = {one.source for one in participations}
            named.update([one.source for one in outcomes])
            yield operation._replace(
                participations=participations,
                organisations=body(bodies.get(operation.id, ())),
                outcomes=outcomes,
                sources=tuple([self.sources[name] for name in sorted(named) if name]),
            )


def maker(spreadsheet: Spreadsheet, *more: str) -> Callable[[Sequence[int]], tuple[Any, ...]]:
    """Give what makes light values of some rows of a table; ``more`` are fields that are filled later."""
    table, values, numbers = spreadsheet.table, spreadsheet.values, spreadsheet.numbers
    pick = itemgetter(*spreadsheet.positions(table.header))
    translated = [
        (at, Understood(each)) for at, each in enumerate(table.columns) if each.content in TRANSLATED
    ]
    kind, new, rest = shaped(table, *more), tuple.__new__, ((),) * len(more)

    def plain(rows: Sequence[int]) -> tuple[Any, ...]:
        return tuple([new(kind, (*pick(values[row]), numbers[row])) for row in rows])

    def whole(rows: Sequence[int]) -> tuple[Any, ...]:
        return tuple([new(kind, (*understood(pick(values[row])), *rest, numbers[row])) for row in rows])

    def understood(cells: Sequence[str]) -> list[Any]:
        meant: list[Any] = list(cells)
        for at, known in translated:
            meant[at] = known[meant[at]]
        return meant

    return whole if translated else plain


@cache
def shaped(table: Table, *more: str) -> Any:  # noqa: ANN401 - a type made of the table's columns
    """Give the shape of a table's light values: the table's columns, what belongs to them, and the row."""
    name = table.name.removesuffix("s").capitalize()
    return namedtuple(name, (*table.header, *more, "row"))  # noqa: PYI024 - its fields are the table's
