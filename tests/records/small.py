"""A collection of two operations that a test may change, and what to look for in it afterwards."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import Change, read
from tests.checkout import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "operations": "id,name,aliases,kind,start,end,announced,declared_countries,declared_qualifier,"
    "list_complete,series,summary,note\nfirst,First,,naval,,,,,,,,,\nlast,Last,,other,,,,,,,,,\n",
    "participations": "operation,country,role,agency,since,until,status,source,as_written,note\n"
    "first,DNK,lead,,,,stated,paper,,\nfirst,SWE,partner,,,,stated,paper,,\nlast,NOR,partner,,,,stated,,,\n",
    "organisations": "operation,organisation,role,note\n",
    "outcomes": "operation,measure,value,unit,qualifier,as_of,source,chosen\n",
    "sources": "id,publisher,title,url,published,retrieved\npaper,Paper,,,,\n",
}


def small(folder: Path) -> Path:
    """Write the collection into a new folder."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "datapackage.json", folder)
    for table, text in TABLES.items():
        (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    return folder


def new_operation(name: str, countries: tuple[str, ...] = ("DNK", "SWE", "NOR")) -> tuple[Change, ...]:
    """Add an operation with some countries."""
    cells = {"id": name, "name": f'The "{name}", as it is called', "kind": "other"}
    rows = [{"operation": name, "country": code, "role": "partner", "status": "stated"} for code in countries]
    return (
        Change(table="operations", key=(name,), before=None, after=cells),
        *(Change(table="participations", key=(name, row["country"]), before=None, after=row) for row in rows),
    )


def faults(place: Path | str) -> list[str]:
    """Say where the tables and the log of a collection contradict each other, if they do."""
    collection = read(place)
    collection.verify()
    sheet = collection.store.spreadsheet("changes")
    log = [sheet.cells(row) for row in sheet.rows]
    noted = Counter(row["operation"] for row in log if row["column"] == "country")
    begun = Counter(row["operation"] for row in log if (row["table"], row["column"]) == ("operations", "id"))
    found = {one: len(collection[one].participations) for one in collection if one not in ("first", "last")}
    wrong = [one for one in {*found, *noted} if (found.get(one), 1) != (noted[one], begun[one])]
    return [f"{one}: {found.get(one)} countries, in the log {noted[one]}" for one in wrong]


def leftovers(folder: Path) -> list[str]:
    """Name the files that a change leaves behind only when it is interrupted."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


SWEDEN = ("first", "SWE")
"""The key of a participation."""


def part(key: tuple[str, ...] = SWEDEN, before: dict[str, str] | None = None, **after: str) -> Change:
    """Change a participation."""
    return Change(table="participations", key=key, before=before or {}, after=after)


def gone(table: str, *key: str) -> Change:
    """Remove a row."""
    return Change(table=table, key=key, before={}, after=None)


def texts(folder: Path) -> dict[str, bytes]:
    """Give what every file holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(folder: Path, *changes: Change) -> str:
    """Say how changes are refused, sure that nothing was changed."""
    before = texts(folder)
    with pytest.raises(CoopmapError) as error:
        read(folder).apply(changes)
    assert texts(folder) == before
    assert "\n" not in str(error.value)
    return str(error.value).replace(f"{folder}/", "").replace(str(folder), "FOLDER")
