"""Lettering: where the countries' names stand, so that none covers another and the lead is never dropped.

Each name is tried at many places: inside its country where there is room for it, else around it, farther out
with a leader line. The cheapest free place wins; a name without any is left to the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from coopmap.maps.letters import width

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coopmap.atlas import Ground

_LINE = 1.15
"""Distance between two lines, in type sizes."""
_GAP = 0.28
"""Free space around a name, in type sizes."""
_BESIDE = (0.75, 1.7, 3.0, 4.6, 6.5)
"""How far out a name may stand, in type sizes from its country's dot or middle."""
_DIRECTIONS = 16
_TOO_DEAR = 9.0
"""A name whose best place costs more than this is dropped (a lead's never)."""
_LED = 1.2
"""Type sizes between a name and its place from which on a line leads from one to the other."""
_INSIDE = 40
"""So many of the best places inside a country are weighed."""
_GRID = 60
"""So many places in each direction are weighed for a lead's name that found none near its country."""


class Measure(Protocol):
    """How wide one line of text is, in multiples of the type size."""

    def __call__(self, text: str, *, bold: bool = False) -> float:
        """Measure a line."""


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name that wants a place."""

    code: str
    """The country's code."""
    text: str
    """The name in the reader's language."""
    lead: bool
    """Leads are lettered first, bold, and never dropped."""
    anchor: tuple[float, float]
    """The country's middle or dot, picture units."""
    dot: bool
    """Whether a dot stands at the anchor, which the name must not cover."""


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
    for name in names:
        own_dot = _around(name.anchor, 0.45 * size)
        others = [dot for dot in dots if dot != own_dot]
        candidates = _candidates(name, ground, size=size, measure=measure)
        occupied = np.array([*boxes, *others]).reshape(-1, 4)
        best, cost = candidates.cheapest(occupied, within)
        if cost > _TOO_DEAR and not name.lead:
            continue
        if not np.isfinite(cost):
            candidates = _anywhere(name, within, size=size, measure=measure)
            best = candidates.least_in_the_way(occupied)
        label = candidates.label(best, name, size=size)
        labels.append(label)
        boxes.append(label.box)
    return tuple(labels)


@dataclass(frozen=True)
class _Candidates:
    """Places a name might stand, one row each."""

    boxes: NDArray[np.float64]
    """Left, top, right, bottom, shape (n, 4)."""
    cost: NDArray[np.float64]
    """What each costs, shape (n,)."""
    lines: tuple[tuple[str, ...], ...]
    """How the name is broken at each."""

    def free(
        self, taken: NDArray[np.float64], within: tuple[float, float, float, float]
    ) -> NDArray[np.bool_]:
        """Which of them touch nothing and stay within."""
        left, top, right, bottom = (self.boxes[:, n, None] for n in range(4))
        clash = (left < taken[:, 2]) & (right > taken[:, 0]) & (top < taken[:, 3]) & (bottom > taken[:, 1])
        inside = (self.boxes[:, :2] >= within[:2]).all(axis=1) & (self.boxes[:, 2:] <= within[2:]).all(axis=1)
        return np.asarray(~clash.any(axis=1) & inside)

    def cheapest(
        self, taken: NDArray[np.float64], within: tuple[float, float, float, float]
    ) -> tuple[int, float]:
        """The cheapest free one and its cost, which is infinite when none is free."""
        cost = np.where(self.free(taken, within), self.cost, np.inf)
        best = int(np.argmin(cost))
        return best, float(cost[best])

    def least_in_the_way(self, taken: NDArray[np.float64]) -> int:
        """The one that covers least of what stands already, the cheapest of those."""
        low = np.maximum(self.boxes[:, None, :2], taken[None, :, :2])
        high = np.minimum(self.boxes[:, None, 2:], taken[None, :, 2:])
        covered = np.clip(high - low, 0.0, None).prod(axis=2).sum(axis=1)
        return int(np.lexsort((self.cost, np.round(covered)))[0])

    def label(self, row: int, name: Name, *, size: float) -> Label:
        """The name at one of the places."""
        left, top, right, bottom = (float(side) for side in self.boxes[row])
        gap = _GAP * size
        x, y = name.anchor
        near_x, near_y = min(max(x, left + gap), right - gap), min(max(y, top + gap), bottom - gap)
        away = float(np.hypot(near_x - x, near_y - y))
        leader = (round(near_x), round(near_y), round(x), round(y)) if away > _LED * size else None
        return Label(
            code=name.code,
            lines=self.lines[row],
            lead=name.lead,
            x=round((left + right) / 2),
            y=round(top + gap + 0.82 * size),
            leader=leader,
            box=(left, top, right, bottom),
        )


def _around(point: tuple[float, float], reach: float) -> tuple[float, float, float, float]:
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach


def _candidates(name: Name, ground: Ground, *, size: float, measure: Measure) -> _Candidates:
    boxes, cost, lines = [], [], []
    for broken in _breaks(name.text):
        wide, tall = _extent(broken, bold=name.lead, size=size, measure=measure)
        places = np.vstack([_inside(name, ground, wide, tall), _beside(name, wide, tall, size)])
        half = np.array([wide, tall]) / 2
        found = np.hstack([places - half, places + half])
        boxes.append(found)
        cost.append(_cost(name, ground, found, size=size) + 0.35 * (len(broken) - 1))
        lines += [broken] * len(found)
    return _Candidates(np.vstack(boxes), np.concatenate(cost), tuple(lines))


def _anywhere(
    name: Name, within: tuple[float, float, float, float], *, size: float, measure: Measure
) -> _Candidates:
    """Places all over the panel for a lead's name that found none near its country; near is cheap."""
    left, top, right, bottom = within
    boxes, lines = [], []
    for broken in _breaks(name.text):
        half = np.array(_extent(broken, bold=name.lead, size=size, measure=measure)) / 2
        across = np.linspace(left + half[0], max(right - half[0], left + half[0]), _GRID)
        down = np.linspace(top + half[1], max(bottom - half[1], top + half[1]), _GRID)
        places = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
        boxes.append(np.hstack([places - half, places + half]))
        lines += [broken] * len(places)
    found = np.vstack(boxes)
    away = np.hypot(*((found[:, :2] + found[:, 2:]) / 2 - np.array(name.anchor)).T)
    return _Candidates(found, away, tuple(lines))


def _extent(lines: tuple[str, ...], *, bold: bool, size: float, measure: Measure) -> tuple[float, float]:
    """How wide and how tall a name is with the free space around it."""
    wide = max(measure(line, bold=bold) for line in lines) * size + 2 * _GAP * size
    return wide, (len(lines) - 1) * _LINE * size + size + 2 * _GAP * size


def _breaks(text: str) -> list[tuple[str, ...]]:
    """The name in one line and, when it is long, in two of about the same width."""
    words = text.split(" ")
    pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    if not pairs or width(text) < 5:  # noqa: PLR2004 - ems
        return [(text,)]
    return [(text,), min(pairs, key=lambda pair: max(width(pair[0]), width(pair[1])))]


def _inside(name: Name, ground: Ground, wide: float, tall: float) -> NDArray[np.float64]:
    """The places where most of the name lies on its own country."""
    share, places = ground.share(name.code, wide, tall)
    if not len(share):
        return np.empty((0, 2))
    away = np.hypot(*(places - name.anchor).T) / max(ground.width, ground.height)
    order = np.argsort(np.round(away - 1.5 * share, 6), kind="stable")[:_INSIDE]
    return np.asarray(places[order])


def _beside(name: Name, wide: float, tall: float, size: float) -> NDArray[np.float64]:
    """Places around the anchor, the name's nearest edge always as far out as the ring says."""
    angles = np.arange(_DIRECTIONS) * 2 * np.pi / _DIRECTIONS
    way = np.column_stack([np.cos(angles), np.sin(angles)])
    rings = [way * (np.array([wide, tall]) / 2 + ring * size) for ring in _BESIDE]
    return np.asarray(np.vstack(rings) + np.array(name.anchor))


def _cost(name: Name, ground: Ground, boxes: NDArray[np.float64], *, size: float) -> NDArray[np.float64]:
    """On its own land a name is cheap; over another participant's it is dear; far away it is dearer."""
    own, other = ground.covered(name.code, boxes)
    x, y = name.anchor
    away_x = np.maximum(np.maximum(boxes[:, 0] - x, x - boxes[:, 2]), 0.0)
    away_y = np.maximum(np.maximum(boxes[:, 1] - y, y - boxes[:, 3]), 0.0)
    away = np.hypot(away_x, away_y) / size
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    off = np.hypot(*(middle - np.array(name.anchor)).T) / size
    # Names read best to the right of a dot, then to its left, then above and below.
    awkward = np.where(middle[:, 0] >= x, 0.0, 0.25) + 0.3 * (np.abs(middle[:, 1] - y) > size)
    fits = own > 0.9  # noqa: PLR2004 - the corners may overhang
    outside = 1.2 + 4.5 * other + 1.1 * away + awkward + 0.6 * own
    if name.dot:
        covers = (boxes[:, 0] < x) & (boxes[:, 2] > x) & (boxes[:, 1] < y) & (boxes[:, 3] > y)
        return np.asarray(np.where(covers, np.inf, outside))
    return np.asarray(np.where(fits, 0.04 * off, outside + 0.8 * (own > 0) * (1 - own)))
