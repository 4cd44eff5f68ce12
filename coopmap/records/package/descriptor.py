"""``datapackage.json``: what a collection is called and which file holds which table."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.tables import CHANGES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTOR = "datapackage.json"


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


def with_resource(content: bytes, resource: dict[str, Any]) -> bytes:
    """Name one more resource at the end of the list, and leave every other byte as it is where possible."""
    text = content.decode("utf-8-sig")
    mark = content[: len(content) - len(text.encode())]
    whole = json.loads(text)
    whole["resources"] = [*whole["resources"], resource]
    for end in ends_of_lists(text):
        new = text[:end] + addition(text[:end], resource) + text[end:]
        with suppress(ValueError):
            if json.loads(new) == whole:
                return mark + new.encode()
    return mark + (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def ends_of_lists(text: str) -> Iterator[int]:
    """Give the places behind the last entry of each list that may be the resources, the last first."""
    for found in reversed(list(re.finditer(r"\}\s*\]", text))):
        yield found.start() + 1


def addition(before: str, resource: dict[str, Any]) -> str:
    """Write a resource as the first one is written: on lines of its own, indented alike, or on one line."""
    opening = before.rfind('"resources"')
    found = re.search(r"\[(\s*)\{(\s*)", before[opening:])
    around, inside = found.groups() if found else ("", "")
    if "\n" not in inside:
        return "," + around + json.dumps(resource, ensure_ascii=False)
    margin, deeper = (blanks.rpartition("\n")[2] for blanks in (around, inside))
    indent = deeper.removeprefix(margin) or "  "
    line = "\r\n" if "\r\n" in inside else "\n"
    lines = json.dumps(resource, indent=indent, ensure_ascii=False).splitlines()
    return "," + around + (line + margin).join(lines)
