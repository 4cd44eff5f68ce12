"""Clusters: which of the countries lie near enough to one another to share a panel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CONTINENT = np.radians(55.0)
"""All countries together share one azimuthal panel when they lie within this distance of their middle."""
_REGION = np.radians(40.0)
"""When some are left to an inset, the others must lie nearer together than this."""
_CROWD = np.radians(24.0)
"""Countries within this distance of their middle crowd on a world map (Europe, the Gulf)."""
_MOST = 0.55
"""The main panel holds at least this share of the countries."""
_FEWEST_CROWDED = 8
"""So many countries make a crowd worth an enlargement."""
_CROWDED = 0.4
"""And at least this share of them."""
_LEAST_RADIUS = np.radians(8.0)
_PER_DOUBLING = 0.12
"""Seeing twice as far costs as much as leaving this share of the countries to the inset."""
_WITHOUT_LEAD = 0.2
"""A panel that shows none of the leads costs this much more."""
_OFF_CONTINENT = 0.2
"""A panel wider than a continent costs this much more: its countries are specks."""


def main_share(vectors: dict[str, NDArray[np.float64]], leads: frozenset[str]) -> tuple[str, ...]:
    """The countries of the main panel: many of them, near to one another, and a lead among them."""
    codes = tuple(vectors)
    order, reach = _gatherings(vectors)
    share = np.arange(1, len(codes) + 1) / len(codes)
    worth = share - _PER_DOUBLING * np.log2(np.maximum(reach, _LEAST_RADIUS) / _LEAST_RADIUS)
    worth -= _OFF_CONTINENT * (reach > CONTINENT)
    if leads:
        led = np.array([code in leads for code in codes])
        worth -= _WITHOUT_LEAD * ~np.logical_or.accumulate(led[order], axis=1)
    worth[(share < _MOST) | ((share < 1) & (reach > _REGION))] = -np.inf
    row, last = np.unravel_index(int(np.argmax(np.round(worth, 9))), worth.shape)
    return tuple(codes[country] for country in sorted(order[row, : last + 1]))


def crowd_of(vectors: dict[str, NDArray[np.float64]]) -> tuple[str, ...]:
    """The largest crowd on a world panel, empty when there is none."""
    order, reach = _gatherings(vectors)
    sizes = (reach <= _CROWD).sum(axis=1)
    row = int(np.argmax(sizes))
    if sizes[row] < max(_FEWEST_CROWDED, _CROWDED * len(vectors)):
        return ()
    codes = tuple(vectors)
    return tuple(codes[country] for country in sorted(order[row, : sizes[row]]))


def _gatherings(vectors: dict[str, NDArray[np.float64]]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Around many places: the countries from near to far, and how far all of each reaches (radians)."""
    reach = np.column_stack(
        [np.arccos(np.clip((_PLACES @ outline.T).min(axis=1), -1.0, 1.0)) for outline in vectors.values()]
    )
    order = np.argsort(reach, axis=1, kind="stable")
    return order, np.take_along_axis(reach, order, axis=1)


def _spread(count: int) -> NDArray[np.float64]:
    """So many points spread evenly over the earth, as unit vectors (a spiral of golden angles)."""
    steps = np.arange(count) + 0.5
    z = 1 - 2 * steps / count
    angle = np.pi * (1 + np.sqrt(5)) * steps
    side = np.sqrt(1 - z * z)
    return np.column_stack([side * np.cos(angle), side * np.sin(angle), z])


_PLACES = _spread(1000)
"""Where the middle of a panel may lie, a place every six degrees."""
