"""Seats: the corner in which the inset hides no participant, or a place below when no corner is free."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coopmap.atlas import Frame
from coopmap.maps.sheet import Seat

if TYPE_CHECKING:
    from coopmap.atlas import Ground

_SHARES = (0.38, 0.34, 0.3, 0.27)
"""Widths an inset may have, as shares of the main panel's; the largest that fits is taken."""
CORNERS = ("bottom-right", "bottom-left", "top-left")
"""In order of preference; the buttons for zooming stand in the fourth."""
_ROOM = 0.015
"""Share of the panel's width that stays free between the inset and a participant."""

_TALLER = (1.1, 1.2, 1.3, 1.4, 1.5)
"""So much taller a main panel may become to have a free corner."""
_SQUAREST = 1.3
"""Width by height of the tallest main panel."""

BELOW = Seat(corner="below", share=1.0)
"""Under the main panel, as wide as it."""


def roomier(main: Frame, ground: Ground, marks: NDArray[np.int32], inset: Frame) -> Frame | None:
    """The main panel's frame with as much more land to the south, else to the north, as a corner needs.

    An inset as large as the map itself would say that its few countries matter as much; None when no taller
    frame has a free corner either. The arguments are those of ``seat``.
    """
    for factor in _TALLER:
        rows = round((factor - 1) * main.height / ground.cell)
        more = round(rows * ground.cell)
        taller = replace(main, height=main.height + more)
        if taller.width / taller.height < _SQUAREST:
            break
        below = replace(ground, cells=np.pad(ground.cells, ((0, rows), (0, 0)), constant_values=-1))
        if seat(below, marks, inset, corners=CORNERS[:2]) != BELOW:
            return taller
        above = replace(ground, cells=np.pad(ground.cells, ((rows, 0), (0, 0)), constant_values=-1))
        if seat(above, marks + np.array([0, more]), inset, corners=CORNERS[2:]) != BELOW:
            return replace(taller, top=main.top + more / main.scale)
    return None


def seat(
    ground: Ground, marks: NDArray[np.int32], inset: Frame, *, corners: tuple[str, ...] = CORNERS
) -> Seat:
    """Where the inset stands.

    Args:
        ground: whose land lies where on the main panel; only participants' land matters.
        marks: more points to keep clear of: dots, and coasts of islands too small for the ground.
        inset: the inset's frame; only its form matters.
        corners: where it may stand, best first.
    """
    rows, columns = np.nonzero(ground.cells >= 0)
    land = np.column_stack([columns + 0.5, rows + 0.5]) * ground.cell
    points = np.vstack([land, marks.reshape(-1, 2)])
    for share in _SHARES:
        wide = share * ground.width
        size = np.array([wide, wide * inset.height / inset.width]) + _ROOM * ground.width
        for corner in corners:
            low = np.array(
                [
                    0.0 if corner.endswith("left") else ground.width - size[0],
                    0.0 if corner.startswith("top") else ground.height - size[1],
                ]
            )
            if not np.any(np.all((points > low) & (points < low + size), axis=1)):
                return Seat(corner=corner, share=share)
    return BELOW
