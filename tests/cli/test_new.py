"""A collection is begun: empty, whole, described, and never in the place of another."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from coopmap.records import TABLES, read
from coopmap.records.package.descriptor import parsed
from tests.copies import DATA, Copy, run

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["README.md", "datapackage.json", *sorted(f"{table.name}.csv" for table in TABLES)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_collection_is_empty_and_described(tmp_path: Path) -> None:
    folder = tmp_path / "patrols"
    done = run("new", str(folder), "--title", "Joint patrols: the Baltic")
    assert done.output == (
        f"{folder} is an empty collection; 'coopmap add --data {folder}' records the first operation\n"
    )
    assert names(folder) == NAMES
    assert read(folder).title == "Joint patrols: the Baltic"
    assert len(read(folder)) == 0
    assert (folder / "README.md").read_text(encoding="utf-8").startswith("# Joint patrols: the Baltic\n")
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["name"] == "joint-patrols-the-baltic"
    shipped = parsed((DATA / "datapackage.json").read_bytes(), DATA)
    assert descriptor["resources"] == shipped["resources"]
    assert os.stat(folder).st_mode & 0o777 == 0o755  # noqa: PTH116 - as ls shows it


def test_other_programs_find_it_valid_empty_and_with_an_operation_and_a_log(tmp_path: Path) -> None:
    folder = tmp_path / "patrols"
    assert run("new", str(folder)).exit_code == 0
    assert Package(str(folder / "datapackage.json")).validate().flatten(["note", "message"]) == []
    done = run("add", "--data", str(folder), "--name", "Patrol", "--kind", "naval", "--lead", "Estonia")
    assert done.exit_code == 0, done.output
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["note", "message"]) == []
    assert [task.name for task in report.tasks][-1] == "changes"


def test_the_folder_names_it_when_nobody_does(tmp_path: Path) -> None:
    run("new", str(tmp_path / "Baltic watch"))
    assert read(tmp_path / "Baltic watch").title == "Baltic watch"


def test_what_is_there_stays(tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    before = {path.name: path.read_bytes() for path in copy.folder.iterdir()}
    done = run("new", str(copy.folder))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert f"{copy.folder} holds a collection already" in done.stderr
    assert {path.name: path.read_bytes() for path in copy.folder.iterdir()} == before


def test_a_folder_with_a_readme_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine\n", encoding="utf-8")
    assert run("new", str(tmp_path)).exit_code == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine\n"
    assert len(read(tmp_path)) == 0


def test_a_table_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("mine\n", encoding="utf-8")
    done = run("new", str(tmp_path))
    assert "sources.csv is in the way; a new or empty folder would be right" in done.stderr
    assert names(tmp_path) == ["sources.csv"]


@pytest.mark.parametrize("title", ["", " ", "a\nb", "\x1b[2J", "\ud800"])
def test_a_title_is_a_line_of_text(tmp_path: Path, title: str) -> None:
    done = run("new", str(tmp_path / "x"), "--title", title)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1), done.output
    assert done.stderr.startswith("coopmap: the title ")
    assert names(tmp_path) == []


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    done = run("new", str(tmp_path / "patrols"))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "No space left on device" in done.stderr
    assert names(tmp_path) == []
