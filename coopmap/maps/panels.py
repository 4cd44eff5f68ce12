"""Panels: what each frame of the sheet shows, cut from the atlas and lettered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from coopmap.atlas import Frame, cut, middle, survey
from coopmap.countries import territories
from coopmap.maps.arcs import arcs
from coopmap.maps.columns import Shown, letter_inset, letter_main, pixels
from coopmap.maps.looks import look
from coopmap.maps.seats import BELOW, CORNERS, roomier, seat
from coopmap.maps.sheet import Arc, Area, Echo, Lettering, Panel, Place, Ring, Seat, View
from coopmap.maps.territories import painted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coopmap.maps.form import Plan
    from coopmap.maps.framing import Framing
    from coopmap.maps.wording import Wording
    from coopmap.records import Participation

_SPECK = 11.0
"""Pixels at a width of 1000: a participant whose largest piece is smaller gets a dot. On a phone, paint of
this size is still three pixels across."""
_HATCHABLE = 4.0
"""Pixels: smaller disputed areas cannot show a hatch."""

_SEEN = 4.0
"""Pixels: overseas territories smaller than this are seen by nobody."""
_MOST_IN_A_CORNER = 12
"""An enlargement of more countries than this needs a column of its own below the main panel."""


def panels(
    participations: list[Participation],
    frames: Framing,
    words: Wording,
    *,
    with_arcs: bool,
    with_territories: bool = False,
    plan: Plan | None = None,
) -> tuple[Panel, ...]:
    """The main panel and, if there is one, the inset.

    Args:
        participations: in reading order.
        frames: where to look, and which countries belong to which frame.
        words: the reader's language.
        with_arcs: whether leads are joined to their partners.
        with_territories: whether overseas territories are painted like the country they belong to.
        plan: how a still's space is filled; None for a page.
    """
    on_main = plan.letter_main if plan else letter_main
    on_inset = plan.letter_inset if plan else letter_inset
    lands = painted(participations, everything=with_territories)
    main = _shown(participations, frames.main, frozenset(frames.countries), lands, words)
    if plan is None and frames.inset is not None and not frames.enlarges:
        room = _room(main, frames.inset)
        if room is not None:
            frames = replace(frames, main=room)
            main = _shown(participations, room, frozenset(frames.countries), lands, words)
    lines = arcs(participations, [frames.main] + ([frames.inset] if frames.inset else []), with_arcs)
    if frames.inset is None:
        return (_panel(main, participations, letterings=on_main(main, None), lines=lines[0]),)
    other = _shown(participations, frames.inset, frozenset(frames.elsewhere), lands, words)
    crowded = frames.enlarges and len(frames.elsewhere) > _MOST_IN_A_CORNER
    corners = (*CORNERS, "top-right") if plan else CORNERS
    taken = BELOW if crowded else seat(main.ground, _marks(main), frames.inset, corners=corners)
    taken = plan.seat or taken if plan else taken
    main_panel = _panel(
        main,
        participations,
        letterings=on_main(main, (taken, frames.inset)),
        lines=lines[0],
        locator=_locator(frames.inset, frames.main) if frames.enlarges else None,
    )
    inset = _panel(
        other,
        participations,
        letterings=on_inset(other, taken),
        lines=lines[1],
        locator=None if frames.enlarges else _locator(frames.main, frames.inset),
        seat=taken,
    )
    return main_panel, inset


def _marks(shown: Shown) -> NDArray[np.int32]:
    """What an inset must not hide beside the land of the ground: dots, and the coasts of islands."""
    places = shown.places
    return np.vstack([[place.anchor for place in places], *(ring for one in places for ring in one.outline)])


def _room(main: Shown, inset: Frame) -> Frame | None:
    """A taller frame with a corner for the inset, when the frame as it is has none."""
    marks = _marks(main)
    if seat(main.ground, marks, inset) != BELOW:
        return None
    return roomier(main.frame, main.ground, marks, inset)


def _shown(
    participations: list[Participation],
    frame: Frame,
    codes: frozenset[str],
    lands: dict[str, tuple[str, ...]],
    words: Wording,
) -> Shown:
    everyone = frozenset(code for codes in lands.values() for code in codes)
    cutting = cut(frame, about=everyone)
    merged = {
        code: tuple(ring for each in all_of_it for ring in cutting.outlines.get(each, ()))
        for code, all_of_it in lands.items()
    }
    overseas = {
        each: cutting.outlines.get(each, ())
        for code in lands
        for each in territories(code)
        if each not in lands
    }
    rest = {code: rings for code, rings in cutting.outlines.items() if code not in everyone}
    cutting = replace(cutting, outlines={**rest, **merged})
    ours = [one for one in participations if one.country in codes]
    sizes = {one.country: pixels(merged[one.country]) for one in ours}
    anchors = frame.place(frame.near(np.array([middle(one.country) for one in ours]))).round().astype(int)
    places = tuple(
        Place(
            code=one.country,
            name=words.name(one.country),
            role=one.role,
            look=look(one),
            role_name=words.role(one),
            outline=merged[one.country],
            anchor=(x, y),
            dot=sizes[one.country] < _SPECK,
        )
        for one, (x, y) in zip(ours, anchors.tolist(), strict=True)
    )
    outlines = {code: merged[code] for code in sorted(merged)}
    ground = survey(outlines, width=frame.width, height=frame.height)
    return Shown(frame, cutting, places, ground, overseas, lands, sizes, words)


def _panel(
    shown: Shown,
    participations: list[Participation],
    *,
    letterings: tuple[Lettering, ...],
    lines: tuple[Arc, ...],
    locator: Ring | None = None,
    seat: Seat | None = None,
) -> Panel:
    ours = {place.code for place in shown.places}
    looks = {one.country: look(one) for one in participations}
    outlines = shown.cutting.outlines
    return Panel(
        view=_view(shown.frame),
        places=shown.places,
        land=tuple(ring for code, rings in outlines.items() if code not in looks for ring in rings),
        # On a small inset the borders of countries that did not take part would be noise, and weigh.
        borders=shown.cutting.borders if seat is None or seat.corner == "below" else (),
        lakes=shown.cutting.lakes,
        disputed=tuple(
            Area(name=shown.words.area(area), outline=rings)
            for area, rings in sorted(shown.cutting.areas.items())
            if pixels(rings, inside=shown.frame) >= _HATCHABLE
        ),
        echoes=tuple(
            Echo(look=each, outline=outlines[code])
            for code, each in looks.items()
            if code not in ours and code in outlines
        ),
        apart=tuple(code for code in looks if _overseas(code, shown, painted=False) >= _SEEN),
        joined=tuple(code for code in looks if _overseas(code, shown, painted=True) >= _SEEN),
        arcs=lines,
        letterings=letterings,
        locator=locator,
        crop=shown.crop if seat is None or seat.corner == "below" else None,
        seat=seat,
    )


def _overseas(code: str, shown: Shown, *, painted: bool) -> float:
    """How much of a country's overseas territories, painted or not, is in sight: pixels across."""
    ours = (each for each in territories(code) if (each in shown.lands[code]) == painted)
    each = (shown.overseas.get(territory, ()) for territory in ours)
    return max((pixels(outline, inside=shown.frame) for outline in each), default=0.0)


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
