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

    @cached_property
    def _sums(self) -> dict[str, NDArray[np.int32]]:
        masks = {code: self.cells == index for index, code in enumerate(self.codes)}
        masks[""] = self.cells >= 0
        return {code: np.pad(mask.cumsum(0).cumsum(1), ((1, 0), (1, 0))) for code, mask in masks.items()}

    @cached_property
    def _places(self) -> dict[str, NDArray[np.float64]]:
        """The middles of each country's cells; of a large country's only some, spread evenly."""
        found: dict[str, NDArray[np.float64]] = {}
        for index, code in enumerate(self.codes):
            rows, columns = np.nonzero(self.cells == index)
            step = len(rows) // _ENOUGH + 1
            found[code] = np.asarray((np.column_stack([columns, rows])[::step] + 0.5) * self.cell)
        return found

    def share(self, code: str, wide: float, tall: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How much of a box around each cell of a country lies on that country, and the cells' middles.

        Returns:
            Shares from 0 to 1, shape (n,), and x and y in picture units, shape (n, 2).
        """
        places = self._places.get(code)
        if places is None or not len(places):
            return np.empty(0), np.empty((0, 2))
        half = np.array([wide, tall]) / 2
        return self._land(code, self._corners(np.hstack([places - half, places + half]))), places

    def covered(
        self, code: str, boxes: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Which share of each box (left, top, right, bottom) lies on a country, and which on any other."""
        corners = self._corners(boxes)
        own = self._land(code, corners) if code in self.codes else np.zeros(len(boxes))
        return own, np.maximum(self._land("", corners) - own, 0.0)

    def _corners(self, boxes: NDArray[np.float64]) -> NDArray[np.int64]:
        """The boxes in cells, and in the fifth column their size in cells (at least one)."""
        rows, columns = self.cells.shape
        cells = np.rint(boxes / self.cell).astype(np.int64)
        area = np.maximum((cells[:, 2] - cells[:, 0]) * (cells[:, 3] - cells[:, 1]), 1)
        inside = np.minimum(np.maximum(cells, 0), np.array([columns, rows, columns, rows]))
        return np.column_stack([inside, area])

    def _land(self, code: str, corners: NDArray[np.int64]) -> NDArray[np.float64]:
        sums = self._sums[code]
        left, top, right, bottom, area = corners.T
        inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        return np.asarray(inside / area)


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
