"""Where a collection is kept: a folder of CSV files or a database, asked in one way."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from coopmap.records.package import Package, nearest_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from coopmap.records.change import Change
    from coopmap.records.spreadsheet import Spreadsheet

PLACE = "COOPMAP_DATA"
"""The environment variable that names a collection's folder or address."""


class Store(Protocol):
    """Where a collection is kept.

    Within a ``moment`` its answers belong together. A folder's belong together until it writes or is asked to
    ``refresh``; a database, which others write into all day, answers with what is there now.
    """

    place: str
    """How errors name it: ``data``, ``sqlite:///ops.db``; never with a password."""

    @property
    def title(self) -> str:
        """What the collection calls itself."""

    def descriptor(self) -> dict[str, Any]:
        """Give the collection's ``datapackage.json`` as it was read."""

    def spreadsheet(self, table: str) -> Spreadsheet:
        """Give a whole table: one of the five, or ``changes``, the log."""

    def excerpt(self, table: str, column: str, value: str) -> Spreadsheet:
        """Give only the rows of a table with this value in a column, reading no more than it must."""

    def moment(self) -> AbstractContextManager[None]:
        """Let all that is asked meanwhile be answered as of one moment, whatever others write."""

    def refresh(self) -> None:
        """Forget what was read, so that the next question is answered by what is there now."""

    def apply(self, changes: Sequence[Change], *, editor: str = "", reason: str = "") -> None:
        """Make all changes or none, and write them into the log in the same step.

        Raises:
            Conflict: a row is no longer what its change says it was.
            CoopmapError: a cell, key or reference would be wrong, or the store cannot be written.
        """


def open_store(place: str | Path | None = None) -> Store:
    """Open the collection in a folder or at a database's address.

    Without one, what ``COOPMAP_DATA`` names; else the folder here or ``data`` here that holds a
    collection; else the collection that ships with coopmap.
    """
    named = place or os.environ.get(PLACE)
    if named and "://" in str(named):
        database: Store = import_module("coopmap.records.database").Database(str(named))
        return database
    return Package(Path(named) if named else nearest_folder())
