"""A panel: the part of the world inside one frame, projected, at the detail that its scale can show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from coopmap.atlas.layer import LAKE, Layer, layer
from coopmap.atlas.projection import EARTH_RADIUS_KM, EqualEarth, Points, Projection, unit_vectors

Ring = NDArray[np.int32]
"""Shape (n, 2), picture units, y downwards; a closed ring does not repeat its first point."""

UNITS_PER_PIXEL = 4
"""Picture units in one pixel of a panel 1000 pixels wide."""

_DETAIL, _CONTEXT_DETAIL = 0.7, 1.1
"""Corners smaller than so many pixels are left away: clean at three times zoom for the countries the map is
about, and a little plainer for the rest, which is most of the page's weight."""
_ISLAND, _CONTEXT_ISLAND = 0.1, 0.5
"""Square pixels; smaller islands are left away, with the same distinction."""
_MARGIN = 40
"""Picture units drawn beyond the frame, so that no stroke shows along its edge."""
_PAST_THE_EDGE = 12.0
"""Degrees a shape may reach past the edge of the world before it is cut there."""
_FAR_SIDE = -0.85
"""Cosine of the distance at which an azimuthal map turns shapes inside out."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a panel looks at: a projection and a rectangle on its paper."""

    projection: Projection
    """How the earth is laid flat."""
    scale: float
    """Picture units for one earth radius."""
    left: float
    """X of the left edge, earth radii."""
    top: float
    """Y of the upper edge, earth radii."""
    width: int
    """Picture units."""
    height: int
    """Picture units."""

    def place(self, places: Points) -> Points:
        """Longitude and latitude (degrees) to picture units, shape (n, 2)."""
        projected = self.projection.project(places)
        return np.column_stack(
            [(projected[:, 0] - self.left) * self.scale, (self.top - projected[:, 1]) * self.scale]
        )

    def unplace(self, units: Points) -> Points:
        """Picture units to longitude and latitude (degrees), shape (n, 2)."""
        x, y = units[:, 0] / self.scale + self.left, self.top - units[:, 1] / self.scale
        return self.projection.unproject(np.column_stack([x, y]))

    def near(self, places: Points) -> Points:
        """The places moved by whole turns to this side of the map's back."""
        turns = np.round((self.projection.longitude - places[:, 0]) / 360.0)
        return np.column_stack([places[:, 0] + 360.0 * turns, places[:, 1]])

    def shows(self, place: tuple[float, float]) -> bool:
        """Say whether a place (longitude, latitude) lies inside it."""
        x, y = self.place(self.near(np.array([place])))[0]
        return bool(0 <= x <= self.width and 0 <= y <= self.height)

    @property
    def pixel_km(self) -> float:
        """Kilometres that one pixel shows."""
        return UNITS_PER_PIXEL * EARTH_RADIUS_KM / self.scale


@dataclass(frozen=True)
class Cutting:
    """Everything the atlas has inside a frame, in picture units."""

    outlines: dict[str, tuple[Ring, ...]]
    """Country code to its rings (fill by the even-odd rule); ``""`` is land that is nobody's."""
    areas: dict[str, tuple[Ring, ...]]
    """Disputed area to its rings; the same land is also in the outline of the country it is painted with."""
    borders: tuple[Ring, ...]
    """Lines between countries, open."""
    lakes: tuple[Ring, ...]
    """Large lakes."""


def cut(frame: Frame, *, about: frozenset[str] = frozenset()) -> Cutting:
    """The part of the atlas inside ``frame``.

    Args:
        frame: what the panel looks at.
        about: codes of the countries the map is about; they are drawn in finer detail than the rest.
    """
    wanted = _DETAIL * frame.pixel_km
    name = "world" if wanted >= layer("world").tolerances_km[0] else "coverage"
    source = layer(name)
    level = _level(name, _rung(source, wanted))
    picked = _picked(source, level, frame, about=about)
    kept = level.levels >= _rung(source, _CONTEXT_DETAIL * frame.pixel_km)
    kept |= np.array([bool(codes & about) for codes in source.sides])[level.arcs]
    places, starts = _taken(level, picked, kept)
    shapes, owners = _projected(frame, places, starts, closed=picked < source.rings)
    outlines: dict[str, list[Ring]] = defaultdict(list)
    areas: dict[str, list[Ring]] = defaultdict(list)
    borders: list[Ring] = []
    for shape, owner in zip(shapes, picked[owners], strict=True):
        if owner >= source.rings:
            borders.append(shape)
            continue
        face = source.faces[source.face_of[owner]]
        outlines[face.code].append(shape)
        if face.area:
            areas[face.area].append(shape)
    lakes = outlines.pop(LAKE, [])
    return Cutting(
        outlines={code: tuple(found) for code, found in outlines.items()},
        areas={area: tuple(found) for area, found in areas.items()},
        borders=tuple(borders),
        lakes=tuple(lakes),
    )


