"""Whether the rows of the five tables fit together: no row twice, no row that points to nothing."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted

if TYPE_CHECKING:
    from coopmap.records.package import Package
    from coopmap.records.spreadsheet import Spreadsheet


def check_integrity(package: Package) -> None:
    """See to it that every row has a key of its own and that every id it names exists."""
    for spreadsheet in package.spreadsheets.values():
        check_keys(spreadsheet)
    for spreadsheet in package.spreadsheets.values():
        check_references(spreadsheet, package)


def check_keys(spreadsheet: Spreadsheet) -> None:
    """See to it that no key stands twice in a table."""
    key = spreadsheet.table.key
    seen: dict[tuple[str, ...], int] = {}
    for row in spreadsheet.rows:
        values = tuple(row.cells[column] for column in key)
        if values in seen:
            raise CoopmapError(
                f"{spreadsheet.place(row.number)}: {quoted(' + '.join(values))} stands in row {seen[values]} "
                f"already; one row for each {' + '.join(key)} would be right"
            )
        seen[values] = row.number


def check_references(spreadsheet: Spreadsheet, package: Package) -> None:
    """See to it that every id a table names stands in the table it points to."""
    for column in spreadsheet.table.columns:
        if not column.refers_to:
            continue
        target = package.spreadsheets[column.refers_to]
        ids = {row.cells["id"] for row in target.rows}
        for row in spreadsheet.rows:
            named = row.cells[column.name]
            if named and named not in ids:
                alike = get_close_matches(named[:100], sorted(ids), n=1)
                hint = f"did you mean {alike[0]}?" if alike else f"add it to {target.path.name} first"
                raise CoopmapError(
                    f"{spreadsheet.place(row.number, column.name)}: {quoted(named)} is no id in "
                    f"{target.path.name}; {hint}"
                )
