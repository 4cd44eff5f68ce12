"""Disputed areas: holes of the source are filled, contested land is cut out, each by a row of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from coopmap.atlas.coverage import Face
from coopmap.atlas.territories import table
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    import geopandas

_OPENING = 0.006
"""Degrees: slivers thinner than twice this are differences between two editions, not land."""
_ABSORB = 0.012
"""Degrees: a sliver this near to a disputed area is counted with it."""
_LARGEST_HOLE = 10.0
"""Square degrees: larger holes of the land are seas (the Caspian)."""


def cut_disputed(units: dict[str, shapely.Geometry], claims: geopandas.GeoDataFrame) -> list[Face]:
    """The units as faces, each disputed area a face of its own with its id and the code it is painted with.

    Raises:
        CoopmapError: a row of ``policy.csv`` cuts nothing out of the source.
    """
    shapes = dict(units)
    holes = _land_holes(shapes)
    areas: list[Face] = []
    for row in table("policy"):
        verb, _, words = row["cut"].partition(" ")
        if verb == "hole":
            piece = _hole(holes, words)
        elif verb == "overlap":
            piece = _overlap(shapes, claims, name=words, code=row["code"])
        elif verb == "unit":
            piece = shapes.pop(words)
        elif verb == "row":
            piece = shapes.pop("")
        else:
            continue
        if piece is None or piece.is_empty:
            raise CoopmapError(f"policy.csv: {row['area']} cuts nothing out of the source ({row['cut']})")
        hatched = row["hatched"] == "yes"
        areas.append(Face(code=row["code"], area=row["area"] if hatched else "", shape=piece))
        if verb == "overlap":
            shapes = {code: _without(shape, piece) for code, shape in shapes.items()}
    return [*(Face(code=code, area="", shape=shape) for code, shape in shapes.items()), *areas]


def _land_holes(shapes: dict[str, shapely.Geometry]) -> list[shapely.Geometry]:
    land = shapely.coverage_union_all(list(shapes.values()))
    rings = [ring for polygon in shapely.get_parts(land) for ring in polygon.interiors]
    return [hole for hole in map(shapely.Polygon, rings) if hole.area < _LARGEST_HOLE]


def _hole(holes: list[shapely.Geometry], words: str) -> shapely.Geometry | None:
    """The hole at ``LON LAT``, or all the holes within ``WEST..EAST SOUTH..NORTH``."""
    east, north = (tuple(float(end) for end in word.split("..")) for word in words.split())
    box = shapely.box(east[0], north[0], east[-1] + 1e-9, north[-1] + 1e-9)
    wanted = [hole for hole in holes if (box.contains(hole) if len(east) > 1 else hole.intersects(box))]
    return shapely.union_all(wanted) if wanted else None


def _overlap(
    shapes: dict[str, shapely.Geometry], claims: geopandas.GeoDataFrame, *, name: str, code: str
) -> shapely.Geometry | None:
    """Where the other edition's shape ``name`` reaches into land that this one paints differently.

    The two editions differ by hairs along every coast and border: hairs are opened away, and hairs left
    between the area and the sea are absorbed, so that no sliver of the old owner remains.
    """
    claim = shapely.union_all(shapely.make_valid(claims.geometry[claims["name"] == name].to_numpy()))
    if claim.is_empty:
        raise CoopmapError(f"policy.csv: the second edition has no shape named {name}")
    owner = "ISR" if code == "PSE" else code
    hosts = [shapes[owner]] if owner else [shape for shape in shapes.values() if shape.intersects(claim)]
    host = shapely.union_all(hosts)
    opened = host.intersection(claim).buffer(-_OPENING).buffer(_OPENING).intersection(host)
    solid = [part for part in shapely.get_parts(opened) if part.area > _OPENING / 2]
    if not solid:
        return None
    piece = shapely.union_all(solid)
    rest = host.difference(piece)
    kept = rest.buffer(-_ABSORB / 2).buffer(_ABSORB / 2 + 1e-6)
    slivers = rest.difference(kept).intersection(piece.buffer(_ABSORB))
    crumbs = [
        part for part in shapely.get_parts(rest) if part.area < _OPENING and part.distance(piece) < _ABSORB
    ]
    return shapely.union_all([piece, slivers, *crumbs]).buffer(0)


def _without(shape: shapely.Geometry, piece: shapely.Geometry) -> shapely.Geometry:
    return shape.difference(piece) if shape.intersects(piece) else shape
