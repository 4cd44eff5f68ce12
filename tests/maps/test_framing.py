"""The map looks at everyone who took part, and the countries are whole."""

from __future__ import annotations

import numpy as np
import pytest

from coopmap.atlas import EqualEarth, Frame, LambertAzimuthal, mainland
from coopmap.errors import CoopmapError
from coopmap.maps.framing import WIDTH, framing
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


def whole(*codes: str) -> Frame:
    """Frame all these countries on one panel."""
    return framing(codes, inset=False).main


def inside(view: Frame, code: str) -> bool:
    """Tell whether a country's mainland lies within a frame, its border on the frame's edge allowed."""
    outline = mainland(code)
    turn = 360 * np.round((view.projection.longitude - np.mean(outline[:, 0])) / 360)
    points = view.place(outline + np.array([turn, 0.0]))
    low, high = points.min(axis=0), points.max(axis=0)
    return bool((low >= -1).all() and high[0] <= view.width + 1 and high[1] <= view.height + 1)


@pytest.mark.parametrize("name", EVERY)
def test_every_mainland_is_inside_its_frame(name: str) -> None:
    record = shipped()[name]
    codes = tuple(one.country for one in record.participations)
    frames = framing(codes, leads=frozenset(one.country for one in record.leads))
    assert sorted((*frames.countries, *frames.elsewhere)) == sorted(codes)
    assert all(inside(frames.main, code) for code in frames.countries)
    assert all(frames.inset and inside(frames.inset, code) for code in frames.elsewhere)
    assert all(inside(whole(*codes), code) for code in codes)


@pytest.mark.parametrize("name", EVERY)
def test_every_participant_can_be_found_on_one_panel(name: str) -> None:
    panels = sheet_of(name).panels
    found = [place.code for panel in panels for place in panel.places]
    assert sorted(found) == sorted(one.country for one in shipped()[name].participations)
    for panel in panels:
        for place in panel.places:
            x, y = place.anchor
            assert 0 <= x <= panel.view.width, place.name
            assert 0 <= y <= panel.view.height, place.name
            # Either its paint is there to be seen, with the anchor on it, or a dot stands for it.
            assert place.dot or holds(place.outline, x, y), place.name


@pytest.mark.parametrize("name", EVERY)
def test_a_frame_is_neither_a_ribbon_nor_a_tower(name: str) -> None:
    main, *insets = (panel.view for panel in sheet_of(name).panels)
    assert main.width == WIDTH
    assert 1.25 <= main.width / main.height <= 2.2
    for inset in insets:
        assert inset.width <= WIDTH
        assert 0.89 <= inset.width / inset.height <= 2.25


def test_no_overseas_land_is_painted_by_accident() -> None:
    looked, seen = 0, 0
    for name in EVERY:
        codes = {row.code for row in sheet_of(name).table}
        wanted = [each for each in OVERSEAS if each[0] in codes and each[1] not in codes]
        for panel in sheet_of(name).panels:
            painted = [*(place.outline for place in panel.places), *(echo.outline for echo in panel.echoes)]
            for _, code, longitude, latitude in wanted:
                x, y = projected(panel.view, (latitude, longitude))
                assert not any(holds(outline, x, y) for outline in painted), (name, code)
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
    projection = whole(*codes).projection
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
    projection = whole(*codes).projection
    assert isinstance(projection, EqualEarth)
    west, east = longitudes
    assert west <= projection.longitude % 360 <= east


@pytest.mark.parametrize(
    "codes", [("RUS", "USA"), ("RUS", "JPN", "CHL"), ("GBR", "NZL", "CHL", "JPN", "USA")]
)
def test_no_participant_is_torn_at_the_back_of_the_world(codes: tuple[str, ...]) -> None:
    view = whole(*codes)
    for code in codes:
        outline = mainland(code)
        turn = 360 * np.round((view.projection.longitude - np.mean(outline[:, 0])) / 360)
        assert np.abs(outline[:, 0] + turn - view.projection.longitude).max() < 190, code


@pytest.mark.parametrize("code", ["MCO", "NRU", "DNK", "RUS", "USA", "CHL", "ATA", "FJI"])
def test_one_country_alone_is_shown_with_the_land_around_it(code: str) -> None:
    view = framing((code,)).main
    assert view.width / view.scale * 6371 > 2190
    points = view.place(mainland(code))
    assert points.min() >= -1
    assert points[:, 0].max() <= view.width + 1


def test_the_frames_do_not_depend_on_the_order_of_the_rows() -> None:
    codes = ("DNK", "AUS", "NZL", "FRA", "ISL")
    assert framing(codes) == framing(codes)
    one, other = framing(codes), framing(codes[::-1])
    assert set(one.countries) == set(other.countries) == {"DNK", "FRA", "ISL"}
    assert one.main.projection == other.main.projection
    assert one.main.scale == pytest.approx(other.main.scale)
    assert one.inset is not None
    assert other.inset is not None
    assert one.inset.projection == other.inset.projection
    assert one.inset.scale == pytest.approx(other.inset.scale)


def test_a_country_without_a_shape_is_one_clear_line() -> None:
    with pytest.raises(CoopmapError, match=r"^the atlas has no shape for 'XXX'"):
        framing(("DNK", "XXX"))
