"""Collections in databases for the tests: the shipped one copied, looked into, and spoken to in plain SQL."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import create_engine

from coopmap.records.change import Change
from coopmap.records.copying import whole, write
from coopmap.records.store import open_store
from coopmap.records.tables import CHANGES, TABLES

if TYPE_CHECKING:
    from coopmap.records.store import Store

Contents = dict[str, tuple[tuple[str, ...], list[tuple[str, ...]]]]
"""The header and the rows of each table."""


def filled(address: str, source: Path) -> Store:
    """Copy a collection into a database."""
    write(whole(source), address)
    return open_store(address)


def contents(store: Store) -> Contents:
    """Give everything a store holds, without the time in its log."""
    sheets = {table.name: store.spreadsheet(table.name) for table in (*TABLES, CHANGES)}
    found = {name: (sheet.header, list(sheet.values)) for name, sheet in sheets.items()}
    header, rows = found["changes"]
    return {**found, "changes": (header[1:], [row[1:] for row in rows])}


def sql(address: str, statement: str) -> list[Any]:
    """Say something to a database by other means than coopmap."""
    if address.startswith("postgresql"):
        with psycopg.connect(address) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []
    engine = create_engine(address)
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA foreign_keys = ON")
        found = raw.cursor().execute(statement).fetchall()
        raw.commit()
    engine.dispose()
    return list(found)


def participation(operation: str, country: str, **cells: str) -> Change:
    """Let a country take part."""
    after = {"operation": operation, "country": country, "role": "partner", "status": "stated", **cells}
    return Change(table="participations", key=(operation, country), before=None, after=after)


def operation(name: str, **cells: str) -> Change:
    """Begin an operation."""
    after = {"id": name, "name": name.capitalize(), "kind": "other", **cells}
    return Change(table="operations", key=(name,), before=None, after=after)
