"""The rows a file asks for become changes of a collection, once every one of them is sure to fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from coopmap.records.cells import Misread, quoted, value_of
from coopmap.records.change import Change
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopmap.records.collection import Collection
    from coopmap.records.exchange.draft import Draft, Understanding
    from coopmap.records.tables import Table

Key = tuple[str, ...]


@dataclass
class Filing:
    """What taking up a file would change."""

    changes: list[Change] = field(default_factory=list)
    """New rows, and rows that get other cells."""
    existing: list[str] = field(default_factory=list)
    """The operations of the file that the collection has already, by id."""
    differing: list[str] = field(default_factory=list)
    """The sources of the file that the collection has already, with other cells."""
    faults: list[str] = field(default_factory=list)
    """What does not fit: place, what was seen, what would be right."""


def filing(understanding: Understanding, collection: Collection) -> Filing:
    """Compare what a file asks for with what a collection has."""
    found = Filing()
    drafts = {table.name: understanding.of(table.name) for table in TABLES}
    ids: dict[str, set[str]] = {}
    for name in ("operations", "sources"):
        ids[name] = {draft.cells.get("id", "") for draft in drafts[name]}
    # Sources and operations come first: the rows of the other tables name them.
    for table in sorted(TABLES, key=lambda one: ORDER.index(one.name)):
        there = rows_of(collection, table)
        if table.name in ids:
            ids[table.name] |= {key[0] for key in there}
        seen: dict[Key, str] = {}
        for draft in drafts[table.name]:
            _file(draft, table, there, found, seen)
        _check_references(drafts[table.name], table, ids, found)
        if table.name == "operations":
            known = {key[0] for key in there}
    found.existing = [one for one in _operations(understanding) if one in known]
    return found


ORDER = ("sources", "operations", "participations", "organisations", "outcomes")


def rows_of(collection: Collection, table: Table) -> dict[Key, dict[str, str]]:
    """Give the rows of a table that a collection has, by their keys."""
    spreadsheet = collection.store.spreadsheet(table.name)
    rows = (spreadsheet.cells(row) for row in spreadsheet.rows)
    return {tuple(cells[column] for column in table.key): cells for cells in rows}


def _operations(understanding: Understanding) -> list[str]:
    """Give the operations that a file says anything about."""
    named = (
        draft.cells.get("id" if draft.table == "operations" else "operation", "")
        for draft in understanding.drafts
        if draft.table != "sources"
    )
    return list(dict.fromkeys(filter(None, named)))


def _file(
    draft: Draft, table: Table, there: Mapping[Key, dict[str, str]], found: Filing, seen: dict[Key, str]
) -> None:
    key = tuple(draft.cells.get(column, "") for column in table.key)
    if key in seen:
        found.faults.append(
            f"{draft.place}: {quoted(' + '.join(key))} stands in {seen[key].rpartition(', ')[2]} already; "
            f"one row for each {' + '.join(table.key)} would be right"
        )
        return
    seen[key] = draft.place
    row = there.get(key)
    cells = dict(draft.cells) if row else draft.whole()
    faults = list(misread(cells, table, only=set(cells) if row else None))
    found.faults += [f"{draft.place}, {fault}" for fault in faults]
    if faults:
        return
    if row is None:
        found.changes.append(Change(table=table.name, key=key, before=None, after=cells))
        return
    after = {name: cell for name, cell in cells.items() if row.get(name, "") != cell}
    if after:
        before = {name: row.get(name, "") for name in after}
        found.changes.append(Change(table=table.name, key=key, before=before, after=after))
        if table.name == "sources":
            found.differing.append(key[0])


def misread(cells: Mapping[str, str], table: Table, *, only: set[str] | None) -> list[str]:
    """Say which cells hold what their columns do not allow."""
    faults = []
    for column in table.columns:
        if only is not None and column.name not in only:
            continue
        try:
            value_of(cells.get(column.name, ""), column)
        except Misread as error:
            faults.append(f"column {column.name}: {error}")
    return faults


def _check_references(drafts: list[Draft], table: Table, ids: Mapping[str, set[str]], found: Filing) -> None:
    for column in table.columns:
        if not column.refers_to:
            continue
        for draft in drafts:
            named = draft.cells.get(column.name, "")
            if named and named not in ids[column.refers_to]:
                alike = get_close_matches(named[:100], sorted(ids[column.refers_to])[:MANY], n=1)
                hint = f"did you mean {alike[0]}?" if alike else f"add it to {column.refers_to} first"
                found.faults.append(
                    f"{draft.place}, column {column.name}: {quoted(named)} is no id in {column.refers_to}; "
                    f"{hint}"
                )


MANY = 2_000
"""Ids among which a misspelt one is looked for."""
