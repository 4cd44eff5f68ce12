"""The ground under the names: which country's land lies at each cell of a panel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from coopmap.atlas.panel import Ring

_ACROSS = 128
"""Cells from left to right."""
_ENOUGH = 240
"""So many of a country's cells are enough to find the best place for its name."""


@dataclass(frozen=True)
class Ground:
    """A panel as a grid of cells, each owned by one country or by none."""

    codes: tuple[str, ...]
    """The countries looked for."""
    cells: NDArray[np.int16]
    """For each cell the index of its country, -1 for none, shape (rows, columns)."""
    cell: float
    """Picture units along a cell's side."""

    @property
    def width(self) -> float:
        """Picture units from left to right."""
        return float(self.cells.shape[1] * self.cell)

    @property
    def height(self) -> float:
        """Picture units from top to bottom."""
        return float(self.cells.shape[0] * self.cell)

    def places(self, code: str) -> NDArray[np.float64]:
        """The middles of a country's cells, of a large country's only some, spread evenly: shape (n, 2)."""
        return self._places.get(code, np.empty((0, 2)))

    def numbers(self, codes: list[str]) -> NDArray[np.int64]:
        """The numbers by which ``covered`` knows countries, with or without land here: shape (n,)."""
        known = {code: number for number, code in enumerate(self.codes)}
        return np.array([known.get(code, len(self.codes)) for code in codes], dtype=np.int64)

    def covered(
        self, countries: NDArray[np.int64], boxes: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Which share of each box lies on one country, and which on any other.

        Args:
            countries: each box's country by its number, shape (n,).
            boxes: left, top, right, bottom in picture units, shape (n, 4).

        Returns:
            Shares from 0 to 1, each of shape (n,).
        """
        rows, columns = self.cells.shape
        cells = np.rint(boxes / self.cell).astype(np.int64)
        area = np.maximum((cells[:, 2] - cells[:, 0]) * (cells[:, 3] - cells[:, 1]), 1)
        inside = np.minimum(np.maximum(cells, 0), np.array([columns, rows, columns, rows]))
        own = self._land(countries, inside) / area
        anybody = np.full(len(boxes), len(self.codes) + 1)
        return own, np.maximum(self._land(anybody, inside) / area - own, 0.0)

    def _land(self, layers: NDArray[np.int64], corners: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many cells of a layer lie inside each box of cells."""
        layer, (_, down, across) = self._sums.reshape(-1), self._sums.shape
        left, top, right, bottom = corners.T
        base = layers * (down * across)
        upper, lower = base + top * across, base + bottom * across
        return np.asarray(
            layer[lower + right] - layer[upper + right] - layer[lower + left] + layer[upper + left]
        )

    @cached_property
    def _sums(self) -> NDArray[np.int32]:
        """Cells counted from the upper left corner: a layer a country, one for none, one for all of them."""
        numbers = np.arange(len(self.codes) + 1)[:, None, None]
        layers = np.concatenate([self.cells == numbers, self.cells[None] >= 0])
        return np.pad(layers.cumsum(1, dtype=np.int32).cumsum(2, dtype=np.int32), ((0, 0), (1, 0), (1, 0)))

    @cached_property
    def _places(self) -> dict[str, NDArray[np.float64]]:
        found: dict[str, NDArray[np.float64]] = {}
        for index, code in enumerate(self.codes):
            rows, columns = np.nonzero(self.cells == index)
            step = len(rows) // _ENOUGH + 1
            found[code] = np.asarray((np.column_stack([columns, rows])[::step] + 0.5) * self.cell)
        return found


def survey(outlines: dict[str, tuple[Ring, ...]], *, width: int, height: int) -> Ground:
    """Which of these countries owns each cell of a panel of this size (picture units)."""
    cell = width / _ACROSS
    rows = max(1, round(height / cell))
    middles = (np.arange(max(_ACROSS, rows)) + 0.5) * cell
    cells = np.full((rows, _ACROSS), -1, dtype=np.int16)
    for index, rings in enumerate(outlines.values()):
        inside = np.zeros(cells.shape, dtype=bool)
        for ring, (first, above, last, below) in _reaching(rings, cell, _ACROSS, rows):
            polygon = shapely.polygons(ring)
            shapely.prepare(polygon)
            grid = np.meshgrid(middles[first:last], middles[above:below])
            inside[above:below, first:last] ^= shapely.contains_xy(polygon, *grid)
        cells[inside] = index
    return Ground(tuple(outlines), cells, cell)


def _reaching(rings: tuple[Ring, ...], cell: float, columns: int, rows: int) -> list[tuple[Ring, list[int]]]:
    """The rings that reach around the middle of any cell, with the columns and rows they span."""
    if not rings:
        return []
    starts = np.cumsum([0, *(len(ring) for ring in rings[:-1])])
    points = np.vstack(rings)
    spans = np.hstack([np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)])
    cells = np.ceil(spans / cell - 0.5).astype(int)
    cells = np.minimum(np.maximum(cells, 0), np.array([columns, rows, columns, rows]))
    wanted = np.flatnonzero((cells[:, 0] < cells[:, 2]) & (cells[:, 1] < cells[:, 3]))
    return [(rings[n], cells[n].tolist()) for n in wanted]
