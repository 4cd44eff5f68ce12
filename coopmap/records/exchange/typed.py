"""A cell's text as a number, yes or no, or a list, where nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopmap.records.tables import Table

Plain = str | int | float | bool | list[str] | None
MOST_DIGITS = 15
"""Digits that every program keeps."""


def contents(table: Table, header: tuple[str, ...]) -> list[str]:
    """Say what each column holds; a column of somebody's own holds text."""
    known = {column.name: column.content for column in table.columns}
    return [known.get(name, "text") for name in header]


def typed(cell: str, content: str) -> Plain:
    """Give a cell as the value it stands for, if writing the value gives the same text again."""
    if content in ("count", "number"):
        return number(cell) if cell else None
    if content == "yes-no":
        return {"": None, "yes": True, "no": False}.get(cell, cell)
    if content == "names":
        names = cell.split(";") if cell else []
        return names if all(name and name == name.strip() for name in names) else cell
    return cell


def number(cell: str) -> int | float | str:
    """Give a number, or the text when a number would not be written the same way."""
    if len(cell) > MOST_DIGITS or not cell.isascii():
        return cell
    for kind in (int, float):
        try:
            value = kind(cell)
        except ValueError:
            continue
        if repr(value) == cell:
            return value
    return cell
