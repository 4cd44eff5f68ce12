"""``datapackage.json``: what a collection is called and which file holds which table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from coopmap.errors import CoopmapError
from coopmap.records.tables import CHANGES, TABLES

DESCRIPTOR = "datapackage.json"


def descriptor_in(folder: Path) -> dict[str, Any]:
    """Read ``datapackage.json``."""
    path = folder / DESCRIPTOR
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise CoopmapError(
            f"{folder} holds no {DESCRIPTOR}; a folder with one and its five tables would be right"
        ) from None
    except OSError as error:
        raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None
    return parsed(content, path)


def parsed(content: bytes, path: Path) -> dict[str, Any]:
    """Understand the bytes of a ``datapackage.json``."""
    try:
        descriptor = json.loads(content.decode("utf-8-sig"))
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
    """Find out which file holds which table; the log is there once something was changed."""
    resources = descriptor.get("resources")
    named = {
        resource["name"]: resource.get("path")
        for resource in (resources if isinstance(resources, list) else [])
        if isinstance(resource, dict) and isinstance(resource.get("name"), str)
    }
    tables = [*TABLES, CHANGES] if CHANGES.name in named else TABLES
    return {table.name: path_of(folder, table.name, named.get(table.name)) for table in tables}


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
