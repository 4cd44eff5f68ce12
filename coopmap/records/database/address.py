"""The address of a database, ``sqlite:///ops.db`` or ``postgresql://...``, and how people may see it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from coopmap.errors import CoopmapError

INSTALL = "pip install 'coopmap[postgresql]'"
"""What brings the driver for PostgreSQL."""

SECRET = re.compile(r"(?<=://)(?P<user>[^/@:]*):.*(?=@)")
"""The password of an address, and whatever stands around it when the address is mistyped."""


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a database is."""

    place: str
    """How errors name it: without its password and its options."""
    file: Path | None = None
    """The file, when it is SQLite."""
    url: URL | None = field(default=None, repr=False)
    """Where the server is, when it is PostgreSQL."""


def address_of(text: str) -> Address:
    """Understand a database's address."""
    scheme, _, rest = text.partition("://")
    dialect, _, driver = scheme.lower().partition("+")
    if dialect == "sqlite" and driver in {"", "pysqlite"}:
        return file_of(rest)
    if dialect in {"postgresql", "postgres"} and driver in {"", "psycopg"}:
        return server_of(f"postgresql+psycopg://{rest}", shown(f"postgresql://{rest}"))
    if dialect == "postgresql":
        raise CoopmapError(
            f"{shown(text)}: coopmap does not know the driver {driver!r}; "
            f"postgresql:// would be right, after {INSTALL}"
        )
    raise CoopmapError(
        f"{shown(text)}: coopmap keeps no collections in {scheme!r}; "
        "a folder, sqlite:///ops.db or postgresql://host/database would be right"
    )


def file_of(rest: str) -> Address:
    """Understand what follows ``sqlite://``."""
    place = f"sqlite://{rest}"
    name = rest.removeprefix("/")
    if name in {"", ":memory:"}:
        raise CoopmapError(
            f"{place} names no file, and what is kept in memory alone is lost; "
            "sqlite:///ops.db would be right"
        )
    if not rest.startswith("/"):
        raise CoopmapError(f"{place}: a file's address has three slashes; sqlite:///{name} would be right")
    if "?" in name or not name.isprintable():
        raise CoopmapError(
            f"{place!r}: options and odd letters have no meaning here; sqlite:///ops.db would be right"
        )
    return Address(place=place, file=Path(name))


def server_of(text: str, place: str) -> Address:
    """Understand the address of a PostgreSQL database."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # their texts may hold the password
        raise CoopmapError(
            "the address after postgresql:// cannot be read; postgresql://name:password@host:5432/database "
            "would be right, with letters such as @ and / in the password written as %40 and %2F"
        ) from None
    if not url.database and "dbname" not in url.query and "service" not in url.query:
        raise CoopmapError(f"{place} names no database; postgresql://host/database would be right")
    return Address(place=place, url=url)


def shown(text: str) -> str:
    """Give an address without password and options, fit for a sentence."""
    masked = SECRET.sub(lambda found: f"{found['user']}:***", text).partition("?")[0]
    return "".join(letter if letter.isprintable() else "?" for letter in masked)
