"""Addresses of databases: what is wrong with one is said in one line, and no password is ever shown."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import read
from coopmap.records.database import Database
from tests.copies import DATA, run
from tests.records.desks import filled, sql

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import Postgres

WRONG = [
    (
        "sqlite://",
        "sqlite:// names no file, and what is kept in memory alone is lost; sqlite:///ops.db would be right",
    ),
    (
        "sqlite:///:memory:",
        "sqlite:///:memory: names no file, and what is kept in memory alone is lost; sqlite:///ops.db would be right",
    ),
    (
        "sqlite://ops.db",
        "sqlite://ops.db: a file's address has three slashes; sqlite:///ops.db would be right",
    ),
    (
        "sqlite:///ops.db?mode=ro",
        "'sqlite:///ops.db?mode=ro': options and odd letters have no meaning here; sqlite:///ops.db would be right",
    ),
    (
        "mysql://me:geheim@host/desk",
        "mysql://me:***@host/desk: coopmap keeps no collections in 'mysql'; a folder, sqlite:///ops.db or postgresql://host/database would be right",
    ),
    (
        "postgresql+pg8000://me:geheim@host/desk",
        "postgresql+pg8000://me:***@host/desk: coopmap does not know the driver 'pg8000'; postgresql:// would be right, after pip install 'coopmap[postgresql]'",
    ),
    (
        "postgresql://me:geheim@host:port/desk",
        "the address after postgresql:// cannot be read; postgresql://name:password@host:5432/database would be right, with letters such as @ and / in the password written as %40 and %2F",
    ),
    (
        "postgresql://me:ge@heim@host/",
        "postgresql://me:***@host/ names no database; postgresql://host/database would be right",
    ),
]


@pytest.mark.parametrize(("address", "sentence"), WRONG)
def test_a_wrong_address_is_told_in_one_line(address: str, sentence: str) -> None:
    result = run("list", "--data", address)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"coopmap: {sentence}\n")


SECRET = [
    "postgresql://me:geheim@127.0.0.1:1/desk",
    "postgresql://me:ge%2Fheim@127.0.0.1:1/desk?connect_timeout=2",
    "postgresql://127.0.0.1:1/desk?user=me&password=geheim",
    "postgres://me:geheim@127.0.0.1:1/desk",
]


@pytest.mark.parametrize("address", SECRET)
def test_no_password_is_shown_when_a_server_does_not_answer(address: str) -> None:
    database = Database(address)
    with pytest.raises(CoopmapError) as error:
        database.descriptor()
    told = (
        "".join(traceback.format_exception(error.value)) + database.place + repr(database) + str(error.value)
    )
    assert "heim" not in told
    assert "does not answer" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_not_made_by_looking_at_it(tmp_path: Path) -> None:
    result = run("list", "--data", f"sqlite:///{tmp_path}/ops.db")
    assert result.stderr.replace(str(tmp_path), "DIR") == (
        "coopmap: sqlite:///DIR/ops.db: there is no file 'DIR/ops.db'; 'coopmap new sqlite:///DIR/ops.db' or "
        "'coopmap copy FOLDER sqlite:///DIR/ops.db' makes one\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "holds no collection"), (b"id,name\n" * 99, "is no SQLite database")]
)
def test_a_file_that_is_something_else_is_named(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "ops.db").write_bytes(content)
    with pytest.raises(CoopmapError, match=sentence):
        read(f"sqlite:///{tmp_path}/ops.db")
    assert (tmp_path / "ops.db").read_bytes() == content


def test_an_empty_database_holds_no_collection(postgres: Postgres) -> None:
    with pytest.raises(CoopmapError, match="holds no collection; 'coopmap new postgresql://"):
        read(postgres.database())


def test_another_version_is_refused(address: str) -> None:
    filled(address, DATA)
    sql(address, "UPDATE collection SET version = 2")
    with pytest.raises(
        CoopmapError, match="holds a collection of version 2, and this coopmap reads version 1"
    ):
        read(address)


def test_tables_of_somebody_else_are_left_alone(address: str) -> None:
    if address.startswith("sqlite"):
        sql(address, "CREATE TABLE other (id INTEGER)")
    sql(address, "CREATE TABLE sources (id INTEGER)")
    with pytest.raises(CoopmapError, match="has a table 'sources' that is not coopmap's"):
        filled(address, DATA)
    assert sql(address, "SELECT * FROM sources") == []
