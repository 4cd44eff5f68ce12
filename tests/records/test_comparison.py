"""Two versions of a collection: what makes one the other, and that nothing else is told."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from coopmap.errors import CoopmapError
from coopmap.records import TABLES, compare, history, read
from coopmap.records.editing import edit, join, leave, outcome, remove, role
from coopmap.records.telling import tell_all
from tests.copies import DATA, Copy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import pytest

    from coopmap.records import Change, Collection

OP = "operation-cumberland"

EDITS: dict[str, Callable[[Collection, str], tuple[Change, ...]]] = {
    "join": lambda c, op: join(c, op, "Kenya; Nordics", cells={"since": "2025"}),
    "leave": lambda c, op: leave(c, op, "EU", date="2025-03", withdrawn=True),
    "role": lambda c, op: role(c, op, "G7", to="observer"),
    "edit": lambda c, op: edit(c, op, cells={"note": 'He said: "no,\nnever"', "end": "2026"}),
    "figure": lambda c, op: outcome(c, op, "ships", cells={"value": "7", "source": "eurojust-2025-05"}),
    "choice": lambda c, op: outcome(
        c, op, "arrests", cells={"value": "8", "source": "systemtek-2024-05"}, chosen=True
    ),
    "remove": remove,
}
"""What an editor may do to an operation."""


def rows(collection: Collection) -> dict[str, set[tuple[str, ...]]]:
    """Give every row of every table."""
    sheets = [collection.store.spreadsheet(table.name) for table in TABLES]
    return {sheet.table.name: {row.values for row in sheet.rows} for sheet in sheets}


def done(collection: Collection, edits: Sequence[tuple[str, str]]) -> None:
    """Do some edits; those that cannot be done are left out."""
    for name, operation in edits:
        try:
            collection.apply(EDITS[name](collection, operation))
        except CoopmapError:
            continue


@settings(max_examples=15)
@given(
    edits=st.lists(
        st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(read(DATA).ids)), min_size=1, max_size=5
    )
)
def test_the_difference_makes_the_old_collection_the_new_one(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("versions")
    old, new = (read(Copy.made_in(folder / name).folder) for name in ("old", "new"))
    done(new, edits)
    changes = compare(old, new)
    assert bool(changes) == (rows(old) != rows(new))
    assert bool(tell_all(changes)) == bool(changes)
    old.apply(changes)
    assert rows(old) == rows(new)
    assert compare(old, new) == ()


def test_one_operation_is_compared_alone(tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    collection = read(copy.folder)
    collection.apply(join(collection, OP, "Estonia"))
    collection.apply(join(collection, "operation-cronos", "Estonia"))
    both = compare(read(DATA), read(copy.folder))
    assert [change.key for change in both] == [(OP, "EST"), ("operation-cronos", "EST")]
    one = compare(read(DATA), read(copy.folder), operation=OP)
    assert [change.key for change in one] == [(OP, "EST")]


def test_a_source_that_another_operation_still_has_did_not_go(tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    collection = read(copy.folder)
    collection.apply(edit(collection, OP, cells={"source": "eurojust-2025-05"}, country="Denmark"))
    changes = compare(read(DATA), read(copy.folder), operation=OP)
    assert [(change.table, change.key) for change in changes] == [("participations", (OP, "DNK"))]


def test_an_operation_under_another_id_is_the_same_operation(tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    collection = read(copy.folder)
    collection.apply(edit(collection, OP, cells={"id": "cumberland"}))
    collection.apply(join(collection, "cumberland", "Estonia"))
    old = read(DATA)
    assert tell_all(compare(old, read(copy.folder)), names={OP: "Operation Cumberland"}) == (
        "Operation Cumberland: the id was corrected from operation-cumberland to cumberland; Estonia was added as a partner.",
    )
    for operation in (OP, "cumberland"):
        assert len(compare(old, read(copy.folder), operation=operation)) == 26


def test_the_log_tells_what_the_difference_tells(tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    collection = read(copy.folder)
    names = {OP: "Operation Cumberland"}
    collection.apply(role(collection, OP, "Denmark", to="co-lead"), reason="a letter from the police")
    difference = tell_all(compare(read(DATA), read(copy.folder)), names=names)
    (step,) = history(read(copy.folder), OP)
    assert tell_all(step.changes, names=names) == difference
    assert difference == ("Denmark is now co-lead in Operation Cumberland, not lead.",)
    assert step.reason == "a letter from the police"