@dataclass(frozen=True)
class _Level:
    """A layer's runs with only the points that one level needs."""

    places: Points
    """Degrees, shape (n, 2)."""
    starts: NDArray[np.int64]
    """Where each run begins; one more entry for the end."""
    levels: NDArray[np.int8]
    """As in the layer."""
    arcs: NDArray[np.int64]
    """As in the layer."""
    vectors: NDArray[np.float64]
    """The places on the unit sphere, shape (n, 3)."""


def open_all() -> None:
    """Read both layers and prepare all their levels: for who draws many maps, so that each is quick."""
    for name in ("world", "coverage"):
        for rung in range(len(layer(name).tolerances_km)):
            _level(name, rung)


def _rung(source: Layer, wanted_km: float) -> int:
    """The coarsest level that still shows corners of ``wanted_km``."""
    return max((n for n, km in enumerate(source.tolerances_km) if km <= wanted_km), default=0)


@cache
def _level(name: str, rung: int) -> _Level:
    source = layer(name)
    kept = source.levels >= rung
    counts = np.add.reduceat(kept, source.starts[:-1])
    places = source.places[kept]
    starts = np.concatenate([[0], np.cumsum(counts)])
    return _Level(places, starts, source.levels[kept], source.arcs[kept], unit_vectors(places))


def _picked(source: Layer, level: _Level, frame: Frame, *, about: frozenset[str]) -> NDArray[np.int64]:
    """The rings and borders that can matter: large enough, and on this side of the earth."""
    ours = np.array([face.code in about for face in source.faces])[source.face_of]
    smallest = np.where(ours, _ISLAND, _CONTEXT_ISLAND) * frame.pixel_km**2
    wanted = np.diff(level.starts) > 1
    wanted[: source.rings] &= (source.km2 >= smallest) | (source.foremost & ours)
    if not isinstance(frame.projection, EqualEarth):
        centre = unit_vectors(np.array([[frame.projection.longitude, frame.projection.latitude]]))[0]
        towards = level.vectors @ centre
        nearest = np.maximum.reduceat(towards, level.starts[:-1])
        farthest = np.minimum.reduceat(towards, level.starts[:-1])
        corner = np.hypot(
            max(abs(frame.left), abs(frame.left + frame.width / frame.scale)),
            max(abs(frame.top), abs(frame.top - frame.height / frame.scale)),
        )
        horizon = 1.0 - min(corner * 1.05, 2.0) ** 2 / 2.0
        wanted &= (nearest >= horizon) & (farthest > _FAR_SIDE)
    return np.flatnonzero(wanted)


def _taken(
    level: _Level, picked: NDArray[np.int64], kept: NDArray[np.bool_]
) -> tuple[Points, NDArray[np.int64]]:
    """The kept points of the picked runs one after another, and where each run begins."""
    lengths = np.diff(level.starts)[picked]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    points = np.arange(starts[-1]) + np.repeat(level.starts[picked] - starts[:-1], lengths)
    counts = np.add.reduceat(kept[points], starts[:-1])
    return level.places[points[kept[points]]], np.concatenate([[0], np.cumsum(counts)])


