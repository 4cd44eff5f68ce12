"""What a change of a package may not do is refused in one line, and nothing is changed."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from coopmap.records import Change, Conflict, read
from coopmap.records.package import lock as locking
from tests.records.small import gone, leftovers, new_operation, part, refused, small

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "small")


def test_a_row_that_somebody_else_changed_is_a_conflict(folder: Path) -> None:
    read(folder).apply([part(role="host")])
    with pytest.raises(Conflict):
        read(folder).apply([part(before={"role": "partner"}, role="observer")])
    assert refused(folder, part(before={"role": "partner"}, role="observer")) == (
        "participations.csv, first + SWE: role is 'host', no longer 'partner'; somebody else changed it: look again"
    )
    assert refused(folder, part(("first", "FIN"), role="host")) == (
        "participations.csv, first + FIN is not there any more; somebody else removed or renamed it: look again"
    )
    assert (
        refused(folder, *new_operation("first")) == "operations.csv, first is there already; edit it instead"
    )


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            [part(role="Leader")],
            "participations.csv, first + SWE, column role: 'Leader' is no role; did you mean lead?",
        ),
        (
            [part(status="")],
            "participations.csv, first + SWE, column status: the cell is empty; stated, disputed or withdrawn would be right",
        ),
        (
            [part(source="third")],
            "participations.csv, first + SWE, column source: 'third' is no id in sources; add it first",
        ),
        (
            [part(note="a\0b")],
            "participations.csv, first + SWE, column note: the text has a NUL character; leave it out",
        ),
        (
            [part(note="\ud83d")],
            "participations.csv, first + SWE, column note: '\\ud83d' is half a letter and cannot be written in UTF-8; leave it out",
        ),
        (
            [part(note="x" * 100_001)],
            "participations.csv, first + SWE, column note: the text has 100,001 letters; 100,000 are the most",
        ),
        (
            [part(nota="x")],
            "participations has no column 'nota'; operation, country, role, agency, since, until, status, source, as_written, note would be right",
        ),
        (
            [part(country="DNK")],
            "participations.csv, first + DNK is there already; another operation + country would be right",
        ),
        (
            [part(operation="second")],
            "participations.csv, first + SWE, column operation: 'second' is no id in operations; add it first",
        ),
        (
            [gone("sources", "paper")],
            "sources.csv, paper cannot go: participations.csv, first + DNK names it; change or remove that first",
        ),
        (
            [gone("operations", "last")],
            "operations.csv, last cannot go: participations.csv, last + NOR names it; change or remove that first",
        ),
        (
            [Change(table="operations", key=("last",), before={}, after={"id": "latest"})],
            "operations.csv, last cannot go: participations.csv, last + NOR names it; change or remove that first",
        ),
        (
            [Change(table="changes", key=("x",), before=None, after={})],
            "no table 'changes' can be changed; operations, participations, organisations, outcomes, sources would be right",
        ),
    ],
)
def test_what_would_be_wrong_is_refused(folder: Path, changes: list[Change], line: str) -> None:
    assert refused(folder, *new_operation("new"), *changes) == line


def test_a_log_in_the_way_is_not_touched(folder: Path) -> None:
    (folder / "changes.csv").write_text("mine\n", encoding="utf-8")
    assert refused(folder, part(role="host")) == (
        "changes.csv is in the way of the log of changes, and datapackage.json does not name it; another name for it would be right"
    )


def test_a_second_writer_is_told_who_is_at_work(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    path = folder / locking.LOCK
    with FileLock(path):
        path.write_text("process 7 on desk since 2025-03-04T09:30:00Z", encoding="utf-8")
        assert refused(folder, part(role="host")) == (
            "FOLDER is being changed by process 7 on desk since 2025-03-04T09:30:00Z; try again later"
        )
    read(folder).apply([part(role="host")])
    assert leftovers(folder) == []


def test_a_folder_that_may_not_be_written_is_read_and_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: Path | str, flags: int, *more: int, **others: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR) and str(path).startswith(str(folder)):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *more, **others)

    monkeypatch.setattr(os, "open", refuse)
    assert read(folder)["first"].name == "First"
    assert (
        refused(folder, part(role="host"))
        == "FOLDER cannot be written: Permission denied; nothing was changed"
    )
