"""Framing: where the map looks, chosen from who took part.

Where most of the countries are becomes the main panel; the rest stand on an inset that shows the wider world,
with a locator around what the main panel shows. Countries all over the world get a world panel, and where they
crowd on it an enlargement.
"""

from __future__ import annotations

from dataclasses import dataclass

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

WIDTH, INSET_WIDTH = 4000, 1600
"""Picture units from the left to the right of a panel; an inset on the wider world is drawn less finely."""

_EARTH_RADIUS_KM = 6371.0088
_CONTINENT = np.radians(55.0)
"""All countries together share one azimuthal panel when they lie within this distance of their middle."""
_REGION = np.radians(40.0)
"""When some are left to an inset, the others must lie nearer together than this."""
_CROWD = np.radians(24.0)
"""Countries within this distance of their middle crowd on a world map (Europe, the Gulf)."""
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
_WORLD_SOUTH, _WORLD_NORTH = -57.0, 84.0
"""Degrees: an inhabited world, without Antarctica."""

_MOST = 0.55
"""The main panel holds at least this share of the countries."""
_FEWEST_CROWDED = 8
"""So many countries make a crowd worth an enlargement."""
_CROWDED = 0.33
"""And at least this share of them."""
_LEAST_RADIUS = np.radians(8.0)
_PER_DOUBLING = 0.12
"""Seeing twice as far costs as much as leaving this share of the countries to the inset."""
_WITHOUT_LEAD = 0.2
"""A panel that shows none of the leads costs this much more."""
_OFF_CONTINENT = 0.2
"""A panel wider than a continent costs this much more: its countries are specks."""


@dataclass(frozen=True)
class Shape:
    """The bounds of a panel's form: width divided by height."""

    squarest: float = 1.3
    """A tall region gets more land beside it."""
    widest: float = 2.15
    """A long region gets more above and below."""
    width: int = WIDTH
    """Picture units from left to right."""


@dataclass(frozen=True)
class Framing:
    """One or two frames, and which countries belong to each."""

    main: Frame
    """The main panel."""
    countries: tuple[str, ...]
    """Codes of the countries that belong to the main panel."""
    inset: Frame | None = None
    """The second panel: the wider world, or an enlargement."""
    elsewhere: tuple[str, ...] = ()
    """Codes of the countries that belong to the second panel."""

    @property
    def enlarges(self) -> bool:
        """Whether the second panel looks closer than the main one, not wider."""
        return self.inset is not None and self.inset.pixel_km < self.main.pixel_km


def framing(
    codes: tuple[str, ...], *, leads: frozenset[str] = frozenset(), shape: Shape | None = None, inset: bool = True
) -> Framing:
    """Where to look to show the mainlands of all these countries.

    Args:
        codes: ISO 3166-1 alpha-3 codes or XKX, at least one.
        leads: those of them that led; a main panel without any of them is avoided.
        shape: bounds of the main panel's form.
        inset: whether a second panel may be used.

    Raises:
        CoopmapError: the atlas has no shape for a code.
    """
    form = shape or Shape()
    outlines = {code: mainland(code) for code in codes}
    vectors = {code: unit_vectors(line[:: len(line) // _SAMPLE + 1]) for code, line in outlines.items()}
    together = _best_share(vectors, leads) if inset else codes
    rest = tuple(code for code in codes if code not in together)
    main = _frame([outlines[code] for code in together], form)
    if rest:
        wider = _wide(list(outlines.values()), Shape(1.5, 2.2, INSET_WIDTH))
        return Framing(main, together, wider, rest)
    crowd = _crowd(vectors) if inset and isinstance(main.projection, EqualEarth) else ()
    if crowd:
        close = _frame([outlines[code] for code in crowd], Shape(1.5, 2.0))
        return Framing(main, tuple(code for code in codes if code not in crowd), close, crowd)
    return Framing(main, together)


def _best_share(vectors: dict[str, NDArray[np.float64]], leads: frozenset[str]) -> tuple[str, ...]:
    """The countries of the main panel: many of them, near to one another, and a lead among them."""
    codes = tuple(vectors)
    order, reach = _gatherings(vectors)
    share = np.arange(1, len(codes) + 1) / len(codes)
    worth = share - _PER_DOUBLING * np.log2(np.maximum(reach, _LEAST_RADIUS) / _LEAST_RADIUS)
    worth -= _OFF_CONTINENT * (reach > _CONTINENT)
    if leads:
        led = np.array([code in leads for code in codes])
        worth -= _WITHOUT_LEAD * ~np.logical_or.accumulate(led[order], axis=1)
    worth[(share < _MOST) | ((share < 1) & (reach > _REGION))] = -np.inf
    row, last = np.unravel_index(int(np.argmax(np.round(worth, 9))), worth.shape)
    return tuple(codes[country] for country in sorted(order[row, : last + 1]))


def _crowd(vectors: dict[str, NDArray[np.float64]]) -> tuple[str, ...]:
    """The largest crowd on a world panel, empty when there is none."""
    order, reach = _gatherings(vectors)
    sizes = (reach <= _CROWD).sum(axis=1)
    row = int(np.argmax(sizes))
    if sizes[row] < max(_FEWEST_CROWDED, _CROWDED * len(vectors)):
        return ()
    codes = tuple(vectors)
    return tuple(codes[country] for country in sorted(order[row, : sizes[row]]))


def _gatherings(vectors: dict[str, NDArray[np.float64]]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Around many places of the earth: the countries from near to far, and how far all of each reaches (radians)."""
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


_PLACES = _spread(1500)
"""Where the middle of a panel may lie, a place every five degrees."""


def _frame(outlines: list[NDArray[np.float64]], form: Shape) -> Frame:
    places = np.vstack(outlines)
    sample = np.vstack([outline[:: len(outline) // _SAMPLE + 1] for outline in outlines])
    centre, distance = _middle(unit_vectors(sample))
    if distance <= _CONTINENT:
        longitude, latitude = longitude_latitude(centre)
        return _around(LambertAzimuthal(round(longitude, 1), round(latitude, 1)), places, form)
    return _wide(outlines, form)


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


def _wide(outlines: list[NDArray[np.float64]], form: Shape) -> Frame:
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
    turned = [_turned(outline, projection.longitude) for outline in outlines]
    return _around(projection, np.vstack(turned), form)


def _turned(outline: NDArray[np.float64], longitude: float) -> NDArray[np.float64]:
    west, east = outline[:, 0].min(), outline[:, 0].max()
    turn = 360.0 * np.round((longitude - (west + east) / 2) / 360.0)
    return np.asarray(outline + np.array([turn, 0.0]))


def _wrapped(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((degrees + 180.0) % 360.0 - 180.0)


def _around(projection: Projection, places: NDArray[np.float64], form: Shape) -> Frame:
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
    width = max(width, height * form.squarest)
    height = max(height, width / form.widest)
    scale = form.width / width
    return Frame(
        projection=projection,
        scale=float(scale),
        left=float(middle[0] - width / 2),
        top=float(middle[1] + height / 2),
        width=form.width,
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
