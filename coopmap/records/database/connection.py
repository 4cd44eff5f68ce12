"""Conversations with a database: a steady view to read from, one writer at a time, and errors in one line."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from coopmap.errors import CoopmapError
from coopmap.records.database.address import INSTALL, Address

PATIENCE = 30
"""Seconds that a writer waits for another one to finish."""


MADE = "'coopmap new {place}' or 'coopmap copy FOLDER {place}' makes one"
"""How a database comes by a collection."""

GIVEN_UP = {"40001", "40P01"}
"""PostgreSQL's words for a write that another one came in between of."""

MEANINGS = {
    "database is locked": f"is being written by somebody else for {PATIENCE} seconds; try again later",
    "55P03": f"is being written by somebody else for {PATIENCE} seconds; try again later",
    "unable to open database file": "cannot be opened; see whether its file and folder may be read",
    "file is not a database": "is no SQLite database; a file that coopmap made would be right",
    "attempt to write a readonly database": "may only be read; see who may write its file and folder",
    "no such table": f"holds no collection; {MADE}",
    "42P01": f"holds no collection; {MADE}",
}
"""What a complaint of SQLite begins with, or PostgreSQL's number for it, and what it means for a person."""


class Interference(CoopmapError):  # noqa: N818 - an error is a noun here
    """A write that the database gave up because of another one; trying again is right."""


class Conversations:
    """What is said to one database."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.place = address.place
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The driver, loaded when the first word is said."""
        if self._engine is None:
            self._engine = engine_of(self.address)
            weakref.finalize(self, self._engine.dispose)
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read: everything that is asked inside is answered from one moment."""
        with self._talking("REPEATABLE READ") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write: what is done inside is done together or not at all, and no two do it at once."""
        with self._talking("READ COMMITTED", coopmap_writes=True) as connection:
            if self.address.file is None:
                connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
            yield connection

    @contextmanager
    def _talking(self, isolation: str, **options: bool | str) -> Iterator[Connection]:
        if self.address.file is None:
            options["isolation_level"] = isolation
        engine = self.engine
        with self._told(engine), engine.connect() as connection:
            connection.execution_options(**options)
            with connection.begin():
                yield connection

    @contextmanager
    def _told(self, engine: Engine) -> Iterator[None]:
        """Tell what goes wrong in one line, without what the driver knows of passwords."""
        try:
            yield
        except SQLAlchemyError as error:
            raise told(error.orig if isinstance(error, DBAPIError) else error, self.place) from None
        except engine.dialect.loaded_dbapi.Error as error:
            raise told(error, self.place) from None
        except UnicodeEncodeError:
            raise CoopmapError(
                f"{self.place}: half a letter (a lone surrogate) cannot be kept; leave it out"
            ) from None


def engine_of(address: Address) -> Engine:
    """Load the driver that speaks to a database."""
    if address.file is not None:
        return engine_of_file(address.file)
    assert address.url is not None  # noqa: S101 - an address is one or the other
    try:
        url = address.url.update_query_dict({"connect_timeout": str(PATIENCE), **address.url.query})
        return create_engine(url, pool_size=1, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise CoopmapError(
            f"{address.place}: the driver for PostgreSQL is missing; {INSTALL} brings it"
        ) from None


def engine_of_file(file: Path) -> Engine:
    """Speak to an SQLite file that is there; a missing one is never made by looking at it.

    The file stays in SQLite's plain mode, with no write-ahead log beside it: it is one file that can be
    copied and mailed, and it works on the network drives that desks share. A reader of a whole collection
    makes a writer wait for a few seconds, which is the price.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(file))}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None
        )
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        writes = connection.get_execution_options().get("coopmap_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def told(error: BaseException | None, place: str) -> CoopmapError:
    """Say in one line what a database, or its driver, complains of."""
    state = getattr(error, "sqlstate", None) or ""
    sentence = next(filter(None, map(str.strip, str(error).splitlines())), type(error).__name__)
    if state in GIVEN_UP:
        return Interference(f"{place}: other writers came in between again and again; try once more")
    for beginning, meaning in MEANINGS.items():
        if beginning in {sentence[: len(beginning)], state}:
            return CoopmapError(f"{place} {meaning.format(place=place)}")
    if type(error).__name__ == "OperationalError" and not state and not isinstance(error, sqlite3.Error):
        several = sentence.endswith(":")  # what went wrong with each of a server's addresses stands below
        detail = " ".join(str(error).split()) if several else sentence
        return CoopmapError(f"{place} does not answer: {detail}")
    return CoopmapError(f"{place} refuses: {sentence}")


def made(place: str) -> str:
    """Say how a database comes by a collection."""
    return MADE.format(place=place)
