"""A collection moves between folders and databases without loss, in any direction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.cells import unwritable
from coopmap.records.gathering import Tables
from coopmap.records.meaning import Meaning
from coopmap.records.package import holds_package, write_package
from coopmap.records.store import open_store
from coopmap.records.tables import CHANGES, TABLES

if TYPE_CHECKING:
    from coopmap.records.spreadsheet import Spreadsheet
    from coopmap.records.store import Store


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Everything a collection holds, at one moment."""

    place: str
    """Where it was read."""
    descriptor: dict[str, Any]
    """What its ``datapackage.json`` says."""
    spreadsheets: dict[str, Spreadsheet]
    """Its tables by name, the log among them if it was begun."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """Texts that lie beside the tables when it is kept in a folder, by their names."""

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(len(spreadsheet.values) for spreadsheet in self.spreadsheets.values())


def whole(place: str | Path | None) -> Whole:
    """Read a collection whole, and see to it that all of it can be read by any store.

    Raises:
        CoopmapError: a cell, a key or a reference is wrong; such a collection is mended before it moves.
    """
    found = taken_from(open_store(place))
    Tables({table.name: found.spreadsheets[table.name] for table in TABLES})
    for spreadsheet in found.spreadsheets.values():
        Meaning(spreadsheet).verify()
        check_texts(spreadsheet)
    return found


def holds(place: str) -> bool:
    """Say whether there is a collection in a folder or a database."""
    if "://" in place:
        found: bool = import_module("coopmap.records.database").holds_collection(place)
        return found
    return holds_package(Path(place))


def write(
    found: Whole, target: str, *, replace: bool = False, told: Callable[[int], object] = lambda _: None
) -> str:
    """Write a collection into a folder or a database, all of it or nothing, and say where it is now.

    Args:
        found: what is to be written.
        target: a folder or the address of a database.
        replace: whether a collection that is there may go; it stays until the new one is whole.
        told: is told how many rows were written, again and again.
    """
    if "://" in target:
        place: str = import_module("coopmap.records.database").write_database(
            target, descriptor=found.descriptor, spreadsheets=found.spreadsheets, replace=replace, told=told
        )
        return place
    write_package(
        Path(target),
        descriptor=found.descriptor,
        spreadsheets=found.spreadsheets,
        documents=found.documents,
        replace=replace,
        told=told,
    )
    return target


def taken_from(store: Store) -> Whole:
    """Take everything out of a store, as it is at one moment."""
    with store.moment():
        descriptor = store.descriptor()
        resources = descriptor.get("resources", ())
        begun = any(isinstance(each, dict) and each.get("name") == CHANGES.name for each in resources)
        tables = [*TABLES, CHANGES] if begun else TABLES
        spreadsheets = {table.name: store.spreadsheet(table.name) for table in tables}
    return Whole(place=store.place, descriptor=descriptor, spreadsheets=spreadsheets)


def check_texts(spreadsheet: Spreadsheet) -> None:
    """See to it that every text can be kept in any store."""
    for at, name in enumerate(spreadsheet.header):
        faulty = {cell for cell in set(map(itemgetter(at), spreadsheet.values)) if unwritable(cell)}
        for row in spreadsheet.rows if faulty else ():
            if row.values[at] in faulty:
                raise CoopmapError(f"{spreadsheet.where(row.number, name)}: {unwritable(row.values[at])}")
