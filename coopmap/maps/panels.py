"""Panels: what each frame of the sheet shows, cut from the atlas and lettered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coopmap.atlas import UNITS_PER_PIXEL, Cutting, Frame, Ground, area_names, cut, middle, survey
from coopmap.maps.arcs import arcs
from coopmap.maps.lettering import Name, letter
from coopmap.maps.seats import BELOW, seat
from coopmap.maps.sheet import NARROW, WIDE, Area, Echo, Lettering, Panel, Place, Ring, Seat, View
from coopmap.records import LEADING

if TYPE_CHECKING:
    from coopmap.maps.framing import Framing
    from coopmap.maps.wording import Wording
    from coopmap.records import Participation

_SPECK = 9.0
"""Pixels at a width of 1000: a participant whose largest piece is smaller gets a dot."""
_HATCHABLE = 4.0
"""Pixels: smaller disputed areas cannot show a hatch."""

_SIZES = {WIDE: 13.0, NARROW: 12.5, 0: 12.0}
"""Type sizes in pixels from each width on."""
_MOST_IN_A_CORNER = 12
"""An enlargement of more countries than this needs a column of its own below the main panel."""
_PHONE = 290
"""The narrowest panel that is lettered, pixels."""
_INSET_SIZE = 11.5
_BUTTONS = (46.0, 122.0)
"""Pixels in the upper corner that the buttons for zooming take: width and height."""
_CROP_PADDING = 0.035
_CROP_SQUAREST, _CROP_WIDEST = 0.8, 1.45
"""Bounds of width by height of what a narrow column shows."""


@dataclass(frozen=True)
class _Shown:
    """A frame with what the atlas has in it."""

    frame: Frame
    cutting: Cutting
    places: tuple[Place, ...]
    ground: Ground


def panels(
    participations: list[Participation], frames: Framing, words: Wording, *, with_arcs: bool
) -> tuple[Panel, ...]:
    """The main panel and, if there is one, the inset.

    Args:
        participations: in reading order.
        frames: where to look, and which countries belong to which frame.
        words: the reader's language.
        with_arcs: whether leads are joined to their partners.
    """
    everyone = frozenset(one.country for one in participations)
    main = _shown(participations, frames.main, frozenset(frames.countries), everyone, words)
    lines = arcs(participations, [frames.main] + ([frames.inset] if frames.inset else []), with_arcs)
    if frames.inset is None:
        return (_panel(main, participations, letterings=_letter_main(main, None), lines=lines[0]),)
    other = _shown(participations, frames.inset, frozenset(frames.elsewhere), everyone, words)
    crowded = frames.enlarges and len(frames.elsewhere) > _MOST_IN_A_CORNER
    anchors = [place.anchor for place in main.places]
    taken = BELOW if crowded else seat(main.ground, anchors, frames.inset)
    main_panel = _panel(
        main,
        participations,
        letterings=_letter_main(main, (taken, frames.inset)),
        lines=lines[0],
        locator=_locator(frames.inset, frames.main) if frames.enlarges else None,
    )
    inset = _panel(
        other,
        participations,
        letterings=_letter_inset(other, taken),
        lines=lines[1],
        locator=None if frames.enlarges else _locator(frames.main, frames.inset),
        seat=taken,
    )
    return main_panel, inset


def _shown(
    participations: list[Participation],
    frame: Frame,
    codes: frozenset[str],
    everyone: frozenset[str],
    words: Wording,
) -> _Shown:
    cutting = cut(frame, about=everyone)
    places = tuple(_place(one, frame, cutting, words) for one in participations if one.country in codes)
    outlines = {code: cutting.outlines.get(code, ()) for code in sorted(everyone)}
    return _Shown(frame, cutting, places, survey(outlines, width=frame.width, height=frame.height))


def _place(one: Participation, frame: Frame, cutting: Cutting, words: Wording) -> Place:
    outline = cutting.outlines.get(one.country, ())
    anchor = frame.place(frame.near(np.array([middle(one.country)])))[0]
    return Place(
        code=one.country,
        name=words.name(one.country),
        role=one.role,
        role_name=words.word("roles", one.role),
        outline=outline,
        anchor=(round(float(anchor[0])), round(float(anchor[1]))),
        dot=_pixels(outline) < _SPECK,
    )


def _pixels(outline: tuple[Ring, ...]) -> float:
    """How large the largest piece is across, pixels at a width of 1000."""
    if not outline:
        return 0.0
    points = np.vstack(outline)
    starts = np.cumsum([0, *(len(ring) for ring in outline[:-1])])
    across = np.maximum.reduceat(points, starts) - np.minimum.reduceat(points, starts)
    return float(np.sqrt(across.astype(float).prod(axis=1)).max()) / UNITS_PER_PIXEL


def _panel(
    shown: _Shown,
    participations: list[Participation],
    *,
    letterings: tuple[Lettering, ...],
    lines: tuple[object, ...],
    locator: Ring | None = None,
    seat: Seat | None = None,
) -> Panel:
    names = area_names()
    ours = {place.code for place in shown.places}
    roles = {one.country: one.role for one in participations}
    outlines = shown.cutting.outlines
    return Panel(
        view=_view(shown.frame),
        places=shown.places,
        land=tuple(ring for code, rings in outlines.items() if code not in roles for ring in rings),
        # On a small inset the borders of countries that did not take part would be noise, and weigh.
        borders=shown.cutting.borders if seat is None or seat.corner == "below" else (),
        lakes=shown.cutting.lakes,
        disputed=tuple(
            Area(name=names[area], outline=rings)
            for area, rings in sorted(shown.cutting.areas.items())
            if _pixels(rings) >= _HATCHABLE
        ),
        echoes=tuple(
            Echo(role=role, outline=outlines[code])
            for code, role in roles.items()
            if code not in ours and code in outlines
        ),
        arcs=lines,
        letterings=letterings,
        locator=locator,
        crop=_crop(shown) if seat is None or seat.corner == "below" else None,
        seat=seat,
    )


def _letter_main(shown: _Shown, inset: tuple[Seat, Frame] | None) -> tuple[Lettering, ...]:
    frame = shown.frame
    found = []
    for narrowest, size in _SIZES.items():
        left, top, width, height = (0, 0, frame.width, frame.height) if narrowest else _crop(shown)
        unit = width / (narrowest or _PHONE)
        corner = left + width
        taken = [(corner - _BUTTONS[0] * unit, float(top), float(corner), top + _BUTTONS[1] * unit)]
        if inset is not None and narrowest:
            taken += _seat_box(*inset, frame)
        within = (float(left), float(top), float(left + width), float(top + height))
        labels = letter(_names(shown), shown.ground, size=size * unit, taken=tuple(taken), within=within)
        found.append(Lettering(narrowest=narrowest, size=size, labels=labels))
    return tuple(found)


def _letter_inset(shown: _Shown, seat: Seat) -> tuple[Lettering, ...]:
    """On the main panel the inset is as wide as its seat, below it as wide as the column."""
    frame = shown.frame
    found = []
    for narrowest in (WIDE, NARROW, 0):
        below = seat.corner == "below"
        whole = (0, 0, frame.width, frame.height)
        left, top, width, height = _crop(shown) if below and not narrowest else whole
        unit = width / (max(narrowest, _PHONE) if below or not narrowest else seat.share * narrowest)
        within = (float(left), float(top), float(left + width), float(top + height))
        labels = letter(_names(shown), shown.ground, size=_INSET_SIZE * unit, within=within)
        found.append(Lettering(narrowest=narrowest, size=_INSET_SIZE, labels=labels))
    return tuple(found)


def _names(shown: _Shown) -> list[Name]:
    """Leads first, then from the largest country to the smallest."""
    sizes = {place.code: _pixels(place.outline) for place in shown.places}
    ranked = sorted(shown.places, key=lambda place: (place.role not in LEADING, -sizes[place.code], place.code))
    return [
        Name(
            code=place.code, text=place.name, lead=place.role in LEADING, anchor=place.anchor, dot=place.dot
        )
        for place in ranked
    ]


def _seat_box(seat: Seat, inset: Frame, main: Frame) -> list[tuple[float, float, float, float]]:
    if seat.corner == "below":
        return []
    wide = seat.share * main.width
    tall = wide * inset.height / inset.width
    left = 0.0 if seat.corner.endswith("left") else main.width - wide
    top = 0.0 if seat.corner.startswith("top") else main.height - tall
    return [(left, top, left + wide, top + tall)]


def _crop(shown: _Shown) -> tuple[int, int, int, int]:
    """What a narrow column shows: the participants and a little around them."""
    frame, ground = shown.frame, shown.ground
    ours = [ground.codes.index(place.code) for place in shown.places]
    rows, columns = np.nonzero(np.isin(ground.cells, ours))
    anchors = np.array([place.anchor for place in shown.places], dtype=float)
    points = np.vstack([np.column_stack([columns + 0.5, rows + 0.5]) * ground.cell, anchors])
    room = _CROP_PADDING * frame.width
    low, high = points.min(axis=0) - room, points.max(axis=0) + room
    width, height = high - low
    width = min(max(width, height * _CROP_SQUAREST), float(frame.width))
    height = min(max(height, width / _CROP_WIDEST), float(frame.height))
    left = float(np.clip((low[0] + high[0] - width) / 2, 0, frame.width - width))
    top = float(np.clip((low[1] + high[1] - height) / 2, 0, frame.height - height))
    return round(left), round(top), round(width), round(height)


def _locator(looked_at: Frame, drawn_on: Frame) -> Ring:
    """The edge of one frame as a line on the other."""
    edge = np.linspace(0.0, 1.0, 12, endpoint=False)
    zero, one = np.zeros(12), np.ones(12)
    x = np.concatenate([edge, one, 1 - edge, zero]) * looked_at.width
    y = np.concatenate([zero, edge, one, 1 - edge]) * looked_at.height
    places = drawn_on.near(looked_at.unplace(np.column_stack([x, y])))
    return np.round(drawn_on.place(places)).astype(np.int32)


def _view(frame: Frame) -> View:
    return View(
        projection=frame.projection.name,
        longitude=frame.projection.longitude,
        latitude=frame.projection.latitude,
        scale=frame.scale,
        left=frame.left,
        top=frame.top,
        width=frame.width,
        height=frame.height,
    )
