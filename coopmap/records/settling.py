"""Changes are checked against what is there, before anything is written: cells, keys, references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import Misread, quoted, unwritable, value_of
from coopmap.records.change import Change, Conflict
from coopmap.records.log import JOINT
from coopmap.records.tables import ALL_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopmap.records.spreadsheet import Spreadsheet
    from coopmap.records.store import Store

LONGEST_NAME = 120
"""Letters of a key that an error shows."""

Key = tuple[str, ...]
Cells = dict[str, str]


def settle(changes: Sequence[Change], store: Store) -> tuple[Change, ...]:
    """Give the changes as they will be made: one for each row that differs, with all cells before and after.

    The store is asked for the rows that matter alone; it must be locked, or inside a transaction.

    Raises:
        Conflict: a row is no longer what its change says it was.
        CoopmapError: a cell, a key or a reference would be wrong.
    """
    draft = Draft(store)
    for change in changes:
        draft.take(change)
    draft.check()
    return tuple(
        Change(table=row.table, key=row.key, before=row.before, after=row.after)
        for row in draft.touched
        if row.before != row.after
    )


@dataclass(eq=False)
class Touched:
    """One row that is about to change."""

    table: str
    """The table it stands in."""
    key: Key
    """Its key as it was; of a new row, as it will be."""
    before: Cells | None
    """All its cells as they are in the store; nothing when it is new."""
    after: Cells | None
    """All its cells as they shall be; nothing when it goes."""


class Draft:
    """A collection as it will be: what is in the store, and over it the rows that are about to change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._marked: dict[int, Touched] = {}
        self._now: dict[tuple[str, Key], Touched | None] = {}
        self._sheets: dict[str, Spreadsheet] = {}
        self._asked: set[tuple[str, str]] = set()

    @property
    def touched(self) -> list[Touched]:
        """The rows that are about to change, in the order they were named."""
        return list(self._marked.values())

    def take(self, change: Change) -> None:
        """Take in one change."""
        if change.table not in ALL_TABLES or not ALL_TABLES[change.table].key:
            names = ", ".join(table.name for table in TABLES)
            raise CoopmapError(f"no table {quoted(change.table)} can be changed; {names} would be right")
        row = self._row(change.table, change.key)
        if change.before is None:
            self._add(change, row)
        elif row is None or row.after is None:
            raise Conflict(
                f"{self._name(change.table, change.key)} is not there any more; "
                f"somebody else removed or renamed it: look again"
            )
        else:
            self._agree(change, row.after)
            self._edit(change, row)

    def check(self) -> None:
        """See to it that the rows can be read and that every id they name exists."""
        for row in self.touched:
            for column, cell in changed(row):
                self._check_cell(row, column, cell)
        for row in self.touched:
            self._check_naming(row)
            self._check_named(row)

    def _row(self, table: str, key: Key) -> Touched | None:
        """Give a row as it will be, if there is one."""
        if (table, key[0]) not in self._asked:
            self._asked.add((table, key[0]))
            self._sheets[table] = sheet = self._store.excerpt(table, ALL_TABLES[table].key[0], key[0])
            for cells in map(sheet.cells, sheet.rows):
                found = key_of(table, cells)
                self._now.setdefault((table, found), Touched(table, found, cells, dict(cells)))
        return self._now.get((table, key))

    def _add(self, change: Change, row: Touched | None) -> None:
        if row and row.after is not None:
            raise Conflict(f"{self._name(change.table, change.key)} is there already; edit it instead")
        header = self._sheets[change.table].header
        after = {**dict.fromkeys(header, ""), **self._cleaned(change, header)}
        if key_of(change.table, after) != change.key:
            raise CoopmapError(f"{self._name(change.table, change.key)}: the new row's cells say another key")
        if row is None:
            row = Touched(change.table, change.key, None, None)
            self._now[change.table, change.key] = row
        row.after = after
        self._marked[id(row)] = row

    def _edit(self, change: Change, row: Touched) -> None:
        if change.after is None:
            row.after = None
        else:
            row.after = {**(row.after or {}), **self._cleaned(change, self._sheets[change.table].header)}
            self._rename(change, row, key_of(change.table, row.after))
        self._marked[id(row)] = row

    def _rename(self, change: Change, row: Touched, key: Key) -> None:
        if key == change.key:
            return
        other = self._row(change.table, key)
        if other and other.after is not None:
            raise CoopmapError(
                f"{self._name(change.table, key)} is there already; another "
                f"{JOINT.join(ALL_TABLES[change.table].key)} would be right"
            )
        self._now[change.table, key] = row
        self._now[change.table, change.key] = None

    def _agree(self, change: Change, cells: Mapping[str, str]) -> None:
        for column, cell in (change.before or {}).items():
            if cells.get(column, "") != cell.strip():
                raise Conflict(
                    f"{self._name(change.table, change.key)}: {column} is {quoted(cells.get(column, ''))}, "
                    f"no longer {quoted(cell)}; somebody else changed it: look again"
                )

    def _cleaned(self, change: Change, header: Sequence[str]) -> Cells:
        """Give the cells as they will be written, without blanks around."""
        strange = [column for column in change.after or {} if column not in header]
        if strange:
            raise CoopmapError(
                f"{change.table} has no column {quoted(strange[0])}; {', '.join(header)} would be right"
            )
        return {column: cell.strip() for column, cell in (change.after or {}).items()}

    def _check_cell(self, row: Touched, column: str, cell: str) -> None:
        place = f"{self._name(row.table, row.key)}, column {column}"
        fault = unwritable(cell)
        if fault:
            raise CoopmapError(f"{place}: {fault}")
        for one in ALL_TABLES[row.table].columns:
            if one.name == column:
                try:
                    value_of(cell, one)
                except Misread as misread:
                    raise CoopmapError(f"{place}: {misread}") from None

    def _check_naming(self, row: Touched) -> None:
        """See to it that every id a row names will be there."""
        cells = dict(changed(row))
        for column in ALL_TABLES[row.table].columns:
            named = cells.get(column.name, "")
            if column.refers_to and named:
                target = self._row(column.refers_to, (named,))
                if target is None or target.after is None:
                    raise CoopmapError(
                        f"{self._name(row.table, row.key)}, column {column.name}: {quoted(named)} is no id "
                        f"in {column.refers_to}; add it first"
                    )

    def _check_named(self, row: Touched) -> None:
        """See to it that an id that goes is named nowhere any more."""
        if row.before is None or len(row.key) > 1 or self._still(row):
            return
        for table in TABLES:
            for column in table.columns:
                if column.refers_to == row.table:
                    for name in self._naming(table.name, column.name, row.key[0]):
                        raise CoopmapError(
                            f"{self._name(row.table, row.key)} cannot go: {name} names it; "
                            f"change or remove that first"
                        )

    def _still(self, row: Touched) -> bool:
        """Say whether there will be a row with the key that this one had."""
        now = self._row(row.table, row.key)
        return now is not None and now.after is not None

    def _naming(self, table: str, column: str, named: str) -> Iterator[str]:
        """Name the rows that will hold an id in a column."""
        sheet = self._store.excerpt(table, column, named)
        for cells in map(sheet.cells, sheet.rows):
            key = key_of(table, cells)
            if (table, key) not in self._now:
                yield self._name(table, key)
        for (other, key), row in self._now.items():
            if other == table and row and row.after and row.after.get(column) == named:
                yield self._name(table, key)

    def _name(self, table: str, key: Key) -> str:
        """Name a row in an error: ``data/participations.csv, operation-cumberland + DNK``."""
        place = self._sheets[table].place if table in self._sheets else table
        return f"{place}, {JOINT.join(key)[:LONGEST_NAME]}"


def changed(row: Touched) -> Iterator[tuple[str, str]]:
    """Give the cells of a row that will differ; of a new row, all that the program knows."""
    if row.after is not None:
        header = ALL_TABLES[row.table].header
        for column, cell in row.after.items():
            if (row.before is None and column in header) or (row.before or {}).get(column, "") != cell:
                yield column, cell


def key_of(table: str, cells: Mapping[str, str]) -> Key:
    """Give a row's key."""
    return tuple(cells[column] for column in ALL_TABLES[table].key)
