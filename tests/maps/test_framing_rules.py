"""Who took part decides where the map looks: a continent, the world, an inset, an enlargement."""

from __future__ import annotations

import pytest

from coopmap.atlas import EqualEarth, LambertAzimuthal
from coopmap.maps import Options, compose
from coopmap.maps.framing import Framing, framing
from tests.maps.operations import sheet_of, shipped

EVERY = shipped().ids


def framed(name: str, *, inset: bool = True) -> Framing:
    """Frame an operation that ships."""
    record = shipped()[name]
    codes = tuple(one.country for one in record.participations)
    return framing(codes, leads=frozenset(one.country for one in record.leads), inset=inset)


def test_cumberland_is_europe_with_an_inset() -> None:
    frames = framed("operation-cumberland")
    assert isinstance(frames.main.projection, LambertAzimuthal)
    assert set(frames.elsewhere) == {"AUS", "NZL"}
    assert frames.inset is not None
    assert isinstance(frames.inset.projection, EqualEarth)
    assert not frames.enlarges
    assert 40 < frames.main.projection.latitude < 65
    assert -15 < frames.main.projection.longitude < 25


def test_serengeti_is_one_panel_on_africa() -> None:
    frames = framed("operation-serengeti-2024")
    assert frames.inset is None
    assert frames.elsewhere == ()
    assert isinstance(frames.main.projection, LambertAzimuthal)
    assert abs(frames.main.projection.latitude) < 12


def test_the_coalition_has_the_wide_world_and_a_closer_look() -> None:
    frames = framed("coalition-against-isis-2016")
    assert frames.inset is not None
    world, close = sorted((frames.main, frames.inset), key=lambda frame: -frame.pixel_km)
    assert isinstance(world.projection, EqualEarth)
    assert isinstance(close.projection, LambertAzimuthal)
    assert world.pixel_km > 2 * close.pixel_km
    assert {"DEU", "FRA", "POL", "LUX", "IRQ"} <= set(
        frames.countries if close is frames.main else frames.elsewhere
    )


def test_an_enlargement_shows_a_crowd_that_the_world_panel_cannot() -> None:
    frames = framed("ctf-150-2010")
    assert frames.enlarges
    assert frames.inset is not None
    assert isinstance(frames.main.projection, EqualEarth)
    assert {"FRA", "DEU", "NLD", "DNK"} <= set(frames.elsewhere)
    assert len(frames.elsewhere) >= 8


def test_mh17_leaves_the_far_half_to_the_inset() -> None:
    frames = framed("mh17-jit")
    assert set(frames.countries) == {"NLD", "BEL", "UKR"}
    assert set(frames.elsewhere) == {"AUS", "MYS"}


@pytest.mark.parametrize("name", EVERY)
def test_without_an_inset_everyone_is_on_one_panel(name: str) -> None:
    frames = framed(name, inset=False)
    assert (frames.inset, frames.elsewhere, frames.enlarges) == (None, (), False)
    assert set(frames.countries) == {one.country for one in shipped()[name].participations}


def test_a_sheet_without_an_inset_has_one_panel() -> None:
    sheet = compose(shipped()["operation-cumberland"], options=Options(inset=False))
    (panel,) = sheet.panels
    assert {place.code for place in panel.places} == {row.code for row in sheet.table}
    assert len(sheet_of("operation-cumberland").panels) == 2


@pytest.mark.parametrize("name", EVERY)
def test_a_lead_is_left_to_the_wider_inset_only_when_it_is_far_from_all_others(name: str) -> None:
    frames = framed(name)
    leads = {one.country for one in shipped()[name].leads}
    apart = {"haiti-mss-2025": {"KEN"}, "coalition-against-isis-2016": {"USA"}}
    if leads and not frames.enlarges and not leads & set(frames.countries):
        assert leads == apart.get(name), name


@pytest.mark.parametrize("name", EVERY)
def test_most_countries_are_on_the_main_panel_or_on_its_enlargement(name: str) -> None:
    frames = framed(name)
    if not frames.enlarges:
        assert len(frames.countries) >= 0.55 * (len(frames.countries) + len(frames.elsewhere))


def test_a_lead_draws_the_main_panel_to_itself() -> None:
    others = ("THA", "MYS", "SGP", "IDN")
    with_lead = framing(("DNK", "SWE", "NOR", *others), leads=frozenset({"DNK"}))
    assert "DNK" in with_lead.countries


def test_a_locator_frames_what_the_main_panel_shows() -> None:
    main, inset = sheet_of("operation-cumberland").panels
    assert main.locator is None
    assert inset.locator is not None
    low, high = inset.locator.min(axis=0), inset.locator.max(axis=0)
    for echo in inset.echoes:
        largest = max(echo.outline, key=len)
        middle = largest.mean(axis=0)
        assert (middle > low).all()
        assert (middle < high).all()


def test_an_enlargement_is_marked_on_the_world_panel() -> None:
    main, inset = sheet_of("ctf-150-2010").panels
    assert main.locator is not None
    assert inset.locator is None
