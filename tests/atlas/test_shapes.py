"""Every country is on the map, where it lies and as large as it is."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from coopmap.atlas import EqualEarth, area_names, shapes
from coopmap.countries import codes
from coopmap.errors import CoopmapError
from tests.atlas.ground import land, status_at

LAYERS = ("coverage", "world")

TOWNS = [
    ("DNK", "Copenhagen", 12.57, 55.68),
    ("DEU", "Berlin", 13.40, 52.52),
    ("FRA", "Paris", 2.35, 48.86),
    ("FRA", "Ajaccio", 8.74, 41.93),
    ("NLD", "Amsterdam", 4.90, 52.37),
    ("NOR", "Tromsø", 18.96, 69.65),
    ("ESP", "Madrid", -3.70, 40.42),
    ("ESP", "Las Palmas", -15.43, 28.12),
    ("PRT", "Ponta Delgada", -25.67, 37.74),
    ("ITA", "Rome", 12.48, 41.87),
    ("CHE", "Bern", 7.45, 46.95),
    ("LUX", "Luxembourg", 6.13, 49.61),
    ("MLT", "Valletta", 14.51, 35.90),
    ("CYP", "Nicosia, southern part", 33.36, 35.15),
    ("CYP", "Limassol", 33.04, 34.69),
    ("CYP", "Akrotiri", 32.98, 34.60),
    ("BIH", "Sarajevo", 18.41, 43.86),
    ("XKX", "Pristina", 21.17, 42.66),
    ("UKR", "Kyiv", 30.52, 50.45),
    ("TUR", "Ankara", 32.86, 39.93),
    ("RUS", "Kaliningrad", 20.51, 54.71),
    ("RUS", "Uelen, across the date line", 190.2, 66.16),
    ("USA", "Anchorage", -149.90, 61.22),
    ("USA", "Honolulu", -157.80, 21.35),
    ("CAN", "Ottawa", -75.70, 45.42),
    ("CUB", "Guantánamo", -75.21, 20.14),
    ("CUB", "Guantanamo Bay", -75.12, 19.91),
    ("BRA", "Brasília", -47.88, -15.79),
    ("ARG", "Ushuaia", -68.30, -54.78),
    ("ZAF", "Pretoria", 28.19, -25.75),
    ("LSO", "Maseru", 27.50, -29.33),
    ("KEN", "Nairobi", 36.82, -1.29),
    ("SSD", "Juba", 31.58, 4.85),
    ("SGP", "Singapore", 103.82, 1.35),
    ("TWN", "Taipei", 121.56, 25.04),
    ("HKG", "Hong Kong", 114.16, 22.30),
    ("MAC", "Macao", 113.55, 22.18),
    ("JPN", "Naha", 127.70, 26.21),
    ("KOR", "Seoul", 126.98, 37.57),
    ("AUS", "Hobart", 147.32, -42.88),
    ("NZL", "Wellington", 174.78, -41.29),
    ("NZL", "Chatham Islands, across the date line", 183.5, -43.95),
    ("FJI", "Suva", 178.44, -18.14),
    ("FJI", "Taveuni, on the date line", 180.0, -16.85),
    ("WSM", "Apia", 188.23, -13.83),
    ("TON", "Nuku'alofa", 184.8, -21.14),
    ("TUV", "Funafuti", 179.19, -8.52),
    ("NRU", "Yaren", 166.92, -0.55),
    ("PSE", "Ramallah", 35.20, 31.90),
    ("PSE", "Gaza", 34.45, 31.50),
    ("ISR", "Tel Aviv", 34.80, 32.08),
]

OVERSEAS = [
    ("GUF", "Cayenne", -52.33, 4.92),
    ("REU", "Saint-Denis", 55.45, -20.89),
    ("MTQ", "Fort-de-France", -61.07, 14.61),
    ("GLP", "Pointe-à-Pitre", -61.53, 16.24),
    ("MYT", "Mamoudzou", 45.22, -12.78),
    ("NCL", "Nouméa", 166.45, -22.27),
    ("GRL", "Nuuk", -51.72, 64.18),
    ("FRO", "Tórshavn", -6.77, 62.01),
    ("SJM", "Longyearbyen", 15.63, 78.22),
    ("BVT", "Bouvet Island", 3.36, -54.42),
    ("CUW", "Willemstad", -68.93, 12.12),
    ("BES", "Kralendijk", -68.27, 12.15),
    ("ABW", "Oranjestad", -70.02, 12.51),
    ("TKL", "Fakaofo", -171.22 + 360, -9.38),
    ("CXR", "Christmas Island", 105.63, -10.49),
    ("CCK", "West Island", 96.83, -12.17),
    ("FLK", "Stanley", -57.86, -51.69),
    ("GIB", "Gibraltar", -5.35, 36.14),
]

DISPUTED = [
    ("UKR", "crimea", "Sevastopol", 33.55, 44.60),
    ("UKR", "crimea", "Simferopol", 34.10, 44.95),
    ("UKR", "", "Kherson", 32.62, 46.64),
    ("SYR", "golan", "Golan Heights", 35.80, 33.00),
    ("PSE", "east-jerusalem", "Old City of Jerusalem", 35.2345, 31.7767),
    ("ESH", "western-sahara", "Laayoune", -13.20, 27.15),
    ("ESH", "western-sahara", "Tifariti, east of the berm", -10.57, 26.16),
    ("SOM", "somaliland", "Hargeisa", 44.07, 9.56),
    ("SOM", "", "Mogadishu", 45.32, 2.04),
    ("CYP", "northern-cyprus", "Kyrenia", 33.32, 35.30),
    ("", "abyei", "Abyei", 28.44, 9.60),
    ("", "siachen", "Siachen Glacier", 77.13, 35.35),
    ("", "", "Bir Tawil", 33.75, 21.87),
]

KM2 = {
    "DNK": 42_951,
    "DEU": 357_588,
    "ESP": 505_990,
    "POL": 312_696,
    "ITA": 301_340,
    "GBR": 242_495,
    "CHE": 41_285,
    "CYP": 9_251,
    "RUS": 16_871_000,  # as recognised: without Crimea, land and inland water of the source
    "AUS": 7_692_024,
    "NZL": 268_021,
    "BRA": 8_515_767,
    "ARG": 2_780_400,
    "CAN": 9_984_670,
    "ZAF": 1_221_037,
    "EGY": 1_001_450,
    "JPN": 377_975,
    "LSO": 30_355,
    "GRL": 2_166_086,
    "SJM": 62_045,
    "XKX": 10_887,
}


@pytest.mark.parametrize("detail", LAYERS)
def test_every_country_has_a_shape_and_no_shape_is_a_stranger(detail: str) -> None:
    assert set(land(detail)["code"]) == {*codes(), ""}
    assert len(codes()) == 250


@pytest.mark.parametrize(("code", "longitude", "latitude"), [(c, x, y) for c, _, x, y in TOWNS])
def test_a_town_lies_in_its_country(code: str, longitude: float, latitude: float) -> None:
    assert status_at(longitude, latitude) == (code, "")


@pytest.mark.parametrize(("code", "longitude", "latitude"), [(c, x, y) for c, _, x, y in OVERSEAS])
def test_a_territory_is_not_its_parent(code: str, longitude: float, latitude: float) -> None:
    assert status_at(longitude, latitude) == (code, "")


@pytest.mark.parametrize(
    ("code", "area", "longitude", "latitude"), [(c, a, x, y) for c, a, _, x, y in DISPUTED]
)
def test_a_disputed_area_is_known_as_such(code: str, area: str, longitude: float, latitude: float) -> None:
    assert status_at(longitude, latitude) == (code, area)


@pytest.mark.parametrize(("code", "km2"), KM2.items())
def test_a_country_is_as_large_as_it_is(code: str, km2: float) -> None:
    table = land()
    paper = shapely.transform(
        table.geometry[table["code"] == code].to_numpy(),
        lambda places: EqualEarth(11.0).project(places) * 6371.0088,
    )
    assert float(shapely.area(paper).sum()) == pytest.approx(km2, rel=0.02)


@pytest.mark.parametrize("detail", LAYERS)
def test_neighbours_neither_gape_nor_overlap(detail: str) -> None:
    geometry = land(detail).geometry.to_numpy()
    assert shapely.is_valid(geometry).all()
    torn = shapely.coverage_invalid_edges(geometry)
    names = land(detail)["code"][~shapely.is_empty(torn)]
    assert shapely.coverage_is_valid(geometry), sorted(names)


def test_no_country_is_cut_by_the_date_line() -> None:
    table = land().dissolve("code")
    for code, widest in {"RUS": 172.0, "FJI": 8.0, "NZL": 19.0}.items():
        west, _, east, _ = table.geometry[code].bounds
        assert east > 180 > west, code
        assert east - west < widest, code
    siberia = [part for part in table.geometry["RUS"].geoms if part.area > 100]
    assert len(siberia) == 1
    assert shapely.intersects(siberia[0], shapely.LineString([(180, 66), (180, 68.5)]))


@pytest.mark.parametrize(("detail", "coarse"), [("coverage", 0.02), ("world", 0.08)])
def test_a_label_stands_on_the_land_it_names(detail: str, coarse: float) -> None:
    table = land(detail)
    places = shapely.points(table["label_longitude"].to_numpy(), table["label_latitude"].to_numpy())
    gaps = shapely.distance(table.geometry.to_numpy(), places)
    astray = {row: round(float(gap), 3) for row, gap in zip(table["name"], gaps, strict=True) if gap > coarse}
    assert astray == {}


def test_the_table_opens_in_any_tool() -> None:
    table = shapes(detail="world")
    assert str(table.crs) == "EPSG:4326"
    assert list(table.columns) == [
        "code",
        "disputed",
        "name",
        "label_longitude",
        "label_latitude",
        "geometry",
    ]
    named = dict(zip(table["code"], table["name"], strict=True))
    assert (named["DEU"], named["XKX"]) == ("Germany", "Kosovo")
    assert area_names()["golan"] in set(table["name"])
    assert np.isfinite(table.total_bounds).all()


def test_an_unknown_detail_is_one_clear_line() -> None:
    with pytest.raises(CoopmapError, match=r"^detail 'fine' is not known: coverage or world$"):
        shapes(detail="fine")
