"""What a reader should see of a sheet at one width, reckoned from the sheet alone: no browser is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.maps.sheet import NARROW
from tests.gallery.sight import Box, PanelSight, Point, Sight

if TYPE_CHECKING:
    from coopmap.maps import Sheet
    from coopmap.maps.sheet import Lettering, Panel

GAP = 0.28
"""Free space around a name that its box in the sheet includes, in type sizes."""
BESIDE = 720.0
"""The column's width from which the buttons stand on the map."""
ROW = 46.0
"""Pixels between two panels that stand one below the other, the buttons between them."""


def column(window: int) -> float:
    """Give the width of the map in a window."""
    return min(window, 1000) - 2 * min(max(12.0, 0.03 * window), 24.0)


def reckoned(sheet: Sheet, window: int) -> Sight:
    """Reckon what the page shows in a window of this width."""
    width = column(window)
    main = _panel(sheet.panels[0], width, (0.0, 0.0), width)
    insets = [_inset(panel, width, main.edge) for panel in sheet.panels[1:]]
    buttons = (width - 42, 10.0, width - 10, 114.0) if width >= BESIDE else None
    return Sight(width=width, scrolls=False, panels=(main, *insets), buttons=buttons)


def _inset(panel: Panel, width: float, main: Box) -> PanelSight:
    assert panel.seat
    corner = panel.seat.corner
    if corner == "below" or width < NARROW:
        return _panel(panel, width, (0.0, main[3] + ROW), width)
    wide = panel.seat.share * width
    tall = wide * panel.view.height / panel.view.width
    x = 0.0 if corner.endswith("left") else main[2] - wide
    y = 0.0 if corner.startswith("top") else main[3] - tall
    return _panel(panel, wide, (x, y), width)


def _panel(panel: Panel, wide: float, corner: Point, column: float) -> PanelSight:
    """A panel of this width whose upper left corner stands here."""
    view = panel.view
    whole = (0, 0, view.width, view.height)
    left, top, width, height = panel.crop if panel.crop and column < NARROW else whole
    unit = wide / width
    lettering = next(each for each in panel.letterings if column >= each.narrowest)

    def there(x: float, y: float) -> Point:
        return corner[0] + (x - left) * unit, corner[1] + (y - top) * unit

    return PanelSight(
        edge=(*corner, corner[0] + wide, corner[1] + height * unit),
        unit=unit,
        size=lettering.size,
        labels=tuple(
            (label.code, (*there(*box[:2]), *there(*box[2:])))
            for label, box in zip(lettering.labels, _boxes(lettering, unit), strict=True)
        ),
        anchors={place.code: there(*place.anchor) for place in panel.places},
        dots={place.code: there(*place.anchor) for place in panel.places if place.dot},
    )


def _boxes(lettering: Lettering, unit: float) -> list[Box]:
    """The letters of the names, picture units: as large as their type is now, around the same middle."""
    found = []
    for label in lettering.labels:
        # The type stays as large in pixels while the picture grows, and the free space around a name with it.
        left, _, right, _ = label.box
        reckoned_at = (label.box[3] - label.box[1]) / (1 + 2 * GAP + 1.15 * (len(label.lines) - 1))
        size = min(lettering.size / unit, reckoned_at)
        half = ((right - left) / 2 - GAP * reckoned_at) * size / reckoned_at
        rise = label.y - 0.82 * size
        fall = label.y + (0.18 + 1.15 * (len(label.lines) - 1)) * size
        found.append((label.x - half, rise, label.x + half, fall))
    return found
