"""Nothing is hidden, cut or covered on any sheet of the gallery at any width, in a real browser."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

import pytest

from tests.gallery.faults import faults
from tests.gallery.reckoning import reckoned
from tests.gallery.sheets import NAMES, html, sheet
from tests.gallery.sight import WIDTHS, Box, Point, Sight, measured, within

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reader import Reader

HEIGHT = 2600
"""Of the window, so that the whole map is in view."""

AT_REST = """new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"""
"""Waits until the page has settled in a new width."""

REACH = 11.5
"""Pixels from a dot's middle to a point that must still mean it: a target of 24 pixels."""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_hidden_cut_or_covered(name: str, reader: Reader) -> None:
    visit = reader.open(html(name), width=WIDTHS[-1], height=HEIGHT)
    visit.page.locator(".coopmap-live-map").wait_for()
    found = {}
    for state in ("still", "live"):
        if state == "live":
            wake(visit.page)
        for width in WIDTHS:
            found[state, width] = faults(sheet(name), resized(visit.page, width))
    assert not any(found.values()), {where: lines for where, lines in found.items() if lines}
    assert visit.requests == visit.messages == visit.violations == []


@pytest.mark.parametrize("name", NAMES[::4])
def test_the_page_shows_every_name_where_the_sheet_has_it(name: str, reader: Reader) -> None:
    page = reader.open(html(name), width=WIDTHS[-1], height=HEIGHT).page
    for width in WIDTHS:
        for real, model in zip(resized(page, width).panels, reckoned(sheet(name), width).panels, strict=True):
            there = dict(model.labels)
            for code, box in real.labels:
                wanted = there[code]
                assert middle(box, real.edge) == pytest.approx(middle(wanted, model.edge), abs=1.5), code
                assert box[2] - box[0] <= 1.03 * (wanted[2] - wanted[0]) + 0.5, code
            assert real.size == pytest.approx(model.size, rel=0.01)


def middle(box: Box, edge: Box) -> Point:
    """Give the middle of a box, as seen from its panel's corner; upwards its letters differ by face."""
    return (box[0] + box[2]) / 2 - edge[0], (box[1] + box[3]) / 2 - edge[1]


@pytest.mark.parametrize(
    "name", [name for name in NAMES if any(p.dot for s in sheet(name).panels for p in s.places)]
)
@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_a_dot_can_be_hit_with_a_finger(name: str, width: int, reader: Reader) -> None:
    page = reader.open(html(name), width=width, height=HEIGHT).page
    page.locator(".coopmap-live-map").wait_for()
    names = {row.code: row.name for row in sheet(name).table}
    seen = measured(page)
    missed = []
    for code, point in beside_the_dots(seen).items():
        page.mouse.move(*point)
        said = page.locator(".coopmap-tip bdi").first.text_content()
        if said != names[code]:
            missed.append((code, said))
    assert not missed


def wake(page: Page) -> None:
    """Start the map as a reader does, by pointing at it."""
    page.locator(".coopmap-map").dispatch_event("pointerenter", {"pointerType": "mouse"})
    page.wait_for_function("document.querySelector('.leaflet-container') !== null")
    page.mouse.move(0, 0)


def resized(page: Page, width: int) -> Sight:
    """Make the window so wide, and measure when the page has come to rest."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate(AT_REST)
    return measured(page)


def beside_the_dots(seen: Sight) -> dict[str, Point]:
    """For each dot a point at the edge of its target, on the side where no other dot is nearer."""
    found: dict[str, Point] = {}
    inset = seen.panels[1].edge if len(seen.panels) > 1 else None
    for number, panel in enumerate(seen.panels):
        everyone = [dot for each in seen.panels for dot in each.dots.values()]
        for code, (x, y) in panel.dots.items():
            ring = [(x + REACH * cos(a * pi / 8), y + REACH * sin(a * pi / 8)) for a in range(16)]
            free = [
                (
                    min(hypot(p[0] - d[0], p[1] - d[1]) for d in everyone if d != (x, y))
                    if len(everyone) > 1
                    else 99.0,
                    p,
                )
                for p in ring
                if within((*p, *p), panel.edge, tolerance=0)
                and not (seen.buttons and within((*p, *p), seen.buttons))
                and not (number == 0 and inset and within((*p, *p), inset))
            ]
            best = max(free, default=None)
            if best and best[0] > REACH:
                found[code] = best[1]
    return found
