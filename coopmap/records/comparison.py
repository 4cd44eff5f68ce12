"""What makes one version of a collection another: the changes between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records.change import Change
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.collection import Collection
    from coopmap.records.spreadsheet import Spreadsheet
    from coopmap.records.tables import Table

FEW = 20
"""From how many operations on a whole table is read for their names, rather than each alone."""

TOLD = ("value", "unit", "qualifier")
"""Cells of a figure that a change carries along although they stay, so that it can be told in words."""

Rows = dict[tuple[str, ...], dict[str, str]]
"""The cells of rows, by their keys."""


def compare(old: Collection, new: Collection, *, operation: str = "") -> tuple[Change, ...]:
    """Give the changes that make the old collection the new one; of one operation alone when it is named.

    An operation that has another id but its old name is the same operation, renamed.
    """
    if operation:
        before, after = rows_about(old, {operation}), rows_about(new, {operation})
        before = before if before["operations"] else rows_about(old, namesakes(old, after, but_not_in=new))
        after = after if after["operations"] else rows_about(new, namesakes(new, before, but_not_in=old))
        named = sources_in(before) | sources_in(after)
        before["sources"], after["sources"] = sources_of(old, named), sources_of(new, named)
    else:
        before, after = (
            {table.name: keyed(table, one.store.spreadsheet(table.name)) for table in TABLES}
            for one in (old, new)
        )
    moved = renamed(before["operations"], after["operations"])
    return tuple(
        change
        for table in TABLES
        for change in differences(
            table, before[table.name], after[table.name], moved if table.name != "sources" else {}
        )
    )


def renamed(old: Rows, new: Rows) -> dict[str, str]:
    """Find the operations that have another id now, but their name and kind."""
    gone: dict[tuple[str, str], list[str]] = {}
    for key, cells in old.items():
        if key not in new:
            gone.setdefault((cells["name"], cells["kind"]), []).append(key[0])
    come: dict[tuple[str, str], list[str]] = {}
    for key, cells in new.items():
        if key not in old:
            come.setdefault((cells["name"], cells["kind"]), []).append(key[0])
    return {ids[0]: come[name][0] for name, ids in gone.items() if len(ids) == len(come.get(name, ())) == 1}


def namesakes(collection: Collection, rows: dict[str, Rows], *, but_not_in: Collection) -> set[str]:
    """Give the ids of the operations that are called as those in some rows, and that only one version has."""
    excerpts = [
        collection.store.excerpt("operations", "name", cells["name"]) for cells in rows["operations"].values()
    ]
    ids = {one.cells(row)["id"] for one in excerpts for row in one.rows}
    return {one for one in ids if not but_not_in.store.excerpt("operations", "id", one).rows}


def keyed(table: Table, spreadsheet: Spreadsheet) -> Rows:
    """Give the rows of a table by their keys."""
    at = spreadsheet.positions(table.key)
    return {tuple(row.values[place] for place in at): spreadsheet.cells(row) for row in spreadsheet.rows}


def rows_about(collection: Collection, operations: set[str]) -> dict[str, Rows]:
    """Give everything recorded about some operations but their sources."""
    tables = [table for table in TABLES if table.name != "sources"]
    rows: dict[str, Rows] = {table.name: {} for table in tables}
    for operation in sorted(operations):
        for table in tables:
            rows[table.name] |= keyed(table, collection.store.excerpt(table.name, table.key[0], operation))
    return rows


def sources_in(rows: dict[str, Rows]) -> set[str]:
    """Give the ids of the sources that rows name."""
    tables = ("participations", "outcomes")
    return {cells["source"] for name in tables for cells in rows[name].values() if cells["source"]}


def sources_of(collection: Collection, ids: set[str]) -> Rows:
    """Give the rows of some sources, as far as they are there."""
    excerpts = [collection.store.excerpt("sources", "id", source) for source in sorted(ids)]
    return {row: cells for one in excerpts for row, cells in keyed(one.table, one).items()}


def differences(table: Table, old: Rows, new: Rows, moved: dict[str, str]) -> Iterator[Change]:
    """Give the rows that went, came or became others."""
    stayed = set()
    for key, cells in old.items():
        now = (moved.get(key[0], key[0]), *key[1:])
        if now in new:
            stayed.add(now)
            if cells != new[now]:
                yield from difference(table, key, cells, new[now])
        else:
            yield Change(table=table.name, key=key, before=cells, after=None)
    for key, cells in new.items():
        if key not in stayed:
            yield Change(table=table.name, key=key, before=None, after=cells)


def difference(
    table: Table, key: tuple[str, ...], old: dict[str, str], new: dict[str, str]
) -> Iterator[Change]:
    """Give the change of one row; a column that only one version has is empty in the other."""
    columns = [*old, *(column for column in new if column not in old)]
    after = {name: new.get(name, "") for name in columns if old.get(name, "") != new.get(name, "")}
    if after:
        told = TOLD if table.name == "outcomes" else ()
        seen = {name: old.get(name, "") for name in (*after, *told)}
        yield Change(table=table.name, key=key, before=seen, after=after)


def names_in(collection: Collection, operations: set[str]) -> dict[str, str]:
    """Give the names of operations, as far as the collection has them."""
    store = collection.store
    if len(operations) > FEW:
        sheets = [store.spreadsheet("operations")]
    else:
        sheets = [store.excerpt("operations", "id", operation) for operation in sorted(operations - {""})]
    cells = (sheet.cells(row) for sheet in sheets for row in sheet.rows)
    return {row["id"]: row["name"] for row in cells if row["id"] in operations}
