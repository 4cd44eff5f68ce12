"""Where a collection lies on the disk, and its five tables as they stand there."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coopmap.errors import CoopmapError
from coopmap.records.spreadsheet import Spreadsheet, read_spreadsheet
from coopmap.records.tables import TABLES

DESCRIPTOR = "datapackage.json"
PLACE = "COOPMAP_DATA"


@dataclass(frozen=True)
class Package:
    """A folder with a ``datapackage.json`` and its tables."""

    folder: Path
    """Where it lies."""
    title: str
    """What the collection calls itself."""
    spreadsheets: dict[str, Spreadsheet]
    """The five tables, by name."""


def open_package(folder: str | Path | None = None) -> Package:
    """Read a collection's files, with every header checked.

    Without a folder it is looked for where ``COOPMAP_DATA`` says, here, in ``data`` here, and last among
    coopmap's own files, where the collection that ships with it lies.
    """
    here = folder_of(folder)
    descriptor = descriptor_in(here)
    paths = paths_in(here, descriptor)
    spreadsheets = {table.name: read_spreadsheet(paths[table.name], table) for table in TABLES}
    title = descriptor.get("title")
    return Package(here, title if isinstance(title, str) else "", spreadsheets)


def folder_of(folder: str | Path | None) -> Path:
    """Find the collection's folder."""
    named = folder or os.environ.get(PLACE)
    if named:
        path = Path(named)
        return path.parent if path.name == DESCRIPTOR else path
    for path in (Path(), Path("data")):
        if (path / DESCRIPTOR).is_file():
            return path
    return shipped()


def shipped() -> Path:
    """Find the collection that ships with coopmap: inside it, or beside it in a checkout."""
    inside = Path(__file__).parent.parent / "collection"
    return inside if inside.is_dir() else Path(__file__).parent.parent.parent / "data"


def descriptor_in(folder: Path) -> dict[str, Any]:
    """Read ``datapackage.json``."""
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        raise CoopmapError(
            f"{folder} holds no {DESCRIPTOR}; a folder with one and its five tables would be right"
        ) from None
    except OSError as error:
        raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        raise CoopmapError(
            f"{path}, line {error.lineno}: no JSON ({error.msg}, column {error.colno})"
        ) from None
    except (ValueError, RecursionError):
        raise CoopmapError(f"{path} is no JSON in UTF-8") from None
    if not isinstance(descriptor, dict):
        raise CoopmapError(f"{path} holds no object; one with a list of resources would be right")
    return descriptor


def paths_in(folder: Path, descriptor: dict[str, Any]) -> dict[str, Path]:
    """Find out which file holds which table."""
    resources = descriptor.get("resources")
    named = {
        resource["name"]: resource.get("path")
        for resource in (resources if isinstance(resources, list) else [])
        if isinstance(resource, dict) and isinstance(resource.get("name"), str)
    }
    return {table.name: path_of(folder, table.name, named.get(table.name)) for table in TABLES}


def path_of(folder: Path, table: str, path: object) -> Path:
    """See to it that a table's file is named, and lies inside the collection."""
    place = folder / DESCRIPTOR
    if path is None:
        names = ", ".join(table.name for table in TABLES)
        raise CoopmapError(
            f"{place} names no file for the table {table}; resources for {names} would be right"
        )
    if not isinstance(path, str) or not path or "\0" in path:
        raise CoopmapError(f"{place}: the path of {table} is {path!r:.60}; one file name would be right")
    if Path(path).is_absolute() or ".." in Path(path).parts:
        raise CoopmapError(
            f"{place}: the path of {table} is {path!r:.60}; a file inside the folder would be right"
        )
    return folder / path
