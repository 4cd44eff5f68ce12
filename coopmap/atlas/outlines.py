"""The outline of a country as GeoJSON wants it: cut at the date line, its rings the right way round."""

from __future__ import annotations

from functools import cache
from typing import Any

import shapely

from coopmap.atlas.geotable import geometry_of
from coopmap.atlas.layer import layer
from coopmap.errors import CoopmapError

DETAILS = ("coverage", "world")
PLACES = 4
"""Decimals kept of a degree: about 10 metres."""
WEST, EAST = -180.0, 180.0
SOUTH, NORTH = -90.0, 90.0


def outline(code: str, *, detail: str = "world") -> dict[str, Any] | None:
    """Give a country's shape as an RFC 7946 geometry; nothing when the atlas has none.

    Longitudes run from -180 to 180 and nothing crosses the date line; outer rings run against the clock. A
    country too small for the coarse detail has its shape from the fine one.

    Raises:
        CoopmapError: there is no such detail.
    """
    if detail not in DETAILS:
        raise CoopmapError(f"detail {detail!r:.40} is not known: {' or '.join(DETAILS)}")
    shape = _shape(code, detail) or _shape(code, "coverage")
    if shape is None:
        return None
    polygons = [_rings(polygon) for polygon in shape.geoms]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


@cache
def _shape(code: str, detail: str) -> shapely.MultiPolygon | None:
    """Give a country's shape, its pieces of every status together."""
    source = layer(detail)
    pieces = [geometry_of(source, face) for face in source.faces if face.code == code]
    return _within(shapely.union_all(pieces)) if pieces else None


def _within(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    """Bring a shape into longitudes from -180 to 180, cut at the date line, its rings the right way round."""
    world = shapely.box(WEST, SOUTH, EAST, NORTH)
    beyond = shapely.box(EAST, SOUTH, EAST + 360, NORTH)
    east = shapely.transform(shapely.intersection(geometry, beyond), lambda places: places - [360, 0])
    whole = shapely.union_all([shapely.intersection(geometry, world), east])
    exact = shapely.set_precision(whole, 10**-PLACES)
    polygons = [
        part for part in shapely.get_parts(exact) if part.geom_type == "Polygon" and not part.is_empty
    ]
    return shapely.orient_polygons(shapely.multipolygons(polygons), exterior_cw=False)


def _rings(polygon: shapely.Polygon) -> list[list[list[float]]]:
    return [
        [[round(x, PLACES), round(y, PLACES)] for x, y in ring.coords]
        for ring in (polygon.exterior, *polygon.interiors)
    ]
