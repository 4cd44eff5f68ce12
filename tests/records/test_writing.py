"""What a change of a package writes: the change, the log of it, and nothing else."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from coopmap.records import CHANGES, Change, open_store, read
from coopmap.records.package import lock as locking
from coopmap.records.package.descriptor import with_resource
from tests.copies import Copy
from tests.records.small import faults, gone, leftovers, new_operation, part, small, texts

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = {"id": "second", "publisher": "Second"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "small")


def log_of(folder: Path) -> list[tuple[str, ...]]:
    return [row.values[1:] for row in open_store(folder).spreadsheet("changes").rows]


def test_the_log_says_what_when_who_and_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPMAP_EDITOR", "Kim")
    read(folder).apply(
        [part(role="host", note='said "so"'), gone("participations", "last", "NOR")], reason="a\nletter"
    )
    monkeypatch.delenv("COOPMAP_EDITOR")
    read(folder).apply([Change(table="sources", key=("second",), before=None, after=SOURCE)])
    when = open_store(folder).spreadsheet("changes").values[0][0]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", when)
    assert log_of(folder) == [
        ("Kim", "first", "participations", "first + SWE", "role", "partner", "host", "a letter"),
        ("Kim", "first", "participations", "first + SWE", "note", "", 'said "so"', "a letter"),
        ("Kim", "last", "participations", "last + NOR", "operation", "last", "", "a letter"),
        ("Kim", "last", "participations", "last + NOR", "country", "NOR", "", "a letter"),
        ("Kim", "last", "participations", "last + NOR", "role", "partner", "", "a letter"),
        ("Kim", "last", "participations", "last + NOR", "status", "stated", "", "a letter"),
        ("", "", "sources", "second", "id", "", "second", ""),
        ("", "", "sources", "second", "publisher", "", "Second", ""),
    ]


def test_a_change_of_nothing_writes_nothing(folder: Path) -> None:
    before = texts(folder)
    read(folder).apply([part(role="partner"), *new_operation("new")[:1], gone("operations", "new")])
    read(folder).apply([])
    assert texts(folder) == before


def test_what_was_read_is_forgotten_after_a_change(folder: Path) -> None:
    collection = read(folder)
    assert len(collection.participations) == 3
    assert collection["first"].participations[1].role == "partner"
    collection.apply([part(role="host"), *new_operation("new")])
    assert collection["first"].participations[1].role == "host"
    assert collection.ids == ("first", "last", "new")
    assert len(collection.participations) == 6


def test_permissions_and_links_stay(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "people.csv"
    real.parent.mkdir()
    (folder / "participations.csv").rename(real)
    (folder / "participations.csv").symlink_to(real)
    real.chmod(0o640)
    read(folder).apply([part(role="host")])
    assert (folder / "participations.csv").is_symlink()
    assert "first,SWE,host" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o640
    assert list(real.parent.iterdir()) == [real]
    assert leftovers(folder) == []


def test_a_source_and_an_operation_go_with_all_that_names_them(folder: Path) -> None:
    rename = Change(table="operations", key=("first",), before={}, after={"id": "renamed"})
    read(folder).apply(
        [
            gone("operations", "last"),
            gone("participations", "last", "NOR"),
            rename,
            *(part(("first", code), operation="renamed", source="") for code in ("DNK", "SWE")),
            gone("sources", "paper"),
        ]
    )
    assert [(one.country, one.source) for one in read(folder)["renamed"].participations] == [
        ("DNK", ""),
        ("SWE", ""),
    ]
    assert list(read(folder)) == ["renamed"]
    assert len(read(folder).sources) == 0


def test_the_log_is_named_in_the_description_and_nothing_else_changes_there(folder: Path) -> None:
    before = (folder / "datapackage.json").read_text(encoding="utf-8")
    read(folder).apply([part(role="host")])
    after = (folder / "datapackage.json").read_text(encoding="utf-8")
    start = before.rindex("\n    }\n  ]") + len("\n    }")
    added = len(after) - len(before)
    assert after[:start] + after[start + added :] == before
    assert after[start:].startswith(',\n    {\n      "name": "changes",\n      "type": "table",')
    read(folder).apply([part(role="partner")])
    assert (folder / "datapackage.json").read_text(encoding="utf-8") == after


@given(
    described=st.fixed_dictionaries(
        {
            "title": st.text(max_size=4),
            "resources": st.lists(
                st.fixed_dictionaries({"name": st.sampled_from(["a", '"]}', "{["])}), max_size=3
            ),
        },
        optional={"extra": st.lists(st.just({"resources": [{}]}), max_size=2)},
    ),
    indent=st.sampled_from([None, 0, 1, 4, "\t"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    line=st.sampled_from(["\n", "\r\n"]),
)
def test_a_resource_is_added_to_any_description(
    described: dict[str, object], indent: int | str | None, mark: bytes, line: str
) -> None:
    content = mark + json.dumps(described, indent=indent).replace("\n", line).encode()
    found = with_resource(content, {"name": "changes"})
    assert found.startswith(mark)
    wanted = json.loads(json.dumps(described))
    wanted["resources"].append({"name": "changes"})
    assert json.loads(found.decode("utf-8-sig")) == wanted


def test_extra_columns_can_be_written(folder: Path) -> None:
    path = folder / "participations.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join(f"{line},{'desk' if not at else ''}" for at, line in enumerate(lines)), encoding="utf-8"
    )
    read(folder).apply([part(desk="Oslo")])
    assert path.read_text(encoding="utf-8").splitlines()[2] == "first,SWE,partner,,,,stated,paper,,,Oslo"
    assert not path.read_bytes().endswith(b"\n")


def test_a_lock_left_by_a_killed_writer_holds_nobody(folder: Path) -> None:
    child = os.fork()
    if not child:
        FileLock(folder / locking.LOCK).acquire()
        (folder / "held").touch()
        time.sleep(60)
        os._exit(0)
    while not (folder / "held").exists():
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    read(folder).apply([part(role="host")])
    assert read(folder)["first"].participations[1].role == "host"


def test_a_reader_sees_all_of_a_change_or_nothing_of_it(folder: Path) -> None:
    child = os.fork()
    if not child:
        collection = read(folder)
        for number in range(40):
            collection.apply(new_operation(f"operation-{number}"))
        os._exit(0)
    seen = set()
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        assert faults(folder) == []
        collection = read(folder)
        newest = collection.ids[-1]
        assert len(read(folder)[newest].participations) == (1 if newest == "last" else 3)
        seen.add(len(collection))
    assert len(seen) > 2


def test_what_was_opened_before_a_change_stays_whole(folder: Path) -> None:
    early = read(folder)
    assert early["last"].name == "Last"
    read(folder).apply(
        [part(role="host"), Change(table="operations", key=("first",), before={}, after={"name": "New"})]
    )
    assert (early["first"].name, early["first"].participations[1].role) == ("First", "partner")
    assert read(folder)["first"].name == "New"


def test_the_shipped_collection_takes_a_change_as_a_line(tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    before = (copy.folder / "participations.csv").read_bytes().splitlines(keepends=True)
    change = Change(
        table="participations",
        key=("operation-cumberland", "DNK"),
        before={"role": "lead"},
        after={"role": "co-lead"},
    )
    read(copy.folder).apply([change])
    after = (copy.folder / "participations.csv").read_bytes().splitlines(keepends=True)
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        (before[4], before[4].replace(b",lead,", b",co-lead,"))
    ]


def test_the_log_s_table_and_its_description_agree(folder: Path) -> None:
    read(folder).apply([part(role="host")])
    resource = open_store(folder).descriptor()["resources"][-1]
    assert [field["name"] for field in resource["schema"]["fields"]] == list(CHANGES.header)
    assert (folder / "changes.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(CHANGES.header)
