"""The way from one country to another: the shortest line over the earth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coopmap.atlas.projection import unit_vectors

if TYPE_CHECKING:
    from coopmap.atlas.panel import Frame
    from coopmap.atlas.projection import Points

_STEPS = 33
"""Points of a line: enough for a smooth curve half-way around the earth."""


def geodesic(start: tuple[float, float], end: tuple[float, float], frame: Frame) -> list[Points]:
    """The great circle from one place to another on a panel.

    Args:
        start: longitude and latitude, degrees.
        end: longitude and latitude, degrees.
        frame: the panel it is drawn on.

    Returns:
        One line in picture units, shape (n, 2), or two where the back of the map cuts it.
    """
    first, last = unit_vectors(np.array([start, end]))
    angle = np.arccos(np.clip(first @ last, -1.0, 1.0))
    part = np.linspace(0.0, 1.0, _STEPS)[:, None]
    if angle < 1e-9:  # noqa: PLR2004 - one and the same place
        return []
    way = (np.sin((1 - part) * angle) * first + np.sin(part * angle) * last) / np.sin(angle)
    north = np.degrees(np.arcsin(np.clip(way[:, 2], -1.0, 1.0)))
    places = frame.near(np.column_stack([np.degrees(np.arctan2(way[:, 1], way[:, 0])), north]))
    breaks = np.flatnonzero(np.abs(np.diff(places[:, 0])) > 180.0) + 1  # noqa: PLR2004 - half a turn
    return [frame.place(run) for run in np.split(places, breaks) if len(run) > 1]
