"""Whether the rows of the five tables fit together: no row twice, no row that points to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from operator import itemgetter
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted

if TYPE_CHECKING:
    from coopmap.records.spreadsheet import Spreadsheet


def check_integrity(spreadsheets: Mapping[str, Spreadsheet]) -> None:
    """See to it that every row has a key of its own and that every id it names exists."""
    for spreadsheet in spreadsheets.values():
        check_keys(spreadsheet)
    for spreadsheet in spreadsheets.values():
        check_references(spreadsheet, spreadsheets)


def check_keys(spreadsheet: Spreadsheet) -> None:
    """See to it that no key stands twice in a table."""
    key = spreadsheet.table.key
    keys = list(map(itemgetter(*spreadsheet.positions(key)), spreadsheet.values))
    if len(set(keys)) == len(keys):
        return
    seen: dict[object, int] = {}
    for number, values in zip(spreadsheet.numbers, keys, strict=True):
        if values in seen:
            shown = values if isinstance(values, str) else " + ".join(values)
            raise CoopmapError(
                f"{spreadsheet.where(number)}: {quoted(shown)} stands in row {seen[values]} "
                f"already; one row for each {' + '.join(key)} would be right"
            )
        seen[values] = number


def check_references(spreadsheet: Spreadsheet, spreadsheets: Mapping[str, Spreadsheet]) -> None:
    """See to it that every id a table names stands in the table it points to."""
    for column in spreadsheet.table.columns:
        if column.refers_to:
            check_reference(spreadsheet, column.name, spreadsheets[column.refers_to])


def check_reference(spreadsheet: Spreadsheet, column: str, target: Spreadsheet) -> None:
    """See to it that every id in a column stands in the table it points to."""
    ids = set(map(itemgetter(*target.positions(["id"])), target.values))
    named = list(map(itemgetter(*spreadsheet.positions([column])), spreadsheet.values))
    if ids.issuperset(set(named) - {""}):
        return
    for number, name in zip(spreadsheet.numbers, named, strict=True):
        if name and name not in ids:
            alike = get_close_matches(name[:100], sorted(ids), n=1)
            hint = f"did you mean {alike[0]}?" if alike else f"add it to {target.name} first"
            raise CoopmapError(
                f"{spreadsheet.where(number, column)}: {quoted(name)} is no id in {target.name}; {hint}"
            )
