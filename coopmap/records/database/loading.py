"""A whole collection is put into a database: in one step, a million rows in seconds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, inspect

from coopmap.errors import CoopmapError
from coopmap.records.database.reading import own_columns
from coopmap.records.database.schema import COLLECTION, FIRST, METADATA, ROOM
from coopmap.records.database.writing import remember

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from coopmap.records.spreadsheet import Spreadsheet

Told = Callable[[int], object]
"""What is told how many rows went in."""

AT_ONCE = 20_000
"""How many rows are handed over at a time."""


def is_there(connection: Connection, place: str) -> bool:
    """Say whether a database holds a collection; tables of somebody else are in the way."""
    names = set(inspect(connection).get_table_names())
    if COLLECTION.name in names:
        return True
    if taken := sorted(names & METADATA.tables.keys()):
        raise CoopmapError(
            f"{place} has a table {taken[0]!r} that is not coopmap's; an empty database would be right"
        )
    return False


def fill(
    connection: Connection,
    *,
    descriptor: Mapping[str, Any],
    spreadsheets: Mapping[str, Spreadsheet],
    told: Told,
) -> None:
    """Put a collection into a database that has none, or in the place of the one that is there.

    Args:
        connection: a conversation with the database, in which it all happens or nothing.
        descriptor: what ``datapackage.json`` says.
        spreadsheets: the tables; without one of the name ``changes``, the log was never begun.
        told: is told how many rows went in.
    """
    if connection.dialect.name == "sqlite":
        # What is put in was read and checked; to check every cell again would take most of the time.
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
    METADATA.create_all(connection)
    kept = [table for table in METADATA.sorted_tables if table is not COLLECTION]
    for table in reversed(kept):  # what refers to others goes first
        connection.execute(delete(table))
    headers = {name: spreadsheet.header for name, spreadsheet in spreadsheets.items()}
    remember(connection, descriptor=descriptor, headers=headers)
    for table in kept:  # what others refer to comes first
        if table.name in spreadsheets:
            pour(connection, table, records(spreadsheets[table.name]), told)


def records(spreadsheet: Spreadsheet) -> Iterator[tuple[int | str | None, ...]]:
    """Give the rows as the database keeps them: a place, the cells, and those of somebody's own columns."""
    known = spreadsheet.positions(spreadsheet.table.header)
    own = own_columns(spreadsheet.table, spreadsheet.header)
    for number, values in enumerate(spreadsheet.values, start=FIRST):
        extra = [values[at] for at in own]
        kept = json.dumps(extra, ensure_ascii=False) if any(extra) else None
        yield (number * ROOM, *[values[at] or None for at in known], kept)


def pour(connection: Connection, table: Table, rows: Iterable[Sequence[Any]], told: Told) -> None:
    """Insert many rows in the fastest way the database knows."""
    rows = iter(rows)
    if connection.dialect.name == "postgresql":
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        cursor = connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
        with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as stream:
            while part := list(islice(rows, AT_ONCE)):
                for row in part:
                    stream.write_row(row)
                told(len(part))
        return
    statement = str(insert(table).compile(dialect=connection.dialect))
    while part := list(islice(rows, AT_ONCE)):
        connection.exec_driver_sql(statement, part)
        told(len(part))
