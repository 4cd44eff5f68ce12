"""Drawn: a still's layout and sheet as SVG, in plain attributes that every program understands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coopmap.maps.looks import OUTLINED, drawn_over
from coopmap.maps.markup import render
from coopmap.maps.pathdata import path_data
from coopmap.maps.picture import layers, on
from coopmap.maps.still.font import FACES, embedded, face_of, letters_of, printable

if TYPE_CHECKING:
    from coopmap.maps.sheet import Panel, Place, Sheet
    from coopmap.maps.still.still import Still
    from coopmap.maps.still.text import Box

_USUAL = 18.0
"""Lines and patterns have their usual width when running text has this size."""
_FINEST, _BOLDEST = 0.85, 1.9
_RIGHT_TO_LEFT, _END = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """One panel, its outlines as path data."""

    box: Box
    unit: float
    """Picture units for one pixel."""
    panel: Panel
    land: str
    lakes: str
    borders: str
    disputed: str
    echoes: list[tuple[str, str]]
    layers: list[tuple[str, list[tuple[Place, str]]]]
    arcs: list[tuple[int, str]]
    locator: str


def drawn(still: Still, *, embed: bool) -> str:
    """The still as SVG.

    Args:
        still: what is drawn.
        embed: whether the file carries its letters. Without them, letters that the typeface lacks are marked.
    """
    panels = [_drawn(panel, box) for panel, box in zip(still.sheet.panels, still.panels, strict=True)]
    grain = min(max(still.layout.base / _USUAL, _FINEST), _BOLDEST)
    return render(
        "still/still.svg",
        still=still,
        sheet=still.sheet,
        layout=still.layout,
        panels=panels,
        theme=still.theme,
        colours=still.theme.still,
        inks=_inks(still),
        patterns=dict(drawn_over(still.theme.patterns.named(), _looks(still.sheet))),
        outlined=OUTLINED,
        grain=grain,
        family=lambda text: face_of(text).family,
        faces=_faces(still) if embed else (),
        shown=partial(_shown, embed=embed, rtl=still.layout.right_to_left),
        solid=_solid,
        alpha=_alpha,
    )


def _drawn(panel: Panel, box: Box) -> _Drawn:
    return _Drawn(
        box=box,
        unit=panel.view.width / (box[2] - box[0]),
        panel=panel,
        land=path_data(panel.land),
        lakes=path_data(panel.lakes),
        borders=path_data(panel.borders, closed=False),
        disputed=path_data([ring for area in panel.disputed for ring in area.outline]),
        echoes=[(echo.look, path_data(echo.outline)) for echo in panel.echoes],
        layers=layers(panel.places),
        arcs=[(arc.rank, path_data(arc.line, closed=False)) for arc in panel.arcs],
        locator=path_data((panel.locator,)) if panel.locator is not None else "",
    )


def _inks(still: Still) -> dict[str, dict[str, str]]:
    """For each look its fill, the ink of its pattern and its outline."""
    has = still.theme.still
    return {
        "lead": {"fill": has.lead, "ink": has.stripe, "line": has.lead_line},
        "co-lead": {"fill": has.lead, "ink": has.stripe, "line": has.lead_line},
        "partner": {"fill": has.partner, "ink": has.stripe, "line": has.partner},
        "supporter": {"fill": has.supporter, "ink": has.stripe, "line": has.spot},
        "host": {"fill": has.host, "ink": has.host, "line": has.host_line},
        "observer": {"fill": has.observer, "ink": has.observer, "line": has.spot},
        "contested": {"fill": has.land, "ink": has.spot, "line": has.spot},
        "withdrawn": {"fill": has.land, "ink": has.spot, "line": has.spot},
        "other": {"fill": has.other, "ink": has.other, "line": has.other},
        "disputed": {"fill": has.land, "ink": has.hatch, "line": has.hatch},
    }


def _looks(sheet: Sheet) -> frozenset[str]:
    """Every look that the map shows, and so the key."""
    return frozenset().union(*(on(panel) for panel in sheet.panels), (entry.look for entry in sheet.key))


def _faces(still: Still) -> list[tuple[str, int, str]]:
    """The letters that the still uses, for each typeface and weight as a font: family, weight, address."""
    labels = [label for panel in still.sheet.panels for each in panel.letterings for label in each.labels]
    texts = [(line.text, line.bold) for line in still.layout.lines]
    texts += [(line, label.lead) for label in labels for line in label.lines]
    found = []
    for face in FACES:
        for bold in (False, True):
            some = [text for text, heavy in texts if heavy == bold and face_of(text) == face]
            if some:
                found.append((face.family, 700 if bold else 400, embedded(letters_of(some), face, bold=bold)))
    return found


def _shown(text: str, *, embed: bool, rtl: bool) -> str:
    """A text as it is written into the file; when it runs to the left, its numbers do so too."""
    known = text if embed else printable(text)
    return f"{_RIGHT_TO_LEFT}{known}{_END}" if rtl else known


def _solid(colour: str) -> str:
    """The colour without its transparency: ``#fffc`` and the like are not understood everywhere."""
    return colour[:7]


def _alpha(colour: str) -> str:
    """How opaque it is, from 0 to 1; empty when it is wholly so."""
    return f"{int(colour[7:], 16) / 255:.2g}" if len(colour) > len("#rrggbb") else ""
