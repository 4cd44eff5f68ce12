"""Sheet: everything one map shows, as a value, before any markup exists.

The page, the picture and the table all read this value and nothing else, so they cannot disagree.
Coordinates are whole *picture units*: x grows to the right, y grows downwards, (0, 0) is the panel's
upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coopmap.maps.lettering import Label

WIDE, NARROW = 800, 520
"""The panel's widths in pixels at which the names change; below ``NARROW`` the panel is cropped and the inset
stands below it."""

Ring = NDArray[np.int32]
"""A closed outline or an open line: shape (n, 2), picture units, first point not repeated at the end."""


@dataclass(frozen=True, kw_only=True)
class View:
    """How longitude and latitude become picture units on one panel.

    With (X, Y) the point on the unit sphere's projection plane (Y to the north), a place stands at
    ``x = (X - left) * scale`` and ``y = (top - Y) * scale``.
    """

    projection: str
    """``"equal-earth"`` or ``"lambert-azimuthal"`` (both equal-area, both on the sphere)."""
    longitude: float
    """The central meridian, degrees east."""
    latitude: float
    """The central latitude, degrees north; 0 for Equal Earth."""
    scale: float
    """Picture units for one earth radius."""
    left: float
    """Projected X of the panel's left edge, earth radii."""
    top: float
    """Projected Y of the panel's upper edge, earth radii."""
    width: int
    """Picture units from left to right."""
    height: int
    """Picture units from top to bottom."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One participating country as it stands on a panel."""

    code: str
    """ISO 3166-1 alpha-3, or XKX."""
    name: str
    """The country's name in the reader's language."""
    role: str
    """The role as recorded: lead, co-lead, partner, supporter, host, observer."""
    look: str
    """How it is drawn: like its role, or as ``contested`` or ``withdrawn`` whatever the role."""
    role_name: str
    """The role as words in the reader's language: ``Partner``, ``Partner (disputed)``."""
    outline: tuple[Ring, ...]
    """Closed rings (holes included: fill by the even-odd rule); empty when nothing is left at this scale."""
    anchor: tuple[int, int]
    """A point of the country, picture units: its dot, its tooltip, the end of its arc."""
    dot: bool
    """Too small to be seen at this scale: a dot of constant size marks it."""


@dataclass(frozen=True, kw_only=True)
class Area:
    """A disputed area, drawn as disputed."""

    name: str
    """What the area is called in the reader's language."""
    outline: tuple[Ring, ...]
    """Closed rings, even-odd."""


@dataclass(frozen=True, kw_only=True)
class Echo:
    """A participant that belongs to the other panel, painted here without a name so that it is not denied."""

    look: str
    """How it is drawn."""
    outline: tuple[Ring, ...]
    """Closed rings, even-odd."""


@dataclass(frozen=True, kw_only=True)
class Arc:
    """The shortest way over the earth from a lead to a partner."""

    lead: str
    """Code of the lead it starts from."""
    partner: str
    """Code of the country it ends in."""
    rank: int
    """0 for the first lead, 1 for the second co-lead ...: several leads are told apart by it."""
    line: tuple[Ring, ...]
    """One open line, or two where the map's back cuts it."""


@dataclass(frozen=True, kw_only=True)
class Lettering:
    """The names for columns of some widths."""

    narrowest: int
    """The panel's width in pixels from which on these names are shown."""
    size: float
    """Type size in pixels."""
    labels: tuple[Label, ...]
    """The names that found a place."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Where the inset stands on the main panel."""

    corner: str
    """``top-left``, ``bottom-left``, ``bottom-right``, or ``below`` when no corner is free."""
    share: float
    """Its width as a share of the main panel's."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One frame of the sheet: the main map, or the inset."""

    view: View
    """Where the panel looks."""
    places: tuple[Place, ...]
    """The participants in reading order: leads first."""
    land: tuple[Ring, ...]
    """Every country that did not take part, as closed rings (even-odd)."""
    borders: tuple[Ring, ...]
    """Lines between neighbours, open."""
    lakes: tuple[Ring, ...]
    """Large lakes, closed rings."""
    disputed: tuple[Area, ...]
    """Disputed areas inside the frame."""
    apart: tuple[str, ...] = ()
    """Codes of participants whose overseas territories can be seen here and are not painted."""
    joined: tuple[str, ...] = ()
    """Codes of participants whose overseas territories can be seen here, painted with them."""
    echoes: tuple[Echo, ...] = ()
    """Participants of the other panel that can be seen here."""
    arcs: tuple[Arc, ...] = ()
    """From the leads to their partners."""
    letterings: tuple[Lettering, ...] = ()
    """Names for wide, middling and narrow columns, widest first."""
    locator: Ring | None = None
    """What the other panel shows, as a closed line on this one."""
    crop: tuple[int, int, int, int] | None = None
    """What a narrow column shows of it: left, top, width, height in picture units; None for all of it."""
    seat: Seat | None = None
    """Where it stands, when it is the inset."""


@dataclass(frozen=True, kw_only=True)
class KeyEntry:
    """One line of the key."""

    look: str
    """How a participation is drawn, or ``"disputed"`` for a disputed area."""
    label: str
    """What the line says: ``Denmark led the operation``, ``18 partner countries``."""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One participant in the table below the map."""

    code: str
    """ISO 3166-1 alpha-3, or XKX."""
    name: str
    """The country's name in the reader's language."""
    role: str
    """The role as recorded."""
    look: str
    """How it is drawn on the map."""
    role_name: str
    """The role as words: ``Partner``, ``Partner (disputed)``."""
    note: str
    """Agency, period and note of the participation, as one text; may be empty."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One outcome: ``25`` ``arrests``."""

    value: str
    """The figure as written for a reader: ``25``, ``at least 3,000``."""
    label: str
    """What was counted, with its unit."""


@dataclass(frozen=True, kw_only=True)
class Credit:
    """A source as the source line names it."""

    text: str
    """Publisher, title and date as one text."""
    url: str
    """An http(s) address, or empty."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """The page's own fixed words, in the reader's language (buttons, table heads, hints)."""

    country: str
    role: str
    note: str
    table_caption: str
    """Caption of the table: ``The 19 countries and their roles``."""
    map_hint: str
    """How to use the map by keyboard, spoken once to a screen reader."""
    zoom_in: str
    zoom_out: str
    reset: str
    inset: str
    """What the second panel is called: ``Inset``."""
    source: str
    """The word before the sources, with its colon: ``Source:``."""
    separator: str
    """What stands between two sources: a semicolon and a space."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Everything one map shows."""

    id: str
    """The operation's id."""
    language: str
    """BCP 47 tag of the words."""
    direction: str
    """``ltr`` or ``rtl``."""
    title: str
    subtitle: str
    summary: str
    """The map in words: who led, who joined; caption, description and text for readers who cannot see it."""
    key: tuple[KeyEntry, ...]
    panels: tuple[Panel, ...]
    table: tuple[TableRow, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    """Sentences a reader must not miss: ``The sources name 7 of 15 countries.``"""
    credits: tuple[Credit, ...]
    stamp: str
    """Whose boundaries these are."""
    updated: str
    """The latest date in the record, written for a reader; empty when there is none."""
    version: str
    """Version of coopmap and fingerprint of the record."""
    words: Words
