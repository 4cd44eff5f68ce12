"""Any file people have becomes tables: what it is, is found out from its bytes and not from its name."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.csvfile import spreadsheet_in
from coopmap.records.exchange import ods, xlsx
from coopmap.records.exchange.archive import Archive
from coopmap.records.exchange.decoding import decoded
from coopmap.records.exchange.delimited import delimited
from coopmap.records.exchange.grid import LONGEST_CELL, Counter, Foreign, Grid, cells_of, grid_of
from coopmap.records.exchange.jsonfile import tables_of
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
LARGEST = 400_000_000
"""Bytes a file may have."""
DESCRIPTOR = "datapackage.json"


def foreign_folder(folder: Path) -> Foreign:
    """Read the five tables of a data package in a folder.

    Raises:
        CoopmapError: a table is missing or cannot be read.
    """
    from coopmap.records.store import open_store  # noqa: PLC0415 - a folder is the rarer thing to import

    store = open_store(folder)
    grids = []
    for table in TABLES:
        spreadsheet = store.spreadsheet(table.name)
        rows = [(1, list(spreadsheet.header)), *((row.number, list(row.values)) for row in spreadsheet.rows)]
        grids.append(grid_of(spreadsheet.place, cells_of(rows, spreadsheet.place), name=table.name))
    return Foreign(place=str(folder), form="data package", grids=_filled(grids))


def foreign(content: bytes, place: str, *, encoding: str = "") -> Foreign:
    """Read the bytes of a file: CSV, TSV, XLSX, ODS, JSON, a zipped data package, or a list of names.

    Raises:
        CoopmapError: it is none of these, damaged, empty or too large.
    """
    if len(content) > LARGEST:
        raise CoopmapError(
            f"{place} has {len(content) / 1e6:,.0f} MB; at most {LARGEST / 1e6:,.0f} can be read"
        )
    if content.startswith((ZIP, EMPTY_ZIP)):
        return _packed(Archive(content, place))
    text, name = decoded(content, place, encoding=encoding)
    if _is_json(text, place):
        grids, plain = tables_of(text, place)
        if not grids and not plain.strip():
            raise _empty(place)
        Counter(place).take(plain[:LONGEST_CELL], "its list")
        return Foreign(place=place, form="list" if plain else "JSON", grids=_filled(list(grids)), text=plain)
    grid, parted = delimited(text, place)
    if not any(map(str.isalnum, text)):
        raise _empty(place)
    # A table on its own may be one of coopmap's; its name is its file's.
    named = Grid(place=grid.place, name=PurePath(place).stem, letters=grid.letters, lines=grid.lines)
    form = {"": "list", "tabs": "TSV"}.get(parted, "CSV")
    assumed = (name, *([f"parted by {parted}"] if parted else []))
    return Foreign(place=place, form=form, assumed=assumed, grids=(named,), text=text)


def _empty(place: str) -> CoopmapError:
    return CoopmapError(f"{place} is empty; a table or a list of countries would be right")


def _is_json(text: str, place: str) -> bool:
    """Say whether a text is meant as JSON: it begins like it and, if its name says otherwise, is it."""
    if PurePath(place).suffix.lower() == ".json":
        return True
    if not text.lstrip().startswith(("[", "{")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _packed(archive: Archive) -> Foreign:
    """Read what lies in a zip file."""
    if xlsx.WORKBOOK in archive:
        grids, form = xlsx.sheets_of(archive), "XLSX"
    elif ods.CONTENT in archive:
        grids, form = ods.sheets_of(archive), "ODS"
    elif any(PurePath(name).name == DESCRIPTOR for name in archive.names):
        grids, form = tuple(_filled(_package(archive))), "data package"
    else:
        raise CoopmapError(
            f"{archive.place} is a zip file without a workbook or a {DESCRIPTOR}; "
            f"XLSX, ODS or a data package would be right"
        )
    if not grids:
        raise CoopmapError(f"{archive.place} is empty: no sheet of it holds anything")
    return Foreign(place=archive.place, form=form, restores=form != "data package", grids=grids)


def _package(archive: Archive) -> list[Grid]:
    """Read the tables of a zipped data package, at its top or in its one folder."""
    inside = min((name for name in archive.names if PurePath(name).name == DESCRIPTOR), key=len)
    folder = inside.removesuffix(DESCRIPTOR)
    descriptor, _ = decoded(archive.read(inside), f"{archive.place}, {inside}")
    paths = _paths(descriptor, f"{archive.place}, {inside}")
    grids = []
    for table in TABLES:
        name = folder + paths.get(table.name, f"{table.name}.csv")
        if name not in archive:
            raise CoopmapError(
                f"{archive.place} holds no {name}; {DESCRIPTOR} names it as one of the five tables"
            )
        spreadsheet = spreadsheet_in(archive.read(name), place=f"{archive.place}, {name}", table=table)
        rows = [(1, list(spreadsheet.header)), *((row.number, list(row.values)) for row in spreadsheet.rows)]
        grids.append(grid_of(spreadsheet.place, cells_of(rows, spreadsheet.place), name=table.name))
    return grids


def _paths(descriptor: str, place: str) -> dict[str, str]:
    """Say which file holds which table."""
    try:
        resources = json.loads(descriptor)["resources"]
        return {str(resource["name"]): str(resource["path"]) for resource in resources}
    except (ValueError, RecursionError, KeyError, TypeError):
        raise CoopmapError(f"{place} names no tables; a list of resources would be right") from None


def _filled(grids: list[Grid]) -> tuple[Grid, ...]:
    return tuple(grid for grid in grids if grid.lines)
