"""The rows that go out: those of some operations, with the sources they name, or all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from coopmap.records.collection import Collection
    from coopmap.records.tables import Table

Cells = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Selected:
    """The rows of one table that go out."""

    table: Table
    """The table."""
    header: tuple[str, ...]
    """Its columns, those of somebody's own among them."""
    rows: Sequence[tuple[str, ...]]
    """The cells of each row."""

    def cells(self) -> list[dict[str, str]]:
        """Give each row by column."""
        return [dict(zip(self.header, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Everything that goes out."""

    place: str
    """The collection it comes from."""
    descriptor: Mapping[str, Any]
    """The collection's description."""
    whole: bool
    """Whether it is all of the collection."""
    tables: Mapping[str, Selected]
    """The rows, by table."""

    @property
    def ids(self) -> list[str]:
        """The ids of its operations."""
        return [cells["id"] for cells in self.tables["operations"].cells()]


def selection(collection: Collection, operations: Sequence[str] = ()) -> Selection:
    """Choose what goes out: the operations named, or all when none is.

    Raises:
        UnknownOperation: the collection has no such operation.
    """
    if not operations:
        collection.verify()
    for operation in operations:
        collection[operation]  # says which was probably meant
    chosen = frozenset(operations)
    tables = {table.name: _selected(collection, table, chosen) for table in TABLES}
    if chosen:
        named = {
            row[column]
            for name in ("participations", "outcomes")
            for column in [tables[name].header.index("source")]
            for row in tables[name].rows
        }
        tables["sources"] = _filtered(tables["sources"], "id", named)
    return Selection(
        place=collection.place,
        descriptor=collection.store.descriptor(),
        whole=not chosen,
        tables=tables,
    )


def _selected(collection: Collection, table: Table, chosen: frozenset[str]) -> Selected:
    spreadsheet = collection.store.spreadsheet(table.name)
    every = Selected(table=table, header=spreadsheet.header, rows=spreadsheet.values)
    if not chosen or table.name == "sources":
        return every
    return _filtered(every, table.key[0], chosen)


def _filtered(selected: Selected, column: str, values: frozenset[str] | set[str]) -> Selected:
    at = selected.header.index(column)
    rows = [row for row in selected.rows if row[at] in values]
    return Selected(table=selected.table, header=selected.header, rows=rows)
