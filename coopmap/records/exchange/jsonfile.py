"""JSON as coopmap writes it, and the plain lists and objects other programs give, become tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.exchange.grid import Grid, cells_of, grid_of
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

Rows = list[dict[str, Any]]
NESTED = ("participations", "organisations", "outcomes", "sources")
"""The tables whose rows ``coopmap show --format json`` puts inside their operation."""


def tables_of(text: str, place: str) -> tuple[tuple[Grid, ...], str]:
    """Give the tables a JSON text holds; a plain list of names is given as text instead.

    Raises:
        CoopmapError: it is no JSON, or nothing in it looks like a table.
    """
    value = parsed(text, place)
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return (), "\n".join(value)
    tables = _tables(value)
    if not tables:
        raise CoopmapError(
            f"{place} holds no table; a list of objects, or what 'coopmap export' writes, would be right"
        )
    return tuple(grid for name, rows in tables.items() if (grid := _grid(rows, place, name)).lines), ""


def parsed(text: str, place: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Read JSON, its numbers kept as they are written."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise CoopmapError(
            f"{place}, line {error.lineno}: no JSON ({error.msg}, column {error.colno})"
        ) from None
    except RecursionError:
        raise CoopmapError(
            f"{place}: lists within lists without end; a list of objects would be right"
        ) from None


def _tables(value: object) -> dict[str, Rows]:
    """Find the tables in a value."""
    if isinstance(value, dict):
        named = {table.name: _rows(value.get(table.name)) for table in TABLES}
        if isinstance(value.get("id"), str) and isinstance(value.get("participations"), list):
            return _taken_apart([value])
        if _nested(named["operations"]):
            sources = named["sources"]
            tables = _taken_apart(named["operations"])
            return {**tables, "sources": _once([*sources, *tables["sources"]])}
        if any(named.values()):
            return named
        if value and all(_is_names(one) for one in value.values()):
            return {"": [{"operation": name, "countries": names} for name, names in value.items()]}
    rows = _rows(value)
    return _taken_apart(rows) if _nested(rows) else {"": rows} if rows else {}


def _rows(value: object) -> Rows:
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return value
    return []


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _nested(rows: Rows) -> bool:
    return bool(rows) and all(isinstance(row.get("participations"), list) and "id" in row for row in rows)


def _taken_apart(operations: Rows) -> dict[str, Rows]:
    """Give the tables of operations that hold their rows inside."""
    tables: dict[str, Rows] = {table.name: [] for table in TABLES}
    for operation in operations:
        tables["operations"].append({name: cell for name, cell in operation.items() if name not in NESTED})
        for name in NESTED:
            tables[name] += _rows(operation.get(name))
    tables["sources"] = _once(tables["sources"])
    return tables


def _once(rows: Rows) -> Rows:
    """Leave out rows that stand there already."""
    return list({json.dumps(row, sort_keys=True): row for row in rows}.values())


def _grid(rows: Rows, place: str, name: str) -> Grid:
    """Lay rows out under one header."""
    header = list(dict.fromkeys(column for row in rows for column in row))
    numbered: Iterable[tuple[int, list[str]]] = enumerate(
        [header, *([_cell(row.get(column), place) for column in header] for row in rows)], start=1
    )
    where = f"{place}, {name}" if name else place
    return grid_of(where, cells_of(numbered, where), name=name)


def _cell(value: object, place: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ";".join(value)
    raise CoopmapError(f"{place}: an object stands where a text or a number would be right")
