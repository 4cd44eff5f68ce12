"""A few rows of a table: those that hold one value in one column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopmap.records.spreadsheet import Spreadsheet


def excerpt_of(spreadsheet: Spreadsheet, *, column: str, value: str) -> Spreadsheet:
    """Give only the rows of a spreadsheet that hold a value in a column."""
    (at,) = spreadsheet.positions([column])
    found = [place for place, values in enumerate(spreadsheet.values) if values[at] == value]
    return replace(
        spreadsheet,
        numbers=[spreadsheet.numbers[place] for place in found],
        values=[spreadsheet.values[place] for place in found],
    )
