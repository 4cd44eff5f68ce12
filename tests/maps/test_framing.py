"""The map looks at everyone who took part, and the countries are whole."""

from __future__ import annotations

import numpy as np
import pytest

from coopmap.atlas import EqualEarth, LambertAzimuthal, mainland
from coopmap.errors import CoopmapError
from coopmap.maps.framing import WIDTH, frame
from tests.atlas.ground import holds
from tests.maps.operations import sheet_of, shipped
from tests.maps.sheets import projected

EVERY = shipped().ids

OVERSEAS = [
    ("FRA", "GUF", -53.0, 4.0),
    ("FRA", "REU", 55.5, -21.1),
    ("FRA", "NCL", 165.0, -21.0),
    ("DNK", "GRL", -40.0, 72.0),
    ("NOR", "SJM", 16.0, 78.6),
    ("USA", "PRI", -66.4, 18.2),
    ("GBR", "FLK", -58.8, -51.75),
]


@pytest.mark.parametrize("name", EVERY)
def test_every_mainland_is_inside_the_frame(name: str) -> None:
    codes = tuple(one.country for one in shipped()[name].participations)
    view = frame(codes)
    for code in codes:
        outline = mainland(code)
        turn = 360 * np.round((view.projection.longitude - np.mean(outline[:, 0])) / 360)
        points = view.place(outline + np.array([turn, 0.0]))
        assert points.min() >= -1, code
        assert points[:, 0].max() <= view.width + 1, code
        assert points[:, 1].max() <= view.height + 1, code


@pytest.mark.parametrize("name", EVERY)
def test_every_participant_can_be_found_on_the_map(name: str) -> None:
    (panel,) = sheet_of(name).panels
    assert len(panel.places) == len(shipped()[name].participations)
    for place in panel.places:
        x, y = place.anchor
        assert 0 <= x <= panel.view.width, place.name
        assert 0 <= y <= panel.view.height, place.name
        # Either its paint is there to be seen, with the anchor on it, or a dot stands for it.
        assert place.dot or holds(place.outline, x, y), place.name


@pytest.mark.parametrize("name", EVERY)
def test_a_frame_is_neither_a_ribbon_nor_a_tower(name: str) -> None:
    view = sheet_of(name).panels[0].view
    assert view.width == WIDTH
    assert 1.25 <= view.width / view.height <= 2.2


def test_no_overseas_land_is_painted_by_accident() -> None:
    looked, seen = 0, 0
    for name in EVERY:
        (panel,) = sheet_of(name).panels
        outlines = {place.code: place.outline for place in panel.places}
        for parent, code, longitude, latitude in OVERSEAS:
            if parent not in outlines or code in outlines:
                continue
            x, y = projected(panel.view, (latitude, longitude))
            assert not holds(outlines[parent], x, y), (name, code)
            looked += 1
            seen += holds(panel.land, x, y)
    assert looked > 150
    assert seen > 40  # on so many maps the territory is in view, as land that did not take part


def test_a_territory_is_painted_when_it_took_part() -> None:
    (panel,) = sheet_of("arctic-endurance-2026").panels
    greenland = next(place for place in panel.places if place.code == "GRL")
    x, y = projected(panel.view, (72.0, -40.0))
    assert holds(greenland.outline, x, y)
    assert (greenland.role, greenland.dot) == ("host", False)


def test_ramsi_is_framed_across_the_date_line() -> None:
    (panel,) = sheet_of("ramsi").panels
    x = {place.code: place.anchor[0] for place in panel.places}
    assert x["AUS"] < x["SLB"] < x["VUT"] < x["FJI"] < x["TON"] < x["COK"]
    assert x["FJI"] < x["WSM"]
    assert x["NZL"] < x["FJI"]
    # The equator of the whole world is 2 pi earth radii long, on this paper and on the earth.
    assert panel.view.width / panel.view.scale < 0.4 * 2 * np.pi
    assert panel.view.projection == "lambert-azimuthal"


@pytest.mark.parametrize(
    ("codes", "longitude", "latitude"),
    [
        (("DNK", "DEU", "POL", "ITA"), 12, 48),
        (("KEN", "NGA", "ZAF"), 20, -10),
        (("FJI", "WSM", "TON"), 182, -17),
        (("ARG", "BRA", "CHL"), -55, -25),
    ],
)
def test_a_continent_is_seen_from_above_its_middle(
    codes: tuple[str, ...], longitude: float, latitude: float
) -> None:
    projection = frame(codes).projection
    assert isinstance(projection, LambertAzimuthal)
    assert abs((projection.longitude - longitude + 180) % 360 - 180) < 12
    assert abs(projection.latitude - latitude) < 8


@pytest.mark.parametrize(
    ("codes", "longitudes"),
    [
        (("DNK", "USA", "AUS", "JPN"), (0, 180)),
        (("DNK", "DEU", "FRA", "AUS", "USA"), (11, 11)),
        (("USA", "JPN", "AUS", "CHL", "KOR"), (120, 250)),
    ],
)
def test_the_world_is_turned_to_those_who_took_part(
    codes: tuple[str, ...], longitudes: tuple[int, int]
) -> None:
    projection = frame(codes).projection
    assert isinstance(projection, EqualEarth)
    west, east = longitudes
    assert west <= projection.longitude % 360 <= east


@pytest.mark.parametrize(
    "codes", [("RUS", "USA"), ("RUS", "JPN", "CHL"), ("GBR", "NZL", "CHL", "JPN", "USA")]
)
def test_no_participant_is_torn_at_the_back_of_the_world(codes: tuple[str, ...]) -> None:
    view = frame(codes)
    for code in codes:
        outline = mainland(code)
        turn = 360 * np.round((view.projection.longitude - np.mean(outline[:, 0])) / 360)
        assert np.abs(outline[:, 0] + turn - view.projection.longitude).max() < 190, code


@pytest.mark.parametrize("code", ["MCO", "NRU", "DNK", "RUS", "USA", "CHL", "ATA", "FJI"])
def test_one_country_alone_is_shown_with_the_land_around_it(code: str) -> None:
    view = frame((code,))
    assert view.width / view.scale * 6371 > 2190
    points = view.place(mainland(code))
    assert points.min() >= -1
    assert points[:, 0].max() <= view.width + 1


def test_the_frame_does_not_depend_on_the_order_of_the_rows() -> None:
    codes = ("DNK", "AUS", "NZL", "FRA", "ISL")
    assert frame(codes) == frame(codes)
    one, other = frame(codes), frame(codes[::-1])
    assert one.projection == other.projection
    assert one.scale == pytest.approx(other.scale)


def test_a_country_without_a_shape_is_one_clear_line() -> None:
    with pytest.raises(CoopmapError, match=r"^the atlas has no shape for 'XXX'"):
        frame(("DNK", "XXX"))
