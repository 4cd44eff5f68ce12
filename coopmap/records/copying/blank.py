"""A collection in which nothing is recorded yet, described like the one that ships with coopmap."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted, unwritable
from coopmap.records.copying.moving import Whole
from coopmap.records.package import DESCRIPTOR, parsed, shipped
from coopmap.records.spreadsheet import Spreadsheet
from coopmap.records.tables import TABLES

README = Path(__file__).parent / "blank.md"
"""What a new folder says about itself."""


def blank(title: str) -> Whole:
    """Give an empty collection.

    The schemas are those of the collection that ships with coopmap: there is no second copy of them.

    Args:
        title: what the collection calls itself.
    """
    fault = unwritable(title) or (
        "" if title.isprintable() and title.strip() else "a line of text would be right"
    )
    if fault:
        raise CoopmapError(f"the title {quoted(title)}: {fault}")
    path = shipped() / DESCRIPTOR
    described = parsed(path.read_bytes(), path)
    descriptor = {
        "$schema": described["$schema"],
        "name": named(title),
        "title": title.strip(),
    }
    names = {table.name for table in TABLES}
    descriptor["resources"] = [one for one in described["resources"] if one["name"] in names]
    return Whole(
        place="",
        descriptor=descriptor,
        spreadsheets={
            table.name: Spreadsheet(place=table.name, table=table, header=table.header, numbers=(), values=())
            for table in TABLES
        },
        documents={"README.md": README.read_text(encoding="utf-8").replace("TITLE", title.strip(), 1)},
    )


def named(title: str) -> str:
    """Give the name that programs know a collection by: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "operations"
