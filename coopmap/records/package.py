"""A collection kept as a folder of CSV files with a ``datapackage.json``, open to any spreadsheet program."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.csvfile import spreadsheet_in
from coopmap.records.descriptor import DESCRIPTOR, descriptor_in, paths_in
from coopmap.records.excerpt import excerpt_of
from coopmap.records.spreadsheet import Spreadsheet
from coopmap.records.tables import CHANGES, TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopmap.records.change import Change
    from coopmap.records.tables import Table

ALL = {table.name: table for table in (*TABLES, CHANGES)}


class Package:
    """A folder with a ``datapackage.json`` and its tables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.parent if folder.name == DESCRIPTOR else folder
        self.place = str(self.folder)
        self._read: dict[str, Spreadsheet] = {}

    @property
    def title(self) -> str:
        """What the collection calls itself."""
        title = self.descriptor().get("title")
        return title if isinstance(title, str) else ""

    def descriptor(self) -> dict[str, Any]:
        """Give ``datapackage.json`` as it was read."""
        return self._descriptor

    def spreadsheet(self, table: str) -> Spreadsheet:
        """Give a whole table; a log that was never begun is empty."""
        if table not in self._read:
            self._read[table] = self._spreadsheet(ALL[table])
        return self._read[table]

    def excerpt(self, table: str, column: str, value: str) -> Spreadsheet:
        """Give only the rows of a table with this value in a column."""
        return excerpt_of(self.spreadsheet(table), column=column, value=value)

    def refresh(self) -> None:
        """Forget what was read."""
        self._read.clear()
        vars(self).pop("_descriptor", None)
        vars(self).pop("_paths", None)

    def apply(self, changes: Sequence[Change], *, editor: str = "", reason: str = "") -> None:
        """Make all changes or none, and write them into the log in the same step."""
        raise NotImplementedError

    @cached_property
    def _descriptor(self) -> dict[str, Any]:
        return descriptor_in(self.folder)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return paths_in(self.folder, self.descriptor())

    def _spreadsheet(self, table: Table) -> Spreadsheet:
        path = self._paths.get(table.name)
        if path is None:
            return Spreadsheet(
                place=str(self.folder / f"{table.name}.csv"),
                table=table,
                header=table.header,
                numbers=(),
                values=(),
            )
        return spreadsheet_in(content_of(path), place=str(path), table=table)


def content_of(path: Path) -> bytes:
    """Give the bytes of a table's file."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise CoopmapError(
            f"{path} is missing; datapackage.json names it as one of the five tables"
        ) from None
    except OSError as error:
        raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None


def nearest_folder() -> Path:
    """Find the collection here or in ``data`` here; else take the one that ships with coopmap."""
    for path in (Path(), Path("data")):
        if (path / DESCRIPTOR).is_file():
            return path
    return shipped()


def shipped() -> Path:
    """Find the collection that ships with coopmap: inside it, or beside it in a checkout."""
    inside = Path(__file__).parent.parent / "collection"
    return inside if inside.is_dir() else Path(__file__).parent.parent.parent / "data"
