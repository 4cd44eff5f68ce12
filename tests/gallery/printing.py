"""A sheet as a short text for people to compare: what it says, where it looks, where every name stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.atlas import UNITS_PER_PIXEL
from coopmap.atlas.projection import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.maps import Sheet
    from coopmap.maps.sheet import Lettering, Panel

FOLDER = Path(__file__).parent / "prints"
"""Where the prints lie, one file a sheet."""

STEP = 20
"""Positions are rounded to so many picture units: a fifth of a letter."""


def text(sheet: Sheet) -> str:
    """Say in lines what a sheet shows."""
    return "\n".join([*_words(sheet), *(line for panel in sheet.panels for line in _panel(panel))]) + "\n"


def _words(sheet: Sheet) -> Iterator[str]:
    yield f"{sheet.title} [{sheet.language}, {sheet.direction}]"
    yield sheet.subtitle or "(no subtitle)"
    yield sheet.summary
    for entry in sheet.key:
        yield f"key {entry.look}: {entry.label}"
    for note in sheet.notes:
        yield f"note: {note}"
    for figure in sheet.figures:
        yield f"figure: {figure.value} {figure.label}"
    yield f"stamp: {sheet.stamp}"


def _panel(panel: Panel) -> Iterator[str]:
    view = panel.view
    kind, where = "inset" if panel.seat else "panel", f"{view.longitude:.1f} {view.latitude:.1f}"
    km = UNITS_PER_PIXEL * EARTH_RADIUS_KM / view.scale
    yield ""
    yield f"{kind}: {view.projection} at {where}, {km:.1f} km a pixel, {view.width} x {view.height}"
    if panel.seat:
        yield f"seat: {panel.seat.corner}, {panel.seat.share:.2f} of the width"
    crop = " ".join(str(_round(side)) for side in panel.crop or ())
    yield f"narrow columns show: {crop or 'all'}"
    yield f"countries: {' '.join(place.code + ('*' if place.dot else '') for place in panel.places)}"
    yield f"echoes: {len(panel.echoes)}, locator: {'no' if panel.locator is None else 'yes'}"
    yield f"arcs: {' '.join(f'{arc.lead}-{arc.partner}' for arc in panel.arcs) or 'none'}"
    yield f"disputed: {', '.join(area.name for area in panel.disputed) or 'none'}"
    for lettering in panel.letterings:
        yield from _lettering(panel, lettering)


def _lettering(panel: Panel, lettering: Lettering) -> Iterator[str]:
    named = {label.code for label in lettering.labels}
    dropped = [place.code for place in panel.places if place.code not in named]
    columns = f"columns from {lettering.narrowest} px"
    yield f"names in {columns}, {lettering.size:g} px, dropped: {' '.join(dropped) or 'none'}"
    for label in lettering.labels:
        lead, led = " lead" if label.lead else "", " with a line" if label.leader else ""
        yield f"  {label.code} {_round(label.x)} {_round(label.y)}{lead}{led}: {' / '.join(label.lines)}"


def _round(units: float) -> int:
    return round(units / STEP) * STEP
