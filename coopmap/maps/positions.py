"""Positions: all the places where each name on a map might stand, and how good each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from coopmap.maps.letters import width

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coopmap.atlas import Ground

    Box = tuple[float, float, float, float]

LINE = 1.15
"""Distance between two lines, in type sizes."""
GAP = 0.28
"""Free space around a name, in type sizes."""
_SECOND_LINE = 0.35
"""What a second line costs."""
_BESIDE = np.array([0.75, 1.7, 3.0, 4.6, 6.5])
"""How far out a name may stand, in type sizes from its country's dot or middle."""
_DIRECTIONS = 16
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


@dataclass(frozen=True)
class Positions:
    """Places one name might stand, one row each."""

    boxes: NDArray[np.float64]
    """Left, top, right, bottom, shape (n, 4)."""
    cost: NDArray[np.float64]
    """What each costs, shape (n,)."""
    breaks: NDArray[np.int64]
    """Which way of breaking the name each takes, shape (n,)."""
    lines: tuple[tuple[str, ...], ...]
    """The ways of breaking the name."""

    def cheapest(self, taken: NDArray[np.float64], within: Box) -> tuple[int, float]:
        """The cheapest free one and its cost, which is infinite when none is free."""
        cost = np.where(self._free(taken, within), self.cost, np.inf)
        best = int(np.argmin(cost))
        return best, float(cost[best])

    def _free(self, taken: NDArray[np.float64], within: Box) -> NDArray[np.bool_]:
        """Which of them touch nothing and stay within."""
        left, top, right, bottom = (self.boxes[:, n, None] for n in range(4))
        clash = (left < taken[:, 2]) & (right > taken[:, 0]) & (top < taken[:, 3]) & (bottom > taken[:, 1])
        inside = (self.boxes[:, :2] >= within[:2]).all(axis=1) & (self.boxes[:, 2:] <= within[2:]).all(axis=1)
        return np.asarray(~clash.any(axis=1) & inside)

    def least_in_the_way(self, taken: NDArray[np.float64]) -> int:
        """The one that covers least of what stands already, the cheapest of those."""
        low = np.maximum(self.boxes[:, None, :2], taken[None, :, :2])
        high = np.minimum(self.boxes[:, None, 2:], taken[None, :, 2:])
        covered = np.clip(high - low, 0.0, None).prod(axis=2).sum(axis=1)
        return int(np.lexsort((self.cost, np.round(covered)))[0])


@dataclass(frozen=True)
class _Ways:
    """The ways of breaking all the names, one row each."""

    names: NDArray[np.int64]
    """Which name it breaks."""
    lines: tuple[tuple[str, ...], ...]
    """Into which lines."""
    extent: NDArray[np.float64]
    """How wide and tall it is with the free space around it, shape (n, 2)."""


def positions(names: list[Name], ground: Ground, *, size: float, measure: Measure) -> list[Positions]:
    """For each name the places inside and around its country; reckoned for all names together, for speed."""
    if not names:
        return []
    ways = _ways(names, size=size, measure=measure)
    inside, places = _inside(names, ways, ground)
    beside = np.repeat(np.arange(len(ways.names)), len(_BESIDE) * _DIRECTIONS)
    way = np.concatenate([inside, beside])
    order = np.argsort(way, kind="stable")
    way = way[order]
    places = np.vstack([places, _beside(names, ways, size)])[order]
    half = ways.extent[way] / 2
    boxes = np.hstack([places - half, places + half])
    second = np.array([len(lines) - 1 for lines in ways.lines])
    cost = _cost(names, ways.names[way], ground, boxes, size=size) + _SECOND_LINE * second[way]
    ends = np.searchsorted(ways.names[way], np.arange(len(names) + 1))
    firsts = np.searchsorted(ways.names, np.arange(len(names) + 1))
    return [
        Positions(
            boxes[ends[n] : ends[n + 1]],
            cost[ends[n] : ends[n + 1]],
            way[ends[n] : ends[n + 1]] - firsts[n],
            ways.lines[firsts[n] : firsts[n + 1]],
        )
        for n in range(len(names))
    ]


def anywhere(name: Name, within: Box, *, size: float, measure: Measure) -> Positions:
    """Places all over the panel for a lead's name that found none near its country; near is cheap."""
    ways = _ways([name], size=size, measure=measure)
    left, top, right, bottom = within
    boxes = []
    for half in ways.extent / 2:
        across = np.linspace(left + half[0], max(right - half[0], left + half[0]), _GRID)
        down = np.linspace(top + half[1], max(bottom - half[1], top + half[1]), _GRID)
        places = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
        boxes.append(np.hstack([places - half, places + half]))
    found = np.vstack(boxes)
    away = np.hypot(*((found[:, :2] + found[:, 2:]) / 2 - np.array(name.anchor)).T)
    return Positions(found, away, np.repeat(np.arange(len(boxes)), _GRID * _GRID), ways.lines)


def _ways(names: list[Name], *, size: float, measure: Measure) -> _Ways:
    found = [(number, lines) for number, name in enumerate(names) for lines in _breaks(name.text)]
    extent = [
        (
            max(measure(line, bold=names[number].lead) for line in lines) * size + 2 * GAP * size,
            (len(lines) - 1) * LINE * size + size + 2 * GAP * size,
        )
        for number, lines in found
    ]
    return _Ways(
        np.array([number for number, _ in found]), tuple(lines for _, lines in found), np.array(extent)
    )


def _breaks(text: str) -> list[tuple[str, ...]]:
    """The name in one line and, when it is long, in two of about the same width."""
    words = text.split(" ")
    pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    if not pairs or width(text) < 5:  # noqa: PLR2004 - ems
        return [(text,)]
    return [(text,), min(pairs, key=lambda pair: max(width(pair[0]), width(pair[1])))]


def _inside(names: list[Name], ways: _Ways, ground: Ground) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The places where most of the name lies on its own country, the best first: each way's, and x and y."""
    cells = [ground.places(names[number].code) for number in ways.names]
    way = np.repeat(np.arange(len(cells)), [len(each) for each in cells])
    places = np.vstack(cells)
    half = ways.extent[way] / 2
    countries = ground.numbers([name.code for name in names])[ways.names[way]]
    share, _ = ground.covered(countries, np.hstack([places - half, places + half]))
    anchors = np.array([name.anchor for name in names])[ways.names[way]]
    away = np.hypot(*(places - anchors).T) / max(ground.width, ground.height)
    order = np.lexsort((np.round(away - 1.5 * share, 6), way))
    rank = np.arange(len(way)) - np.searchsorted(way, way)
    chosen = order[rank < _INSIDE]
    return way[chosen], places[chosen]


def _beside(names: list[Name], ways: _Ways, size: float) -> NDArray[np.float64]:
    """Places around the anchor, the name's nearest edge always as far out as the ring says."""
    angles = np.arange(_DIRECTIONS) * 2 * np.pi / _DIRECTIONS
    towards = np.column_stack([np.cos(angles), np.sin(angles)])
    reach = ways.extent[:, None, :] / 2 + _BESIDE[None, :, None] * size
    anchors = np.array([name.anchor for name in names])[ways.names]
    return np.asarray((towards * reach[:, :, None, :] + anchors[:, None, None, :]).reshape(-1, 2))


def _cost(
    names: list[Name], which: NDArray[np.int64], ground: Ground, boxes: NDArray[np.float64], *, size: float
) -> NDArray[np.float64]:
    """On its own land a name is cheap; over another participant's it is dear; far away it is dearer."""
    own, other = ground.covered(ground.numbers([name.code for name in names])[which], boxes)
    x, y = np.array([name.anchor for name in names], dtype=float)[which].T
    away_x = np.maximum(np.maximum(boxes[:, 0] - x, x - boxes[:, 2]), 0.0)
    away_y = np.maximum(np.maximum(boxes[:, 1] - y, y - boxes[:, 3]), 0.0)
    away = np.hypot(away_x, away_y) / size
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    off = np.hypot(middle_x - x, middle_y - y) / size
    # Names read best to the right of a dot, then to its left, then above and below.
    awkward = np.where(middle_x >= x, 0.0, 0.25) + 0.3 * (np.abs(middle_y - y) > size)
    fits = own > 0.9  # noqa: PLR2004 - the corners may overhang
    outside = 1.2 + 4.5 * other + 1.1 * away + awkward + 0.6 * own
    covers = (boxes[:, 0] < x) & (boxes[:, 2] > x) & (boxes[:, 1] < y) & (boxes[:, 3] > y)
    of_dot = np.where(covers, np.inf, outside)
    of_land = np.where(fits, 0.04 * off, outside + 0.8 * (own > 0) * (1 - own))
    return np.asarray(np.where(np.array([name.dot for name in names])[which], of_dot, of_land))
