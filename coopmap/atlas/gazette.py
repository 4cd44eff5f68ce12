"""What the atlas knows of a country without drawing it: its mainland and its middle."""

from __future__ import annotations

from functools import cache

import numpy as np

from coopmap.atlas.layer import LAKE, layer
from coopmap.atlas.projection import Points
from coopmap.atlas.territories import table
from coopmap.errors import CoopmapError

_COARSE = 3
"""The level of the world layer that is fine enough to frame a map on."""


@cache
def mainland(code: str) -> Points:
    """The outline of a country's mainland, coarse, longitude and latitude in degrees, shape (n, 2).

    Raises:
        CoopmapError: the atlas has no such country.
    """
    source = layer("world")
    faces = [n for n, face in enumerate(source.faces) if face.code == code and face.code != LAKE]
    if not faces:
        raise CoopmapError(
            f"the atlas has no shape for {code!r}: an ISO 3166-1 alpha-3 code or XKX was expected"
        )
    rings = np.flatnonzero(np.isin(source.face_of, faces) & source.mainland)
    runs = [slice(int(source.starts[ring]), int(source.starts[ring + 1])) for ring in rings]
    return np.vstack([source.places[run][source.levels[run] >= _COARSE] for run in runs])


@cache
def middle(code: str) -> tuple[float, float]:
    """A place well inside a country's mainland, longitude and latitude in degrees."""
    undisputed = [face for face in layer("world").faces if face.code == code and not face.area]
    faces = undisputed or [face for face in layer("world").faces if face.code == code]
    if not faces:
        raise CoopmapError(
            f"the atlas has no shape for {code!r}: an ISO 3166-1 alpha-3 code or XKX was expected"
        )
    return faces[0].label


@cache
def area_names() -> dict[str, str]:
    """The disputed areas' English names by id, from the policy table."""
    return {row["area"]: row["name"] for row in table("policy")}
