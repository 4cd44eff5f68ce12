"""The inset hides nobody: it stands in a corner that is free, or below."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from coopmap.atlas import EqualEarth, Frame
from coopmap.maps.seats import BELOW, seat
from tests.gallery.sight import Box
from tests.maps.grounds import ground
from tests.maps.operations import sheet_of, shipped

INSET = Frame(projection=EqualEarth(11.0), scale=250.0, left=-2.86, top=1.4, width=1600, height=800)


def marks(*points: NDArray[np.float64]) -> NDArray[np.int32]:
    return np.array(points).round().astype(np.int32).reshape(-1, 2)


NONE = marks()


def seated(width: float, height: float, corner: str, share: float) -> Box:
    wide, tall = share * width, share * width * INSET.height / INSET.width
    left = 0.0 if corner.endswith("left") else width - wide
    top = 0.0 if corner.startswith("top") else height - tall
    return left, top, left + wide, top + tall


@pytest.mark.parametrize(
    ("drawing", "corner"),
    [
        (("AA....", "AA....", "......", "......"), "bottom-right"),
        (("AAA...", "..AAAA", "....AA", "....AA"), "bottom-left"),
        (("....AA", "....AA", "A....A", "AA..AA"), "top-left"),
        (("AA..AA", "......", "......", "AA..AA"), "below"),
    ],
)
def test_the_inset_stands_where_no_participant_is(drawing: tuple[str, ...], corner: str) -> None:
    assert seat(ground(*drawing, times=12), NONE, INSET).corner == corner


def test_a_dot_counts_like_land() -> None:
    land = ground("AA....", "AA....", "......", "......", times=12)
    wide, tall = land.width, land.height
    size = np.array([wide, tall])
    assert seat(land, marks(size * 0.9), INSET).corner == "bottom-left"
    assert seat(land, marks(*(size * (x, y) for x in (0.05, 0.95) for y in (0.05, 0.95))), INSET) == BELOW


@pytest.mark.parametrize("seed", range(12))
def test_a_seat_never_covers_anyone(seed: int) -> None:
    random = np.random.default_rng(seed)
    drawing = ["".join(random.choice(["A", "."], p=[0.12, 0.88]) for _ in range(12)) for _ in range(8)]
    land = ground(*drawing, times=6)
    found = seat(land, NONE, INSET)
    if found == BELOW:
        return
    left, top, right, bottom = seated(land.width, land.height, found.corner, found.share)
    rows, columns = np.nonzero(land.cells >= 0)
    x, y = (columns + 0.5) * land.cell, (rows + 0.5) * land.cell
    assert not ((x > left) & (x < right) & (y > top) & (y < bottom)).any()


@pytest.mark.parametrize("name", shipped().ids)
def test_no_shipped_inset_covers_anyone(name: str) -> None:
    main, *insets = sheet_of(name).panels
    for inset in insets:
        assert inset.seat is not None
        if inset.seat.corner == "below":
            continue
        wide = inset.seat.share * main.view.width
        tall = wide * inset.view.height / inset.view.width
        left = 0.0 if inset.seat.corner.endswith("left") else main.view.width - wide
        top = 0.0 if inset.seat.corner.startswith("top") else main.view.height - tall
        points = np.vstack(
            [[place.anchor for place in main.places], *(r for p in main.places for r in p.outline)]
        )
        inside = (points > (left, top)).all(axis=1) & (points < (left + wide, top + tall)).all(axis=1)
        assert not inside.any()
