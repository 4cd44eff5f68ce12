"""Levels of detail: for every point of a coast or border, how far one may zoom out before it goes.

The coverage is simplified at a ladder of tolerances; a point's level is the coarsest rung that still
keeps it. A panel then takes its detail by comparing one number per point, and neighbours still match,
because they share the points and so the levels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from coopmap.atlas.coverage import Coverage, Piece, on_paper
from coopmap.atlas.projection import EARTH_RADIUS_KM, EqualEarth

TOLERANCES_KM = (1.5, 2.0, 2.8, 4.0, 5.6, 8.0, 11.0, 16.0, 22.0, 32.0, 45.0)
"""The ladder: a corner goes when the triangle it makes is smaller than the tolerance squared."""

_LONGEST_STEP = 4.0
"""Degrees of longitude a straight border may run at any level without a point: parallels are curves."""
_ATTEMPTS = 6
"""How often to look again whether outlines still cross; each time more points are kept, in a wider reach."""
_KM_PER_DEGREE = 111.2
_PLACE = re.compile(r"\[(\S+) (\S+)\]")
"""Where GEOS says an outline crosses itself: ``Self-intersection[35.2 31.77]``."""


@dataclass(frozen=True)
class Levelled:
    """A coverage whose points know their level."""

    arcs: tuple[NDArray[np.float64], ...]
    """As in the coverage, degrees."""
    levels: tuple[NDArray[np.int8], ...]
    """For each point of each arc the last rung of ``TOLERANCES_KM`` that keeps it; -1 for none."""
    pieces: tuple[Piece, ...]
    """As in the coverage."""


def with_levels(coverage: Coverage) -> Levelled:
    """The coverage with a level for every point."""
    paper = on_paper(np.array([piece.polygon for piece in coverage.pieces], dtype=object))
    projection = EqualEarth(11.0)
    lengths = [len(arc) for arc in coverage.arcs]
    points = np.vstack(coverage.arcs)
    keys = _keys(projection.project(points) * EARTH_RADIUS_KM)
    levels = np.full(len(points), -1, dtype=np.int8)
    for rung, tolerance in enumerate(TOLERANCES_KM):
        left = shapely.coverage_simplify(paper, tolerance)
        levels[np.isin(keys, _keys(shapely.get_coordinates(left)))] = rung
    each = np.split(levels, np.cumsum(lengths)[:-1])
    for arc, level in zip(coverage.arcs, each, strict=True):
        level[[0, -1]] = len(TOLERANCES_KM) - 1
        _keep_parallels_curved(arc, level)
    for rung in range(len(TOLERANCES_KM)):
        _untangle(coverage, points, levels, rung)
    return Levelled(arcs=coverage.arcs, levels=tuple(each), pieces=coverage.pieces)


def _keys(points: NDArray[np.float64]) -> NDArray[np.complex128]:
    """The points as numbers that can be looked up, equal within a tenth of a metre."""
    rounded = np.round(points, 4) + 0.0
    return np.asarray(rounded[:, 0] + 1j * rounded[:, 1])


def _keep_parallels_curved(arc: NDArray[np.float64], level: NDArray[np.int8]) -> None:
    """Raise the level of points along long straight stretches, in place."""
    for rung in range(len(TOLERANCES_KM) - 1, -1, -1):
        kept = np.flatnonzero(level >= rung)
        spans = np.abs(np.diff(arc[kept, 0]))
        for step in np.flatnonzero(spans > _LONGEST_STEP):
            first, last = kept[step], kept[step + 1]
            count = int(spans[step] // _LONGEST_STEP)
            between = np.linspace(first, last, count + 2).round().astype(int)[1:-1]
            level[between] = np.maximum(level[between], rung)


def _untangle(coverage: Coverage, points: NDArray[np.float64], levels: NDArray[np.int8], rung: int) -> None:
    """Keep more points where outlines would cross each other at ``rung``, in place.

    The simplifier never crosses lines, but the points kept here are those of all coarser rungs too.
    """
    for attempt in range(_ATTEMPTS):
        spots = _crossings(coverage, levels, rung)
        if not len(spots):
            return
        finer = max(rung - 1 - attempt // 2, -1)
        reach = TOLERANCES_KM[rung] / _KM_PER_DEGREE * 3 * (1 + attempt)
        for spot in spots:
            near = np.abs(points - spot).max(axis=1) <= reach
            levels[near & (levels >= finer) & (levels < rung)] = rung


def _crossings(coverage: Coverage, levels: NDArray[np.int8], rung: int) -> NDArray[np.float64]:
    """The places where outlines cross themselves or each other at ``rung``, degrees."""
    each = np.split(levels, np.cumsum([len(arc) for arc in coverage.arcs])[:-1])
    drawn = [_drawn(coverage, piece, each, rung) for piece in coverage.pieces]
    shapes = np.array([shape for shape in drawn if shape is not None], dtype=object)
    reasons = shapely.is_valid_reason(shapes[~shapely.is_valid(shapes)])
    spots = [place.groups() for reason in reasons if (place := _PLACE.search(reason))]
    edges = shapely.get_coordinates(shapely.coverage_invalid_edges(shapes))
    return np.vstack([np.array(spots, dtype=float).reshape(-1, 2), edges])


def _drawn(
    coverage: Coverage, piece: Piece, levels: list[NDArray[np.int8]], rung: int
) -> shapely.Polygon | None:
    """The piece with the points of one level; nothing where no area is left of it."""
    rings = []
    for arcs in piece.rings:
        runs = []
        for arc in arcs:
            plain = arc if arc >= 0 else ~arc
            run = coverage.arcs[plain][levels[plain] >= rung]
            runs.append(run[:-1] if arc >= 0 else run[:0:-1])
        points = np.vstack(runs)
        if len(points) >= 3:  # noqa: PLR2004 - a triangle
            rings.append(shapely.linearrings(points))
    return shapely.polygons(rings[0], holes=rings[1:] or None) if rings else None
