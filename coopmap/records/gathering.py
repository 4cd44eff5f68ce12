"""The rows that belong to one operation are gathered from the tables and made into its record."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from coopmap.records.integrity import check_integrity
from coopmap.records.meaning import Meaning
from coopmap.records.operation import Operation, Organisation, Outcome, Participation, Source
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView, Mapping, Sequence

    from coopmap.records.spreadsheet import Row, Spreadsheet
    from coopmap.records.store import Store

Gathered = dict[str, list[dict[str, Any]]]
"""The values of an operation's rows, by table."""

KEYS = {table.name: table.key[0] for table in TABLES}
"""The column of each table that says what its rows belong to."""

OWN = ("operations", "participations", "organisations", "outcomes")
"""The tables whose rows each belong to one operation, which their first key column names."""

NAMING = ("participations", "outcomes")
"""The tables whose rows name a source."""


class Tables:
    """All five tables of a collection, read whole, their keys and references checked."""

    def __init__(self, spreadsheets: Mapping[str, Spreadsheet]) -> None:
        check_integrity(spreadsheets)
        self.spreadsheets = spreadsheets
        self._grouped: dict[str, dict[str, list[int]]] = {}
        self.meanings = {name: Meaning(spreadsheet) for name, spreadsheet in spreadsheets.items()}

    @property
    def ids(self) -> KeysView[str]:
        """The ids of the operations, in the order of the table."""
        return self._groups("operations").keys()

    def verify(self) -> None:
        """See to it that every cell can be read."""
        for meaning in self.meanings.values():
            meaning.verify()

    def rows(self, table: str, operation: str) -> Iterator[Row]:
        """Give an operation's rows in a table (of the sources: the source with this id), in their order."""
        rows = self.spreadsheets[table].rows
        for index in self._groups(table).get(operation, ()):
            yield rows[index]

    def gathered(self, operation: str) -> Gathered:
        """Give the values of an operation's rows."""
        found = {name: list(self._values(name, operation)) for name in OWN}
        named = {one["source"] for table in NAMING for one in found[table]}
        sources = [one for name in named for one in self._values("sources", name)]
        found["sources"] = sorted(sources, key=itemgetter("row"))
        return found

    def _values(self, table: str, operation: str) -> Iterator[dict[str, Any]]:
        meaning = self.meanings[table]
        for row in self.rows(table, operation):
            yield {**meaning.values(row), "row": row.number}

    def _groups(self, table: str) -> dict[str, list[int]]:
        """Say where the rows of each operation stand in a table."""
        if table not in self._grouped:
            self._grouped[table] = grouped(self.spreadsheets[table])
        return self._grouped[table]


def grouped(spreadsheet: Spreadsheet) -> dict[str, list[int]]:
    """Say which rows begin their key with which id."""
    groups: dict[str, list[int]] = {}
    for index, first in enumerate(column(spreadsheet, KEYS[spreadsheet.table.name])):
        if first in groups:
            groups[first].append(index)
        else:
            groups[first] = [index]
    return groups


def tables_of(store: Store, operation: str) -> Tables:
    """Ask a store for the rows of one operation and the sources they name, and for nothing else.

    Raises:
        CoopmapError: among these rows is a key twice, or an id that is not there.
    """
    found = {name: store.excerpt(name, KEYS[name], operation) for name in OWN}
    wanted = sorted({name for table in NAMING for name in column(found[table], "source")} - {""})
    sources = [store.excerpt("sources", "id", name) for name in wanted]
    found["sources"] = together(sources) if sources else store.excerpt("sources", "id", "")
    return Tables(found)


def together(excerpts: Sequence[Spreadsheet]) -> Spreadsheet:
    """Put excerpts of one table together, in the order of the table."""
    rows = sorted(row for excerpt in excerpts for row in excerpt.rows)
    return replace(excerpts[0], numbers=[row.number for row in rows], values=[row.values for row in rows])


def column(spreadsheet: Spreadsheet, name: str) -> Iterator[str]:
    """Give the cells of one column."""
    return map(itemgetter(*spreadsheet.positions([name])), spreadsheet.values)


def built(gathered: Gathered) -> Operation:
    """Make a record of an operation's rows."""
    return Operation(
        **gathered["operations"][0],
        participations=tuple(Participation(**values) for values in gathered["participations"]),
        organisations=tuple(Organisation(**values) for values in gathered["organisations"]),
        outcomes=tuple(Outcome(**values) for values in gathered["outcomes"]),
        sources=tuple(Source(**values) for values in gathered["sources"]),
    )
