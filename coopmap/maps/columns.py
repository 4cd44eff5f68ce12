"""Columns: the names of a panel for wide, middling and narrow columns, and what a narrow one shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coopmap.atlas import UNITS_PER_PIXEL
from coopmap.maps.lettering import Name, letter
from coopmap.maps.sheet import NARROW, WIDE, Lettering, Place, Ring, Seat
from coopmap.records import LEADING

if TYPE_CHECKING:
    from coopmap.atlas import Cutting, Frame, Ground
    from coopmap.maps.wording import Wording

_SIZES = {WIDE: 13.0, NARROW: 12.5, 0: 12.0}
"""Type sizes in pixels from each width on."""
_PHONE = 290
"""The narrowest panel that is lettered, pixels."""
_INSET_SIZE = 11.5
_BUTTONS = (46.0, 122.0)
"""Pixels in the upper corner that the buttons for zooming take, width and height; in a narrow column they
stand below the map."""
_CROP_PADDING = 0.035
_CROP_SQUAREST, _CROP_WIDEST = 0.8, 1.45
"""Bounds of width by height of what a narrow column shows."""


@dataclass(frozen=True)
class Shown:
    """A frame with what the atlas has in it."""

    frame: Frame
    """Where it looks."""
    cutting: Cutting
    """What the atlas has there; a participant's outline includes its territories where they are painted."""
    places: tuple[Place, ...]
    """The participants that belong to it."""
    ground: Ground
    """Which participant's land lies where."""
    overseas: dict[str, tuple[Ring, ...]]
    """The outlines of participants' overseas territories."""
    lands: dict[str, tuple[str, ...]]
    """For each participant the codes painted in its colour."""
    sizes: dict[str, float]
    """How large each of its participants is across: pixels at a width of 1000."""
    words: Wording
    """The reader's language."""

    @cached_property
    def names(self) -> list[Name]:
        """What wants a place: leads first, then from the largest country to the smallest."""
        ranked = sorted(
            self.places, key=lambda place: (place.role not in LEADING, -self.sizes[place.code], place.code)
        )
        return [
            Name(
                code=place.code,
                text=place.name,
                lead=place.role in LEADING,
                anchor=place.anchor,
                dot=place.dot,
            )
            for place in ranked
        ]

    @cached_property
    def crop(self) -> tuple[int, int, int, int]:
        """What a narrow column shows: the participants and a little around them."""
        return _crop(self)


def letter_main(shown: Shown, inset: tuple[Seat, Frame] | None) -> tuple[Lettering, ...]:
    """The main panel's names, which keep clear of the buttons and of the inset in its corner."""
    frame = shown.frame
    found = []
    for narrowest, size in _SIZES.items():
        left, top, width, height = (0, 0, frame.width, frame.height) if narrowest else shown.crop
        unit = width / (narrowest or _PHONE)
        taken = [(width - _BUTTONS[0] * unit, 0.0, float(width), _BUTTONS[1] * unit)] if narrowest else []
        if inset is not None and narrowest:
            taken += _seat_box(*inset, frame)
        within = (float(left), float(top), float(left + width), float(top + height))
        labels = letter(shown.names, shown.ground, size=size * unit, taken=tuple(taken), within=within)
        found.append(Lettering(narrowest=narrowest, size=size, labels=labels))
    return tuple(found)


def letter_inset(shown: Shown, seat: Seat) -> tuple[Lettering, ...]:
    """On the main panel the inset is as wide as its seat, below it as wide as the column."""
    frame = shown.frame
    found = []
    for narrowest in (WIDE, NARROW, 0):
        below = seat.corner == "below"
        whole = (0, 0, frame.width, frame.height)
        left, top, width, height = shown.crop if below and not narrowest else whole
        unit = width / (max(narrowest, _PHONE) if below or not narrowest else seat.share * narrowest)
        within = (float(left), float(top), float(left + width), float(top + height))
        labels = letter(shown.names, shown.ground, size=_INSET_SIZE * unit, within=within)
        found.append(Lettering(narrowest=narrowest, size=_INSET_SIZE, labels=labels))
    return tuple(found)


def _seat_box(seat: Seat, inset: Frame, main: Frame) -> list[tuple[float, float, float, float]]:
    if seat.corner == "below":
        return []
    wide = seat.share * main.width
    tall = wide * inset.height / inset.width
    left = 0.0 if seat.corner.endswith("left") else main.width - wide
    top = 0.0 if seat.corner.startswith("top") else main.height - tall
    return [(left, top, left + wide, top + tall)]


def _crop(shown: Shown) -> tuple[int, int, int, int]:
    """What a narrow column shows: the participants and a little around them."""
    frame, ground = shown.frame, shown.ground
    ours = [ground.codes.index(place.code) for place in shown.places]
    rows, columns = np.nonzero(np.isin(ground.cells, ours))
    anchors = np.array([place.anchor for place in shown.places], dtype=float)
    points = np.vstack([np.column_stack([columns + 0.5, rows + 0.5]) * ground.cell, anchors])
    room = _CROP_PADDING * frame.width
    low, high = points.min(axis=0) - room, points.max(axis=0) + room
    width, height = high - low
    width = min(max(width, height * _CROP_SQUAREST), float(frame.width))
    height = min(max(height, width / _CROP_WIDEST), float(frame.height))
    left = float(np.clip((low[0] + high[0] - width) / 2, 0, frame.width - width))
    top = float(np.clip((low[1] + high[1] - height) / 2, 0, frame.height - height))
    return round(left), round(top), round(width), round(height)


def pixels(outline: tuple[Ring, ...], *, inside: Frame | None = None) -> float:
    """How large the largest piece, or its part inside a frame, is across: pixels at a width of 1000."""
    if not outline:
        return 0.0
    points = np.vstack(outline)
    starts = np.cumsum([0, *(len(ring) for ring in outline[:-1])])
    low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    if inside is not None:
        edge = np.array([inside.width, inside.height])
        low, high = np.clip(low, 0, edge), np.clip(high, 0, edge)
    return float(np.sqrt((high - low).astype(float).prod(axis=1)).max()) / UNITS_PER_PIXEL
