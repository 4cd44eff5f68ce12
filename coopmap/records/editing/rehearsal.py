"""Whether changes could be made: what would go wrong is said before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.rows import BY_NAME, rows_of
from coopmap.records.editing.sources import source_row
from coopmap.records.package import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopmap.records.change import Change
    from coopmap.records.collection import Collection


def rehearse(collection: Collection, changes: Sequence[Change]) -> None:
    """See to it that every source a row will name is there, and every operation.

    Raises:
        CoopmapError: a row would point to nothing.
    """
    coming: dict[str, set[str]] = {"operations": set(), "sources": set()}
    for change in changes:
        if change.table in coming and change.after and "id" in change.after:
            coming[change.table].add(change.after["id"])
    asked: set[tuple[str, str]] = set()
    for change in changes:
        for column in BY_NAME[change.table].columns:
            named = (change.after or {}).get(column.name, "")
            if column.refers_to and named and named not in coming[column.refers_to]:
                asked.add((column.refers_to, named))
    for table, named in sorted(asked):
        if table == "sources":
            source_row(collection, named)
        elif not rows_of(collection, table, "id", named):
            raise CoopmapError(f"{quoted(named)} is no id in {table}; add it first")


def check_own(collection: Collection, *, named: bool) -> None:
    """See to it that nobody edits the collection that ships with coopmap unawares.

    Raises:
        CoopmapError: it is that collection, inside the installed program or found because no other is here.
    """
    place = Path(collection.store.place)
    installed = Path(__file__).parents[2] / "collection"
    if place.resolve() == installed.resolve() or (not named and place == shipped()):
        raise CoopmapError(
            "the collection that ships with coopmap is not for editing; 'coopmap new DIR' starts one of your "
            f"own, 'coopmap copy {place} DIR' copies this one, and --data DIR names it"
        )
