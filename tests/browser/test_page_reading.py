"""A reader meets the page: static first, then by mouse, finger and keyboard; nothing is asked of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest

from coopmap.maps.page import page
from tests.maps.sheets import EUROPE, PACIFIC, hostile, sheet

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from coopmap.maps.sheet import Sheet, View
    from tests.browser.reader import Reader, Visit

TIP = ".coopmap-tip"
LIVE = ".coopmap-live"
MAP = ".coopmap-map"


def opened(reader: Reader, text: str, **how: Any) -> Visit:
    """Open a page and wait until it listens: that is after the first paint."""
    visit = reader.open(text, **how)
    if how.get("javascript", True):
        visit.page.wait_for_selector(".coopmap-live-map")
    return visit


def quiet(visit: Visit) -> bool:
    visit.page.wait_for_timeout(60)
    return visit.requests == visit.messages == visit.violations == []


def started(page: Page) -> bool:
    return bool(
        page.evaluate("document.querySelector('.coopmap-map').classList.contains('leaflet-container')")
    )


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


@pytest.mark.parametrize("view", [EUROPE, PACIFIC])
def test_the_page_asks_nobody_and_stays_quiet_while_used(reader: Reader, view: View) -> None:
    visit = opened(reader, page(sheet(view)))
    visit.page.hover(MAP)
    assert started(visit.page)
    visit.page.locator(".coopmap-zoom button").first.click()
    visit.page.wait_for_timeout(400)
    visit.page.mouse.down()
    visit.page.mouse.move(300, 300, steps=4)
    visit.page.mouse.up()
    visit.page.keyboard.press("0")
    assert quiet(visit)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_script_map_key_table_and_source_show(
    reader: Reader, scheme: Literal["light", "dark"]
) -> None:
    visit = opened(reader, page(sheet()), javascript=False, scheme=scheme)
    for selector in (
        ".coopmap-picture",
        ".coopmap-key",
        "table",
        "footer",
        ".coopmap-figures",
        ".coopmap-notes",
    ):
        assert visit.page.locator(selector).is_visible()
    assert not visit.page.locator(".coopmap-zoom").is_visible()
    picture = box(visit.page, ".coopmap-picture")
    assert abs(picture["height"] / picture["width"] - 3500 / 4000) < 0.001
    assert visit.requests == []


def test_leaflet_waits_for_the_first_touch(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    visit.page.wait_for_timeout(100)
    assert not started(visit.page)
    assert visit.page.evaluate("typeof L") == "undefined"
    visit.page.hover(MAP)
    assert started(visit.page)


@pytest.mark.parametrize("width", [320, 777, 1000])
def test_nothing_jumps_when_leaflet_takes_the_picture_over(reader: Reader, width: int) -> None:
    visit = opened(reader, page(sheet()), width=width, height=1600)
    before, beneath = box(visit.page, ".coopmap-picture"), box(visit.page, ".coopmap-summary")
    visit.page.hover(MAP)
    assert started(visit.page)
    assert box(visit.page, ".coopmap-picture") == pytest.approx(before, abs=0.02)
    assert box(visit.page, ".coopmap-summary") == beneath


def test_pointing_names_country_and_role(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    visit.page.hover('.coopmap-place[data-code="POL"]')
    assert visit.page.locator(TIP).inner_text().split("\n") == ["Poland", "supporter"]
    assert "coopmap-on" in (visit.page.locator('tr[data-code="POL"]').get_attribute("class") or "")
    visit.page.mouse.move(5, 5)
    assert not visit.page.locator(TIP).is_visible()
    assert quiet(visit)


def test_pointing_near_a_dot_means_the_dot(reader: Reader) -> None:
    visit = opened(reader, page(sheet()), height=1600)
    dot = box(visit.page, ".coopmap-dot")
    x, y = dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2
    for dx, dy in [(0, 0), (11.5, 0), (0, -11.5), (-8, 8)]:
        visit.page.mouse.move(x + dx, y + dy)
        assert visit.page.locator(TIP).inner_text().startswith("Monaco")


def test_a_table_row_shows_its_country_on_the_map(reader: Reader) -> None:
    visit = opened(reader, page(sheet()), height=1600)
    visit.page.hover('tr[data-code="ITA"]')
    assert visit.page.locator(TIP).inner_text().startswith("Italy")
    chosen = visit.page.locator(".coopmap-chosen").get_attribute("d")
    assert chosen == visit.page.locator('.coopmap-place[data-code="ITA"]').get_attribute("d")


def test_a_tap_names_the_country(reader: Reader) -> None:
    visit = opened(reader, page(sheet()), width=360, touch=True)
    place = box(visit.page, '.coopmap-place[data-code="DNK"]')
    visit.page.touchscreen.tap(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    assert visit.page.locator(TIP).inner_text().split("\n") == ["Denmark", "lead"]
    assert visit.page.locator(LIVE).inner_text() == "Denmark: lead"
    assert quiet(visit)


def test_the_keyboard_walks_the_countries_lead_first(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    keys = visit.page.keyboard
    keys.press("Tab")
    assert visit.page.evaluate("document.activeElement.classList.contains('coopmap-map')")
    heard = []
    for _ in range(9):
        keys.press("ArrowRight")
        heard.append(visit.page.locator(LIVE).inner_text().split(":")[0])
    names = ["Denmark", "Sweden", "Germany", "France", "Poland", "Italy", "Norway", "Monaco", "Denmark"]
    assert heard == names
    keys.press("End")
    assert visit.page.locator(TIP).inner_text().startswith("Monaco")
    keys.press("ArrowUp")
    assert visit.page.locator(TIP).inner_text().startswith("Norway")
    keys.press("Home")
    assert visit.page.locator(LIVE).inner_text() == "Denmark: lead"
    keys.press("Escape")
    assert not visit.page.locator(TIP).is_visible()
    assert not visit.page.evaluate("document.activeElement.classList.contains('coopmap-map')")
    assert quiet(visit)


def test_the_map_is_one_stop_for_the_tab_key(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    visit.page.hover(MAP)
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.tagName") == "A"


def test_plus_minus_and_zero_zoom(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    visit.page.focus(MAP)
    whole = box(visit.page, ".coopmap-picture")
    visit.page.keyboard.press("+")
    visit.page.wait_for_timeout(400)
    assert box(visit.page, ".coopmap-picture")["width"] == pytest.approx(2 * whole["width"], abs=0.1)
    visit.page.keyboard.press("End")
    dot, frame = box(visit.page, ".coopmap-dot"), box(visit.page, MAP)
    assert frame["x"] <= dot["x"] <= frame["x"] + frame["width"]
    assert frame["y"] <= dot["y"] <= frame["y"] + frame["height"]
    visit.page.keyboard.press("0")
    visit.page.wait_for_timeout(400)
    assert box(visit.page, ".coopmap-picture") == pytest.approx(whole, abs=0.02)


def test_scrolling_past_the_map_does_not_zoom(reader: Reader) -> None:
    visit = opened(reader, page(sheet()), height=500)
    visit.page.hover(MAP)
    width = box(visit.page, ".coopmap-picture")["width"]
    visit.page.mouse.wheel(0, 200)
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("scrollY") > 100
    assert box(visit.page, ".coopmap-picture")["width"] == pytest.approx(width)
    visit.page.keyboard.down("Control")
    visit.page.mouse.wheel(0, -200)
    visit.page.wait_for_timeout(600)
    assert box(visit.page, ".coopmap-picture")["width"] > 1.2 * width


def test_a_finger_scrolls_the_page_while_the_whole_map_shows(reader: Reader) -> None:
    visit = opened(reader, page(sheet()), width=360, touch=True)
    action = "getComputedStyle(document.querySelector('.coopmap-map')).touchAction"
    assert visit.page.evaluate(action) == "pan-x pan-y"
    visit.page.touchscreen.tap(180, 300)
    assert started(visit.page)
    assert visit.page.evaluate(action) == "pan-x pan-y"
    visit.page.locator(".coopmap-zoom button").first.tap()
    visit.page.wait_for_timeout(400)
    assert visit.page.evaluate(action) == "none"


def test_the_map_follows_its_column(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    visit.page.hover(MAP)
    visit.page.set_viewport_size({"width": 500, "height": 800})
    visit.page.wait_for_timeout(150)
    assert box(visit.page, ".coopmap-picture") == pytest.approx(box(visit.page, MAP), abs=0.1)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 500


@pytest.mark.parametrize("width", [320, 360, 1000])
@pytest.mark.parametrize("text", [sheet(), hostile()], ids=["usual", "hostile"])
def test_no_page_is_wider_than_its_window(reader: Reader, width: int, text: Sheet) -> None:
    visit = opened(reader, page(text), width=width)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width


def test_on_paper_the_whole_map_stands_in_light_colours(reader: Reader) -> None:
    visit = opened(reader, page(sheet()), scheme="dark")
    visit.page.focus(MAP)
    for _ in range(2):
        visit.page.keyboard.press("+")
        visit.page.wait_for_timeout(350)
    visit.page.emulate_media(media="print")
    assert box(visit.page, ".coopmap-picture") == pytest.approx(box(visit.page, MAP), abs=1)
    assert not visit.page.locator(".coopmap-zoom").is_visible()
    fill = "getComputedStyle(document.querySelector('.coopmap-sea')).fill"
    assert visit.page.evaluate(fill) == "rgb(241, 245, 247)"
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_picture_never_leaves_the_frame(reader: Reader) -> None:
    visit = opened(reader, page(sheet()))
    visit.page.focus(MAP)
    for key in "++":
        visit.page.keyboard.press(key)
        visit.page.wait_for_timeout(350)
    frame = box(visit.page, MAP)
    for _ in range(4):
        visit.page.mouse.move(frame["x"] + 50, frame["y"] + 50)
        visit.page.mouse.down()
        visit.page.mouse.move(frame["x"] + 900, frame["y"] + 600, steps=5)
        visit.page.mouse.up()
    visit.page.wait_for_timeout(700)
    picture = box(visit.page, ".coopmap-picture")
    assert picture["x"] == pytest.approx(frame["x"], abs=1.1)
    assert picture["y"] == pytest.approx(frame["y"], abs=1.1)


@pytest.mark.parametrize("width", [320, 1000])
def test_hostile_text_stays_text(reader: Reader, width: int) -> None:
    visit = opened(reader, page(hostile()), width=width)
    visit.page.hover('.coopmap-place[data-code="DEU"]')
    assert "{{7*7}}" in visit.page.locator(TIP).inner_text()
    assert "${x}" in visit.page.locator("h1").inner_text()
    visit.page.locator(".coopmap-zoom button").first.click()
    assert visit.page.locator("img, [onerror], a[href^='javascript']").count() == 0
    assert quiet(visit)


def test_the_page_works_in_a_sandboxed_frame(reader: Reader) -> None:
    visit = reader.open("<!doctype html><title>Host</title>")
    visit.page.evaluate(
        """(html) => { const frame = document.createElement("iframe");
        frame.sandbox = "allow-scripts"; frame.width = 700; frame.height = 700; frame.srcdoc = html;
        document.body.append(frame); }""",
        page(sheet()),
    )
    frame = visit.page.frame_locator("iframe")
    frame.locator('.coopmap-place[data-code="SWE"]').hover()
    assert frame.locator(TIP).inner_text().startswith("Sweden")
    assert quiet(visit)
