"""The picture: one panel of a sheet as SVG, complete before any script runs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopmap.maps.looks import LAYERS, LOOKS, OUTLINED, drawn_over
from coopmap.maps.markup import Markup, render
from coopmap.maps.pathdata import path_data
from coopmap.maps.themefile import read_theme
from coopmap.maps.themestyle import theme_style

if TYPE_CHECKING:
    from coopmap.maps.sheet import Lettering, Panel, Place
    from coopmap.maps.theme import Theme

READING_WIDTH = 1000
"""Pixels of a column for which patterns are drawn; the page's script keeps them so at any other width."""


def picture(
    panel: Panel,
    *,
    title: str,
    summary: str,
    theme: Theme | None = None,
    name: str = "coopmap",
    standalone: bool = False,
) -> Markup:
    """Draw one panel; ``name`` begins the ids inside, ``standalone`` makes a file that needs no page."""
    look = theme or read_theme()
    return render(
        "picture.svg",
        view=panel.view,
        grain=f"{panel.view.width / READING_WIDTH / (panel.seat.share if panel.seat else 1):.3g}",
        name=name,
        title=title,
        summary=summary,
        standalone=standalone,
        theme_style=theme_style(look) if standalone else "",
        known=LOOKS,
        outlined=OUTLINED,
        patterns=drawn_over(look.patterns.named(), on(panel)),
        land=path_data(panel.land),
        lakes=path_data(panel.lakes),
        borders=path_data(panel.borders, closed=False),
        disputed=[(area.name, path_data(area.outline)) for area in panel.disputed],
        echoes=[(echo.look, path_data(echo.outline)) for echo in panel.echoes],
        arcs=[(arc.rank, path_data(arc.line, closed=False)) for arc in panel.arcs],
        locator=path_data((panel.locator,)) if panel.locator is not None else "",
        letterings=[(each, _units(panel, each)) for each in panel.letterings],
        layers=layers(panel.places),
    )


def on(panel: Panel) -> frozenset[str]:
    """The looks that a panel shows, ``disputed`` among them when it shows disputed areas."""
    looks = {place.look for place in panel.places} | {echo.look for echo in panel.echoes}
    return frozenset(looks | {"disputed"} if panel.disputed else looks)


def _units(panel: Panel, lettering: Lettering) -> str:
    """The type size in picture units, for viewers that cannot reckon with the column's width."""
    pixels = (lettering.narrowest or READING_WIDTH) * (panel.seat.share if panel.seat else 1.0)
    return f"{lettering.size * panel.view.width / pixels:.0f}"


def layers(places: tuple[Place, ...]) -> list[tuple[str, list[tuple[Place, str]]]]:
    """Sort places by look, lowest first, each with its path; within a look reading order stays."""
    ranked = sorted(places, key=lambda place: (_rank(place), place.look))
    return [
        (look, [(place, path_data(place.outline)) for place in group])
        for look, group in groupby(ranked, key=lambda place: place.look)
    ]


def _rank(place: Place) -> int:
    return LAYERS.index(place.look) if place.look in LAYERS else -1
