"""The ground the tests stand on: which country the atlas has at a place, and which outline holds it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from coopmap.atlas import shapes

NEAR = 0.07
"""Degrees: a harbour town may stand this far off a simplified coast."""


@cache
def land(detail: str = "coverage") -> Any:
    """Give the atlas's table of shapes, read once."""
    return shapes(detail=detail)


def status_at(longitude: float, latitude: float) -> tuple[str, str]:
    """Give the code and the disputed area of the land at a place, or of the nearest land if it is near."""
    table = land()
    gaps = shapely.distance(table.geometry.to_numpy(), shapely.Point(longitude, latitude))
    nearest = int(np.argmin(gaps))
    if gaps[nearest] > NEAR:
        return "sea", ""
    return str(table["code"][nearest]), str(table["disputed"][nearest])


def holds(rings: Sequence[NDArray[Any]], x: float, y: float) -> bool:
    """Tell whether outlines filled by the even-odd rule are filled at a point."""
    crossings = 0
    for ring in rings:
        start, end = ring.astype(float), np.roll(ring, -1, axis=0).astype(float)
        across = (start[:, 1] > y) != (end[:, 1] > y)
        start, end = start[across], end[across]
        along = (y - start[:, 1]) / (end[:, 1] - start[:, 1])
        crossings += int((start[:, 0] + along * (end[:, 0] - start[:, 0]) > x).sum())
    return crossings % 2 == 1
