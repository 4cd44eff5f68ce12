"""One operation as a value: what happened, which countries took part, what came of it, and who says so.

Every field carries the name of its column in the tables. Dates stay the text they were, ``2025-02-26``,
``2024-05`` or ``2019``, because a source often knows no more than the month. An empty text means unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coopmap.errors import CoopmapError
from coopmap.records.vocabulary import LEADING


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact was read."""

    id: str
    """A short name unique in the collection: ``heise-online-2025-02-28``."""
    publisher: str
    """Who published it."""
    title: str
    """Its headline."""
    url: str
    """Its web address, http or https."""
    published: str
    """The day or month it appeared."""
    retrieved: str
    """The day it was read."""
    row: int = field(default=0, compare=False, repr=False)
    """The row of ``sources.csv`` it stands in; 0 when it comes from no file."""


@dataclass(frozen=True, kw_only=True)
class Participation:
    """One country in one operation."""

    operation: str
    """The operation's id."""
    country: str
    """ISO 3166-1 alpha-3 code, or XKX."""
    role: str
    """What the country did: lead, co-lead, partner, supporter, host or observer."""
    agency: str
    """The police force, ministry or service that took part, where the source names one."""
    since: str
    """When the country joined."""
    until: str
    """When the country left."""
    status: str
    """How sure it is: stated, disputed or withdrawn."""
    source: str
    """The id of the source that says so."""
    as_written: str
    """The country as the source writes it: ``the Netherlands``, ``Großbritannien``, ``FBI``."""
    note: str
    """Anything a reader should know."""
    row: int = field(default=0, compare=False, repr=False)
    """The row of ``participations.csv`` it stands in; 0 when it comes from no file."""


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """A body that is no country, in one operation; it is named but never painted."""

    operation: str
    """The operation's id."""
    organisation: str
    """The body's name: ``Europol``."""
    role: str
    """What it did: coordinator, supporter, funder or participant."""
    note: str
    """Anything a reader should know."""
    row: int = field(default=0, compare=False, repr=False)
    """The row of ``organisations.csv`` it stands in; 0 when it comes from no file."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One source's figure for one thing that came of an operation."""

    operation: str
    """The operation's id."""
    measure: str
    """What was counted or weighed: ``arrests``, ``money-seized``."""
    value: int | float
    """The figure."""
    unit: str
    """``EUR``, ``kg``; empty when the measure says what was counted."""
    qualifier: str
    """How exactly it is stated: exact, at-least or about."""
    as_of: str
    """The date the figure stands for."""
    source: str
    """The id of the source that gives it."""
    chosen: bool
    """Whether this figure is shown when sources differ."""
    row: int = field(default=0, compare=False, repr=False)
    """The row of ``outcomes.csv`` it stands in; 0 when it comes from no file."""


@dataclass(frozen=True, kw_only=True)
class Operation:
    """A public undertaking of several countries, with everything the collection holds about it."""

    id: str
    """Its short name, unique in the collection: ``operation-cumberland``."""
    name: str
    """Its name as a reader knows it."""
    aliases: tuple[str, ...]
    """Other names of the same operation."""
    kind: str
    """What sort of undertaking it is: law-enforcement, naval, science ..."""
    start: str
    """When it began."""
    end: str
    """When it ended; empty when it goes on or nobody says."""
    announced: str
    """When it was made public."""
    declared_countries: int | None
    """How many countries the source says took part: a claim of its own, checked against the rows."""
    declared_qualifier: str
    """How exactly it says so: exact, at-least or about."""
    list_complete: bool | None
    """Whether the participations below are all of them; nothing when nobody knows."""
    series: str
    """The series it belongs to: ``endgame``."""
    summary: str
    """What it was, in one sentence."""
    note: str
    """What a reader should know about the count, the lead and contradicting sources."""
    participations: tuple[Participation, ...]
    """The countries, in the order of the table."""
    organisations: tuple[Organisation, ...]
    """The bodies that are no countries."""
    outcomes: tuple[Outcome, ...]
    """Every source's figures."""
    sources: tuple[Source, ...]
    """The sources its participations and outcomes name."""
    row: int = field(default=0, compare=False, repr=False)
    """The row of ``operations.csv`` it stands in; 0 when it comes from no file."""

    @property
    def leads(self) -> tuple[Participation, ...]:
        """The countries that led, alone or together."""
        return tuple(one for one in self.participations if one.role in LEADING)

    def source(self, source: str) -> Source:
        """Give the source with this id."""
        for one in self.sources:
            if one.id == source:
                return one
        known = ", ".join(one.id for one in self.sources) or "none"
        raise CoopmapError(f"{self.id} names no source {source!r}; its sources: {known}")
