"""What is cut out of the atlas for one frame: whole countries, borders that meet, no streaks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coopmap.atlas import Cutting, EqualEarth, Frame, LambertAzimuthal, Projection, cut, mainland, middle
from coopmap.errors import CoopmapError
from tests.atlas.ground import holds

MARGIN = 40
"""Picture units that may be drawn beyond the frame."""


def around(projection: Projection, *, width: float, height: float) -> Frame:
    """Give a frame in the middle of the paper, its size in earth radii."""
    scale = 4000 / width
    return Frame(
        projection=projection,
        scale=scale,
        left=-width / 2,
        top=height / 2,
        width=4000,
        height=round(height * scale),
    )


EUROPE = around(LambertAzimuthal(10.0, 52.0), width=0.6, height=0.5)
PACIFIC = around(LambertAzimuthal(178.0, -20.0), width=1.6, height=1.0)
SOUTH_AFRICA = around(LambertAzimuthal(25.0, -29.0), width=0.4, height=0.3)
WORLD = around(EqualEarth(11.0), width=5.5, height=2.6)
FROM_JAPAN = around(EqualEarth(150.0), width=5.5, height=2.6)


def seen(frame: Frame, cutting: Cutting, code: str, longitude: float, latitude: float) -> bool:
    """Tell whether a country's paint covers a place."""
    x, y = frame.place(np.array([[longitude, latitude]]))[0]
    return holds(cutting.outlines.get(code, ()), float(x), float(y))


@pytest.mark.parametrize("frame", [EUROPE, PACIFIC, SOUTH_AFRICA, WORLD, FROM_JAPAN])
def test_nothing_is_drawn_outside_the_frame(frame: Frame) -> None:
    cutting = cut(frame)
    lines = [ring for rings in cutting.outlines.values() for ring in rings]
    lines += [*cutting.borders, *cutting.lakes, *(ring for rings in cutting.areas.values() for ring in rings)]
    points = np.vstack(lines)
    assert points.dtype == np.int32
    assert points.min() >= -MARGIN
    assert points[:, 0].max() <= frame.width + MARGIN
    assert points[:, 1].max() <= frame.height + MARGIN
    assert all(len(ring) >= 3 for rings in cutting.outlines.values() for ring in rings)


@pytest.mark.parametrize(
    ("one", "other"), [("DEU", "DNK"), ("FRA", "ESP"), ("NOR", "SWE"), ("CHE", "LIE"), ("HUN", "AUT")]
)
def test_neighbours_share_their_border_point_for_point(one: str, other: str) -> None:
    cutting = cut(EUROPE, about=frozenset({one}))
    points = {code: {tuple(p) for ring in cutting.outlines[code] for p in ring} for code in (one, other)}
    drawn = [{tuple(point) for point in line} for line in cutting.borders]
    shared = [line for line in drawn if line <= points[one] and line <= points[other]]
    assert shared
    assert sum(map(len, shared)) >= 4
    # A point of the line that only one of the two had would leave a sliver between them.
    assert not [line for line in drawn if len(line & points[one] & points[other]) > 3 and line not in shared]


def test_the_countries_that_matter_are_drawn_more_finely() -> None:
    plain, ours = cut(EUROPE), cut(EUROPE, about=frozenset({"DNK", "GRC"}))
    for code in ("DNK", "GRC"):
        assert sum(map(len, ours.outlines[code])) > 1.2 * sum(map(len, plain.outlines[code]))
    assert sum(map(len, ours.outlines["ITA"])) == sum(map(len, plain.outlines["ITA"]))


def test_a_closer_look_shows_more() -> None:
    far = sum(map(len, cut(WORLD).outlines["DNK"]))
    near = sum(map(len, cut(EUROPE).outlines["DNK"]))
    assert near > 3 * far > 0


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("FJI", 178.0, -17.8),
        ("FJI", 179.3, -16.6),
        ("FJI", 180.05, -16.85),
        ("NZL", 175.5, -39.0),
        ("NZL", 170.5, -44.0),
        ("WSM", -172.4 + 360, -13.6),
        ("AUS", 147.0, -25.0),
        ("NCL", 165.3, -21.3),
    ],
)
def test_the_pacific_is_whole_across_the_date_line(code: str, longitude: float, latitude: float) -> None:
    assert seen(PACIFIC, cut(PACIFIC, about=frozenset({"FJI", "WSM", "NZL"})), code, longitude, latitude)


@pytest.mark.parametrize("frame", [WORLD, FROM_JAPAN])
def test_russia_is_whole(frame: Frame) -> None:
    cutting = cut(frame)
    # The last place lies a little farther south: at 67 degrees a bay reaches in, drawn here or not.
    places = [(40.0, 67.0), (100.0, 67.0), (170.0, 67.0), (179.9, 67.0), (180.1, 67.0), (186.0, 66.4)]
    for longitude, latitude in places:
        assert seen(frame, cutting, "RUS", longitude, latitude), longitude


