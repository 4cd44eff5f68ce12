"""Names stand where a reader looks for them, never on one another, and the lead always has its name."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from coopmap.atlas import Ground
from coopmap.maps.lettering import Label, Name, letter
from tests.gallery.sight import Box, overlap, within
from tests.maps.grounds import everything, ground, sea

SIZE = 12.0
"""Picture units of the type, a little more than a cell."""


def name(code: str, text: str, x: float, y: float, *, lead: bool = False, dot: bool = False) -> Name:
    return Name(code=code, text=text, lead=lead, anchor=(x, y), dot=dot)


def lettered(
    names: list[Name], on: Ground, *, size: float = SIZE, taken: tuple[Box, ...] = ()
) -> list[Label]:
    return list(letter(names, on, size=size, taken=taken, within=everything(on)))


def middle(label: Label) -> tuple[float, float]:
    left, top, right, bottom = label.box
    return (left + right) / 2, (top + bottom) / 2


COUNTRY = ground("......", ".AAAA.", ".AAAA.", ".AAAA.", "......", times=8)
"""One large country in the sea."""

SPECKS = sea(60, 40)


def test_a_name_stands_inside_a_country_that_has_room() -> None:
    (label,) = lettered([name("A", "Algeria", 240, 200)], COUNTRY)
    assert within(label.box, (80.0, 80.0, 400.0, 320.0))
    assert middle(label) == pytest.approx((240, 200), abs=15)
    assert label.leader is None
    assert label.lines == ("Algeria",)


def test_a_name_too_wide_for_its_country_stands_beside_it() -> None:
    small = ground("......", "......", "..AA..", "......", "......", times=2)
    (label,) = lettered([name("A", "Luxembourg", 60, 50)], small, size=10)
    assert not within(label.box, (40.0, 40.0, 80.0, 60.0))
    assert label.leader is None or np.hypot(label.leader[0] - 60, label.leader[1] - 50) < 60


@pytest.mark.parametrize("seed", range(8))
def test_no_two_names_ever_overlap(seed: int) -> None:
    random = np.random.default_rng(seed)
    spots = random.uniform((30, 30), (570, 370), (40, 2)).round().tolist()
    names = [
        name(f"C{n}", "Bosnia and Herzegovina"[: 4 + n % 18], x, y, dot=n % 3 == 0, lead=n == 0)
        for n, (x, y) in enumerate(spots)
    ]
    labels = lettered(names, SPECKS)
    assert len(labels) > 15
    assert not any(overlap(one.box, two.box, tolerance=0) for one, two in combinations(labels, 2))
    assert all(within(label.box, everything(SPECKS), tolerance=0) for label in labels)
    for dot in (each for each in names if each.dot):
        point = (*dot.anchor, *dot.anchor)
        assert not any(within(point, label.box, tolerance=0) for label in labels), dot.code


def test_the_lead_is_named_however_crowded_it_is() -> None:
    crowd = [name(f"C{n}", "Herzegovina", 300 + n % 7, 200 + n // 7, dot=True) for n in range(49)]
    labels = lettered([name("L", "United Kingdom", 303, 203, lead=True), *crowd], SPECKS)
    assert labels[0].code == "L"
    assert labels[0].lead
    assert len(labels) < 50  # some of the others had to go


def test_a_lead_far_from_any_room_is_named_all_the_same() -> None:
    wall = ((0.0, 60.0, 600.0, 400.0),)
    lead, other = name("L", "Denmark", 300, 110, lead=True, dot=True), name("P", "Poland", 320, 110, dot=True)
    labels = lettered([lead, other], SPECKS, taken=wall)
    assert labels[0].code == "L"
    assert all(not overlap(label.box, wall[0], tolerance=0) for label in labels)


def test_a_line_leads_from_a_far_name_to_its_place() -> None:
    around = tuple(
        (250.0 + 25 * x, 150.0 + 25 * y, 275.0 + 25 * x, 175.0 + 25 * y)
        for x in range(4)
        for y in range(4)
        if not (x in (1, 2) and y in (1, 2))
    )
    (label,) = lettered([name("M", "Monaco", 300, 200, dot=True)], SPECKS, taken=around)
    assert label.leader is not None
    assert label.leader[2:] == (300, 200)
    assert within((*label.leader[:2], *label.leader[:2]), label.box)


def test_a_near_name_needs_no_line() -> None:
    (label,) = lettered([name("M", "Monaco", 300, 200, dot=True)], SPECKS)
    assert label.leader is None
    assert middle(label)[0] > 300  # to the right of its dot, where names read best
    assert abs(middle(label)[1] - 200) < SIZE


def test_a_long_name_is_broken_where_one_line_has_no_room() -> None:
    tower = ground("..AAA..", "..AAA..", "..AAA..", "..AAA..", times=4)
    (label,) = lettered([name("A", "Bosnia and Herzegovina", 140, 80)], tower, size=14)
    assert label.lines == ("Bosnia and", "Herzegovina")
    assert label.box[3] - label.box[1] > 2 * 14
    (short,) = lettered([name("A", "Chad", 140, 80)], tower, size=10)
    assert short.lines == ("Chad",)


def test_nothing_is_lettered_outside_what_is_seen() -> None:
    corners = [(5, 5), (595, 5), (5, 395), (595, 395), (300, 395), (5, 200)]
    names = [name(f"C{n}", "Turkmenistan", x, y, dot=True) for n, (x, y) in enumerate(corners)]
    labels = lettered(names, SPECKS)
    assert len(labels) == 6
    assert all(within(label.box, everything(SPECKS), tolerance=0) for label in labels)
    crop = (100.0, 100.0, 400.0, 300.0)
    cropped = letter([name("A", "Algeria", 102, 102, dot=True)], SPECKS, size=SIZE, within=crop)
    assert all(within(label.box, crop, tolerance=0) for label in cropped)


def test_buttons_and_insets_stay_free() -> None:
    taken = ((300.0, 100.0, 600.0, 300.0),)
    (label,) = lettered([name("M", "Monaco", 298, 200, dot=True)], SPECKS, taken=taken)
    assert not overlap(label.box, taken[0], tolerance=0)


def test_a_name_keeps_off_another_participant() -> None:
    pair = ground("........", "AABB....", "AABB....", "........", times=5)
    (label,) = lettered([name("A", "Switzerland", 50, 100)], pair, size=11)
    _, other = pair.covered(pair.numbers(["A"]), np.array([label.box]))
    assert other[0] < 0.1


def test_the_same_names_find_the_same_places() -> None:
    names = [name(f"C{n}", "Kazakhstan", 100 + 37 * n, 60 + 23 * n, dot=n % 2 == 0) for n in range(10)]
    assert lettered(names, SPECKS) == lettered(names, SPECKS)


def test_a_lead_is_named_even_where_nothing_near_it_is_free() -> None:
    walls: tuple[Box, ...] = ((0.0, 0.0, 600.0, 360.0),)
    (label,) = lettered([name("A", "Luxembourg", 300, 60, lead=True)], SPECKS, size=12, taken=walls)
    assert not overlap(label.box, walls[0])
    assert within(label.box, everything(SPECKS))
    assert label.leader is not None
    assert label.leader[2:] == (300, 60)


def test_a_lead_is_named_even_where_nothing_at_all_is_free() -> None:
    everywhere: tuple[Box, ...] = ((0.0, 0.0, 600.0, 400.0),)
    (label,) = lettered([name("A", "Oman", 300, 200, lead=True)], SPECKS, size=12, taken=everywhere)
    assert within(label.box, everything(SPECKS))
    assert lettered([name("A", "Oman", 300, 200)], SPECKS, size=12, taken=everywhere) == []
