"""Lands overseas are painted when the record or the reader says so, and never by accident."""

from __future__ import annotations

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps import Options, Sheet, compose
from tests.atlas.ground import holds
from tests.maps.operations import country, operation
from tests.maps.sheets import projected

NUUK = (64.2, -51.0)
TORSHAVN = (62.05, -7.0)
MARIEHAMN = (60.158, 19.874)


def north(note: str = "", *, territories: bool = False) -> Sheet:
    """Denmark, with a note, and two neighbours between which Greenland and the Faroe Islands are in view."""
    return compose(
        operation(country("DNK", "lead", note=note), country("CAN"), country("NOR")),
        options=Options(territories=territories, inset=False),
    )


def with_denmark(sheet: Sheet, spot: tuple[float, float]) -> bool:
    """Say whether a spot (latitude, longitude) is painted like Denmark."""
    panel = sheet.panels[0]
    denmark = next(place for place in panel.places if place.code == "DNK")
    return holds(denmark.outline, *projected(panel.view, spot))


@pytest.mark.parametrize(
    ("note", "greenland", "said"),
    [
        ("", False, "Overseas territories of Denmark and Norway are not painted."),
        ("From the start", False, "Overseas territories of Denmark and Norway are not painted."),
        (
            "From the start. Territories: Greenland",
            True,
            (
                "Overseas territories of Denmark are painted with them. "
                "Overseas territories of Norway are not painted."
            ),
        ),
        (
            "territories: grl, Faroe Islands; its navy",
            True,
            (
                "Overseas territories of Denmark are painted with them. "
                "Overseas territories of Norway are not painted."
            ),
        ),
        (
            "territories: all",
            True,
            (
                "Overseas territories of Denmark are painted with them. "
                "Overseas territories of Norway are not painted."
            ),
        ),
    ],
)
def test_the_note_of_a_country_says_what_is_painted_with_it(note: str, *, greenland: bool, said: str) -> None:
    sheet = north(note)
    assert with_denmark(sheet, NUUK) is greenland
    assert sheet.stamp.endswith(said)


def test_a_reader_may_ask_for_all_of_them() -> None:
    sheet = north(territories=True)
    assert with_denmark(sheet, NUUK)
    assert sheet.stamp.endswith("Overseas territories of Denmark and Norway are painted with them.")


@pytest.mark.parametrize(
    ("code", "note", "sentence"),
    [
        (
            "DNK",
            "territories: Svalbard and Jan Mayen",
            (
                "raid: the note of Denmark says 'territories: Svalbard and Jan Mayen', which is none of its "
                "territories overseas; Greenland, Faroe Islands would be right"
            ),
        ),
        (
            "CHE",
            "territories: Atlantis",
            (
                "raid: the note of Switzerland says 'territories: Atlantis', which is none of its "
                "territories overseas; no territories at all would be right"
            ),
        ),
    ],
)
def test_a_note_that_names_somebody_elses_land_is_refused(code: str, note: str, sentence: str) -> None:
    with pytest.raises(CoopmapError) as refused:
        compose(operation(country(code, note=note), country("NOR")))
    assert str(refused.value) == sentence


def test_the_aland_islands_belong_to_finland_unless_they_took_part_themselves() -> None:
    finland = compose(operation(country("FIN"), country("SWE")))
    panel = finland.panels[0]
    place = next(place for place in panel.places if place.code == "FIN")
    assert holds(place.outline, *projected(panel.view, MARIEHAMN))
    assert "Overseas" not in finland.stamp
    apart = compose(operation(country("FIN"), country("SWE"), country("ALA", "observer")))
    panel = apart.panels[0]
    place = next(place for place in panel.places if place.code == "FIN")
    assert not holds(place.outline, *projected(panel.view, MARIEHAMN))
