"""The rows an editor works with: as they stand in a collection, and as they shall be."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import Misread, expected, quoted, unwritable, value_of
from coopmap.records.change import Change
from coopmap.records.tables import TABLES, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopmap.records.collection import Collection

Cells = Mapping[str, str]
"""A row's cells, by column."""

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
"""The tables, by name."""

TOLD = {"outcomes": ("value", "unit", "qualifier")}
"""Cells that a change carries along although they stay, so that it can be told in words."""

SEVERAL_LINES = {"summary", "note"}
"""Columns whose texts may have several lines; all others are brought onto one."""


def rows_of(collection: Collection, table: str, column: str, value: str) -> list[dict[str, str]]:
    """Give the rows of a table that hold a value in a column, reading no more than must be read."""
    excerpt = collection.store.excerpt(table, column, value)
    return [excerpt.cells(row) for row in excerpt.rows]


def operation_row(collection: Collection, operation: str) -> dict[str, str]:
    """Give an operation's row.

    Raises:
        UnknownOperation: the collection has no such operation.
    """
    found = rows_of(collection, "operations", "id", operation)
    if not found:
        collection[operation]  # says which operation was probably meant
        raise CoopmapError(f"no operation {quoted(operation)} in {collection.store.place}")
    return found[0]


def participations(collection: Collection, operation: str) -> dict[str, dict[str, str]]:
    """Give the rows of an operation's countries, by code."""
    return {row["country"]: row for row in rows_of(collection, "participations", "operation", operation)}


def new(table: str, cells: Cells) -> Change:
    """Give the change that adds a row."""
    row = checked(
        table, {column.name: cells.get(column.name, "") for column in BY_NAME[table].columns} | dict(cells)
    )
    return Change(table=table, key=key_of(table, row), before=None, after=row)


def changed(table: str, row: Cells, cells: Cells) -> tuple[Change, ...]:
    """Give the change that gives a row other cells; none when they are there already."""
    asked = tidy({named(table, name, row): text for name, text in cells.items()})
    after = {name: text for name, text in asked.items() if text != row.get(name, "")}
    if not after:
        return ()
    checked(table, {**row, **after}, only=after)
    seen = {name: row.get(name, "") for name in (*after, *TOLD.get(table, ()))}
    return (Change(table=table, key=key_of(table, row), before=seen, after=after),)


def gone(table: str, row: Cells) -> Change:
    """Give the change that takes a row away."""
    return Change(table=table, key=key_of(table, row), before=dict(row), after=None)


def key_of(table: str, row: Cells) -> tuple[str, ...]:
    """Give the cells that tell a row apart."""
    return tuple(row[column] for column in BY_NAME[table].key)


def named(table: str, name: str, row: Cells) -> str:
    """Give the column that a person means: ``list-complete`` is list_complete.

    Raises:
        CoopmapError: the table has no such column.
    """
    asked = name.strip().lower().replace("-", "_").replace(" ", "_")
    own = {column.lower(): column for column in row}
    if asked in own:
        return own[asked]
    if name in row:
        return name
    alike = get_close_matches(asked[:100], own, n=1)
    hint = f"did you mean {own[alike[0]]}?" if alike else f"{', '.join(row)} would be right"
    raise CoopmapError(f"{quoted(name)} is no column of {table}; {hint}")


def checked(table: str, row: Cells, *, only: Iterable[str] | None = None) -> dict[str, str]:
    """See to it that the cells of a row can be read, and give them without blanks around.

    Raises:
        CoopmapError: a cell holds something its column does not allow.
    """
    cells = tidy(row)
    asked = set(cells if only is None else only)
    for column in BY_NAME[table].columns:
        if column.name not in asked:
            continue
        if column.required and not cells[column.name]:
            raise CoopmapError(f"{column.name} is missing; {expected(column).rstrip(',')} would be right")
        try:
            value_of(cells[column.name], column)
        except Misread as misread:
            raise CoopmapError(f"{column.name}: {misread}") from None
    return cells


def check_cell(table: str, column: str, text: str) -> str:
    """Give a text as a cell of a column, once it is sure that it may stand there.

    Raises:
        CoopmapError: it may not.
    """
    return checked(table, {column: text}, only=(column,))[column]


def tidy(row: Cells) -> dict[str, str]:
    """Give cells without blanks around, on one line where a line is enough; yes and no in small letters."""
    return {name: tidied(name, text) for name, text in row.items()}


def tidied(name: str, text: str) -> str:
    """Give one cell as it is kept.

    Raises:
        CoopmapError: the text has a character that no table can keep.
    """
    fault = unwritable(text)
    if fault:
        raise CoopmapError(f"{name}: {fault}")
    kept = text.strip() if name in SEVERAL_LINES else " ".join(text.split())
    return kept.lower() if name in {"list_complete", "chosen"} else kept
