"""Shapes for notebooks: the atlas as a table of countries, territories and disputed areas."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely

from coopmap.atlas.gazette import area_names
from coopmap.atlas.layer import LAKE, Face, Layer, layer
from coopmap.countries import label
from coopmap.errors import CoopmapError


def shapes(*, detail: str = "coverage") -> geopandas.GeoDataFrame:
    """The atlas in longitude and latitude (EPSG:4326), one row for each piece of land of one status.

    Args:
        detail: ``"coverage"`` (corners from 1.5 km up) or ``"world"`` (from 8 km up, small islands left out).

    Returns:
        Columns ``code`` (ISO 3166-1 alpha-3 or XKX; empty where the land is nobody's), ``disputed`` (the
        disputed area's id in the boundary policy, else empty), ``name`` (of the area, else of the country,
        English), ``label_longitude`` and ``label_latitude`` (a place well inside the mainland), ``geometry``.
        A country with a disputed area has two rows; ``.dissolve("code")`` joins them. Longitudes run from
        -169 to 191, so that the date line cuts no country; Kiribati alone reaches both ends.

    Raises:
        CoopmapError: there is no such detail.
    """
    if detail not in {"coverage", "world"}:
        raise CoopmapError(f"detail {detail!r} is not known: coverage or world")
    source = layer(detail)
    names = area_names()
    land = [face for face in source.faces if face.code != LAKE]
    return geopandas.GeoDataFrame(
        {
            "code": [face.code for face in land],
            "disputed": [face.area for face in land],
            "name": [
                names.get(face.area) or (label(face.code) if face.code else "Bir Tawil") for face in land
            ],
            "label_longitude": [face.label[0] for face in land],
            "label_latitude": [face.label[1] for face in land],
        },
        geometry=[geometry_of(source, face) for face in land],
        crs="EPSG:4326",
    )


def geometry_of(source: Layer, face: Face) -> shapely.Geometry:
    """Give a face's shape in longitude and latitude, longitudes from -169 to 191."""

    def ring(number: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return source.places[source.starts[number] : source.starts[number + 1]]

    polygons = [
        shapely.polygons(
            shapely.linearrings(ring(outer)),
            holes=[shapely.linearrings(ring(hole)) for hole in holes] or None,
        )
        for outer, *holes in face.polygons
    ]
    return shapely.make_valid(shapely.multipolygons(polygons))
