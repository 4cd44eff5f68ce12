"""Records go out as JSON, as one table for spreadsheets, or as a data package."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from coopmap.countries import label
from coopmap.records.exchange.formulas import neutralised
from coopmap.records.exchange.typed import contents, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.exchange.selection import Selected, Selection

DESCRIPTOR = "datapackage.json"
NEEDS_QUOTES = re.compile(r'[,"\r\n]')
UTF8_MARK = "\ufeff"

OPERATION = ("name", "kind", "start", "end", "announced")
COUNTRY = ("role", "agency", "since", "until", "status", "source", "as_written", "note")
FLAT = ("id", *OPERATION, "country", "country_name", *COUNTRY, "publisher", "url")
"""The columns of the one table for spreadsheets."""


def as_json(selection: Selection) -> bytes:
    """Give all tables as lists of rows: numbers as numbers, yes and no as true and false, names as lists."""
    value = {
        "title": str(selection.descriptor.get("title") or ""),
        **{name: _rows(selected) for name, selected in selection.tables.items()},
    }
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _rows(selected: Selected) -> list[dict[str, object]]:
    kinds = contents(selected.table, selected.header)
    return [
        {name: typed(cell, kind) for name, cell, kind in zip(selected.header, row, kinds, strict=True)}
        for row in selected.rows
    ]


def as_csv(selection: Selection) -> bytes:
    """Give one table with a row for each country in an operation, safe to open in a spreadsheet."""
    rows = [FLAT, *([neutralised(row.get(column, "")) for column in FLAT] for row in _flat(selection))]
    return (UTF8_MARK + "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)).encode()


def _flat(selection: Selection) -> Iterator[dict[str, str]]:
    sources = {cells["id"]: cells for cells in selection.tables["sources"].cells()}
    countries: dict[str, list[dict[str, str]]] = {}
    for cells in selection.tables["participations"].cells():
        countries.setdefault(cells["operation"], []).append(cells)
    for operation in selection.tables["operations"].cells():
        about = {
            "id": operation["id"],
            **{name: operation[name] for name in OPERATION},
        }
        for cells in countries.get(operation["id"], []):
            source = sources.get(cells["source"], {})
            yield {
                **about,
                "country": cells["country"],
                "country_name": label(cells["country"]),
                **{name: cells[name] for name in COUNTRY},
                "publisher": source.get("publisher", ""),
                "url": source.get("url", ""),
            }
        if operation["id"] not in countries:
            yield about


def package_files(selection: Selection) -> dict[str, bytes]:
    """Give the files of a data package: the record itself, no text changed for anybody's spreadsheet."""
    files = {DESCRIPTOR: (json.dumps(description(selection), indent=2, ensure_ascii=False) + "\n").encode()}
    for name, selected in selection.tables.items():
        lines = (",".join(map(_quoted, row)) + "\n" for row in (selected.header, *selected.rows))
        files[f"{name}.csv"] = "".join(lines).encode()
    return files


def _quoted(cell: str) -> str:
    """Give a cell as CSV wants it; Python's own writer leaves a lone carriage return bare."""
    return '"' + cell.replace('"', '""') + '"' if NEEDS_QUOTES.search(cell) else cell


def description(selection: Selection) -> dict[str, Any]:
    """Give the collection's description, each table at its plain name; the log of changes stays at home."""
    descriptor = dict(selection.descriptor)
    descriptor["resources"] = [
        {**resource, "path": f"{resource['name']}.csv", "encoding": "utf-8"}
        for resource in descriptor.get("resources", [])
        if isinstance(resource, dict) and resource.get("name") in selection.tables
    ]
    if not selection.whole:
        # What is said of the whole collection, its size or its version, is not true of a part.
        for told in ("description", "version", "updated", "created"):
            descriptor.pop(told, None)
    return descriptor
