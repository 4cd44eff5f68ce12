"""Arcs join leads to their partners where both can be seen, and only while they explain something."""

from __future__ import annotations

import pytest

from coopmap.maps import Options, compose
from coopmap.maps.arcs import MOST
from coopmap.maps.sheet import Arc, Panel, Sheet
from coopmap.records import LEADING, Participation
from tests.maps.operations import country, operation, sheet_of, shipped

EUROPE = [
    "SWE",
    "NOR",
    "FIN",
    "ISL",
    "DEU",
    "FRA",
    "POL",
    "CZE",
    "AUT",
    "CHE",
    "ITA",
    "ESP",
    "PRT",
    "BEL",
    "NLD",
    "GBR",
    "IRL",
    "HUN",
    "ROU",
    "BGR",
    "GRC",
    "HRV",
]


def arcs(sheet: Sheet) -> list[Arc]:
    return [arc for panel in sheet.panels for arc in panel.arcs]


def ends(sheet: Sheet) -> set[tuple[str, str, int]]:
    return {(arc.lead, arc.partner, arc.rank) for arc in arcs(sheet)}


def partners(count: int) -> list[Participation]:
    return [country(code) for code in EUROPE[:count]]


def in_frame(panel: Panel, point: tuple[float, float]) -> bool:
    return 0 <= point[0] <= panel.view.width and 0 <= point[1] <= panel.view.height


def test_a_lead_is_joined_to_each_of_its_partners() -> None:
    sheet = compose(operation(country("DNK", "lead"), *partners(3)))
    assert ends(sheet) == {("DNK", "SWE", 0), ("DNK", "NOR", 0), ("DNK", "FIN", 0)}


def test_co_leads_are_told_apart_by_their_rank() -> None:
    rows = (country("DEU", "co-lead"), country("FRA", "co-lead"), country("ESP"), country("POL"))
    ranks = {arc.lead: arc.rank for arc in arcs(compose(operation(*rows)))}
    assert ranks == {"FRA": 0, "DEU": 1}
    assert len(arcs(compose(operation(*rows)))) == 4


def test_too_many_partners_and_no_lead_have_no_arcs() -> None:
    assert len(arcs(compose(operation(country("DNK", "lead"), *partners(MOST))))) == MOST
    assert arcs(compose(operation(country("DNK", "lead"), *partners(MOST + 1)))) == []
    assert arcs(compose(operation(*partners(5)))) == []
    assert arcs(compose(operation(country("DEU", "co-lead"), country("FRA", "co-lead")))) == []


def test_a_person_may_overrule_it() -> None:
    many = operation(country("DNK", "lead"), *partners(MOST + 1))
    assert len(arcs(compose(many, options=Options(arcs=True)))) == MOST + 1
    few = operation(country("DNK", "lead"), *partners(3))
    assert arcs(compose(few, options=Options(arcs=False))) == []
    assert arcs(compose(operation(*partners(3)), options=Options(arcs=True))) == []


@pytest.mark.parametrize("name", shipped().ids)
def test_an_arc_is_drawn_once_on_a_panel_that_shows_both_its_ends(name: str) -> None:
    sheet = sheet_of(name)
    roles = {row.code: row.role for row in sheet.table}
    assert len(ends(sheet)) == len(arcs(sheet))
    for panel in sheet.panels:
        for arc in panel.arcs:
            assert roles[arc.lead] in LEADING
            assert roles[arc.partner] not in LEADING
            assert in_frame(panel, tuple(arc.line[0][0]))
            assert in_frame(panel, tuple(arc.line[-1][-1]))


@pytest.mark.parametrize("name", shipped().ids)
def test_arcs_end_where_the_country_is(name: str) -> None:
    for panel in sheet_of(name).panels:
        places = {place.code: place.anchor for place in panel.places}
        for arc in panel.arcs:
            for code, point in ((arc.lead, arc.line[0][0]), (arc.partner, arc.line[-1][-1])):
                if code in places:
                    assert tuple(point) == places[code]


def test_with_arcs_everyone_is_joined_on_some_panel() -> None:
    for name in ("operation-cumberland", "mh17-jit", "ramsi", "haiti-mss-2025", "operation-cronos"):
        sheet = sheet_of(name)
        joined = {arc.partner for arc in arcs(sheet)}
        assert joined == {row.code for row in sheet.table if row.role not in LEADING}, name
