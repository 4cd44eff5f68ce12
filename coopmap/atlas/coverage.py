"""One coverage: all shapes share their borders point for point, so that nothing gapes when simplified."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from coopmap.atlas.projection import EARTH_RADIUS_KM, EqualEarth

_PAPER = EqualEarth(11.0)
"""Areas and tolerances are measured on this equal-area paper."""
_LONGEST_STEP = 1.0
"""Degrees between two vertices: a long straight border is a curve on most paper."""


@dataclass(frozen=True)
class Face:
    """A piece of land of one colour."""

    code: str
    """ISO 3166-1 alpha-3 or XKX; empty where the land is nobody's."""
    area: str
    """The disputed area's id in ``policy.csv``; empty where nobody disputes it."""
    shape: shapely.Geometry
    """Polygon or multipolygon, degrees."""


@dataclass(frozen=True)
class Piece:
    """One polygon of the coverage."""

    face: Face
    """The face it belongs to."""
    polygon: shapely.Polygon
    """The polygon at full detail, degrees."""
    rings: tuple[tuple[int, ...], ...]
    """Its rings as arc numbers in order, outer ring first; ``~n`` is arc ``n`` walked backwards."""


@dataclass(frozen=True)
class Coverage:
    """Polygons without gaps or overlaps, and the arcs they are made of."""

    arcs: tuple[NDArray[np.float64], ...]
    """Lines between junctions, degrees, shape (n, 2); an island's is closed."""
    pieces: tuple[Piece, ...]
    """The polygons, built from exactly these arcs."""


def on_paper(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """The shapes on equal-area paper, kilometres."""
    moved = shapely.transform(shapes, lambda xy: _PAPER.project(xy) * EARTH_RADIUS_KM)
    return np.asarray(moved, dtype=object)


def make_coverage(faces: list[Face], *, smallest_km2: float) -> Coverage:
    """The faces as one noded coverage, without islands under ``smallest_km2`` (a face keeps its largest)."""
    lines = shapely.boundary([face.shape for face in faces])
    merged = shapely.line_merge(shapely.union_all(lines))
    arcs = np.array(shapely.segmentize(shapely.get_parts(merged), _LONGEST_STEP), dtype=object)
    polygons = np.array(shapely.get_parts(shapely.polygonize(arcs)), dtype=object)
    owners = _owners(polygons, faces)
    keep = (owners >= 0) & (
        _is_largest(polygons, owners) | (shapely.area(on_paper(polygons)) >= smallest_km2)
    )
    walker = _Walker([shapely.get_coordinates(arc) for arc in arcs])
    pieces = tuple(
        Piece(face=faces[owner], polygon=polygon, rings=walker.rings(polygon))
        for polygon, owner in zip(polygons[keep], owners[keep], strict=True)
    )
    return Coverage(arcs=tuple(walker.arcs), pieces=pieces)


class _Walker:
    """Finds which arcs a ring is made of, by its first step along each of them."""

    def __init__(self, arcs: list[NDArray[np.float64]]) -> None:
        self.arcs = arcs
        self._starts: dict[tuple[float, ...], int] = {}
        self._junctions: set[tuple[float, ...]] = set()
        for number, arc in enumerate(arcs):
            self._starts[(*arc[0], *arc[1])] = number
            self._starts[(*arc[-1], *arc[-2])] = ~number
            self._junctions.update((tuple(arc[0]), tuple(arc[-1])))

    def rings(self, polygon: shapely.Polygon) -> tuple[tuple[int, ...], ...]:
        """The rings of ``polygon`` as arc numbers."""
        return tuple(
            self._ring(shapely.get_coordinates(ring)) for ring in (polygon.exterior, *polygon.interiors)
        )

    def _ring(self, ring: NDArray[np.float64]) -> tuple[int, ...]:
        steps = [tuple(point) for point in ring[:-1]]
        first = next(index for index, point in enumerate(steps) if point in self._junctions)
        steps = steps[first:] + steps[: first + 1]
        numbers: list[int] = []
        at = 0
        while at < len(steps) - 1:
            number = self._starts[(*steps[at], *steps[at + 1])]
            numbers.append(number)
            at += len(self.arcs[number if number >= 0 else ~number]) - 1
        return tuple(numbers)


def _owners(polygons: NDArray[np.object_], faces: list[Face]) -> NDArray[np.intp]:
    """For each polygon the index of the face that holds it, -1 for seas enclosed by land."""
    tree = shapely.STRtree([face.shape for face in faces])
    inside, holder = tree.query(shapely.point_on_surface(polygons), predicate="within")
    owners = np.full(len(polygons), -1, dtype=np.intp)
    owners[inside] = holder
    return owners


def _is_largest(polygons: NDArray[np.object_], owners: NDArray[np.intp]) -> NDArray[np.bool_]:
    sizes = shapely.area(on_paper(polygons))
    order = np.lexsort((-sizes, owners))
    first = np.ones(len(order), dtype=bool)
    first[1:] = owners[order][1:] != owners[order][:-1]
    largest = np.zeros(len(polygons), dtype=bool)
    largest[order[first]] = True
    return largest
