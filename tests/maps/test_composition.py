"""A sheet says everything the record says, in reading order, and nothing that is not on the map."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps import Sheet, compose
from coopmap.maps.sheet import Credit, Figure, KeyEntry
from coopmap.records import LEADING, Outcome, Source
from tests.maps.operations import country, operation, sheet_of, shipped

EVERY = shipped().ids


@pytest.fixture(scope="module")
def cumberland() -> Sheet:
    return sheet_of("operation-cumberland")


def test_cumberland_in_words(cumberland: Sheet) -> None:
    assert cumberland.title == "Operation Cumberland"
    assert cumberland.subtitle == (
        "Raids in many countries on customers of a site selling AI-made abuse images · 26 February 2025"
    )
    assert cumberland.summary == (
        "Denmark led 18 other countries: 16 in Europe, plus Australia and New Zealand. "
        "Coordinated by Europol."
    )
    assert cumberland.notes == ()
    assert cumberland.updated == "Last updated 28 February 2025"
    assert (cumberland.id, cumberland.language, cumberland.direction) == ("operation-cumberland", "en", "ltr")


def test_cumberland_around_the_map(cumberland: Sheet) -> None:
    assert cumberland.key == (
        KeyEntry(look="lead", label="Denmark led"),
        KeyEntry(look="partner", label="18 partner countries"),
        KeyEntry(look="disputed", label="Disputed areas"),
    )
    assert cumberland.figures == (
        Figure(value="273", label="suspects identified"),
        Figure(value="25", label="arrests"),
        Figure(value="33", label="searches"),
        Figure(value="173", label="items seized"),
    )
    assert cumberland.credits == (
        Credit(text="heise online, 28 February 2025", url="https://heise.de/-10300332"),
    )
    assert cumberland.stamp == (
        "Boundaries: Natural Earth 5.1.1. "
        "Hatched as disputed: Crimea, Golan Heights, Northern Cyprus, Somaliland and Western Sahara. "
        "Overseas territories of Denmark, France, Norway and the United Kingdom are not painted."
    )
    assert cumberland.words.table_caption == "The 19 countries and their roles"


def test_cumberland_in_the_table(cumberland: Sheet) -> None:
    assert ", ".join(row.name for row in cumberland.table) == (
        "Denmark, Australia, Austria, Belgium, Bosnia and Herzegovina, Czechia, Finland, France, "
        "Germany, Hungary, Iceland, Netherlands, New Zealand, Norway, Poland, Spain, Sweden, "
        "Switzerland, United Kingdom"
    )
    assert [row.role_name for row in cumberland.table] == ["Lead", *["Partner"] * 18]
    assert cumberland.table[0].note == "Danish investigators lead; main suspect is Danish"


@pytest.mark.parametrize("name", EVERY)
def test_the_table_and_the_map_hold_the_rows_of_the_record(name: str) -> None:
    sheet, record = sheet_of(name), shipped()[name]
    rows = {one.country: one.role for one in record.participations}
    assert {row.code: row.role for row in sheet.table} == rows
    assert len(sheet.table) == len(record.participations)
    drawn = [place.code for panel in sheet.panels for place in panel.places]
    assert sorted(drawn) == sorted(rows)  # everyone on one panel, nobody on two
    order = [row.code for row in sheet.table]
    for panel in sheet.panels:
        assert [place.code for place in panel.places] == [
            code for code in order if code in {place.code for place in panel.places}
        ]
    leads = [row.role in LEADING for row in sheet.table]
    assert leads == sorted(leads, reverse=True)


@pytest.mark.parametrize("name", EVERY)
def test_the_key_explains_what_is_there_and_no_more(name: str) -> None:
    sheet = sheet_of(name)
    explained = [entry.look for entry in sheet.key]
    areas = {area.name for panel in sheet.panels for area in panel.disputed}
    present = {row.look for row in sheet.table} | ({"disputed"} if areas else set())
    assert set(explained) == present
    assert len(explained) == len(set(explained))
    assert all(area in sheet.stamp for area in areas)


@pytest.mark.parametrize("name", EVERY)
def test_every_figure_and_source_is_on_the_sheet(name: str) -> None:
    sheet, record = sheet_of(name), shipped()[name]
    assert len(sheet.figures) == min(6, sum(outcome.chosen for outcome in record.outcomes))
    assert {credit.url for credit in sheet.credits} >= {
        record.source(one.source).url for one in record.participations if one.source
    }
    assert all("{" not in text for text in (sheet.summary, sheet.stamp, *sheet.notes, sheet.updated))


def test_names_are_sorted_without_regard_to_accents() -> None:
    codes = ("SAU", "STP", "SMR", "TUR", "UGA", "THA", "ALA", "ALB")
    sheet = compose(operation(country("SWE", "lead"), *(country(code) for code in codes)))
    assert [row.code for row in sheet.table] == [
        "SWE",
        "ALA",
        "ALB",
        "SMR",
        "STP",
        "SAU",
        "THA",
        "TUR",
        "UGA",
    ]
    assert [row.name for row in sheet.table][4:8:3] == ["São Tomé and Príncipe", "Türkiye"]


def test_roles_come_in_the_order_of_their_weight() -> None:
    roles = ("observer", "host", "supporter", "partner", "co-lead", "lead")
    codes = ("SWE", "NOR", "FIN", "ISL", "DNK", "DEU")
    sheet = compose(operation(*(country(code, role) for code, role in zip(codes, roles, strict=True))))
    order = ["lead", "co-lead", "partner", "supporter", "host", "observer"]
    assert [row.role for row in sheet.table] == order
    assert "; ".join(entry.label for entry in sheet.key if entry.look != "disputed") == (
        "Germany led; Denmark led jointly; 1 partner country; 1 supporting country; Host: Norway; 1 observer"
    )


def test_a_note_gathers_what_the_row_says() -> None:
    rows = (
        country("DNK", "lead", agency="Police", since="2024-05", until="2024-06-10", note="Began it"),
        country("SWE", since="2024", status="disputed"),
        country("NOR", until="2024-07-01", status="withdrawn"),
        country("FIN"),
    )
    notes = {row.code: row.note for row in compose(operation(*rows)).table}
    assert notes == {
        "DNK": "Police; May 2024 to 10 June 2024; Began it",
        "SWE": "since 2024",
        "NOR": "until 1 July 2024",
        "FIN": "",
    }


def test_a_part_that_is_disputed_or_was_given_up_looks_like_no_other_and_is_said() -> None:
    record = operation(
        country("DNK", "lead"),
        country("SWE"),
        country("NOR", status="disputed"),
        country("FIN", "supporter", status="withdrawn"),
        country("NLD", "host", status="withdrawn"),
    )
    sheet = compose(record)
    assert {row.code: (row.look, row.role_name) for row in sheet.table} == {
        "DNK": ("lead", "Lead"),
        "SWE": ("partner", "Partner"),
        "NOR": ("contested", "Partner (disputed)"),
        "FIN": ("withdrawn", "Supporter (withdrew)"),
        "NLD": ("withdrawn", "Host (withdrew)"),
    }
    assert {place.code: place.look for panel in sheet.panels for place in panel.places} == {
        row.code: row.look for row in sheet.table
    }
    assert [entry.label for entry in sheet.key if entry.look != "disputed"] == [
        "Denmark led",
        "1 partner country",
        "Part in dispute: Norway",
        "Withdrew: Finland and Netherlands",
    ]
    assert "Whether Norway took part is disputed. Finland and the Netherlands withdrew." in sheet.summary
    assert {arc.partner for panel in sheet.panels for arc in panel.arcs} == {"SWE", "NOR"}


def test_only_chosen_figures_are_shown_with_their_qualifier() -> None:
    def figure(value: float, measure: str, *, unit: str = "", qualifier: str, chosen: bool) -> Outcome:
        return Outcome(
            operation="raid",
            measure=measure,
            value=value,
            unit=unit,
            qualifier=qualifier,
            as_of="",
            source=f"source of {measure}",
            chosen=chosen,
        )

    sheet = compose(
        operation(
            country("DNK", "lead"),
            outcomes=(
                figure(1, "arrests", qualifier="exact", chosen=True),
                figure(2, "searches", qualifier="exact", chosen=False),
                figure(3_000, "items-seized", qualifier="at-least", chosen=True),
                figure(51_500_000, "money-frozen", unit="EUR", qualifier="about", chosen=True),
            ),
        )
    )
    assert [(one.value, one.label) for one in sheet.figures] == (
        [("1", "arrest"), ("at least 3,000", "items seized"), ("about €51.5 million", "frozen")]
    )


def test_a_source_that_is_no_web_address_is_named_but_not_linked() -> None:
    def source(name: str, url: str) -> Source:
        return Source(id=name, publisher=name, title="", url=url, published="2024-05", retrieved="2024-06-02")

    rows = (country("DNK", "lead", source="one"), country("SWE", source="two"))
    sources = (
        source("one", "https://example.org/a"),
        source("two", "javascript:alert(1)"),
        source("three", ""),
    )
    sheet = compose(operation(*rows, sources=sources))
    assert sheet.credits == (
        Credit(text="one, May 2024", url="https://example.org/a"),
        Credit(text="two, May 2024", url=""),
    )
    assert sheet.updated == "Last updated 2 June 2024"


@pytest.mark.parametrize("name", ["operation-cumberland", "ramsi", "coalition-against-isis-2016"])
def test_the_same_record_gives_the_same_sheet(name: str) -> None:
    one, other = compose(shipped()[name]), compose(shipped()[name])
    assert repr(one) == repr(other)
    assert one.version.startswith("coopmap ")


def test_any_change_of_the_record_shows_in_its_fingerprint() -> None:
    record = shipped()["operation-cumberland"]
    first = record.participations[0]
    changed = [
        replace(record, note=record.note + " "),
        replace(record, participations=(replace(first, note="x"), *record.participations[1:])),
        replace(record, outcomes=record.outcomes[1:]),
        replace(record, participations=record.participations[::-1]),
    ]
    prints = {compose(one).version for one in (record, *changed)}
    assert len(prints) == 5


def test_moving_a_row_in_the_spreadsheet_changes_nothing() -> None:
    record = shipped()["operation-cumberland"]
    moved = tuple(replace(one, row=one.row + 100) for one in record.participations)
    assert compose(replace(record, participations=moved, row=70)).version == compose(record).version


def test_an_operation_without_countries_is_one_clear_line() -> None:
    with pytest.raises(CoopmapError) as caught:
        compose(operation())
    assert str(caught.value) == (
        "raid: no country takes part yet; a row in participations.csv would give a map to draw"
    )


def test_a_sheet_is_composed_before_one_can_blink() -> None:
    for name in ("operation-cumberland", "ramsi", "coalition-against-isis-2016", "operation-taken-down"):
        compose(shipped()[name])
        spent = []
        for _ in range(3):
            began = time.process_time()
            compose(shipped()[name])
            spent.append(time.process_time() - began)
        assert min(spent) < 0.2, name
