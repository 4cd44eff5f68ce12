"""An operation as plain lists and dictionaries, ready for JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from coopmap.records.operation import Operation


def plain(operation: Operation) -> dict[str, Any]:
    """Give everything an operation holds, under the names of the columns; row numbers are left out."""
    return {name: plainly(getattr(operation, name)) for name in names(Operation)}


def plainly(value: object) -> object:
    """Give a value without tuples and dataclasses."""
    if isinstance(value, tuple):
        return [plainly(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plainly(getattr(value, name)) for name in names(type(value))}
    return value


def names(record: type[Any]) -> list[str]:
    """Give the columns of a record, without the row it stands in."""
    return [field.name for field in fields(record) if field.name != "row"]
