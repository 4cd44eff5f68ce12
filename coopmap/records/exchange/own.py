"""coopmap's own tables in a foreign file: one sheet each, as ``coopmap export`` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records.exchange.draft import Draft, Understanding
from coopmap.records.exchange.formulas import restored
from coopmap.records.tables import CHANGES, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopmap.records.exchange.grid import Grid
    from coopmap.records.tables import Table


def own_tables(grids: Sequence[Grid]) -> dict[str, Grid]:
    """Give the grids that are tables of coopmap's own, by the table; empty when none is."""
    found: dict[str, Grid] = {}
    for grid in grids:
        for table in TABLES:
            if table.name not in found and _is(grid, table):
                found[table.name] = grid
                break
    return found


def left_over(grids: Sequence[Grid], own: Mapping[str, Grid]) -> list[Grid]:
    """Give the grids that are neither a table of coopmap's own nor its log."""
    kept = {id(grid) for grid in own.values()}
    return [grid for grid in grids if id(grid) not in kept and grid.name != CHANGES.name]


def _is(grid: Grid, table: Table) -> bool:
    """Say whether a grid is this table: all columns are there, or its name and the needed ones."""
    header = set(grid.lines[0].cells)
    needed = {column.name for column in table.columns if column.required}
    return header.issuperset(table.header) or (grid.name == table.name and header.issuperset(needed))


def understand_own(
    own: Mapping[str, Grid], headers: Mapping[str, Sequence[str]], into: Understanding, *, restores: bool
) -> None:
    """Take up the rows of coopmap's own tables, with the columns the collection has.

    Args:
        own: the grids, by table.
        headers: the columns that each table has in the collection.
        into: what takes up the rows.
        restores: whether the texts were made safe for spreadsheets, which is undone.
    """
    given = restored if restores else str
    into.shape = "coopmap's own tables"
    for table in TABLES:
        if table.name not in own:
            continue
        grid = own[table.name]
        header = [given(cell) for cell in grid.lines[0].cells]
        strange = [name for name in header if name not in headers[table.name]]
        for name in filter(None, strange):
            into.remarks.append(
                f"{grid.place}: the column {name} is left out; {table.name} has none of this name"
            )
        for line in grid.lines[1:]:
            cells = {
                name: given(cell)
                for name, cell in zip(header, line.cells, strict=True)
                if name in headers[table.name]
            }
            into.drafts.append(Draft(table=table.name, cells=cells, place=grid.at(line)))
