"""Lettering: where the countries' names stand, so that none covers another and the lead is never dropped.

Each name is tried at many places: inside its country where there is room for it, else around it, farther out
with a leader line. The cheapest free place wins; a name without any is left to the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coopmap.maps.letters import width
from coopmap.maps.positions import GAP, Measure, Name, Positions, anywhere, positions

if TYPE_CHECKING:
    from coopmap.atlas import Ground

__all__ = ["Label", "Measure", "Name", "letter"]

_TOO_DEAR = 9.0
"""A name whose best place costs more than this is dropped (a lead's never)."""
_LED = 1.2
"""Type sizes between a name and its place from which on a line leads from one to the other."""


@dataclass(frozen=True, kw_only=True)
class Label:
    """A name in its place."""

    code: str
    """The country's code."""
    lines: tuple[str, ...]
    """The name, broken into one or two lines."""
    lead: bool
    """Whether it is a lead's, and so bold."""
    x: int
    """Middle of the lines, picture units."""
    y: int
    """Baseline of the first line, picture units."""
    leader: tuple[int, int, int, int] | None
    """A line from the name to its place: x and y at the name, x and y at the place."""
    box: tuple[float, float, float, float]
    """The space it takes: left, top, right, bottom, picture units."""


def letter(
    names: list[Name],
    ground: Ground,
    *,
    size: float,
    taken: tuple[tuple[float, float, float, float], ...] = (),
    within: tuple[float, float, float, float],
    measure: Measure = width,
) -> tuple[Label, ...]:
    """The names that find a place, in the order they were given it.

    Args:
        names: most important first.
        ground: which country's land lies where.
        size: the type size, picture units.
        taken: boxes (left, top, right, bottom) that stay free: buttons, an inset.
        within: the box that names must stay in.
        measure: the widths of the font's words.
    """
    boxes = [*taken]
    dots = [_around(name.anchor, 0.45 * size) for name in names if name.dot]
    labels: list[Label] = []
    for name, found in zip(names, positions(names, ground, size=size, measure=measure), strict=True):
        own_dot = _around(name.anchor, 0.45 * size)
        others = [dot for dot in dots if dot != own_dot]
        occupied = np.array([*boxes, *others]).reshape(-1, 4)
        stand, (best, cost) = found, found.cheapest(occupied, within)
        if cost > _TOO_DEAR and not name.lead:
            continue
        if not np.isfinite(cost):
            stand = anywhere(name, within, size=size, measure=measure)
            best = stand.least_in_the_way(occupied)
        label = _label(stand, best, name, size=size)
        labels.append(label)
        boxes.append(label.box)
    return tuple(labels)


def _label(stand: Positions, row: int, name: Name, *, size: float) -> Label:
    """The name at one of the places."""
    left, top, right, bottom = (float(side) for side in stand.boxes[row])
    gap = GAP * size
    x, y = name.anchor
    near_x, near_y = min(max(x, left + gap), right - gap), min(max(y, top + gap), bottom - gap)
    away = float(np.hypot(near_x - x, near_y - y))
    leader = (round(near_x), round(near_y), round(x), round(y)) if away > _LED * size else None
    return Label(
        code=name.code,
        lines=stand.lines[stand.breaks[row]],
        lead=name.lead,
        x=round((left + right) / 2),
        y=round(top + gap + 0.82 * size),
        leader=leader,
        box=(left, top, right, bottom),
    )


def _around(point: tuple[float, float], reach: float) -> tuple[float, float, float, float]:
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach
