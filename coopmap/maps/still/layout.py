"""Layout: where everything stands on a still of one size, before anything is drawn.

Two arrangements are tried, text above and below the map and text beside it; the map that shows the countries
largest wins. On small stills the summary gives way first, then the figures, then the type gets smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.maps.still import blocks
from coopmap.maps.still.text import Block, Box, Line, Mark, stacked

if TYPE_CHECKING:
    from coopmap.maps.sheet import Panel, Sheet

_STEPS = (1.0, 0.93, 0.86, 0.79, 0.72, 0.65, 0.58)
"""The type gets smaller in these steps until the map has room."""
_LEAST_BASE, _SMALLEST = 11.5, 9.0
"""Running text has at least so many pixels to begin with, and is never set smaller than the second."""
_OPTIONAL = (("figures", "summary"), ("figures",), (), ("-subtitle",))
"""What is shown beside what must be, from all of it to the least."""
_WANTED, _LEAST = 0.58, 0.34
"""Of the still's height the map wants so much, and takes at least so much."""
_COLUMNS = (0.34, 0.38)
"""Of the still's width a column of text takes so much."""
_WIDE = 1.3
"""A column beside the map needs a still at least so much wider than tall."""
_TITLE_LINES = 2
"""Above a map a title has two lines before it gets smaller, in a column twice as many."""
_NAMES = 0.84
"""Size of the names on the map, in base sizes."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where everything stands, pixels."""

    width: float
    height: float
    base: float
    """Size of running text; everything else is measured by it."""
    lines: tuple[Line, ...]
    """All text but the names on the map."""
    marks: tuple[Mark, ...]
    """Swatches of the key and bars beside notes."""
    area: Box
    """The space of the map with its inset."""
    right_to_left: bool

    @property
    def names(self) -> float:
        """Type size of the names on the map."""
        return _NAMES * self.base


def layouts(sheet: Sheet, *, width: int, height: int, credit: str, ratio: float) -> list[Layout]:
    """The arrangements that fit, at most one of each kind.

    Args:
        sheet: what is shown.
        width: of the still, pixels.
        height: of the still, pixels.
        credit: the theme's line.
        ratio: width by height of the land that the main panel must show.

    Raises:
        CoopmapError: nothing fits.
    """
    base = max(min(sqrt(width * height) / 44, width / 36), _LEAST_BASE)
    tries = [_stacked(sheet, width, height, credit, base, ratio)]
    if width / height >= _WIDE:
        tries.append(_beside(sheet, width, height, credit, base))
    found = [layout for layout in tries if layout]
    if not found:
        raise CoopmapError(
            f"{width}x{height}: too small for the title, key and sources of {sheet.id}; "
            f"{max(2 * width, 640)}x{max(2 * height, 480)} would have room"
        )
    return [_turned(layout) if sheet.direction == "rtl" else layout for layout in found]


def _stacked(sheet: Sheet, width: int, height: int, credit: str, base: float, ratio: float) -> Layout | None:
    """Title and key above the map, everything else below it; the map from edge to edge."""
    wanted = max(min(_WANTED * height, width / ratio), _LEAST * height)
    best = None
    for size, optional in _attempts(base):
        room, margin = width - 2 * 1.3 * size, 1.3 * size
        head = stacked(_head(sheet, size, room, lines=_TITLE_LINES, optional=optional))
        foot = stacked(_foot(sheet, size, room, credit, optional=optional))
        top, bottom = margin + head.height + 0.8 * size, height - 0.9 * margin - foot.height - 0.7 * size
        best = _layout(
            width,
            height,
            size,
            head.moved(margin, margin),
            foot.moved(margin, bottom + 0.7 * size),
            area=(0.0, top, float(width), bottom),
        )
        tall = bottom - top
        # Smaller type is worth it only when the map would else be a strip.
        if tall >= (wanted if size == base else max(_LEAST * height, 0.8 * wanted)):
            return best
    return best if best and best.area[3] - best.area[1] >= _LEAST * height else None


def _beside(sheet: Sheet, width: int, height: int, credit: str, base: float) -> Layout | None:
    """All text in a column; the map fills the rest up to the edges."""
    for size, optional in _attempts(base):
        for share in _COLUMNS:
            margin, column = 1.3 * size, share * width
            room = column - 2 * margin
            head = stacked(
                [
                    *_head(sheet, size, room, lines=2 * _TITLE_LINES, optional=optional),
                    *_extra(sheet, size, room, optional=optional),
                ]
            )
            foot = stacked(_foot(sheet, size, room, credit, optional=()))
            if margin + head.height + 1.2 * size + foot.height + 0.9 * margin > height:
                continue
            return _layout(
                width,
                height,
                size,
                head.moved(margin, margin),
                foot.moved(margin, height - 0.9 * margin - foot.height),
                area=(column, 0.0, float(width), float(height)),
            )
    return None


def _attempts(base: float) -> Iterator[tuple[float, tuple[str, ...]]]:
    for step in _STEPS:
        for optional in _OPTIONAL if step == 1 else _OPTIONAL[-2:]:
            if step == 1 or base * step >= _SMALLEST:
                yield base * step, optional


def _head(sheet: Sheet, base: float, width: float, *, lines: int, optional: tuple[str, ...]) -> list[Block]:
    found = [blocks.title(sheet, base=base, width=width, lines=lines)]
    if "-subtitle" not in optional:
        found.append(blocks.subtitle(sheet, base=base, width=width))
    return [*found, blocks.key(sheet, base=base, width=width, column=lines > _TITLE_LINES)]


def _extra(sheet: Sheet, base: float, width: float, *, optional: tuple[str, ...]) -> list[Block]:
    found = []
    if "figures" in optional:
        found.append(blocks.figures(sheet, base=base, width=width))
    if "summary" in optional:
        found.append(blocks.summary(sheet, base=base, width=width))
    return found


def _foot(sheet: Sheet, base: float, width: float, credit: str, *, optional: tuple[str, ...]) -> list[Block]:
    return [
        *_extra(sheet, base, width, optional=optional),
        blocks.notes(sheet, base=base, width=width),
        blocks.small_print(sheet, base=base, width=width, credit=credit),
    ]


def _layout(width: int, height: int, base: float, *parts: Block, area: Box) -> Layout:
    return Layout(
        width=width,
        height=height,
        base=base,
        lines=tuple(line for part in parts for line in part.lines),
        marks=tuple(mark for part in parts for mark in part.marks),
        area=area,
        right_to_left=False,
    )


def _turned(layout: Layout) -> Layout:
    """The layout for readers who read from right to left."""
    turned = blocks.mirrored(Block(lines=layout.lines, marks=layout.marks), layout.width)
    left, top, right, bottom = layout.area
    return replace(
        layout,
        lines=turned.lines,
        marks=turned.marks,
        area=(layout.width - right, top, layout.width - left, bottom),
        right_to_left=True,
    )


def panel_boxes(panels: tuple[Panel, ...], area: Box) -> tuple[Box, ...]:
    """Where each panel stands in the map's space."""
    left, top, right, bottom = area
    view = panels[0].view
    if len(panels) == 1:
        return (area,)
    seat, inset = panels[1].seat, panels[1].view
    wide = min(right - left, (bottom - top) * view.width / view.height)
    across = (seat.share if seat else 1.0) * wide
    tall = across * inset.height / inset.width
    corner = seat.corner if seat else "below"
    if corner in {"below", "beside"}:
        main = (left, top, left + wide, top + wide * view.height / view.width)
        return main, (right - across, bottom - tall, right, bottom)
    x = left if corner.endswith("left") else right - across
    y = top if corner.startswith("top") else bottom - tall
    return area, (x, y, x + across, y + tall)
