"""``coopmap copy``: nothing is lost on the way, and nothing is ever half there."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coopmap.records import read
from coopmap.records.copying import Whole, holds, whole, write
from coopmap.records.store import open_store
from tests.copies import DATA, Copy, run
from tests.records.desks import contents, operation, participation

if TYPE_CHECKING:
    from tests.postgres import Postgres

TABLES = ("operations", "participations", "organisations", "outcomes", "sources")
FILES = ("datapackage.json", *(f"{table}.csv" for table in TABLES))
SAID = "74 operations, 940 participations, 91 organisations, 152 outcomes, 94 sources -> "


def copy(source: str | Path, target: str | Path, *options: str) -> str:
    """Copy and give what was said."""
    result = run("copy", str(source), str(target), *options)
    assert result.exit_code == 0, result.output
    return result.stdout.strip()


def test_the_shipped_collection_comes_back_byte_by_byte(address: str, tmp_path: Path) -> None:
    assert copy(DATA, address).startswith(SAID)
    copy(address, tmp_path / "back")
    assert {path.name for path in (tmp_path / "back").iterdir()} == set(FILES)
    for file in FILES:
        assert (tmp_path / "back" / file).read_bytes() == (DATA / file).read_bytes()


def test_a_copy_of_a_copy_is_the_same_in_every_direction(postgres: Postgres, tmp_path: Path) -> None:
    first = Copy.made_in(tmp_path).folder
    change = participation("operation-cumberland", "EST", note='a "note"\r\nwith, two lines')
    open_store(first).apply([operation("new", note="אבג 🧑‍🚒"), change], editor="Ada", reason="=1+1")
    places = [
        f"sqlite:///{tmp_path}/1.db",
        postgres.database(),
        f"sqlite:///{tmp_path}/2.db",
        postgres.database(),
    ]
    places += [str(tmp_path / "folder"), postgres.database(), str(tmp_path / "last")]
    for source, target in zip([str(first), *places], places, strict=False):
        copy(source, target)
        assert contents(open_store(target)) == contents(open_store(first))
        assert open_store(target).descriptor() == open_store(first).descriptor()
    for path in (tmp_path / "folder").iterdir():
        assert (tmp_path / "last" / path.name).read_bytes() == path.read_bytes()


def test_a_collection_in_the_way_is_kept(address: str, tmp_path: Path) -> None:
    copy(DATA, address)
    for target in (address, str(Copy.made_in(tmp_path).folder)):
        read(target).apply([operation("mine")])
        before = contents(open_store(target))
        result = run("copy", str(DATA), target)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "holds a collection already; --replace would put the other in its place" in result.stderr
        asked = run("copy", str(DATA), target, "--replace")
        assert (asked.exit_code, asked.stdout) == (2, "")
        assert "nobody can be asked; --yes" in asked.stderr
        assert contents(open_store(target)) == before
        copy(DATA, target, "--replace", "--yes")
        assert contents(open_store(target)) == contents(open_store(DATA))


def test_what_else_lies_in_a_folder_stays_there(tmp_path: Path) -> None:
    folder = Copy.made_in(tmp_path).folder
    read(folder).apply([operation("mine")])
    copy(DATA, folder, "--replace", "--yes")
    assert {path.name for path in folder.iterdir()} == {*FILES, "README.md"}


def test_files_of_somebody_else_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("mine\n", encoding="utf-8")
    result = run("copy", str(DATA), str(tmp_path))
    assert "sources.csv is in the way; a new or empty folder would be right" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["sources.csv"]


def test_a_collection_with_a_mistake_does_not_move(address: str, tmp_path: Path) -> None:
    spoilt = Copy.made_in(tmp_path)
    spoilt.change("participations.csv", ",partner,", ",boss,")
    result = run("copy", str(spoilt.folder), address)
    assert result.exit_code == 2
    assert "participations.csv, row 2, column role: 'boss' is no role" in result.stderr
    assert not holds(address)


def test_a_place_is_not_copied_onto_itself(tmp_path: Path) -> None:
    folder = str(Copy.made_in(tmp_path).folder)
    assert "two places would be right" in run("copy", folder, folder, "--replace", "--yes").stderr


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    result = run("copy", str(DATA), str(tmp_path / "a" / "b"))
    assert result.stderr == f"coopmap: {tmp_path}/a/b cannot be made: there is no folder '{tmp_path}/a'\n"
    result = run("copy", str(DATA), f"sqlite:///{tmp_path}/a/b.db")
    assert (
        result.stderr == f"coopmap: sqlite:///{tmp_path}/a/b.db cannot be made: No such file or directory\n"
    )
    assert list(tmp_path.iterdir()) == []


class Stop(Exception):  # noqa: N818 - it is no error
    """Somebody pressed Ctrl-C."""


def killed(work: Callable[[], object]) -> bool:
    """Do something in a process of its own; say whether it was killed meanwhile."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def dying(after: int) -> Callable[[int], None]:
    """Give what kills its own process when it is told for the nth time how many rows were written."""
    left = [after]

    def told(_: int) -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    return told


@pytest.mark.parametrize("kind", ["folder", "sqlite", "postgresql"])
def test_a_copy_that_is_killed_leaves_nothing_half_there(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = whole(DATA)
    for after in (1, 3, 5):
        target = place(kind, tmp_path, after, request)
        assert killed(lambda target=target, after=after: write(found, target, told=dying(after)))  # type: ignore[misc]
        assert not holds(target)
        write(found, target)
        assert contents(open_store(target)) == contents(open_store(DATA))


@pytest.mark.parametrize("kind", ["folder", "sqlite", "postgresql"])
def test_what_was_there_is_there_after_a_kill(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = whole(DATA)
    target = place(kind, tmp_path, 0, request)
    write(found, target)
    read(target).apply([operation("mine")])
    before = contents(open_store(target))
    for after in (1, 3, 5):
        assert killed(lambda after=after: write(found, target, replace=True, told=dying(after)))  # type: ignore[misc]
        assert contents(open_store(target)) == before
    if kind == "sqlite":
        assert sqlite3.connect(target.removeprefix("sqlite:///")).execute(
            "PRAGMA integrity_check"
        ).fetchall() == [("ok",)]
    write(found, target, replace=True)
    assert contents(open_store(target)) == contents(open_store(DATA))


@pytest.mark.parametrize("kind", ["folder", "sqlite", "postgresql"])
def test_a_copy_that_is_interrupted_leaves_no_trace(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    def stop(_: int) -> None:
        raise Stop

    target = place(kind, tmp_path, 0, request)
    with pytest.raises(Stop):
        write(whole(DATA), target, told=stop)
    assert list(tmp_path.iterdir()) == []
    assert not holds(target)


def place(kind: str, folder: Path, number: int, request: pytest.FixtureRequest) -> str:
    """Give an empty place."""
    if kind == "folder":
        return str(folder / f"copy{number}")
    if kind == "sqlite":
        return f"sqlite:///{folder}/desk{number}.db"
    server: Postgres = request.getfixturevalue("postgres")
    return server.database()


def test_a_whole_collection_is_counted(tmp_path: Path) -> None:
    found: Whole = whole(Copy.made_in(tmp_path).folder)
    assert found.rows == 74 + 940 + 91 + 152 + 94
