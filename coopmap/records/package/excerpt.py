"""A few rows of a table: those that hold one value in one column, found without understanding the others."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO

from coopmap.records.csvfile import header_of, spreadsheet_in, width_error
from coopmap.records.spreadsheet import Spreadsheet
from coopmap.records.stretches import Needle, Record, records_in, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.tables import Table


def excerpt_in(file: BinaryIO, *, place: str, table: Table, column: str, value: str) -> Spreadsheet:
    """Search a table's file for the rows that hold a value in a column.

    The header is checked, and the rows that are given have as many cells as it; rows elsewhere may be wrong
    unnoticed. A file in which a row near a find cannot be read is read whole, which says what is wrong.

    Args:
        file: the file.
        place: how errors name it.
        table: what it should hold.
        column: where the value stands.
        value: the value, without blanks around.
    """
    try:
        return searched(file, place=place, table=table, column=column, value=value)
    except (csv.Error, UnicodeDecodeError):
        file.seek(0)
        whole = spreadsheet_in(file.read(), place=place, table=table)
        return Index(whole, column).excerpt(value)


def searched(file: BinaryIO, *, place: str, table: Table, column: str, value: str) -> Spreadsheet:
    """Give the rows, unless one near them cannot be read."""
    header: tuple[str, ...] = ()
    found: list[Record] = []
    at = 0
    for record in records_near(file, Needle(value)):
        if not header:
            header = header_of(record.cells, place=place, table=table)
            at = header.index(column)
        elif len(record.cells) != len(header):
            if any(record.cells):
                raise width_error(place, record.number, cells=len(record.cells), header=len(header))
        elif record.cells[at] == value and any(record.cells):
            found.append(record)
    return Spreadsheet(
        place=place,
        table=table,
        header=header or header_of((), place=place, table=table),
        numbers=[record.number for record in found],
        values=[record.cells for record in found],
    )


def records_near(file: BinaryIO, text: Needle) -> Iterator[Record]:
    """Give the header, and all rows of each stretch that holds a text; after the last, look at nothing."""
    last = text.last_in(file)
    for stretch in stretches(file):
        if stretch.first == 1:
            yield from islice(records_in(stretch), 1)
        if stretch.start >= last:
            return
        if text.is_in(stretch.content):
            yield from islice(records_in(stretch), int(stretch.first == 1), None)


class Index:
    """Where in a table that was read whole each value of a column stands."""

    def __init__(self, spreadsheet: Spreadsheet, column: str) -> None:
        self._spreadsheet = spreadsheet
        self._places: dict[str, list[int]] = {}
        for place, value in enumerate(map(itemgetter(*spreadsheet.positions([column])), spreadsheet.values)):
            self._places.setdefault(value, []).append(place)

    def excerpt(self, value: str) -> Spreadsheet:
        """Give only the rows that hold a value."""
        found = self._places.get(value, ())
        numbers, values = self._spreadsheet.numbers, self._spreadsheet.values
        return replace(
            self._spreadsheet,
            numbers=[numbers[place] for place in found],
            values=[values[place] for place in found],
        )
