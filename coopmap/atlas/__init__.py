"""The atlas: the shapes of all countries, and the frames that maps look at them through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopmap.atlas.gazette import area_names, mainland, middle
from coopmap.atlas.geodesic import geodesic
from coopmap.atlas.ground import Ground, survey
from coopmap.atlas.panel import UNITS_PER_PIXEL, Cutting, Frame, cut, open_all
from coopmap.atlas.projection import (
    EARTH_RADIUS_KM,
    EqualEarth,
    LambertAzimuthal,
    Projection,
    longitude_latitude,
    unit_vectors,
)

if TYPE_CHECKING:
    from coopmap.atlas.geotable import shapes
    from coopmap.atlas.outlines import outline

__all__ = [
    "BOUNDARIES",
    "EARTH_RADIUS_KM",
    "UNITS_PER_PIXEL",
    "Cutting",
    "EqualEarth",
    "Frame",
    "Ground",
    "LambertAzimuthal",
    "Projection",
    "area_names",
    "cut",
    "geodesic",
    "longitude_latitude",
    "mainland",
    "middle",
    "open_all",
    "outline",
    "shapes",
    "survey",
    "unit_vectors",
]

BOUNDARIES = "Natural Earth 5.1.1"
"""Whose boundaries the layers show."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the word stands for
    # geopandas takes half a second to load and only notebooks and GeoJSON need it: fetched when asked for.
    if name == "shapes":
        from coopmap.atlas.geotable import shapes  # noqa: PLC0415

        return shapes
    if name == "outline":
        from coopmap.atlas.outlines import outline  # noqa: PLC0415

        return outline
    raise AttributeError(f"coopmap.atlas has no {name!r}")
