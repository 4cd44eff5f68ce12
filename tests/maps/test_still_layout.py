"""A still holds its title, key and sources whole, lays nothing over anything, and drops the least first."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps import Options, read_theme
from coopmap.maps.still import NAMED, Size, Still, size, still
from coopmap.maps.still.font import measure
from coopmap.maps.still.text import Box, wrapped
from tests.maps.operations import shipped
from tests.maps.sheets import HOSTILE

OPERATIONS = (
    "operation-cumberland",
    "ramsi",
    "operation-serengeti-2024",
    "coalition-against-isis-2016",
    "mh17-jit",
    "operation-trojan-shield",
)
SIZES = ("1200x628", "1200x900", "1:1", "9:16", "480x400")


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def name_boxes(drawn: Still) -> list[Box]:
    """Give the boxes of the names on all panels, in pixels of the still."""
    found = []
    for panel, box in zip(drawn.sheet.panels, drawn.panels, strict=True):
        unit = panel.view.width / (box[2] - box[0])
        for label in panel.letterings[0].labels:
            left, top, right, bottom = (side / unit for side in label.box)
            found.append((box[0] + left, box[1] + top, box[0] + right, box[1] + bottom))
    return found


@pytest.mark.parametrize("form", SIZES)
@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_overlaps_and_nothing_is_cut(name: str, form: str) -> None:
    drawn = still(shipped()[name], size=size(form))
    layout = drawn.layout
    boxes = [line.box for line in layout.lines]
    marks = [mark.box for mark in layout.marks]
    assert not [pair for pair in combinations([*boxes, *marks], 2) if overlap(*pair)]
    assert not [box for box in [*boxes, *marks] if overlap(box, layout.area)]
    names = name_boxes(drawn)
    assert not [pair for pair in combinations(names, 2) if overlap(*pair)]
    for left, top, right, bottom in [*boxes, *marks, *names]:
        assert left >= 0
        assert top >= 0
        assert right <= drawn.size.width + 0.01
        assert bottom <= drawn.size.height + 0.01
    kinds = {line.kind for line in layout.lines}
    assert {"title", "key", "small"} <= kinds
    said = " ".join(line.text for line in layout.lines)
    assert drawn.sheet.title in said
    assert drawn.sheet.stamp in said
    assert drawn.sheet.version in said
    assert all(note in said for note in drawn.sheet.notes)


@pytest.mark.parametrize("form", SIZES)
@pytest.mark.parametrize("name", OPERATIONS)
def test_the_panels_fill_the_map_s_space_and_the_inset_hides_nobody(name: str, form: str) -> None:
    drawn = still(shipped()[name], size=size(form))
    left, top, right, bottom = drawn.layout.area
    for (west, north, east, south), panel in zip(drawn.panels, drawn.sheet.panels, strict=True):
        assert left - 0.6 <= west < east <= right + 0.6
        assert top - 0.6 <= north < south <= bottom + 0.6
        assert (east - west) / (south - north) == pytest.approx(
            panel.view.width / panel.view.height, rel=0.01
        )
    if len(drawn.panels) > 1:
        main, inset = drawn.panels
        unit = drawn.sheet.panels[0].view.width / (main[2] - main[0])
        for place in drawn.sheet.panels[0].places:
            x, y = main[0] + place.anchor[0] / unit, main[1] + place.anchor[1] / unit
            assert not (inset[0] < x < inset[2] and inset[1] < y < inset[3]), place.code


def test_every_participant_stands_on_one_panel() -> None:
    for name in OPERATIONS:
        drawn = still(shipped()[name], size=NAMED["4:5"])
        found = sorted(place.code for panel in drawn.sheet.panels for place in panel.places)
        assert found == sorted(one.country for one in shipped()[name].participations)


def test_on_small_stills_the_summary_gives_way_first() -> None:
    large = {line.kind for line in still(shipped()["operation-cumberland"], size=NAMED["9:16"]).layout.lines}
    small = {line.kind for line in still(shipped()["operation-cumberland"], size=Size(420, 320)).layout.lines}
    assert {"summary", "figure"} <= large
    assert "summary" not in small
    assert {"title", "key", "small"} <= small


def test_a_still_too_small_for_its_words_says_which_size_would_do() -> None:
    long = replace(shipped()["coalition-against-isis-2016"], name="Coalition " * 40)
    wordy = replace(read_theme(), credit="Map and words: The Daily Example. " * 6)
    with pytest.raises(CoopmapError) as caught:
        still(long, size=Size(320, 320), theme=wordy)
    assert str(caught.value) == (
        "320x320: too small for the title, key and sources of coalition-against-isis-2016; "
        "640x640 would have room"
    )
    assert still(long, size=Size(640, 640), theme=wordy).layout.lines


def test_a_layout_for_readers_from_the_right_is_turned() -> None:
    drawn = still(shipped()["operation-cumberland"], size=Size(1200, 628), language="ar")
    assert drawn.layout.right_to_left
    assert drawn.layout.area[0] == 0
    assert all(line.x + line.width > 780 for line in drawn.layout.lines if line.kind == "title")


def test_a_date_stays_on_one_line() -> None:
    assert wrapped("until 24 August 2016, then", width=measure("until 24 August")) == [
        "until",
        "24 August",
        "2016, then",
    ] or "24 August 2016," in wrapped("until 24 August 2016, then", width=measure("24 August 2016,  "))


def test_a_word_too_long_for_its_line_is_cut_in_two() -> None:
    lines = wrapped("x" * 50, width=5)
    assert "".join(lines) == "x" * 50
    assert all(measure(line) <= 5 for line in lines)


def test_hostile_names_are_laid_out_like_any_other() -> None:
    bad = replace(shipped()["operation-nova"], name=HOSTILE * 3, summary=HOSTILE)
    drawn = still(bad, size=NAMED["1:1"], options=Options(inset=False))
    boxes = [line.box for line in drawn.layout.lines]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


@pytest.mark.parametrize("text", ["12x", "99999x1", "200x200", "1:2", "", "1200x628x3"])
def test_a_size_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CoopmapError, match="would be right"):
        size(text)
