"""Territories: every shape gets its ISO code, and overseas parts are taken apart from their parents."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    import geopandas

TABLES = Path(__file__).parent / "tables"

CUT_LONGITUDE = -169.0
"""The world is cut in the Bering Strait, where only Antarctica has to be cut with it."""

_HALF_TURN = 180.0


def table(name: str) -> list[dict[str, str]]:
    """The rows of ``tables/NAME.csv``."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def key_territories(countries: geopandas.GeoDataFrame) -> dict[str, shapely.Geometry]:
    """Natural Earth's countries as one shape per ISO code (``""`` for land that is nobody's).

    Longitudes run from -169 to 191, so that Russia, Fiji and New Zealand are whole.

    Raises:
        CoopmapError: a row of ``territories.csv`` names a shape or a box that the source does not have.
    """
    rows = table("territories")
    whole = {row["row"]: row["code"] for row in rows if not row["west"]}
    boxes = [row for row in rows if row["west"]]
    parts: dict[str, list[shapely.Geometry]] = {}
    unmatched = {row["code"] for row in boxes}
    for name, code, shape in zip(
        countries["NAME"], countries["ISO_A3_EH"], countries.geometry.to_numpy(), strict=True
    ):
        for polygon in shapely.get_parts(shapely.make_valid(shape)):
            if polygon.geom_type != "Polygon":
                continue
            own = _boxed(polygon, [row for row in boxes if row["row"] == name])
            unmatched.discard(own or "")
            parts.setdefault(own or whole.get(name, code), []).append(polygon)
    parts.pop("-", None)
    if unmatched or "-99" in parts:
        raise CoopmapError(
            f"territories.csv: nothing found for {sorted(unmatched) or 'a shape without a code'}"
        )
    return {code: _whole(polygons) for code, polygons in sorted(parts.items())}


def _boxed(polygon: shapely.Polygon, boxes: list[dict[str, str]]) -> str | None:
    for row in boxes:
        box = shapely.box(*(float(row[side]) for side in ("west", "south", "east", "north")))
        if shapely.contains(box, polygon):
            return row["code"]
    return None


def _whole(polygons: list[shapely.Geometry]) -> shapely.Geometry:
    """All of it east of the cut, moved by a whole turn where it has to be, the seam at 180 degrees closed."""
    moved: list[shapely.Geometry] = []
    for polygon in polygons:
        west, _, east, _ = polygon.bounds
        if west < CUT_LONGITUDE < east and east - west > _HALF_TURN:
            moved.append(shapely.clip_by_rect(polygon, CUT_LONGITUDE, -90, _HALF_TURN, 90))
            moved.append(_turned(shapely.clip_by_rect(polygon, -_HALF_TURN, -90, CUT_LONGITUDE, 90)))
        elif shapely.centroid(polygon).x < CUT_LONGITUDE:
            moved.append(_turned(polygon))
        else:
            moved.append(polygon)
    # Parts of one country that touch (Cyprus and the base areas on it) must become one, or they are no shape.
    return shapely.multipolygons(_polygons([shapely.union_all(moved)]))


def _turned(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(shape, lambda xy: xy + np.array([2 * _HALF_TURN, 0.0]))


def _polygons(shapes: Iterable[shapely.Geometry]) -> list[shapely.Geometry]:
    parts = shapely.get_parts(list(shapes))
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
