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
        return self.cells.shape[1] * self.cell

    @property
    def height(self) -> float:
        """Picture units from top to bottom."""
        return self.cells.shape[0] * self.cell

    @cached_property
    def _sums(self) -> dict[str, NDArray[np.int32]]:
        masks = {code: self.cells == index for index, code in enumerate(self.codes)}
        masks[""] = self.cells >= 0
        return {code: np.pad(mask.cumsum(0).cumsum(1), ((1, 0), (1, 0))) for code, mask in masks.items()}

    def share(self, code: str, wide: float, tall: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How much of a box around each cell of a country lies on that country, and the cells' middles.

        Returns:
            Shares from 0 to 1, shape (n,), and x and y in picture units, shape (n, 2).
        """
        if code not in self.codes:
            return np.empty(0), np.empty((0, 2))
        rows, columns = np.nonzero(self.cells == self.codes.index(code))
        places = np.column_stack([columns + 0.5, rows + 0.5]) * self.cell
        half = np.array([wide, tall]) / 2
        own, _ = self.covered(code, np.hstack([places - half, places + half]))
        return own, places

    def covered(
        self, code: str, boxes: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Which share of each box (left, top, right, bottom) lies on a country, and which on any other."""
        rows, columns = self.cells.shape
        left, right = (np.clip(np.round(boxes[:, n] / self.cell).astype(int), 0, columns) for n in (0, 2))
        top, bottom = (np.clip(np.round(boxes[:, n] / self.cell).astype(int), 0, rows) for n in (1, 3))
        area = np.maximum(np.prod((boxes[:, 2:] - boxes[:, :2]) / self.cell, axis=1), 1.0)

        def land(name: str) -> NDArray[np.float64]:
            sums = self._sums[name]
            inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
            return np.asarray(np.minimum(inside / area, 1.0))

        own = land(code) if code in self.codes else np.zeros(len(boxes))
        return own, np.asarray(np.maximum(land("") - own, 0.0))


def survey(outlines: dict[str, tuple[Ring, ...]], *, width: int, height: int) -> Ground:
    """Which of these countries owns each cell of a panel of this size (picture units)."""
    cell = width / _ACROSS
    rows = max(1, round(height / cell))
    x = (np.arange(_ACROSS) + 0.5) * cell
    y = (np.arange(rows) + 0.5) * cell
    cells = np.full((rows, _ACROSS), -1, dtype=np.int16)
    for index, rings in enumerate(outlines.values()):
        inside = np.zeros(cells.shape, dtype=bool)
        for ring in rings:
            low, high = ring.min(axis=0), ring.max(axis=0)
            first, last = np.searchsorted(x, [low[0], high[0]])
            above, below = np.searchsorted(y, [low[1], high[1]])
            if first < last and above < below:
                polygon = shapely.polygons(ring)
                shapely.prepare(polygon)
                grid = np.meshgrid(x[first:last], y[above:below])
                inside[above:below, first:last] ^= shapely.contains_xy(polygon, *grid)
        cells[inside] = index
    return Ground(tuple(outlines), cells, cell)
