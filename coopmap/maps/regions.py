"""Regions: the parts of the world a person may ask for by name, whoever took part."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np

from coopmap.atlas import EARTH_RADIUS_KM, EqualEarth, Frame, LambertAzimuthal
from coopmap.errors import CoopmapError

_TABLE = Path(__file__).parent / "frames.csv"


@cache
def region_names() -> tuple[str, ...]:
    """``world``, ``europe`` ... in the order of the table."""
    return tuple(_rows())


def region(name: str, *, width: int) -> Frame:
    """The frame of a part of the world.

    Args:
        name: as in ``frames.csv``.
        width: picture units from left to right.

    Raises:
        CoopmapError: there is no such part.
    """
    row = _rows().get(name)
    if row is None:
        raise CoopmapError(f"no frame {name!r}: auto, {', '.join(_rows())} would be right")
    longitude, latitude, wide, tall = (
        float(row[column]) for column in ("longitude", "latitude", "width_km", "height_km")
    )
    size = np.array([wide, tall]) / EARTH_RADIUS_KM
    scale = width / size[0]
    flat = row["projection"] == "equal-earth"
    projection = EqualEarth(longitude) if flat else LambertAzimuthal(longitude, latitude)
    middle = projection.project(np.array([[longitude, latitude]]))[0]
    return Frame(
        projection=projection,
        scale=float(scale),
        left=float(middle[0] - size[0] / 2),
        top=float(middle[1] + size[1] / 2),
        width=width,
        height=round(size[1] * scale),
    )


@cache
def _rows() -> dict[str, dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as opened:
        return {row["name"]: row for row in csv.DictReader(opened)}
