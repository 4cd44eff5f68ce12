"""A collection kept as a folder of CSV files with a ``datapackage.json``, open to any spreadsheet program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.change import Change
from coopmap.records.csvfile import spreadsheet_in
from coopmap.records.log import entries, now, resource
from coopmap.records.package.amending import amended
from coopmap.records.package.descriptor import DESCRIPTOR, with_resource
from coopmap.records.package.excerpt import Index, excerpt_in
from coopmap.records.package.journal import commit, finish, sweep
from coopmap.records.package.lock import locked
from coopmap.records.package.snapshot import Snapshot
from coopmap.records.settling import settle
from coopmap.records.spreadsheet import Spreadsheet
from coopmap.records.tables import ALL_TABLES, CHANGES

if TYPE_CHECKING:
    from collections.abc import Sequence

LOG = "changes.csv"
"""The file of the log."""

Contents = dict[str, Iterable[bytes]]
"""What some files shall hold, by their names inside the folder."""

OFTEN = 12
"""Questions about single rows after which a table is read whole."""


class Package:
    """A folder with a ``datapackage.json`` and its tables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.parent if folder.name == DESCRIPTOR else folder
        self.place = str(self.folder)
        self._snapshot: Snapshot | None = None
        self._read: dict[str, Spreadsheet] = {}
        self._indices: dict[tuple[str, str], Index] = {}
        self._asked: dict[str, int] = {}

    @property
    def title(self) -> str:
        """What the collection calls itself."""
        title = self.descriptor().get("title")
        return title if isinstance(title, str) else ""

    def descriptor(self) -> dict[str, Any]:
        """Give ``datapackage.json`` as it was read."""
        return self._files.descriptor

    def spreadsheet(self, table: str) -> Spreadsheet:
        """Give a whole table; a log that was never begun is empty."""
        if table not in self._read:
            path = self._files.paths.get(table)
            content = self._files.content(path) if path else ",".join(ALL_TABLES[table].header).encode()
            place = str(path or self.folder / f"{table}.csv")
            self._read[table] = spreadsheet_in(content, place=place, table=ALL_TABLES[table])
        return self._read[table]

    def excerpt(self, table: str, column: str, value: str) -> Spreadsheet:
        """Give only the rows of a table with this value in a column.

        The file is searched for the value, and only what is around it is understood. After many questions
        the table is read whole instead.
        """
        self._asked[table] = self._asked.get(table, 0) + 1
        path = self._files.paths.get(table)
        if path and table not in self._read and self._asked[table] < OFTEN:
            return excerpt_in(
                self._files.file(path), place=str(path), table=ALL_TABLES[table], column=column, value=value
            )
        if (table, column) not in self._indices:
            self._indices[table, column] = Index(self.spreadsheet(table), column)
        return self._indices[table, column].excerpt(value)

    def moment(self) -> AbstractContextManager[None]:
        """Let all that is asked meanwhile be answered as of one moment: here it is so anyway."""
        return nullcontext()

    def refresh(self) -> None:
        """Forget what was read, so that the next question is answered by what is there now."""
        self._forget()

    def apply(self, changes: Sequence[Change], *, editor: str = "", reason: str = "") -> None:
        """Make all changes or none, and write them into the log in the same step.

        Raises:
            Conflict: a row is no longer what its change says it was.
            CoopmapError: a cell, key or reference would be wrong, or nothing can be written there.
        """
        self.descriptor()
        self._forget()
        with locked(self.folder):
            finish(self.folder)
            self._forget()
            settled = settle(changes, self)
            if settled:
                names = [path.relative_to(self.folder).as_posix() for path in self._files.paths.values()]
                sweep(self.folder, [*names, LOG, DESCRIPTOR])
                log = list(entries(settled, when=now(), editor=editor, reason=reason))
                commit(self.folder, self._contents(settled, log))
            self._forget()

    @property
    def _files(self) -> Snapshot:
        if self._snapshot is None:
            self._snapshot = Snapshot(self.folder)
        return self._snapshot

    def _forget(self) -> None:
        if self._snapshot:
            self._snapshot.close()
        self._snapshot = None
        for known in (self._read, self._indices, self._asked):
            known.clear()

    def _contents(self, settled: Sequence[Change], log: Sequence[Sequence[str]]) -> Contents:
        """Give what each file that changes shall hold."""
        contents: Contents = {}
        for table in dict.fromkeys(change.table for change in settled):
            changes = [change for change in settled if change.table == table]
            contents |= self._amended(table, self._files.paths[table], changes)
        cells = [dict(zip(CHANGES.header, row, strict=True)) for row in log]
        rows = [Change(table=CHANGES.name, key=("",), before=None, after=after) for after in cells]
        return contents | self._logged(rows)

    def _logged(self, rows: Sequence[Change]) -> Contents:
        """Append to the log; the first time, begin it and name it in ``datapackage.json``."""
        path = self._files.paths.get(CHANGES.name)
        if path:
            return self._amended(CHANGES.name, path, rows)
        path = self.folder / LOG
        if path.exists():
            raise CoopmapError(
                f"{path} is in the way of the log of changes, and datapackage.json does not name it; "
                f"another name for it would be right"
            )
        header = io.BytesIO((",".join(CHANGES.header) + "\n").encode())
        descriptor = with_resource(self._files.content(self.folder / DESCRIPTOR), resource(LOG))
        return {LOG: amended(header, table=CHANGES, changes=rows), DESCRIPTOR: [descriptor]}

    def _amended(self, table: str, path: Path, changes: Sequence[Change]) -> Contents:
        name = path.relative_to(self.folder).as_posix()
        try:
            pieces = amended(self._files.file(path), table=ALL_TABLES[table], changes=changes)
        except (csv.Error, UnicodeDecodeError):
            self.spreadsheet(table)
            raise
        return {name: pieces}


def nearest_folder() -> Path:
    """Find the collection here or in ``data`` here; else take the one that ships with coopmap."""
    for path in (Path(), Path("data")):
        if (path / DESCRIPTOR).is_file():
            return path
    return shipped()


def shipped() -> Path:
    """Find the collection that ships with coopmap: inside it, or beside it in a checkout."""
    inside = Path(__file__).parents[2] / "collection"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "data"
