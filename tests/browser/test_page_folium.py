"""What a person adds with folium stands where it belongs, in a page that still asks nobody for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium
import folium.plugins
import pytest

from coopmap.errors import CoopmapError
from coopmap.maps.page import folium_map
from tests.maps.sheets import AUCKLAND, COPENHAGEN, EUROPE, PACIFIC, projected, sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from coopmap.maps.sheet import View
    from tests.browser.reader import Reader

STARTED = ".coopmap-map.leaflet-container"


def where(page: Page, selector: str) -> tuple[float, float]:
    """Measure the middle of an element's lower edge, in picture units, whatever the zoom."""
    picture = page.locator(".coopmap-picture").bounding_box()
    mark = page.locator(selector).bounding_box()
    assert picture
    assert mark
    scale = float(page.locator(".coopmap-picture").get_attribute("viewBox").split()[2]) / picture["width"]  # type: ignore[union-attr]
    x = mark["x"] + mark["width"] / 2 - picture["x"]
    y = mark["y"] + mark["height"] - picture["y"]
    return x * scale, y * scale


@pytest.mark.parametrize(
    ("view", "place"), [(EUROPE, COPENHAGEN), (PACIFIC, AUCKLAND), (PACIFIC, (21.3, -157.9))]
)
def test_a_marker_stands_on_its_place_and_stays_there(
    reader: Reader, tmp_path: Path, view: View, place: tuple[float, float]
) -> None:
    drawn = folium_map(sheet(view))
    folium.Marker(place).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    visit = reader.open(tmp_path / "map.html", height=1600)
    page = visit.page
    page.wait_for_selector(STARTED)
    expected = projected(view, place)
    two_pixels = 2 * view.width / 950
    assert where(page, ".leaflet-marker-icon") == pytest.approx(expected, abs=two_pixels)
    width = page.locator(".leaflet-marker-icon").evaluate("(image) => image.complete && image.naturalWidth")
    assert width in {25, 50}
    page.focus(".coopmap-map")
    page.keyboard.press("+")
    page.wait_for_timeout(450)
    assert where(page, ".leaflet-marker-icon") == pytest.approx(expected, abs=two_pixels / 2)
    page.set_viewport_size({"width": 400, "height": 900})
    page.keyboard.press("0")
    page.wait_for_timeout(450)
    assert where(page, ".leaflet-marker-icon") == pytest.approx(expected, abs=2 * view.width / 370)
    assert visit.requests == visit.messages == visit.violations == []


def everything(drawn: folium.Map) -> None:
    folium.CircleMarker((52.5, 13.4), radius=6, tooltip=folium.Tooltip("Berlin", style="color:red")).add_to(
        drawn
    )
    folium.Circle((48.9, 2.35), radius=80_000).add_to(drawn)
    folium.PolyLine([(55.68, 12.57), (48.9, 2.35)], color="#333", weight=2).add_to(drawn)  # type: ignore[no-untyped-call]
    folium.Polygon([(55, 10), (56, 10), (56, 12)]).add_to(drawn)
    folium.Rectangle([(50, 10), (51, 12)]).add_to(drawn)
    point = {
        "type": "Feature",
        "properties": {"name": "x"},
        "geometry": {"type": "Point", "coordinates": [9, 50]},
    }
    folium.GeoJson(
        {"type": "FeatureCollection", "features": [point]},
        name="Points",
        tooltip=folium.GeoJsonTooltip(fields=["name"]),
    ).add_to(drawn)
    folium.Marker(
        (59.9, 10.7), popup=folium.Popup("<b>Oslo</b> </script>", show=True), tooltip="Oslo"
    ).add_to(drawn)
    folium.Marker((50, 19), popup="Lazy", icon=folium.DivIcon(html="<i>K</i>")).add_to(drawn)
    group = folium.FeatureGroup("More")
    group.add_to(drawn)
    folium.Marker((47, 8)).add_to(group)
    folium.LayerControl(collapsed=False).add_to(drawn)
    drawn.keep_in_front(group)
    drawn.fit_bounds([(40, 0), (60, 20)])


def test_what_folium_can_add_shows_without_a_word_on_the_console(reader: Reader) -> None:
    drawn = folium_map(sheet())
    everything(drawn)
    visit = reader.open(drawn.page(), height=1600)
    visit.page.wait_for_selector(STARTED)
    assert visit.page.locator(".leaflet-popup-content").inner_text().startswith("Oslo")
    assert visit.page.locator(".leaflet-marker-icon").count() == 4
    assert visit.page.locator("path.leaflet-interactive").count() == 5
    assert visit.page.locator(".leaflet-control-layers").inner_text().split() == ["Points", "More"]
    visit.page.wait_for_timeout(100)
    assert visit.requests == visit.messages == visit.violations == []


def test_a_map_with_additions_gives_the_same_page_every_time() -> None:
    first, second = folium_map(sheet()), folium_map(sheet())
    everything(first)
    everything(second)
    text = first.page()
    assert text == first.page() == second.page()


@pytest.mark.parametrize(
    ("add", "sentence"),
    [
        (
            folium.TileLayer,
            r"folium.TileLayer needs files from other servers, .* leave the tiles out\.",
        ),
        (lambda: folium.Marker((55, 12), icon=folium.Icon(color="red")), r"folium.Icon needs .*CircleMarker"),
        (folium.plugins.MarkerCluster, r"folium.MarkerCluster loads http.*of their own\."),
        (
            lambda: folium.Marker((55, 12), icon=folium.CustomIcon("https://example.org/pin.png")),
            r"folium.CustomIcon fetches https://example.org/pin.png, .* file of this computer",
        ),
        (
            lambda: folium.raster_layers.ImageOverlay("https://example.org/a.png", [[50, 10], [55, 12]]),
            r"folium.ImageOverlay fetches https://example.org/a.png",
        ),
    ],
)
def test_what_needs_another_server_is_refused_in_a_sentence(
    add: Callable[[], folium.Element], sentence: str
) -> None:
    drawn = folium_map(sheet())
    drawn.add_child(add())
    with pytest.raises(CoopmapError, match=sentence):
        drawn.page()


def test_a_link_added_to_one_map_does_not_reach_the_next() -> None:
    first = folium_map(sheet())
    first.add_js_link("x", "https://example.org/x.js")
    with pytest.raises(CoopmapError, match=r"loads https://example.org/x.js"):
        first.page()
    assert "example.org/x.js" not in folium_map(sheet()).page()


def test_a_folium_map_shows_in_a_notebook(reader: Reader) -> None:
    drawn = folium_map(sheet())
    folium.Marker(COPENHAGEN).add_to(drawn)
    visit = reader.open(drawn._repr_html_())
    frame = visit.page.frame_locator("iframe")
    frame.locator(".leaflet-marker-icon").wait_for()
    assert frame.locator("h1").inner_text() == "Eight countries, one investigation"
    assert visit.requests == visit.messages == visit.violations == []
