"""Operations as GeoJSON, held to RFC 7946."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from coopmap.atlas import outline
from coopmap.countries import codes
from coopmap.errors import CoopmapError
from coopmap.maps import as_geojson
from coopmap.records import read
from tests.copies import DATA


@cache
def collection(detail: str = "world") -> dict[str, Any]:
    shipped = read(DATA)
    chosen = [shipped[one] for one in ("operation-cumberland", "ramsi", "haechi-iv") if one in shipped]
    value: dict[str, Any] = json.loads(as_geojson(chosen, detail=detail))
    return value


def rings(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    """Give the polygons of a geometry."""
    many = geometry["type"] == "MultiPolygon"
    polygons: list[list[list[list[float]]]] = geometry["coordinates"] if many else [geometry["coordinates"]]
    return polygons


def turning(ring: list[list[float]]) -> float:
    """Give twice a ring's area: positive when it runs against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def test_a_feature_is_a_country_in_an_operation() -> None:
    first = collection()["features"][0]
    assert collection()["type"] == "FeatureCollection"
    assert first["id"] == "operation-cumberland/AUS"
    assert {name: first["properties"][name] for name in ("country_name", "role", "region", "publisher")} == {
        "country_name": "Australia",
        "role": "partner",
        "region": "Oceania",
        "publisher": "heise online",
    }
    named = [one["properties"]["country"] for one in collection()["features"]]
    shipped = read(DATA)
    assert named[:19] == [one.country for one in shipped["operation-cumberland"].participations]


@pytest.mark.parametrize("code", codes())
def test_every_country_has_a_shape_that_keeps_the_standard(code: str) -> None:
    geometry = outline(code)
    assert geometry is not None
    for outer, *holes in rings(geometry):
        for ring in (outer, *holes):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in ring)
        assert turning(outer) > 0
        assert all(turning(hole) < 0 for hole in holes)
        width = max(place[0] for place in outer) - min(place[0] for place in outer)
        assert width < 180 or code == "ATA"


def test_russia_and_fiji_are_cut_at_the_date_line() -> None:
    for code in ("RUS", "FJI"):
        geometry = outline(code, detail="coverage")
        assert geometry is not None
        assert geometry["type"] == "MultiPolygon"
        longitudes = [place[0] for outer, *_ in rings(geometry) for place in outer]
        assert min(longitudes) < -170
        assert max(longitudes) > 170


def test_an_unknown_detail_is_told() -> None:
    with pytest.raises(CoopmapError, match="detail 'fine' is not known: coverage or world"):
        outline("DNK", detail="fine")
