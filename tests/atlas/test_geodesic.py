"""The way over the earth from one country to another, as a line on a panel."""

from __future__ import annotations

import numpy as np
import pytest

from coopmap.atlas import EqualEarth, Frame, LambertAzimuthal, Projection, geodesic, unit_vectors

COPENHAGEN, SYDNEY, HONOLULU, TOKYO = (12.6, 55.7), (151.2, -33.9), (-157.9, 21.3), (139.7, 35.7)


def frame(projection: Projection) -> Frame:
    """Give a frame on all the world."""
    return Frame(projection=projection, scale=700.0, left=-2.86, top=1.4, width=4000, height=1960)


def there(view: Frame, place: tuple[float, float]) -> tuple[float, float]:
    x, y = view.place(view.near(np.array([place])))[0]
    return float(x), float(y)


@pytest.mark.parametrize("projection", [EqualEarth(11.0), EqualEarth(150.0), LambertAzimuthal(60.0, 30.0)])
@pytest.mark.parametrize(("start", "end"), [(COPENHAGEN, SYDNEY), (SYDNEY, TOKYO), (TOKYO, HONOLULU)])
def test_a_way_begins_and_ends_where_the_countries_are(
    projection: Projection, start: tuple[float, float], end: tuple[float, float]
) -> None:
    view = frame(projection)
    lines = geodesic(start, end, view)
    assert tuple(lines[0][0]) == pytest.approx(there(view, start), abs=1e-6)
    assert tuple(lines[-1][-1]) == pytest.approx(there(view, end), abs=1e-6)


def test_a_way_is_cut_at_the_back_of_the_map_and_nowhere_else() -> None:
    over_the_back = geodesic(TOKYO, HONOLULU, frame(EqualEarth(11.0)))
    assert len(over_the_back) == 2
    assert over_the_back[0][-1, 0] > 3000  # leaves at the right
    assert over_the_back[1][0, 0] < 1000  # comes back at the left
    assert len(geodesic(TOKYO, HONOLULU, frame(EqualEarth(150.0)))) == 1
    assert len(geodesic(COPENHAGEN, SYDNEY, frame(EqualEarth(11.0)))) == 1


def test_a_way_never_jumps_over_the_map() -> None:
    view = frame(EqualEarth(11.0))
    for start, end in [(COPENHAGEN, SYDNEY), (TOKYO, HONOLULU), (SYDNEY, HONOLULU), (HONOLULU, COPENHAGEN)]:
        for line in geodesic(start, end, view):
            assert np.hypot(*np.diff(line, axis=0).T).max() < 0.1 * view.width


def test_a_way_is_the_shortest_one() -> None:
    (line,) = geodesic(COPENHAGEN, SYDNEY, frame(EqualEarth(90.0)))
    places = frame(EqualEarth(90.0)).unplace(line)
    vectors = unit_vectors(places)
    length = np.arccos(np.clip((vectors[1:] * vectors[:-1]).sum(axis=1), -1, 1)).sum() * 6371.0088
    assert length == pytest.approx(16_045, rel=0.005)  # as the crow flies from Copenhagen to Sydney
    normal = np.cross(vectors[0], vectors[-1])
    assert np.abs(vectors @ normal).max() < 1e-6  # all on one great circle


def test_there_is_no_way_from_a_place_to_itself() -> None:
    assert geodesic(TOKYO, TOKYO, frame(EqualEarth(11.0))) == []
