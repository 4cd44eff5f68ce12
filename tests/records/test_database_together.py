"""Folder, SQLite and PostgreSQL answer alike; many may write at once; a kill leaves nothing half done."""

# ruff: noqa: E501 - a choice of cells is read as one line

from __future__ import annotations

import os
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from coopmap.errors import CoopmapError
from coopmap.records import Change, read
from coopmap.records.copying import whole, write
from coopmap.records.store import open_store
from tests.benchmarks.writers import write_together
from tests.copies import DATA, Copy
from tests.records.desks import contents, filled, operation, participation
from tests.records.small import small

if TYPE_CHECKING:
    from tests.postgres import Postgres

IDS = st.sampled_from(["alpha", "beta", "gamma"])
NAMES = st.sampled_from(["", "one", "two", "gone"])
TEXT = st.text(max_size=12) | st.sampled_from(
    ["=1+1", "a\rb", "a\r\nb", '"', '""', "\u202eabc", "'--", "\\.", " x "]
)
COUNTRIES = st.sampled_from(["DNK", "SWE", "EST"])
CELLS = {
    "operations": st.fixed_dictionaries(
        {}, optional={"name": TEXT, "note": TEXT, "kind": st.sampled_from(["naval", "other", "x"]), "id": IDS}
    ),
    "participations": st.fixed_dictionaries(
        {},
        optional={
            "operation": IDS,
            "country": COUNTRIES,
            "source": NAMES,
            "note": TEXT,
            "since": st.sampled_from(["", "2024-05", "x"]),
        },
    ),
    "organisations": st.fixed_dictionaries(
        {}, optional={"note": TEXT, "role": st.sampled_from(["funder", ""])}
    ),
    "sources": st.fixed_dictionaries(
        {}, optional={"title": TEXT, "id": st.sampled_from(["one", "two", "three"])}
    ),
}
KEYS = {
    "operations": st.tuples(IDS),
    "participations": st.tuples(IDS, COUNTRIES),
    "organisations": st.tuples(IDS, TEXT.map(str.strip)),
    "sources": st.tuples(NAMES),
}
COLUMNS = {
    "operations": {"id": 0, "name": None, "kind": None},
    "participations": {"operation": 0, "country": 1, "role": None, "status": None},
    "organisations": {"operation": 0, "organisation": 1, "role": None},
    "sources": {"id": 0, "publisher": None},
}
GIVEN = {"name": "N", "kind": "other", "role": "partner", "status": "stated", "publisher": "P"}


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change: a good one, or one that must be refused."""
    table = draw(st.sampled_from(list(KEYS)))
    key = draw(KEYS[table])
    cells = draw(CELLS[table])
    deed = draw(st.sampled_from(["new", "new", "edit", "edit", "go"]))
    if deed == "new":
        given_role = {**GIVEN, "role": "funder"} if table == "organisations" else GIVEN
        row = {
            name: given_role.get(name, "") if at is None else key[at] for name, at in COLUMNS[table].items()
        }
        return Change(table=table, key=key, before=None, after={**cells, **row})
    before: dict[str, str] = draw(st.sampled_from([{}, {}, {}, {"note": ""}, {"note": "?"}]))
    return Change(table=table, key=key, before=before, after=cells if deed == "edit" else None)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a collection that is nearly empty."""
    copy = Copy.made_in(tmp_path_factory.mktemp("start"))
    for name in ("operations", "participations", "organisations", "outcomes", "sources"):
        path = copy.folder / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    copy.add("sources.csv", "one,A Newspaper,,,,")
    copy.add("operations.csv", "beta,Beta,,other,,,,,,,,,")
    copy.add("participations.csv", "beta,SWE,partner,,,,stated,one,,")
    return copy.folder


@pytest.fixture(scope="module")
def database(postgres: Postgres) -> str:
    """One PostgreSQL database for all examples."""
    return postgres.database()


@given(batches=st.lists(st.lists(changes(), min_size=1, max_size=4), min_size=1, max_size=6))
def test_all_stores_answer_alike(start: Path, database: str, batches: list[list[Change]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = [f"{folder}/package", f"sqlite:///{folder}/desk.db", database]
        for target in places:
            write(whole(start), target, replace=True)
        stores = [open_store(target) for target in places]
        for batch in batches:
            first, *others = [outcome(store, batch) for store in stores]
            assert others == [first, first]
        assert contents(stores[1]) == contents(stores[0])
        assert contents(stores[2]) == contents(stores[0])
        assert stores[1].descriptor() == stores[2].descriptor() == stores[0].descriptor()


def outcome(store: Any, batch: list[Change]) -> str:
    """Apply changes and give the complaint, if any, without the place."""
    try:
        store.apply(batch, editor="Ada", reason="because")
    except CoopmapError as error:
        return str(error).replace(store.place, "PLACE").replace(".csv", "")
    return ""


def test_many_may_write_at_once(tmp_path: Path, address: str) -> None:
    filled(address, small(tmp_path / "small"))
    assert write_together(address, writers=4, each=5) == []


def test_a_change_that_is_killed_is_made_whole_or_not_at_all(address: str) -> None:
    store = filled(address, DATA)
    for number in deaths(address):
        found = read(address)
        made = "new" in found
        assert len(found) == 74 + made
        log = store.spreadsheet("changes").values
        assert bool(log) == made
        if made:
            assert {one.country for one in found["new"].participations} == {"EST", "LVA", "LTU"}
            return
        if address.startswith("sqlite"):
            file = address.removeprefix("sqlite:///")
            assert sqlite3.connect(file).execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert number < 60


def deaths(address: str) -> Iterator[int]:
    """Make a change in a process that is killed at its first statement, its second ... until it gets through."""
    for number in range(1, 100):
        child = os.fork()
        if not child:
            left = [number]

            def count(*_: object, left: list[int] = left) -> None:
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)

            try:
                event.listen(Engine, "before_cursor_execute", count)
                event.listen(Engine, "commit", count)
                countries = [participation("new", code) for code in ("EST", "LVA", "LTU")]
                open_store(address).apply([operation("new"), *countries])
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        yield number
        assert os.WIFSIGNALED(status)
