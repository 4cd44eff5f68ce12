"""A collection of operations: open it, ask for one by its id, or take its tables as frames."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Self

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.gathering import Tables, built, tables_of
from coopmap.records.operation import Operation
from coopmap.records.store import open_store
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from coopmap.records.change import Change
    from coopmap.records.store import Store

EDITOR = "COOPMAP_EDITOR"
"""The environment variable that says who is at work."""


class UnknownOperation(CoopmapError, KeyError):  # noqa: N818 - an error is a noun here
    """An id that no operation of the collection has."""

    def __str__(self) -> str:
        return str(self.args[0])


class Collection(Mapping[str, Operation]):
    """Many operations, by id: ``collection["operation-cumberland"]``.

    Asked for one operation, it reads that operation's rows alone and checks them: keys, references, cells.
    Asked for all of them (a walk, a count, a frame), it reads the tables whole and checks the keys and
    references of every row, and the cells of each operation when it comes to it. What it has read stays as it
    was, until it writes. The five tables are there as pandas frames of the same names.
    """

    def __init__(self, store: Store) -> None:
        store.descriptor()
        self.store = store
        self._built: dict[str, Operation] = {}
        self._few: dict[str, Tables] = {}

    @classmethod
    def open(cls, place: str | Path | None = None) -> Self:
        """Open the collection in a folder or at an address, or the nearest one: see ``read``."""
        return cls(open_store(place))

    @property
    def place(self) -> str:
        """Where it is kept: a folder, or a database's address without its password."""
        return self.store.place

    @property
    def title(self) -> str:
        """What it calls itself."""
        return self.store.title

    def __getitem__(self, operation: str) -> Operation:
        """Give one operation with all its rows."""
        if operation not in self._built:
            gathered = self._about(operation).gathered(operation)
            if not gathered["operations"]:
                raise UnknownOperation(
                    f"no operation {quoted(operation)} in {self.place}; {self._hint(operation)}"
                )
            self._built[operation] = built(gathered)
        return self._built[operation]

    def __contains__(self, operation: object) -> bool:
        return isinstance(operation, str) and operation in self._about(operation).ids

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables.ids)

    def __len__(self) -> int:
        return len(self.tables.ids)

    def __repr__(self) -> str:
        return f"<Collection of {len(self)} operations in {self.place}>"

    def apply(self, changes: Sequence[Change], *, reason: str = "") -> None:
        """Make all changes or none, note them in the log, and forget what was read.

        The environment variable ``COOPMAP_EDITOR`` says who did it; without it the log names nobody.

        Args:
            changes: what shall become of which rows.
            reason: why, in a few words, for the log.

        Raises:
            Conflict: a row is no longer what its change says it was.
            CoopmapError: a cell, a key or a reference would be wrong, or nothing can be written there.
        """
        try:
            self.store.apply(changes, editor=os.environ.get(EDITOR, ""), reason=reason)
        finally:
            self._forget()

    def refresh(self) -> None:
        """Forget what was read: the next question is answered by what others have written meanwhile."""
        self.store.refresh()
        self._forget()

    def verify(self) -> None:
        """See to it that every cell of every table can be read, even of a source that nothing names."""
        self.tables.verify()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its operations, in the order of the table."""
        return tuple(self)

    @cached_property
    def tables(self) -> Tables:
        """All five tables, read whole, their keys and references checked."""
        with self.store.moment():
            spreadsheets = {table.name: self.store.spreadsheet(table.name) for table in TABLES}
        return Tables(spreadsheets)

    @cached_property
    def operations(self) -> pd.DataFrame:
        """One row for each operation."""
        return self._frame("operations")

    @cached_property
    def participations(self) -> pd.DataFrame:
        """One row for each country in an operation."""
        return self._frame("participations")

    @cached_property
    def organisations(self) -> pd.DataFrame:
        """One row for each body in an operation."""
        return self._frame("organisations")

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """One row for each figure a source gives."""
        return self._frame("outcomes")

    @cached_property
    def sources(self) -> pd.DataFrame:
        """One row for each source."""
        return self._frame("sources")

    def _forget(self) -> None:
        self._built.clear()
        self._few.clear()
        for cached in ("tables", *(table.name for table in TABLES)):
            vars(self).pop(cached, None)

    def _about(self, operation: str) -> Tables:
        """Give tables that hold everything about an operation: its own rows, unless all are read.

        Where they do not fit together, all tables are read to say which row is the first that is wrong.
        """
        if "tables" in vars(self):
            return self.tables
        if operation not in self._few:
            try:
                with self.store.moment():
                    self._few = {operation: tables_of(self.store, operation)}
            except CoopmapError:
                return self.tables
        return self._few[operation]

    def _hint(self, operation: str) -> str:
        """Say which operation was probably meant."""
        alike = get_close_matches(operation[:100].lower(), list(self), n=1, cutoff=0.5)
        return f"did you mean {alike[0]}?" if alike else "'coopmap list' names them all"

    def _frame(self, table: str) -> pd.DataFrame:
        """Give a table as a frame, every cell checked."""
        from coopmap.records.frames import frame  # noqa: PLC0415 - pandas loads when a frame is asked for

        spreadsheet, meaning = self.tables.spreadsheets[table], self.tables.meanings[table]
        return frame(spreadsheet.table, [meaning.values(row) for row in spreadsheet.rows])


def read(place: str | Path | None = None) -> Collection:
    """Open the collection in a folder or at a database's address.

    Without one, what ``COOPMAP_DATA`` names; else the folder here or ``data`` here that holds a
    collection; else the collection that ships with coopmap.
    """
    return Collection.open(place)
