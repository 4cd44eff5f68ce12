"""Composition: one operation and the atlas become a sheet, everything the map shows as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coopmap.atlas import UNITS_PER_PIXEL, Cutting, Frame, area_names, cut, middle
from coopmap.errors import CoopmapError
from coopmap.maps.facts import credits_of, figures, fingerprint, stamp, updated
from coopmap.maps.framing import frame
from coopmap.maps.legend import key
from coopmap.maps.sheet import Area, Panel, Place, Ring, Sheet, TableRow, View, Words
from coopmap.maps.summary import missing, summary
from coopmap.maps.wording import Wording, wording
from coopmap.records import ROLES

if TYPE_CHECKING:
    from coopmap.records import Operation, Participation

_SPECK = 9.0
"""Pixels at a width of 1000: a participant whose largest piece is smaller gets a dot."""

_HATCHABLE = 4.0
"""Pixels: smaller disputed areas cannot show a hatch."""


def compose(operation: Operation, *, language: str = "en") -> Sheet:
    """The sheet of an operation: one panel, framed on the mainlands of all who took part.

    Raises:
        CoopmapError: nobody took part yet, a code has no shape, or the language has no words.
    """
    if not operation.participations:
        raise CoopmapError(
            f"{operation.id}: no country takes part yet; a row in participations.csv would give a map to draw"
        )
    words = wording(language)
    ordered = sorted(operation.participations, key=lambda one: _reading_order(one, words))
    panel = _panel(ordered, frame(tuple(one.country for one in ordered)), words)
    period = words.period(operation.start or operation.announced, operation.end)
    lost = missing(operation, words)
    return Sheet(
        id=operation.id,
        language=language,
        direction=words.words["direction"],
        title=operation.name,
        subtitle=" · ".join(part for part in (operation.summary.rstrip("."), period) if part),
        summary=summary(operation, words),
        key=key(operation, words, disputed=len(panel.disputed)),
        panels=(panel,),
        table=tuple(_row(one, words) for one in ordered),
        figures=figures(operation, words),
        notes=(lost,) if lost else (),
        credits=credits_of(operation, words),
        stamp=stamp([area.name for area in panel.disputed], words),
        updated=updated(operation, words),
        version=fingerprint(operation),
        words=_page_words(len(ordered), words),
    )


def _reading_order(one: Participation, words: Wording) -> tuple[int, str]:
    """Leads first, then by role, then by name."""
    return list(ROLES).index(one.role), words.place_in_alphabet(one.country)


def _row(one: Participation, words: Wording) -> TableRow:
    period = ""
    if one.since and one.until:
        period = words.word("dates", "range", start=words.date(one.since), end=words.date(one.until))
    elif one.since:
        period = words.word("dates", "since", start=words.date(one.since))
    elif one.until:
        period = words.word("dates", "until", end=words.date(one.until))
    status = words.word("status", one.status) if one.status in words.words["status"] else ""
    return TableRow(
        code=one.country,
        name=words.name(one.country),
        role=one.role,
        role_name=words.word("roles", one.role),
        note="; ".join(part for part in (one.agency, status, period, one.note) if part),
    )


def _page_words(countries: int, words: Wording) -> Words:
    page = words.words["page"]
    return Words(
        country=page["country"],
        role=page["role"],
        note=page["note"],
        table_caption=words.plural("page", "table_caption", countries),
        map_hint=page["map_hint"],
        zoom_in=page["zoom_in"],
        zoom_out=page["zoom_out"],
        reset=page["reset"],
        source=page["source"],
    )
