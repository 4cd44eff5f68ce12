"""Composition: one operation and the atlas become a sheet, everything the map shows as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.maps.arcs import sensible
from coopmap.maps.facts import credits_of, figures, fingerprint, stamp, updated
from coopmap.maps.form import Form, plans
from coopmap.maps.framing import AUTO, framing
from coopmap.maps.legend import key
from coopmap.maps.looks import look
from coopmap.maps.panels import panels
from coopmap.maps.sheet import Panel, Sheet, TableRow, Words
from coopmap.maps.summary import missing, off_the_map, summary
from coopmap.maps.wording import Wording, wording
from coopmap.records import ROLES

if TYPE_CHECKING:
    from coopmap.records import Operation, Participation


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a person may overrule in the composition."""

    inset: bool = True
    """Whether a second panel may be used."""
    arcs: bool | None = None
    """Whether leads are joined to their partners; None leaves it to the number of partners."""
    frame: str = AUTO
    """A part of the world to look at, ``europe``, ``world`` ...; ``auto`` chooses it from who took part."""
    territories: bool = False
    """Whether all overseas territories are painted like their countries; else those that the notes name."""
    form: Form | None = None
    """The exact space of a still's map; None for a page."""


def compose(operation: Operation, *, language: str = "en", options: Options | None = None) -> Sheet:
    """The sheet of an operation: a panel on the mainlands of most who took part, and an inset for the rest.

    Raises:
        CoopmapError: nobody took part yet, a code has no shape, or the language has no words.
    """
    if not operation.participations:
        raise CoopmapError(
            f"{operation.id}: no country takes part yet; a row in participations.csv would give a map to draw"
        )
    words, wanted = wording(language), options or Options()
    ordered = sorted(operation.participations, key=lambda one: _reading_order(one, words))
    leads = frozenset(one.country for one in operation.leads)
    codes = tuple(one.country for one in ordered)
    with_arcs = sensible(ordered) if wanted.arcs is None else wanted.arcs
    shown = _panels(ordered, leads, words, wanted=replace(wanted, arcs=with_arcs))
    disputed = sorted({area.name for panel in shown for area in panel.disputed}, key=words.place)
    period = words.period(operation.start or operation.announced, operation.end)
    unseen = [code for code in codes if not any(code == one.code for panel in shown for one in panel.places)]
    notes = [missing(operation, words), off_the_map(unseen, words)]
    apart = [code for code in codes if any(code in panel.apart for panel in shown)]
    joined = [code for code in codes if any(code in panel.joined for panel in shown)]
    return Sheet(
        id=operation.id,
        language=words.language,
        direction=words.words["direction"],
        title=operation.name,
        subtitle=_subtitle(operation.summary.rstrip("."), period, words),
        summary=summary(operation, words),
        key=key(operation, words, disputed=len(disputed)),
        panels=shown,
        table=tuple(_row(one, words) for one in ordered),
        figures=figures(operation, words),
        notes=tuple(note for note in notes if note),
        credits=credits_of(operation, words),
        stamp=stamp(disputed, apart, joined, words),
        updated=updated(operation, words),
        version=fingerprint(operation),
        words=_page_words(len(ordered), words),
    )


def _panels(
    ordered: list[Participation], leads: frozenset[str], words: Wording, *, wanted: Options
) -> tuple[Panel, ...]:
    """The panels of a page, or those that fill a still's space best."""
    codes, arcs = tuple(one.country for one in ordered), bool(wanted.arcs)
    if wanted.form is None:
        frames = framing(codes, leads=leads, inset=wanted.inset, place=wanted.frame)
        return panels(ordered, frames, words, with_arcs=arcs, with_territories=wanted.territories)
    for plan in plans(wanted.form):
        shown = panels(
            ordered, plan.frames, words, with_arcs=arcs, with_territories=wanted.territories, plan=plan
        )
        if plan.seat or all(panel.seat is None or panel.seat.corner != "below" for panel in shown):
            break
    return shown


def _subtitle(about: str, period: str, words: Wording) -> str:
    """What happened and when; the record's own language may run the other way than the reader's."""
    return " · ".join(part for part in (about, words.apart(period) if about else period) if part)


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
    return TableRow(
        code=one.country,
        name=words.name(one.country),
        role=one.role,
        look=look(one),
        role_name=words.role(one),
        note=words.joined((one.agency, period, one.note), "semicolon"),
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
        inset=page["inset"],
        source=page["source"],
        separator=words.words["marks"]["semicolon"],
    )
