"""A database gets a whole collection: all of it or nothing, and what was there stays until all is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace as changed
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.database.address import Address, address_of
from coopmap.records.database.connection import Conversations
from coopmap.records.database.loading import fill, is_there
from coopmap.records.database.writing import take_turn

if TYPE_CHECKING:
    from coopmap.records.spreadsheet import Spreadsheet

Told = Callable[[int], object]
"""What is told how many rows went in."""


def holds_collection(address: str) -> bool:
    """Say whether there is a collection in a database."""
    where = address_of(address)
    if where.file is not None and not where.file.exists():
        return False
    conversations = Conversations(where)
    with conversations.reading() as connection:
        return is_there(connection, conversations.place)


def write_database(
    address: str,
    *,
    descriptor: Mapping[str, Any],
    spreadsheets: Mapping[str, Spreadsheet],
    replace: bool = False,
    told: Told = lambda _: None,
) -> str:
    """Put a whole collection into a database, and give its address as people may see it.

    Args:
        address: where the database is; a missing file of SQLite is made.
        descriptor: what ``datapackage.json`` says.
        spreadsheets: the tables, whose cells, keys and references were checked; without one of the name
            ``changes``, the log was never begun.
        replace: whether a collection that is there may go.
        told: is told how many rows went in, again and again.
    """
    where = address_of(address)

    def write(place: Address) -> None:
        conversations = Conversations(place)
        with conversations.writing() as connection:
            if is_there(connection, where.place):
                if not replace:
                    raise taken(where.place)
                take_turn(connection)
            fill(connection, descriptor=descriptor, spreadsheets=spreadsheets, told=told)

    if where.file is None or where.file.exists():
        write(where)
    else:
        write_beside(where, where.file, write)
    return where.place


def taken(place: str) -> CoopmapError:
    """Say that a collection is in the way."""
    return CoopmapError(f"{place} holds a collection already; --replace would put the other in its place")


def write_beside(where: Address, file: Path, write: Callable[[Address], None]) -> None:
    """Make a file of SQLite under another name, and give it its own when it is whole."""
    try:
        handle, name = mkstemp(prefix=f".{file.name}-", suffix=".new", dir=file.parent)
    except OSError as error:
        raise CoopmapError(f"{where.place} cannot be made: {error.strerror or error}") from None
    os.close(handle)
    beside = Path(name)
    try:
        write(changed(where, file=beside))
        beside.chmod(0o666 & ~mask())
        try:
            os.link(beside, file)  # unlike a renaming, it never replaces what somebody else has just made
        except FileExistsError:
            raise taken(where.place) from None
        except OSError:  # not every disk knows two names for one file
            if file.exists():
                raise taken(where.place) from None
            beside.rename(file)
    finally:
        for left in (beside, beside.with_name(f"{beside.name}-journal")):
            left.unlink(missing_ok=True)


def mask() -> int:
    """Give what this user takes away from the rights to a new file."""
    now = os.umask(0)
    os.umask(now)
    return now
