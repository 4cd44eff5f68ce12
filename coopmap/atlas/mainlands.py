"""The mainland: which pieces of a country a map is framed on, and where its name or dot belongs."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from coopmap.atlas.projection import EARTH_RADIUS_KM, unit_vectors
from coopmap.atlas.territories import table

_NEAR_KM = 250.0
"""Pieces this near to the mainland are part of it (Zealand, Corsica, Shetland)."""
_FAR_KM = 700.0
"""Large pieces this near are part of it too (the two halves of Malaysia), small ones are not."""
_LARGE = 0.05
"""Large: this share of the largest piece."""
_SAMPLE = 60
"""Points taken of each piece's outline when distances are measured."""


def mainland_first(
    polygons: list[shapely.Polygon], sizes: NDArray[np.float64], *, code: str
) -> tuple[list[int], int]:
    """The order of the pieces, mainland first and then by size, and how many of them are mainland."""
    outlines = [_sample(polygon) for polygon in polygons]
    main = [_first(polygons, sizes, code=code)]
    waiting = [index for index in np.argsort(-sizes) if index != main[0]]
    grown = True
    while grown:
        grown = False
        core = np.vstack([outlines[index] for index in main])
        for index in list(waiting):
            gap = EARTH_RADIUS_KM * np.arccos(np.clip((outlines[index] @ core.T).max(), -1.0, 1.0))
            if gap <= _NEAR_KM or (gap <= _FAR_KM and sizes[index] >= _LARGE * sizes[main[0]]):
                main.append(int(index))
                waiting.remove(index)
                grown = True
    order = [main[0], *sorted(main[1:], key=lambda index: -sizes[index]), *(int(index) for index in waiting)]
    return order, len(main)


def _first(polygons: list[shapely.Polygon], sizes: NDArray[np.float64], *, code: str) -> int:
    for row in table("mainlands"):
        if row["code"] == code:
            here = shapely.Point(float(row["longitude"]), float(row["latitude"]))
            return int(np.argmin([polygon.distance(here) for polygon in polygons]))
    return int(np.argmax(sizes))


def _sample(polygon: shapely.Polygon) -> NDArray[np.float64]:
    outline = shapely.get_coordinates(polygon.exterior)
    step = max(1, len(outline) // _SAMPLE)
    return unit_vectors(outline[::step])


def label_point(polygon: shapely.Polygon) -> tuple[float, float]:
    """The middle of the widest place of the piece, degrees: a dot there is surely inside."""
    simple = polygon.simplify(0.02)
    radius = max(simple.bounds[2] - simple.bounds[0], simple.bounds[3] - simple.bounds[1])
    spoke = shapely.maximum_inscribed_circle(simple, tolerance=max(radius / 100, 1e-4))
    x, y = shapely.get_coordinates(spoke)[0]
    return round(float(x), 3), round(float(y), 3)
