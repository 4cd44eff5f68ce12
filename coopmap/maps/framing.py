"""Framing: where the map looks, chosen from who took part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coopmap.atlas import (
    EqualEarth,
    Frame,
    LambertAzimuthal,
    Projection,
    longitude_latitude,
    mainland,
    unit_vectors,
)

WIDTH = 4000
"""Picture units from the left to the right of a panel."""

_EARTH_RADIUS_KM = 6371.0088
_CONTINENT = np.radians(41.0)
"""Participants within this distance of their middle are drawn as a continent, on azimuthal paper."""
_WORLD_MERIDIAN = 11.0
"""A world map is centred here, so that its back lies in the Bering Strait and cuts no country."""
_NEAR_WORLD = 25.0
"""Degrees: a middle this near to the world's usual one gives way to it."""
_BACK = 184.0
"""Degrees from the middle at which a country would be torn at the map's back."""
_NARROWEST_KM = 2200.0
"""Two neighbours are shown with the land around them."""
_SAMPLE = 100
"""Points of a country's outline that are enough to find the middle of them all."""
_PADDING = 0.06
"""Share of the frame left free on every side."""
_SQUAREST, _WIDEST = 1.3, 2.15
"""Bounds of width by height: a tall region gets more land beside it, a long one more above and below."""
_WORLD_SOUTH, _WORLD_NORTH = -57.0, 84.0
"""Degrees: an inhabited world, without Antarctica."""


def frame(codes: tuple[str, ...]) -> Frame:
    """The frame that shows the mainlands of all these countries.

    Args:
        codes: ISO 3166-1 alpha-3 codes or XKX, at least one.

    Raises:
        CoopmapError: the atlas has no shape for a code.
    """
    outlines = [mainland(code) for code in codes]
    places = np.vstack(outlines)
    sample = np.vstack([outline[:: len(outline) // _SAMPLE + 1] for outline in outlines])
    centre, distance = _middle(unit_vectors(sample))
    if distance <= _CONTINENT:
        longitude, latitude = longitude_latitude(centre)
        return _around(LambertAzimuthal(round(longitude, 1), round(latitude, 1)), places)
    return _wide(outlines)


def _middle(vectors: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """The middle of the smallest circle on the earth that holds all points, and its radius in radians.

    The middle creeps towards the farthest point in ever smaller steps (Bădoiu and Clarkson 2003).
    """
    centre = vectors.mean(axis=0)
    for step in range(2, 120):
        farthest = vectors[np.argmin(vectors @ centre)]
        centre = centre + (farthest - centre) / step
        centre = centre / np.linalg.norm(centre)
    return centre, float(np.arccos(np.clip((vectors @ centre).min(), -1.0, 1.0)))


def _wide(outlines: list[NDArray[np.float64]]) -> Frame:
    """Equal Earth, centred where most of the countries are, unless that tears one of them apart."""
    middles = np.array([outline[:, 0].mean() for outline in outlines])
    towards = np.radians(middles)
    mean = float(np.degrees(np.arctan2(np.sin(towards).mean(), np.cos(towards).mean())))
    median = mean + float(np.median(_wrapped(middles - mean)))
    usual = abs(float(_wrapped(np.array([median - _WORLD_MERIDIAN]))[0])) <= _NEAR_WORLD
    candidates = [_WORLD_MERIDIAN] if usual else [round(median / 5) * 5.0, round(mean / 5) * 5.0]
    for longitude in (*candidates, _WORLD_MERIDIAN):
        turned = [_turned(outline, longitude) for outline in outlines]
        if all(np.abs(outline[:, 0] - longitude).max() <= _BACK for outline in turned):
            break
    projection = EqualEarth(float(_wrapped(np.array([longitude]))[0]))
    return _around(projection, np.vstack([_turned(outline, projection.longitude) for outline in outlines]))


def _turned(outline: NDArray[np.float64], longitude: float) -> NDArray[np.float64]:
    west, east = outline[:, 0].min(), outline[:, 0].max()
    turn = 360.0 * np.round((longitude - (west + east) / 2) / 360.0)
    return np.asarray(outline + np.array([turn, 0.0]))


def _wrapped(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((degrees + 180.0) % 360.0 - 180.0)


def _around(projection: Projection, places: NDArray[np.float64]) -> Frame:
    """The rectangle around the places on this paper, padded, neither too narrow nor too tall."""
    paper = projection.project(places)
    low, high = paper.min(axis=0), paper.max(axis=0)
    if isinstance(projection, EqualEarth):
        low, high = _within_world(low, high, projection.longitude)
    else:
        room = np.maximum((high - low) * _PADDING, 0.0)
        low, high = low - room, high + room
    middle = (low + high) / 2
    width, height = np.maximum(high - low, np.array([_NARROWEST_KM / _EARTH_RADIUS_KM, 0.0]))
    width = max(width, height * _SQUAREST)
    height = max(height, width / _WIDEST)
    scale = WIDTH / width
    return Frame(
        projection=projection,
        scale=float(scale),
        left=float(middle[0] - width / 2),
        top=float(middle[1] + height / 2),
        width=WIDTH,
        height=round(height * scale),
    )


def _within_world(
    low: NDArray[np.float64], high: NDArray[np.float64], longitude: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Padding that ends where the inhabited world ends."""
    room = (high - low) * _PADDING
    corners = np.array([[longitude - 181.0, 0.0], [longitude + 181.0, 0.0], [longitude, _WORLD_SOUTH]])
    ends = EqualEarth(longitude).project(np.vstack([corners, [[longitude, _WORLD_NORTH]]]))
    floor = np.minimum(low, np.array([ends[0, 0], ends[2, 1]]))
    ceiling = np.maximum(high, np.array([ends[1, 0], ends[3, 1]]))
    return np.maximum(low - room, floor), np.minimum(high + room, ceiling)