def _projected(
    frame: Frame, places: Points, starts: NDArray[np.int64], *, closed: NDArray[np.bool_]
) -> tuple[list[Ring], list[int]]:
    """The runs as whole picture units inside the frame, and for each the run it comes from."""
    split = np.zeros(len(starts) - 1, dtype=bool)
    if isinstance(frame.projection, EqualEarth):
        places, split = _turned(frame.projection.longitude, places, starts)
    paper = frame.place(places)
    first = starts[:-1]
    low, high = np.minimum.reduceat(paper, first), np.maximum.reduceat(paper, first)
    size = np.array([frame.width, frame.height])
    touching = np.all((high > -_MARGIN) & (low < size + _MARGIN), axis=1)
    inside = np.all((low >= -_MARGIN) & (high <= size + _MARGIN), axis=1) & ~split
    bounds = starts.tolist()
    pieces: list[Points] = []
    owners: list[int] = []
    for run in np.flatnonzero(touching | split).tolist():
        here, ring = slice(bounds[run], bounds[run + 1]), bool(closed[run])
        if inside[run]:
            found = [paper[here]]
        elif split[run]:
            halves = _halves(frame.projection.longitude, places[here], closed=ring)
            found = [piece for half in halves for piece in _clipped(frame.place(half), size, closed=ring)]
        else:
            found = _clipped(paper[here], size, closed=ring)
        pieces += found
        owners += [run] * len(found)
    if not pieces:
        return [], []
    shapes = _whole(pieces, closed=closed[owners])
    fewest = np.where(closed[owners], 3, 2).tolist()
    kept = [n for n, shape in enumerate(shapes) if len(shape) >= fewest[n]]
    return [shapes[n] for n in kept], [owners[n] for n in kept]


def _whole(pieces: list[Points], *, closed: NDArray[np.bool_]) -> list[Ring]:
    """The pieces in whole picture units, without repeated points."""
    starts = np.concatenate([[0], np.cumsum([len(piece) for piece in pieces])])
    units = np.round(np.vstack(pieces)).astype(np.int32)
    before = np.arange(len(units)) - 1
    before[starts[:-1]] = starts[1:] - 1
    moves = np.any(units != units[before], axis=1)
    moves[starts[:-1][~closed]] = True
    left = np.concatenate([[0], np.cumsum(np.add.reduceat(moves, starts[:-1]))]).tolist()
    units = units[moves]
    return [units[first:last] for first, last in pairwise(left)]


def _turned(centre: float, places: Points, starts: NDArray[np.int64]) -> tuple[Points, NDArray[np.bool_]]:
    """Every run moved by whole turns to be nearest to ``centre``, and which still cross the map's back."""
    first = starts[:-1]
    west, east = np.minimum.reduceat(places[:, 0], first), np.maximum.reduceat(places[:, 0], first)
    turns = 360.0 * np.round((centre - (west + east) / 2) / 360.0)
    moved = places.copy()
    moved[:, 0] += np.repeat(turns, np.diff(starts))
    limit = 180.0 + _PAST_THE_EDGE
    return moved, (west + turns < centre - limit) | (east + turns > centre + limit)


def _halves(centre: float, places: Points, *, closed: bool) -> list[Points]:
    """A run that crosses the back of the map, cut there, each piece on its own side."""
    halves: list[Points] = []
    for turn in (-360.0, 0.0, 360.0):
        shape = (shapely.polygons if closed else shapely.linestrings)(places + np.array([turn, 0.0]))
        part = shapely.clip_by_rect(shape, centre - 180.0, -90.0, centre + 180.0, 90.0)
        halves.extend(_coordinates(shapely.segmentize(part, 2.0), closed=closed))
    return halves


def _clipped(paper: Points, size: NDArray[np.int64], *, closed: bool) -> list[Points]:
    if len(paper) < (3 if closed else 2):
        return []
    shape = (shapely.polygons if closed else shapely.linestrings)(paper)
    part = shapely.clip_by_rect(shape, -_MARGIN, -_MARGIN, size[0] + _MARGIN, size[1] + _MARGIN)
    return _coordinates(part, closed=closed)


def _coordinates(shape: shapely.Geometry, *, closed: bool) -> list[Points]:
    if not closed:
        return [shapely.get_coordinates(line) for line in shapely.get_parts(shape) if not line.is_empty]
    rings = shapely.get_rings(shapely.get_parts(shape))
    return [shapely.get_coordinates(ring)[:-1] for ring in rings]
