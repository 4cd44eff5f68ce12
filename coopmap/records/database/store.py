"""A collection kept in a database that a desk shares: ``sqlite:///ops.db`` or ``postgresql://...``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.database.address import address_of
from coopmap.records.database.connection import Conversations, Interference, made
from coopmap.records.database.reading import about, spreadsheet_from
from coopmap.records.database.writing import append, remember, take_turn, write_changes
from coopmap.records.log import entries, now, resource
from coopmap.records.settling import settle
from coopmap.records.tables import ALL_TABLES, CHANGES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopmap.records.change import Change
    from coopmap.records.database.reading import About
    from coopmap.records.spreadsheet import Spreadsheet

TRIES = 5
"""How often a write is tried that the database gives up because of another one."""


class Database:
    """A collection in a database. Nothing is remembered: each answer is what is there when it is asked."""

    def __init__(self, address: str) -> None:
        self._conversations = Conversations(address_of(address))
        self.place = self._conversations.place
        self._moment: tuple[Connection, About] | None = None

    def __repr__(self) -> str:
        return f"<Database {self.place}>"

    @property
    def title(self) -> str:
        """What the collection calls itself."""
        title = self.descriptor().get("title")
        return title if isinstance(title, str) else ""

    def descriptor(self) -> dict[str, Any]:
        """Give what ``datapackage.json`` says."""
        with self._looking() as (_, said):
            return said.descriptor

    def spreadsheet(self, table: str) -> Spreadsheet:
        """Give a whole table; a log that was never begun is empty."""
        return self._rows(table, only=None)

    def excerpt(self, table: str, column: str, value: str) -> Spreadsheet:
        """Give only the rows of a table with this value in a column."""
        return self._rows(table, only=(column, value))

    def apply(self, changes: Sequence[Change], *, editor: str = "", reason: str = "") -> None:
        """Make all changes or none, and write them into the log in the same step.

        Raises:
            Conflict: a row is no longer what its change says it was.
            CoopmapError: a cell, key or reference would be wrong, or nothing can be written there.
        """
        for left in reversed(range(TRIES)):
            try:
                self._apply(changes, editor=editor, reason=reason)
            except Interference:
                if not left:
                    raise
            else:
                return

    def refresh(self) -> None:
        """Nothing is remembered, so there is nothing to forget."""

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let all that is asked inside be answered as of one moment, whatever others write meanwhile."""
        with self._looking() as (connection, said), self._within(connection, said):
            yield

    @contextmanager
    def _within(self, connection: Connection, said: About) -> Iterator[None]:
        before, self._moment = self._moment, (connection, said)
        try:
            yield
        finally:
            self._moment = before

    def _apply(self, changes: Sequence[Change], *, editor: str, reason: str) -> None:
        self._must_be_there()
        with self._conversations.writing() as connection:
            take_turn(connection)
            said = about(connection, self.place)
            with self._within(connection, said):
                settled = settle(changes, self)
            rows = list(entries(settled, when=now(), editor=editor, reason=reason))
            if rows:
                said = begun(connection, said)
                write_changes(connection, settled, headers=said.headers)
                log = [dict(zip(CHANGES.header, row, strict=True)) for row in rows]
                append(connection, CHANGES.name, log, header=said.headers[CHANGES.name])

    @contextmanager
    def _looking(self) -> Iterator[tuple[Connection, About]]:
        if self._moment is not None:
            yield self._moment
            return
        self._must_be_there()
        with self._conversations.reading() as connection:
            yield connection, about(connection, self.place)

    def _rows(self, table: str, *, only: tuple[str, str] | None) -> Spreadsheet:
        with self._looking() as (connection, said):
            header = said.headers.get(table)
            return spreadsheet_from(connection, ALL_TABLES[table], place=self.place, header=header, only=only)

    def _must_be_there(self) -> None:
        file = self._conversations.address.file
        if file is not None and not file.exists():
            raise CoopmapError(f"{self.place}: there is no file {str(file)!r}; {made(self.place)}")


def begun(connection: Connection, said: About) -> About:
    """Begin the log, if it was not."""
    if CHANGES.name in said.headers:
        return said
    described = resource(f"{CHANGES.name}.csv")
    descriptor = {**said.descriptor, "resources": [*said.descriptor.get("resources", ()), described]}
    headers = {**said.headers, CHANGES.name: CHANGES.header}
    remember(connection, descriptor=descriptor, headers=headers)
    return replace(said, descriptor=descriptor, headers=headers)
