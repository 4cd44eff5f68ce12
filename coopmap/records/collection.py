"""A collection of operations: open it, ask for one by its id, or take its tables as frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from coopmap.errors import CoopmapError
from coopmap.records.cells import Misread, Value, quoted, value_of
from coopmap.records.integrity import check_integrity
from coopmap.records.operation import Operation, Organisation, Outcome, Participation, Source
from coopmap.records.package import Package, open_package

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coopmap.records.spreadsheet import Row, Spreadsheet


class UnknownOperation(CoopmapError, KeyError):  # noqa: N818 - an error is a noun here
    """An id that no operation of the collection has."""

    def __str__(self) -> str:
        return str(self.args[0])


class Collection(Mapping[str, Operation]):
    """Many operations, by id: ``collection["operation-cumberland"]``.

    Files, headers, keys and references are checked when it is opened; the cells of an operation when it is
    asked for. The five tables are there as pandas frames of the same names.
    """

    def __init__(self, package: Package) -> None:
        check_integrity(package)
        self.folder: Path = package.folder
        self.title: str = package.title
        self._package = package
        self._built: dict[str, Operation] = {}

    @classmethod
    def open(cls, folder: str | Path | None = None) -> Self:
        """Open the collection in a folder, or the nearest one: see ``read``."""
        return cls(open_package(folder))

    def __getitem__(self, operation: str) -> Operation:
        """Give one operation with all its rows."""
        if operation not in self._rows["operations"]:
            raise UnknownOperation(
                f"no operation {quoted(operation)} in {self.folder}; {self._hint(operation)}"
            )
        if operation not in self._built:
            self._built[operation] = self._operation(operation)
        return self._built[operation]

    def __contains__(self, operation: object) -> bool:
        return operation in self._rows["operations"]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows["operations"])

    def __len__(self) -> int:
        return len(self._rows["operations"])

    def __repr__(self) -> str:
        return f"<Collection of {len(self)} operations in {self.folder}>"

    def verify(self) -> None:
        """See to it that every cell of every table can be read, even of a source that nothing names."""
        for spreadsheet in self._package.spreadsheets.values():
            for row in spreadsheet.rows:
                values_of(row, spreadsheet)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its operations, in the order of the table."""
        return tuple(self)

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

    @cached_property
    def _rows(self) -> dict[str, dict[str, list[Row]]]:
        """The rows of each table, by the operation they belong to (sources: by their id)."""
        grouped: dict[str, dict[str, list[Row]]] = {}
        for name, spreadsheet in self._package.spreadsheets.items():
            groups = grouped.setdefault(name, {})
            key = spreadsheet.table.key[0]
            for row in spreadsheet.rows:
                groups.setdefault(row.cells[key], []).append(row)
        return grouped

    def _hint(self, operation: str) -> str:
        """Say which operation was probably meant."""
        alike = get_close_matches(operation[:100].lower(), list(self), n=1, cutoff=0.5)
        return f"did you mean {alike[0]}?" if alike else "'coopmap list' names them all"

    def _operation(self, operation: str) -> Operation:
        """Build one operation from its rows."""
        participations = tuple(
            Participation(**values) for values in self._values("participations", operation)
        )
        outcomes = tuple(Outcome(**values) for values in self._values("outcomes", operation))
        named = {one.source for one in participations} | {one.source for one in outcomes}
        return Operation(
            participations=participations,
            outcomes=outcomes,
            organisations=tuple(
                Organisation(**values) for values in self._values("organisations", operation)
            ),
            sources=tuple(
                Source(**values)
                for source in self._rows["sources"]
                if source in named
                for values in self._values("sources", source)
            ),
            **next(self._values("operations", operation)),
        )

    def _values(self, table: str, key: str) -> Iterator[dict[str, Any]]:
        """Give the values of one operation's rows in a table (sources: of one source's row)."""
        spreadsheet = self._package.spreadsheets[table]
        for row in self._rows[table].get(key, ()):
            yield {**values_of(row, spreadsheet), "row": row.number}

    def _frame(self, table: str) -> pd.DataFrame:
        """Give a table as a frame, every cell checked."""
        from coopmap.records.frames import frame  # noqa: PLC0415 - pandas loads when a frame is asked for

        spreadsheet = self._package.spreadsheets[table]
        return frame(spreadsheet.table, [values_of(row, spreadsheet) for row in spreadsheet.rows])


def read(folder: str | Path | None = None) -> Collection:
    """Open the collection in a folder.

    Without a folder, the one ``COOPMAP_DATA`` names; else the one here or in ``data`` here; else the
    collection that ships with coopmap.
    """
    return Collection.open(folder)


def values_of(row: Row, spreadsheet: Spreadsheet) -> dict[str, Value]:
    """Give a row's values by column, or say which cell cannot be read."""
    values = {}
    for column in spreadsheet.table.columns:
        try:
            values[column.name] = value_of(row.cells[column.name], column)
        except Misread as misread:
            raise CoopmapError(f"{spreadsheet.place(row.number, column.name)}: {misread}") from None
    return values
