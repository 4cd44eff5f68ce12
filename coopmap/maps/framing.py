"""Framing: where the map looks, chosen from who took part.

Where most of the countries are becomes the main panel; the rest stand on an inset that shows the wider
world, with a locator around what the main panel shows. Countries all over the world get a world panel, and
where they crowd on it an enlargement.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coopmap.atlas import (
    EARTH_RADIUS_KM,
    EqualEarth,
    Frame,
    LambertAzimuthal,
    Projection,
    longitude_latitude,
    mainland,
    middle,
    unit_vectors,
)
from coopmap.errors import CoopmapError
from coopmap.maps.clusters import CONTINENT, crowd_of, main_share
from coopmap.maps.regions import region

AUTO = "auto"
"""The frame is chosen from who took part."""

WIDTH, INSET_WIDTH = 4000, 1600
"""Picture units from the left to the right of a panel; an inset on the wider world is drawn less finely."""

_WORLD_MERIDIAN = 11.0
"""A world map is centred here, so that its back lies in the Bering Strait and cuts no country."""
_NEAR_WORLD = 25.0
"""Degrees: a middle this near to the world's usual one gives way to it."""
_BACK = 184.0
"""Degrees from the middle at which a country would be torn at the map's back."""
_NARROWEST_KM = 2200.0
"""Two neighbours are shown with the land around them."""
_SAMPLE = 60
"""Points of a country's outline that are enough to find the middle of them all."""
_POLAR = 72.0
"""Degrees of latitude: a continent-wide panel centred nearer to the pole would show the world upside down."""
_ARCTIC = np.radians(28.0)
"""But countries this near to the pole are at home there."""
_STRETCH = 1.45
"""A country that the main panel cuts is taken in when the panel becomes only so much wider by it."""
_CUT = 0.08
"""So much of a country's outline inside of a panel means that the panel cuts it."""
_PADDING = 0.06
"""Share of the frame left free on every side."""
_WORLD_SOUTH, _WORLD_NORTH = -57.0, 84.0
"""Degrees: an inhabited world, without Antarctica."""


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
    codes: tuple[str, ...],
    *,
    leads: frozenset[str] = frozenset(),
    shape: Shape | None = None,
    inset: bool = True,
    place: str = AUTO,
) -> Framing:
    """Where to look to show the mainlands of all these countries.

    Args:
        codes: ISO 3166-1 alpha-3 codes or XKX, at least one.
        leads: those of them that led; a main panel without any of them is avoided.
        shape: bounds of the main panel's form.
        inset: whether a second panel may be used.
        place: a part of the world by name, or ``auto``.

    Raises:
        CoopmapError: the atlas has no shape for a code, there is no such place, or none of them lies in it.
    """
    form = shape or Shape()
    if place != AUTO:
        return _named(codes, region(place, width=form.width), place=place, inset=inset)
    outlines = {code: mainland(code) for code in codes}
    vectors = {code: unit_vectors(line[:: len(line) // _SAMPLE + 1]) for code, line in outlines.items()}
    together = main_share(vectors, leads) if inset else codes
    main = _frame([outlines[code] for code in together], form)
    first = main
    for code in (each for each in codes if each not in together and _cut_by(first, outlines[each])):
        # A country that the panel would show in part is shown whole, when that costs little.
        wider = _frame([outlines[each] for each in codes if each in together or each == code], form)
        if wider.pixel_km <= _STRETCH * first.pixel_km:
            together, main = (*together, code), wider
    together = tuple(code for code in codes if code in together)
    rest = tuple(code for code in codes if code not in together)
    if rest:
        wider = _wide(list(outlines.values()), Shape(1.5, 2.2, INSET_WIDTH))
        return Framing(main, together, wider, rest)
    crowd = crowd_of(vectors) if inset and isinstance(main.projection, EqualEarth) else ()
    if crowd:
        close = _frame([outlines[code] for code in crowd], Shape(1.5, 2.0))
        return Framing(main, tuple(code for code in codes if code not in crowd), close, crowd)
    return Framing(main, together)


def _named(codes: tuple[str, ...], main: Frame, *, place: str, inset: bool) -> Framing:
    """The part of the world that was asked for; who lies outside of it stands on the inset."""
    inside = tuple(code for code in codes if main.shows(middle(code)))
    if not inside:
        raise CoopmapError(f"none of the countries lies in the frame {place!r}; auto would show them all")
    rest = tuple(code for code in codes if code not in inside)
    if not rest or not inset:
        return Framing(main, inside)
    wider = _wide([mainland(code) for code in codes], Shape(1.5, 2.2, INSET_WIDTH))
    return Framing(main, inside, wider, rest)


def _cut_by(frame: Frame, outline: NDArray[np.float64]) -> bool:
    points = frame.place(frame.near(outline))
    inside = np.all((points > 0) & (points < np.array([frame.width, frame.height])), axis=1)
    return bool(inside.mean() >= _CUT)


def _frame(outlines: list[NDArray[np.float64]], form: Shape) -> Frame:
    places = np.vstack(outlines)
    sample = np.vstack([outline[:: len(outline) // _SAMPLE + 1] for outline in outlines])
    centre, distance = _middle(unit_vectors(sample))
    longitude, latitude = longitude_latitude(centre)
    if distance <= CONTINENT and (abs(latitude) <= _POLAR or distance <= _ARCTIC):
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
    width, height = np.maximum(high - low, np.array([_NARROWEST_KM / EARTH_RADIUS_KM, 0.0]))
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
