"""The diff of an edit is the edit: whatever a table looks like, every byte elsewhere stays what it was."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from coopmap.records import Change
from coopmap.records.csvfile import spreadsheet_in
from coopmap.records.package.amending import amended
from coopmap.records.tables import PARTICIPATIONS
from tests.records.dialects import COUNTRIES, TEXTS, Dialect, dialects, rows

Cells = dict[str, str]


def after(content: bytes, *changes: Change) -> bytes:
    return b"".join(amended(io.BytesIO(content), table=PARTICIPATIONS, changes=changes))


def change(before: Cells | None, shall: Cells | None, header: tuple[str, ...]) -> Change:
    """Give a change with all cells, as they are read: without blanks around."""
    was, then = (
        cells and {name: cells.get(name, "").strip() for name in header} for cells in (before, shall)
    )
    cells = was or then or {}
    key = (cells["operation"], cells["country"])
    return Change(table="participations", key=key, before=was or None, after=then or None)


def read(content: bytes) -> list[Cells]:
    sheet = spreadsheet_in(content, place="t.csv", table=PARTICIPATIONS)
    return [sheet.cells(row) for row in sheet.rows]


def stripped(table: list[Cells], header: tuple[str, ...]) -> list[Cells]:
    return [{name: row.get(name, "").strip() for name in header} for row in table]


def around(dialect: Dialect, table: list[Cells], number: int) -> tuple[bytes, bytes]:
    """Give the bytes before a row and after it."""
    marked = dialect.content([*table[:number], {"operation": "\1" * 9}, *table[number + 1 :]])
    row = dialect.row({"operation": "\1" * 9}).encode()
    start = marked.index(row)
    return marked[:start], marked[start + len(row) :]


@given(dialect=dialects(), table=rows().filter(bool), data=st.data())
def test_other_cells_of_a_row_and_nothing_else(
    dialect: Dialect, table: list[Cells], data: DataObject
) -> None:
    number = data.draw(st.integers(0, len(table) - 1))
    new = {name: data.draw(TEXTS) for name in data.draw(st.sets(st.sampled_from(["agency", "note", "mine"])))}
    edited = {**table[number], **new}
    content = dialect.content(table)
    found = after(content, change(table[number], edited, dialect.header))
    before, behind = around(dialect, table, number)
    assert found.startswith(before)
    assert found.endswith(behind)
    assert read(found) == stripped([*table[:number], edited, *table[number + 1 :]], dialect.header)
    if not new:
        assert found == content


@given(dialect=dialects(), table=rows().filter(bool), data=st.data())
def test_a_row_that_goes_takes_its_own_line_alone(
    dialect: Dialect, table: list[Cells], data: DataObject
) -> None:
    number = data.draw(st.integers(0, len(table) - 1))
    found = after(dialect.content(table), change(table[number], None, dialect.header))
    before, behind = around(dialect, table, number)
    assert found == before + behind.removeprefix(dialect.line.encode())


@given(dialect=dialects(), table=rows(), data=st.data())
def test_a_new_row_stands_with_its_kin_and_nothing_else_moves(
    dialect: Dialect, table: list[Cells], data: DataObject
) -> None:
    operation = data.draw(st.sampled_from(["op", "op-1", "new"]))
    taken = {row["country"] for row in table if row["operation"] == operation}
    country = next(code for code in (*COUNTRIES, "XKX") if code not in taken)
    new = {"operation": operation, "country": country, "note": data.draw(TEXTS), "mine": data.draw(TEXTS)}
    content = dialect.content(table)
    found = after(content, change(None, new, dialect.header))
    kin = [number for number, row in enumerate(table) if row["operation"] == operation]
    place = kin[-1] + 1 if kin else len(table)
    assert read(found) == stripped([*table[:place], new, *table[place:]], dialect.header)
    added = len(found) - len(content)
    assert any(found[:at] + found[at + added :] == content for at in range(len(content) + 1))
    assert found.endswith(b"\n") == content.endswith(b"\n")


@given(dialect=dialects(), table=rows(), data=st.data())
def test_many_changes_at_once_are_all_there(dialect: Dialect, table: list[Cells], data: DataObject) -> None:
    goes = (
        data.draw(st.sets(st.integers(0, len(table)).filter(lambda number: number < len(table))))
        if table
        else set()
    )
    new = [{"operation": name, "country": "XKX", "note": data.draw(TEXTS)} for name in ("op", "new", "op-1")]
    changes = [change(table[number], None, dialect.header) for number in sorted(goes)]
    changes += [change(None, row, dialect.header) for row in new]
    found = read(after(dialect.content(table), *data.draw(st.permutations(changes))))
    kept = [row for number, row in enumerate(table) if number not in goes]
    assert [row for row in found if row["country"] != "XKX"] == stripped(kept, dialect.header)
    assert sorted(row["operation"] for row in found if row["country"] == "XKX") == ["new", "op", "op-1"]