@pytest.mark.parametrize("centre", [150.0, -100.0, 180.0, 60.0])
def test_no_streak_crosses_the_world(centre: float) -> None:
    frame = around(EqualEarth(centre), width=5.5, height=2.6)
    edge = 0.12 * frame.width
    for code, rings in cut(frame).outlines.items():
        if code == "ATA":
            continue
        for ring in rings:
            start, end = ring.astype(float), np.roll(ring, -1, axis=0).astype(float)
            steps = np.abs(end - start)[:, 0]
            middle_of_step = (start + end)[:, 0] / 2
            inland = (middle_of_step > edge) & (middle_of_step < frame.width - edge)
            assert steps[inland].max(initial=0) < 0.15 * frame.width, code
            # Across the whole map there is never a line, not even along its edge.
            assert steps.max() < 0.5 * frame.width, code


@pytest.mark.parametrize("code", ["GBR", "FRA", "DZA"])
def test_a_country_just_over_the_back_of_the_map_stays_in_one_piece(code: str) -> None:
    frame = around(EqualEarth(180.0), width=5.5, height=2.6)
    points = np.vstack(cut(frame).outlines[code])[:, 0]
    assert points.max() - points.min() < 0.1 * frame.width


def test_a_country_far_over_the_back_of_the_map_is_on_both_edges() -> None:
    frame = around(EqualEarth(-100.0), width=5.5, height=2.6)
    cutting = cut(frame)
    for longitude in (40.0, 78.0, 82.0 - 360.0, 120.0 - 360.0):
        assert seen(frame, cutting, "RUS", longitude, 60.0), longitude


def test_lesotho_is_a_hole_in_south_africa() -> None:
    cutting = cut(SOUTH_AFRICA, about=frozenset({"ZAF"}))
    assert seen(SOUTH_AFRICA, cutting, "ZAF", 28.19, -25.75)
    assert not seen(SOUTH_AFRICA, cutting, "ZAF", 28.2, -29.5)
    assert seen(SOUTH_AFRICA, cutting, "LSO", 28.2, -29.5)


def test_overseas_land_is_painted_with_its_own_code() -> None:
    cutting = cut(WORLD, about=frozenset({"FRA", "DNK", "NOR"}))
    assert seen(WORLD, cutting, "GUF", -53.0, 4.0)
    assert not seen(WORLD, cutting, "FRA", -53.0, 4.0)
    assert seen(WORLD, cutting, "GRL", -40.0, 72.0)
    assert not seen(WORLD, cutting, "DNK", -40.0, 72.0)
    assert seen(WORLD, cutting, "SJM", 16.0, 78.6)
    assert not seen(WORLD, cutting, "NOR", 16.0, 78.6)


def test_a_disputed_area_is_there_to_be_hatched_and_in_its_countrys_paint() -> None:
    frame = around(LambertAzimuthal(34.0, 45.5), width=0.3, height=0.2)
    cutting = cut(frame)
    x, y = frame.place(np.array([[34.1, 45.2]]))[0]
    assert holds(cutting.areas["crimea"], float(x), float(y))
    assert seen(frame, cutting, "UKR", 34.1, 45.2)
    assert not seen(frame, cutting, "RUS", 34.1, 45.2)


def test_a_speck_that_took_part_is_kept_and_one_that_did_not_is_left_away() -> None:
    plain, ours = cut(WORLD).outlines, cut(WORLD, about=frozenset({"SMR", "SYC"})).outlines
    assert not {"SMR", "SYC"} & set(plain)
    assert {"SMR", "SYC"} <= set(ours)


def test_an_empty_sea_gives_an_empty_panel() -> None:
    frame = around(LambertAzimuthal(-130.0, 40.0), width=0.1, height=0.08)
    assert cut(frame) == Cutting(outlines={}, areas={}, borders=(), lakes=())


def test_a_frame_moved_by_a_pixel_shows_the_same_land_moved() -> None:
    moved = replace(EUROPE, left=EUROPE.left - 40 / EUROPE.scale)
    before, after = cut(EUROPE).outlines["CHE"][0], cut(moved).outlines["CHE"][0]
    assert np.abs(after - before - np.array([40, 0])).max() <= 1


def test_the_mainland_is_what_a_map_is_framed_on() -> None:
    boxes = {
        code: (*mainland(code).min(axis=0), *mainland(code).max(axis=0)) for code in ("FRA", "USA", "ESP")
    }
    assert boxes["FRA"][0] > -6
    assert boxes["FRA"][2] > 9  # Corsica belongs to it
    assert boxes["USA"][0] > -130  # Alaska and Hawaii do not
    assert boxes["ESP"][0] > -10  # nor do the Canary Islands
    assert mainland("DNK")[:, 0].max() > 12.5  # Zealand does
    assert mainland("MYS")[:, 0].max() > 115  # both halves of Malaysia
    assert mainland("CYP")[:, 1].max() > 35.3


def test_the_middle_of_a_country_lies_in_it() -> None:
    frame = replace(WORLD)
    cutting = cut(frame, about=frozenset({"DNK", "NOR", "CHL", "ZAF", "UKR", "CYP", "MYS"}))
    for code in ("DNK", "NOR", "CHL", "ZAF", "UKR", "CYP", "MYS"):
        assert seen(frame, cutting, code, *middle(code)), code


def test_a_code_without_a_shape_is_one_clear_line() -> None:
    for question in (mainland, middle):
        with pytest.raises(CoopmapError, match=r"^the atlas has no shape for 'XXX': .* was expected$"):
            question("XXX")
