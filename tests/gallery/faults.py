"""The faults a map can have at one width, each as a line that says where: none is right."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from coopmap.records import LEADING
from tests.gallery.sight import PanelSight, Sight, around, overlap, within

if TYPE_CHECKING:
    from coopmap.maps import Sheet
    from coopmap.maps.sheet import Panel, Place

SPECK = 3.2
"""Pixels across: paint smaller than this needs a dot to be seen."""
DOT = 3.75
"""Pixels from a dot's middle to its edge."""


def faults(sheet: Sheet, sight: Sight) -> list[str]:
    """Everything that is wrong with what a reader sees of a sheet."""
    found = ["the page scrolls sideways"] if sight.scrolls else []
    for panel, seen in zip(sheet.panels, sight.panels, strict=True):
        where = "inset" if panel.seat else "panel"
        found += [f"{where}: {line}" for line in _panel_faults(panel, seen, sight)]
    found += _between(sheet, sight)
    return found


def _panel_faults(panel: Panel, seen: PanelSight, sight: Sight) -> list[str]:
    found = []
    for (code, one), (other, two) in combinations(seen.labels, 2):
        if overlap(one, two):
            found.append(f"the names of {code} and {other} overlap")
    for code, box in seen.labels:
        if not within(box, seen.edge):
            found.append(f"the name of {code} is cut: {_whole(box)} in {_whole(seen.edge)}")
        found += [f"the name of {code} covers the dot of {each}" for each in _covered(box, seen)]
        if sight.buttons and overlap(box, sight.buttons):
            found.append(f"the name of {code} is under the buttons")
    for place in panel.places:
        found += _place_faults(place, seen)
        if sight.buttons and within(around(seen.anchors[place.code]), sight.buttons):
            found.append(f"{place.code} is under the buttons")
    shown = _expected(panel, sight.width)
    if shown != {code for code, _ in seen.labels}:
        found.append(
            f"the names shown are not the sheet's: {sorted(shown ^ {code for code, _ in seen.labels})}"
        )
    leads = {place.code for place in panel.places if place.role in LEADING}
    found += [f"the lead {code} has no name" for code in sorted(leads - shown)]
    return found


def _expected(panel: Panel, width: float) -> set[str]:
    """The names that the sheet has for a column of this width."""
    lettering = next(each for each in panel.letterings if width >= each.narrowest)
    return {label.code for label in lettering.labels}


def _covered(box: tuple[float, float, float, float], seen: PanelSight) -> list[str]:
    return [other for other, dot in seen.dots.items() if overlap(box, around(dot, DOT), tolerance=1.0)]


def _place_faults(place: Place, seen: PanelSight) -> list[str]:
    found = []
    anchor = seen.dots.get(place.code) or seen.anchors.get(place.code)
    if anchor is None:
        return [f"{place.code} is not drawn"]
    if not within(around(anchor), seen.edge):
        found.append(f"{place.code} is outside what is seen")
    if place.code not in seen.dots and across(place) * seen.unit < SPECK:
        found.append(f"{place.code} is a speck of {across(place) * seen.unit:.1f} px without a dot")
    return found


def across(place: Place) -> float:
    """How large a place's largest piece is across, picture units."""
    sizes = [np.sqrt(np.ptp(ring, axis=0).astype(float).prod()) for ring in place.outline]
    return float(max(sizes, default=0.0))


def _between(sheet: Sheet, sight: Sight) -> list[str]:
    """What one panel does to the other, and whether everyone is on exactly one."""
    found = []
    codes = [place.code for panel in sheet.panels for place in panel.places]
    if sorted(codes) != sorted(row.code for row in sheet.table):
        found.append("not everyone is on exactly one panel")
    for main, inset in zip(sight.panels, sight.panels[1:], strict=False):
        if overlap(main.edge, inset.edge) and not within(inset.edge, main.edge, tolerance=1):
            found.append("the inset hangs over the edge of the main panel")
        found += [
            f"the name of {code} is under the inset" for code, box in main.labels if overlap(box, inset.edge)
        ]
        for code, anchor in main.anchors.items():
            if overlap(around(anchor, DOT if code in main.dots else 0.6), inset.edge):
                found.append(f"{code} is under the inset")
    return found


def _whole(box: tuple[float, float, float, float]) -> str:
    return " ".join(f"{side:.0f}" for side in box)
