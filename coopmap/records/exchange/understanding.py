"""A file is understood: coopmap's own tables, lines about operations, a matrix, or a list of countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.exchange.draft import Understanding
from coopmap.records.exchange.drafting import Drafting
from coopmap.records.exchange.formulas import restored
from coopmap.records.exchange.grid import Grid, Line, letters_of
from coopmap.records.exchange.identity import Identities
from coopmap.records.exchange.layout import are_countries, layout_of
from coopmap.records.exchange.lexicon import meaning
from coopmap.records.exchange.own import left_over, own_tables, understand_own
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from coopmap.records.collection import Collection
    from coopmap.records.exchange.grid import Foreign
    from coopmap.records.exchange.identity import Wishes
    from coopmap.records.exchange.layout import Layout

SHAPES = {
    "countries across": "a matrix, countries in the first line",
    "countries down": "a matrix, countries in the first column",
    "list": "a list of countries",
}
DEFAULT_KIND = "other"
LOOKED_AT = 25
"""Lines of a text that are looked at to tell a list from a table."""


def understand(foreign: Foreign, collection: Collection, wishes: Wishes) -> Understanding:
    """Find out what a file says, as rows for a collection's tables.

    Raises:
        CoopmapError: nothing in it can be understood.
    """
    into = Understanding(place=foreign.place, assumed=list(foreign.assumed))
    own = own_tables(foreign.grids)
    if own and not wishes.columns and not wishes.one_operation:
        headers = {table.name: collection.store.spreadsheet(table.name).header for table in TABLES}
        understand_own(own, headers, into, restores=foreign.restores)
        for grid in left_over(foreign.grids, own):
            into.remarks.append(f"{grid.place} is left out: it is none of the five tables")
        return into
    grid = _chosen(foreign, wishes, into)
    layout = layout_of(_restored(grid), wishes.columns, one_operation=wishes.one_operation)
    into.columns = layout.columns()
    _draft(layout, collection, wishes, into)
    return into


def _chosen(foreign: Foreign, wishes: Wishes, into: Understanding) -> Grid:
    """Choose the table to read."""
    if _is_list(foreign):
        return _list_of(foreign)
    grids = foreign.grids
    if wishes.sheet:
        grids = tuple(grid for grid in grids if grid.name.casefold() == wishes.sheet.casefold())
        if not grids:
            names = ", ".join(grid.name for grid in foreign.grids)
            raise CoopmapError(f"{foreign.place} has no sheet {wishes.sheet!r:.60}; it has {names:.200}")
    for grid in grids[1:]:
        into.remarks.append(f"{grid.place} is left out; --sheet {grid.name!r} reads it instead")
    return grids[0]


def _is_list(foreign: Foreign) -> bool:
    """Say whether a text is a list of names rather than a table: sentences of countries have no header."""
    if not foreign.text or foreign.form == "list":
        return bool(foreign.text)
    if any(meaning(cell) for line in foreign.grids[0].lines[:LOOKED_AT] for cell in line.cells):
        return False
    lines = [line for line in foreign.text.splitlines() if line.strip()][:LOOKED_AT]
    return sum(map(are_countries, lines)) > len(lines) / 2


def _list_of(foreign: Foreign) -> Grid:
    """Give a text as a table of one column, line by line."""
    lines = tuple(
        Line(number, (cell,))
        for number, line in enumerate(foreign.text.splitlines(), start=1)
        if (cell := line.strip())
    )
    return Grid(place=foreign.place, letters=(letters_of(0),), lines=lines)


def _restored(grid: Grid) -> Grid:
    """Undo what was done so that a spreadsheet runs no formula."""
    lines = tuple(Line(line.number, tuple(map(restored, line.cells))) for line in grid.lines)
    return Grid(place=grid.place, name=grid.name, letters=grid.letters, lines=lines)


def _draft(layout: Layout, collection: Collection, wishes: Wishes, into: Understanding) -> None:
    identities = Identities(into, wishes, known_operations(collection))
    sources = frozenset(_column(collection, "sources", "id"))
    drafting = Drafting(layout=layout, into=into, wishes=wishes, identities=identities, sources=sources)
    drafting.run()
    identities.finish()
    into.shape = SHAPES.get(layout.shape) or _shape_of_rows(into)
    if any(draft.table == "operations" and "kind" not in draft.cells for draft in into.drafts):
        into.assumed.append(
            f"kind {wishes.kind or DEFAULT_KIND}" + ("" if wishes.kind else " (--kind says another)")
        )
    parts = into.of("participations")
    if layout.shape in ("rows", "list") and parts and not any("role" in draft.cells for draft in parts):
        into.assumed.append("every country a partner, since no role is named")


def _shape_of_rows(into: Understanding) -> str:
    """Say whether a line is a country or a whole operation."""
    places = {draft.place for draft in into.of("participations")}
    several = len(into.of("participations")) > len(places)
    return "one row per operation, its countries together" if several else "one row per country"


def known_operations(collection: Collection) -> dict[str, str]:
    """Give the ids of a collection's operations by their ids, names and other names, in small letters."""
    spreadsheet = collection.store.spreadsheet("operations")
    known: dict[str, str] = {}
    rows = [spreadsheet.cells(row) for row in spreadsheet.rows]
    for cells in rows:
        for name in (cells["name"], *cells["aliases"].split(";")):
            if name.strip():
                known.setdefault(name.strip().casefold(), cells["id"])
    return known | {cells["id"]: cells["id"] for cells in rows}


def _column(collection: Collection, table: str, column: str) -> list[str]:
    spreadsheet = collection.store.spreadsheet(table)
    at = spreadsheet.header.index(column)
    return [values[at] for values in spreadsheet.values]
