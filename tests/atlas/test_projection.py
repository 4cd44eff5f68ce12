"""Places land on the paper where every other program puts them."""

from __future__ import annotations

import numpy as np
import pytest
from pyproj import Proj

from coopmap.atlas import EqualEarth, LambertAzimuthal, Projection, longitude_latitude, unit_vectors

RANDOM = np.random.default_rng(11)
PLACES = np.column_stack(
    [RANDOM.uniform(-180, 180, 2000), np.degrees(np.arcsin(RANDOM.uniform(-1, 1, 2000)))]
)
"""Spread evenly over the earth."""


@pytest.mark.parametrize("longitude", [0.0, 11.0, 150.0, -98.5])
def test_equal_earth_is_that_of_proj(longitude: float) -> None:
    # Longitudes are left as they are, so that an island past the edge stays beside its neighbours.
    places = PLACES.copy()
    places[:, 0] = longitude + places[:, 0] * 0.999
    theirs = Proj(f"+proj=eqearth +R=1 +lon_0={longitude}")
    x, y = theirs(places[:, 0], places[:, 1])
    assert EqualEarth(longitude).project(places) == pytest.approx(np.column_stack([x, y]), abs=1e-9)


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(10.0, 52.0), (179.5, -17.0), (20.0, 0.0), (-75.0, 70.0)]
)
def test_lambert_azimuthal_is_that_of_proj(longitude: float, latitude: float) -> None:
    middle = unit_vectors(np.array([[longitude, latitude]]))[0]
    places = PLACES[unit_vectors(PLACES) @ middle > -0.99]  # the antipode has no place on the paper
    theirs = Proj(f"+proj=laea +R=1 +lon_0={longitude} +lat_0={latitude}")
    x, y = theirs(places[:, 0], places[:, 1])
    ours = LambertAzimuthal(longitude, latitude).project(places)
    assert ours == pytest.approx(np.column_stack([x, y]), abs=1e-9)
    assert len(places) > 1900


def test_an_island_past_the_edge_of_the_world_stays_beside_its_neighbour() -> None:
    suva, apia = EqualEarth(11.0).project(np.array([[178.4, -18.1], [188.2, -13.8]]))
    assert 0 < apia[0] - suva[0] < 0.2


@pytest.mark.parametrize("projection", [EqualEarth(11.0), LambertAzimuthal(10.0, 52.0)])
def test_a_square_kilometre_is_a_square_kilometre_everywhere(projection: Projection) -> None:
    size = 1e-4
    for longitude, latitude in [(10.0, 52.0), (30.0, 0.0), (-20.0, 65.0), (60.0, -20.0)]:
        steps = np.array([[0, 0], [size, 0], [0, size]])
        corner, east, north = projection.project(np.array([longitude, latitude]) + steps)
        (a, b), (c, d) = east - corner, north - corner
        true = np.radians(size) ** 2 * np.cos(np.radians(latitude))
        assert abs(a * d - b * c) == pytest.approx(true, rel=1e-4)


def test_a_place_comes_back_from_the_globe() -> None:
    for place in PLACES[:50]:
        assert longitude_latitude(unit_vectors(place[np.newaxis])[0]) == pytest.approx(tuple(place))


@pytest.mark.parametrize(
    "projection",
    [
        EqualEarth(0.0),
        EqualEarth(11.0),
        EqualEarth(-98.5),
        LambertAzimuthal(10.0, 52.0),
        LambertAzimuthal(179.5, -17.0),
        LambertAzimuthal(0.0, 90.0),
    ],
)
def test_a_place_comes_back_from_the_paper(projection: Projection) -> None:
    places = PLACES[np.abs(PLACES[:, 1]) < 89.9]
    if isinstance(projection, EqualEarth):
        places = places + np.array([projection.longitude, 0.0])
    else:
        middle = unit_vectors(np.array([[projection.longitude, projection.latitude]]))[0]
        places = places[unit_vectors(places) @ middle > -0.99]
    back = projection.unproject(projection.project(places))
    assert unit_vectors(back) == pytest.approx(unit_vectors(places), abs=1e-8)
    assert len(places) > 1900


@pytest.mark.parametrize("projection", [EqualEarth(11.0), LambertAzimuthal(10.0, 52.0)])
def test_the_middle_of_the_paper_is_the_middle_of_the_map(projection: Projection) -> None:
    centre = np.array([[projection.longitude, projection.latitude]])
    assert projection.project(centre) == pytest.approx(np.zeros((1, 2)), abs=1e-12)
    assert projection.unproject(np.zeros((1, 2))) == pytest.approx(centre, abs=1e-9)
