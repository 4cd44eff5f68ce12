"""What a database holds is read back as the tables that a folder of CSV files would hold."""

from __future__ import annotations

import json
from array import array
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, select, text

from coopmap.errors import CoopmapError
from coopmap.records.database.connection import made
from coopmap.records.database.schema import ROOM, STORED, VERSION
from coopmap.records.spreadsheet import Spreadsheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from coopmap.records.tables import Table

AT_ONCE = 20_000
"""How many rows are fetched at a time."""


NOTHING: ColumnElement[str] = literal_column("''")
"""What an empty cell is in a spreadsheet."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What a database says about the collection in it."""

    descriptor: dict[str, Any]
    """What ``datapackage.json`` says."""
    headers: dict[str, tuple[str, ...]]
    """The header of each table, by its name; a log that was never begun has none."""


def about(connection: Connection, place: str) -> About:
    """Read what the database says about its collection, sure that it is one of this version."""
    row = connection.execute(text("SELECT * FROM collection WHERE id = 1")).mappings().one_or_none()
    if row is None or "version" not in row:
        raise CoopmapError(f"{place} holds no collection; {made(place)}")
    if row["version"] != VERSION:
        raise CoopmapError(
            f"{place} holds a collection of version {row['version']}, and this coopmap reads version "
            f"{VERSION}; the coopmap that wrote it can copy it to a folder"
        )
    headers = {name: tuple(header) for name, header in json.loads(row["headers"]).items()}
    return About(descriptor=json.loads(row["descriptor"]), headers=headers)


def spreadsheet_from(
    connection: Connection,
    table: Table,
    *,
    place: str,
    header: Sequence[str] | None,
    only: tuple[str, str] | None = None,
) -> Spreadsheet:
    """Read a table.

    Args:
        connection: a conversation with the database.
        table: the table.
        place: how errors name the database.
        header: its header, columns of somebody's own among them; none where the table was never begun.
        only: a column and the value it must hold, when not all rows are wanted.
    """
    numbers = array("q")
    values: list[tuple[str, ...]] = []
    arranged = arrangement(table, header or table.header)
    kept: dict[str, str] = {}
    for part in fetched(connection, query(table, only)):
        numbers.extend([row[0] // ROOM for row in part])
        values.extend([tuple(map(kept.setdefault, row, row)) for row in map(arranged, part)])
    return Spreadsheet(
        place=f"{place}/{table.name}",
        table=table,
        header=tuple(header or table.header),
        numbers=numbers,
        values=values,
    )


def fetched(connection: Connection, asked: Select[Any]) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Give the rows that were asked for, many at a time, as the driver gives them: a million in seconds."""
    compiled = asked.compile(dialect=connection.dialect)
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "postgresql":
        cursor, given = driver.cursor("rows"), compiled.params  # a name: the rows stay there until fetched
    else:
        cursor, given = driver.cursor(), tuple(compiled.params.values())
    with closing(cursor):
        cursor.execute(str(compiled), given)
        while part := cursor.fetchmany(AT_ONCE):
            yield part


def query(table: Table, only: tuple[str, str] | None) -> Select[Any]:
    """Ask for rows in their order: the place of each, its cells, and those of somebody's own columns."""
    stored = STORED[table.name]
    cells = [func.coalesce(stored.c[name], NOTHING) for name in table.header]
    asked = select(stored.c.position, *cells, stored.c.extra).order_by(stored.c.position)
    if only is None:
        return asked
    column, value = only
    return asked.where(stored.c[column] == value if value else stored.c[column].is_(None))


def own_columns(table: Table, header: Sequence[str]) -> list[int]:
    """Say where in a header somebody's own columns stand."""
    return [at for at, name in enumerate(header) if name not in table.header]


def arrangement(table: Table, header: Sequence[str]) -> Callable[[Sequence[Any]], Sequence[str]]:
    """Give what puts the cells of a row in the order of the header."""
    width = len(table.header) + 1
    if tuple(header) == table.header:
        return lambda row: row[1:width]
    own = iter(range(len(header)))
    places = [table.header.index(name) if name in table.header else width - 1 + next(own) for name in header]
    nothing = ("",) * len(header)

    def arranged(row: Sequence[Any]) -> Sequence[str]:
        extra = json.loads(row[width]) if row[width] else nothing
        cells = (*row[1:width], *extra)
        return [cells[place] for place in places]

    return arranged
