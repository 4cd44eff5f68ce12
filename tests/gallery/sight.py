"""What a reader sees of a sheet at one width, in pixels: measured in the browser, or reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (320, 480, 700, 1000)
"""Of the window, pixels."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Point = tuple[float, float]
"""X and y."""

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class PanelSight:
    """One panel."""

    edge: Box
    """What can be seen of it."""
    unit: float
    """Pixels of one picture unit."""
    size: float
    """Type size of the names."""
    labels: tuple[tuple[str, Box], ...]
    """The names shown: a country's code and the box of its letters."""
    anchors: dict[str, Point]
    """Where each participant stands."""
    dots: dict[str, Point]
    """Where a dot stands for one."""


@dataclass(frozen=True, kw_only=True)
class Sight:
    """All panels."""

    width: float
    """Of the map's column."""
    scrolls: bool
    """Whether the page is wider than its window."""
    panels: tuple[PanelSight, ...]
    """The main panel and, if there is one, the inset."""
    buttons: Box | None
    """The buttons for zooming; None when they are not there."""


def measured(page: Page) -> Sight:
    """Measure a page in the browser."""
    found: dict[str, Any] = page.evaluate(MEASURE)
    return Sight(
        width=found["width"],
        scrolls=found["scrolls"],
        panels=tuple(_panel(panel) for panel in found["panels"]),
        buttons=_box(found["buttons"]) if found["buttons"] else None,
    )


def _panel(found: dict[str, Any]) -> PanelSight:
    return PanelSight(
        edge=_box(found["edge"]),
        unit=found["unit"],
        size=found["size"],
        labels=tuple((code, _box(box)) for code, box in found["labels"]),
        anchors={code: (x, y) for code, (x, y) in found["anchors"]},
        dots={code: (x, y) for code, (x, y) in found["dots"]},
    )


def _box(sides: list[float]) -> Box:
    left, top, right, bottom = sides
    return left, top, right, bottom


def overlap(one: Box, other: Box, *, tolerance: float = 0.5) -> bool:
    """Tell whether two boxes cover one another by more than the tolerance."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide > tolerance and tall > tolerance


def within(inner: Box, outer: Box, *, tolerance: float = 0.5) -> bool:
    """Tell whether a box lies in another, but for the tolerance."""
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def around(point: Point, reach: float = 0.0) -> Box:
    """A box around a point."""
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach
