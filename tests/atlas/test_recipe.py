"""The recipe on small shapes made by hand: borders stay shared, islands stay, holes are filled."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from coopmap.atlas import disputed, territories
from coopmap.atlas.coverage import Face, make_coverage
from coopmap.atlas.disputed import cut_disputed
from coopmap.atlas.layer import layer
from coopmap.atlas.levels import TOLERANCES_KM, with_levels
from coopmap.atlas.mainlands import label_point, mainland_first
from coopmap.atlas.territories import key_territories
from coopmap.atlas.topojson import write_topology
from coopmap.errors import CoopmapError

Row = dict[str, str]

WIGGLE = [(5, 50), (5.02, 51), (5, 52), (5.5, 53), (5, 54), (5, 55)]
"""A border with one corner of 1.5 km and one of 35 km."""
WEST = Face("DNK", "", shapely.Polygon([*WIGGLE, (0, 55), (0, 50)]))
EAST = Face("SWE", "", shapely.Polygon([*WIGGLE, (10, 55), (10, 50)]))


def box(*edges: float) -> shapely.Polygon:
    return shapely.box(*edges)


def countries(**shapes: shapely.Geometry) -> geopandas.GeoDataFrame:
    """Give a source such as Natural Earth's: names are codes here."""
    names = [name.replace("_", " ") for name in shapes]
    return geopandas.GeoDataFrame(
        {"NAME": names, "ISO_A3_EH": [name[:3] for name in names]}, geometry=list(shapes.values())
    )


def claims(**shapes: shapely.Geometry) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame({"name": list(shapes)}, geometry=list(shapes.values()))


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Row]]:
    """Give the tables, empty, for a test to fill."""
    tables: dict[str, list[Row]] = {"territories": [], "policy": []}
    monkeypatch.setattr(territories, "table", lambda name: tables[name])
    monkeypatch.setattr(disputed, "table", lambda name: tables[name])
    return tables


def ruling(area: str, cut: str, code: str = "", hatched: str = "yes") -> Row:
    return {"area": area, "cut": cut, "code": code, "hatched": hatched}


def test_two_neighbours_share_one_line_and_its_detail() -> None:
    levelled = with_levels(make_coverage([WEST, EAST], smallest_km2=0.0))
    west, east = (set(piece.rings[0]) for piece in levelled.pieces)
    (border,) = west & {~arc for arc in east}
    arc = border if border >= 0 else ~border
    levels = {
        (round(float(x), 3), round(float(y), 3)): int(level)
        for (x, y), level in zip(levelled.arcs[arc], levelled.levels[arc], strict=True)
    }
    assert levels[5.0, 50.0] == levels[5.0, 55.0] == len(TOLERANCES_KM) - 1
    assert levels[5.02, 51.0] < levels[5.5, 53.0]
    assert TOLERANCES_KM[levels[5.5, 53.0]] >= 16.0


def test_a_coarse_map_has_no_gap_between_neighbours() -> None:
    levelled = with_levels(make_coverage([WEST, EAST], smallest_km2=0.0))
    for rung in range(len(TOLERANCES_KM)):
        outlines = []
        for piece in levelled.pieces:
            runs = []
            for number in piece.rings[0]:
                arc = number if number >= 0 else ~number
                run = levelled.arcs[arc][levelled.levels[arc] >= rung]
                runs.append(run[:-1] if number >= 0 else run[:0:-1])
            outlines.append(shapely.Polygon(np.vstack(runs)))
        assert shapely.coverage_is_valid(outlines), rung
        assert shapely.area(shapely.union_all(outlines)) == pytest.approx(50.0)


def test_an_enclave_fills_exactly_the_hole_around_it() -> None:
    around = box(20, -30, 30, -20) - box(24, -26, 26, -24)
    coverage = make_coverage(
        [Face("ZAF", "", around), Face("LSO", "", box(24, -26, 26, -24))], smallest_km2=0.0
    )
    outer, inner = coverage.pieces
    assert (outer.face.code, inner.face.code) == ("ZAF", "LSO")
    assert len(outer.rings) == 2
    plain = [{arc if arc >= 0 else ~arc for arc in rings} for rings in (outer.rings[1], inner.rings[0])]
    assert plain[0] == plain[1]


def test_a_sea_enclosed_by_land_is_nobodys_piece() -> None:
    ring = Face("KAZ", "", box(40, 30, 60, 50) - box(45, 35, 55, 45))
    (piece,) = make_coverage([ring], smallest_km2=0.0).pieces
    assert piece.polygon.area == pytest.approx(300.0)


def test_small_islands_go_but_a_countrys_only_one_stays() -> None:
    denmark = Face("DNK", "", shapely.MultiPolygon([box(8, 54, 12, 57), box(14, 55, 14.01, 55.01)]))
    nauru = Face("NRU", "", box(166.93, -0.53, 166.94, -0.52))
    pieces = make_coverage([denmark, nauru], smallest_km2=2.0).pieces
    assert sorted(piece.face.code for piece in pieces) == ["DNK", "NRU"]
    assert len(make_coverage([denmark, nauru], smallest_km2=0.1).pieces) == 3


def test_a_country_torn_at_180_degrees_becomes_one(rows: dict[str, list[Row]]) -> None:
    del rows["territories"][:]
    russia = shapely.MultiPolygon([box(170, 65, 180, 70), box(-180, 65, -175, 70), box(30, 50, 60, 60)])
    shape = key_territories(countries(RUS=russia, USA=box(-160, 60, -141, 70)))["RUS"]
    assert sorted(part.bounds for part in shape.geoms) == [(30, 50, 60, 60), (170, 65, 185, 70)]


def test_antarctica_is_cut_where_the_world_is(rows: dict[str, list[Row]]) -> None:
    assert rows["territories"] == []
    shape = key_territories(countries(ATA=box(-180, -90, 180, -70)))["ATA"]
    assert shape.bounds == (-169, -90, 191, -70)
    assert shape.area == pytest.approx(360 * 20)


def test_an_overseas_part_gets_its_own_code(rows: dict[str, list[Row]]) -> None:
    bounds = {"west": "-55", "south": "2", "east": "-51", "north": "6.2"}
    rows["territories"].append({"code": "GUF", "row": "FRA", **bounds})
    france = shapely.MultiPolygon([box(-4, 43, 7, 51), box(-54, 3, -52, 5)])
    shapes = key_territories(countries(FRA=france))
    assert shapes["FRA"].bounds == (-4, 43, 7, 51)
    assert shapes["GUF"].bounds == (-54, 3, -52, 5)


def test_parts_of_one_country_that_touch_become_one_shape(rows: dict[str, list[Row]]) -> None:
    everywhere = {"west": "", "south": "", "east": "", "north": ""}
    rows["territories"].append({"code": "CYP", "row": "Akrotiri", **everywhere})
    shape = key_territories(countries(CYP=box(32, 34.7, 34, 35.5), Akrotiri=box(32.8, 34.5, 33.1, 34.7)))[
        "CYP"
    ]
    assert shape.is_valid
    assert len(shape.geoms) == 1
    (piece,) = make_coverage([Face("CYP", "", shape)], smallest_km2=0.0).pieces
    assert piece.polygon.area == pytest.approx(1.66)


def test_a_row_that_finds_nothing_is_one_clear_line(rows: dict[str, list[Row]]) -> None:
    bounds = {"west": "-55", "south": "2", "east": "-51", "north": "6.2"}
    rows["territories"].append({"code": "GUF", "row": "FRA", **bounds})
    with pytest.raises(CoopmapError, match=r"^territories.csv: nothing found for \['GUF'\]$"):
        key_territories(countries(FRA=box(-4, 43, 7, 51)))


def test_a_hole_of_the_source_is_filled_by_the_policy(rows: dict[str, list[Row]]) -> None:
    rows["policy"].append(ruling("golan", "hole 35.8 33.0", "SYR"))
    syria = box(35, 32, 40, 37) - box(35.5, 32.8, 36, 33.2)
    faces = cut_disputed({"SYR": syria}, claims())
    assert [(face.code, face.area) for face in faces] == [("SYR", ""), ("SYR", "golan")]
    assert faces[1].shape.area == pytest.approx(0.2)
    assert shapely.coverage_is_valid([face.shape for face in faces])


def test_land_that_another_edition_paints_differently_is_cut_out(rows: dict[str, list[Row]]) -> None:
    rows["policy"].append(ruling("crimea", "overlap Russia", "UKR"))
    ukraine, crimea = box(30, 44, 40, 50), box(33, 44, 36, 46)
    faces = cut_disputed({"UKR": ukraine}, claims(Russia=shapely.union_all([crimea, box(40, 44, 60, 60)])))
    assert [(face.code, face.area) for face in faces] == [("UKR", ""), ("UKR", "crimea")]
    assert faces[1].shape.area == pytest.approx(6.0, rel=1e-3)
    assert sum(face.shape.area for face in faces) == pytest.approx(60.0)


def test_land_that_is_not_hatched_is_painted_without_a_name(rows: dict[str, list[Row]]) -> None:
    rows["policy"].append(ruling("egypt-sudan-line", "hole 22..37 21.9..22.3", "EGY", hatched="no"))
    egypt = box(22, 20, 37, 31) - box(30, 22.0, 30.2, 22.2) - box(33, 22.0, 33.2, 22.2)
    faces = cut_disputed({"EGY": egypt}, claims())
    assert [(face.code, face.area) for face in faces] == [("EGY", ""), ("EGY", "")]
    assert faces[1].shape.area == pytest.approx(0.08)


@pytest.mark.parametrize(
    ("cut", "sentence"),
    [
        ("hole 10 10", r"^policy.csv: golan cuts nothing out of the source \(hole 10 10\)$"),
        ("overlap Atlantis", r"^policy.csv: the second edition has no shape named Atlantis$"),
    ],
)
def test_a_ruling_about_nothing_is_one_clear_line(
    rows: dict[str, list[Row]], cut: str, sentence: str
) -> None:
    rows["policy"].append(ruling("golan", cut, "SYR"))
    with pytest.raises(CoopmapError, match=sentence):
        cut_disputed({"SYR": box(35, 32, 40, 37)}, claims(Russia=box(0, 0, 1, 1)))


def test_islands_near_the_mainland_belong_to_it() -> None:
    jutland, zealand, far = box(8, 55, 10, 57), box(11, 55, 12, 56), box(-50, 60, -49, 61)
    order, main = mainland_first([far, zealand, jutland], np.array([9.0, 5.0, 20.0]), code="DNK")
    assert (order, main) == ([2, 1, 0], 2)


def test_a_label_stands_in_the_widest_place() -> None:
    x, y = label_point(shapely.union_all([box(0, 0, 4, 4), box(4, 1.9, 40, 2.1)]))
    assert 1.5 < x < 2.5
    assert 1.5 < y < 2.5


def test_a_written_layer_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    land = with_levels(make_coverage([WEST, EAST], smallest_km2=0.0))
    water = with_levels(make_coverage([Face("", "", box(20, 50, 21, 51))], smallest_km2=0.0))
    write_topology(tmp_path / "small.topojson", land, water, tolerance_km=0.0, smallest_km2=0.0)
    monkeypatch.setattr("coopmap.atlas.layer._FOLDER", tmp_path)
    read = layer("small")
    assert [face.code for face in read.faces] == ["DNK", "SWE", "lake"]
    ring = read.places[read.starts[0] : read.starts[1]]
    assert shapely.Polygon(ring).area == pytest.approx(WEST.shape.area, rel=1e-3)
    assert read.sides.count(frozenset({"DNK", "SWE"})) == 1
    with pytest.raises(CoopmapError, match=r"^none.topojson: the atlas cannot be read"):
        layer("none")
