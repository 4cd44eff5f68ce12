"""The lines of a foreign table become rows of the record: operations, their countries, bodies and sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.roster import Roster, roster
from coopmap.records.exchange.bodies import Sources, bodies
from coopmap.records.exchange.draft import Draft
from coopmap.records.exchange.facts import Orders, facts_of
from coopmap.records.exchange.identity import Identities
from coopmap.records.exchange.lexicon import mark_of, role_of
from coopmap.records.exchange.roles import parted_by_role
from coopmap.records.vocabulary import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopmap.records.exchange.draft import Understanding
    from coopmap.records.exchange.grid import Line
    from coopmap.records.exchange.identity import Wishes
    from coopmap.records.exchange.layout import Layout

ENOUGH = 200
"""Names that are refused before a file is not read any further: it is another file than was meant."""
LONGEST_LIST = 5_000
"""Letters that a list of countries in one cell may have."""
MOST_NAMES = 300
"""Names that it may have; there are 250 countries."""
NAMING = {"id", "name"}
"""What says which operation a line is about."""
PLAIN = ("agency", "as_written", "note")

Read = Callable[[tuple[str, ...], str], None]
"""What reads the cells of a line, at a place."""
Said = dict[str, list[str]]
"""What a line says, by meaning; several columns may mean the same."""


@dataclass
class Drafting:
    """Turns one table into drafts, line by line."""

    layout: Layout
    """How the table is laid out."""
    into: Understanding
    """What takes up the rows, remarks and faults."""
    wishes: Wishes
    """What is known of the operation beside the file."""
    identities: Identities
    """The operations met so far."""
    sources: frozenset[str]
    """The ids of the sources that the collection has."""
    orders: Orders = field(init=False)
    """Whether the day or the month comes first in the columns of dates."""
    _sources: Sources = field(init=False)
    _countries: dict[tuple[str, str], int] = field(default_factory=dict)
    _wrong: int = 0
    _rosters: dict[tuple[str, str], Roster] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.orders = Orders(self.layout)
        self._sources = Sources(self.into, self.sources, self.orders)

    def run(self) -> None:
        """Read every line; what cannot be read is a fault with its place."""
        read = {"rows": self._row, "list": self._listed, "countries across": self._across}
        if self.layout.shape == "countries down":
            self._down()
            return
        for line, following in zip_longest(self.layout.lines, self.layout.lines[1:]):
            place = self.layout.grid.at(line)
            if self.layout.shape == "rows" and self._is_aside(line, following):
                self.into.remarks.append(
                    f"{place} is left out: only {quoted(''.join(line.cells))} stands there"
                )
            else:
                self._guarded(read[self.layout.shape], line.cells, place)

    def _is_aside(self, line: Line, following: Line | None) -> bool:
        """Say whether a line is a remark below the table: a name alone, and no countries under it."""
        return (
            len(self.layout.meanings) > 1
            and set(self._said(line.cells)) == {"name"}
            and sum(map(bool, line.cells)) == 1
            and (following is None or not NAMING.isdisjoint(self._said(following.cells)))
        )

    def _guarded(self, read: Read, cells: tuple[str, ...], place: str) -> None:
        if self._wrong > ENOUGH:
            return
        try:
            read(cells, place)
        except CoopmapError as error:
            self.into.faults.append(f"{place}: {error}")
            self._wrong += str(error).count(" would be right") or 1
            if self._wrong > ENOUGH:
                self.into.faults.append(f"{self.into.place}: what stands below {place} was not read any more")

    def _said(self, cells: tuple[str, ...]) -> Said:
        said: Said = {}
        for means, cell in zip(self.layout.meanings, cells, strict=True):
            if means and means != "mark" and cell:
                said.setdefault(means, []).append(cell)
        return said

    def _row(self, cells: tuple[str, ...], place: str) -> None:
        """Read a line that tells of an operation, of one country in it or of all."""
        said = self._said(cells)
        operation = self._operation(said, place)
        if operation is None:
            return
        on = self.identities.date(operation)
        rows = dict(self._by_role(said, on, place))
        facts = facts_of(said, "country", self.orders)
        source = self._sources.of(said, operation, place)
        whole = len(rows) != 1
        if "note" in said and whole:
            self.identities.fact(operation, "note", "; ".join(said["note"]))
        for code, row in rows.items():
            own = {**facts, **row, "source": source}
            if "note" in said and not whole:
                own["note"] = "; ".join(said["note"])
            self._country(operation, code, own, place)
        self.into.drafts += bodies(said, operation, place)

    def _operation(self, said: Said, place: str) -> str | None:
        facts = facts_of(said, "operation", self.orders)
        return self.identities.of(facts, place, others=any(means not in facts for means in said))

    def _by_role(self, said: Said, on: str, place: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Give the countries of a line with their roles; a column for a role says it, or the role column."""
        words = said.get("role", [])
        stated = role_of(words[0]) if words else ""
        if words and not stated:
            raise CoopmapError(f"{quoted(words[0])} is no role; {', '.join(ROLES)} would be right")
        seen: dict[str, dict[str, str]] = {}
        for role in (*ROLES, "country"):
            texts = said.get(role, [])
            leads = sum(len(self._roster(text, on, place)) for text in texts) if role == "lead" else 0
            for text in texts:
                if len(text) > LONGEST_LIST or sum(map(text.count, ";,\n")) > MOST_NAMES:
                    raise CoopmapError(f"{quoted(text)} is too long for a list of countries")
                for named, part in parted_by_role(text):
                    given = named or ("co-lead" if leads > 1 else role if role != "country" else stated)
                    for one in self._roster(part, on, place):
                        if one.code not in seen or not seen[one.code].get("role"):
                            row = {"role": given, "agency": one.agency, "as_written": one.written}
                            seen[one.code] = {name: cell for name, cell in row.items() if cell}
        yield from seen.items()

    def _roster(self, text: str, on: str, place: str) -> Roster:
        """Read a list of countries; what is remarkable is remarked once."""
        if (text, on) not in self._rosters:
            listed = roster(text, on=on)
            self.into.remarks += [f"{place}: {note}" for note in listed.notes]
            self._rosters[(text, on)] = listed
        return self._rosters[(text, on)]

    def _country(self, operation: str, code: str, cells: Mapping[str, str], place: str) -> None:
        """Take up a country; one that stands there twice must say the same twice."""
        given = {name: cell for name, cell in cells.items() if cell}
        if given.get("as_written") == code:
            del given["as_written"]
        draft = Draft(
            table="participations",
            cells={"operation": operation, "country": code, **given},
            place=place,
            presumed={"role": "partner", "status": "stated"},
        )
        there = self._countries.setdefault((operation, code), len(self.into.drafts))
        if there == len(self.into.drafts):
            self.into.drafts.append(draft)
            return
        earlier = self.into.drafts[there]
        for name, cell in given.items():
            before = earlier.whole().get(name, "")
            if name not in PLAIN and before and before != cell:
                raise CoopmapError(
                    f"{code} stands there as {cell}, but {earlier.place.rpartition(', ')[2]} says {before}; "
                    f"one {name} for each country would be right"
                )
        merged = {**given, **earlier.cells}
        self.into.drafts[there] = replace(earlier, cells=merged)

    def _listed(self, cells: tuple[str, ...], place: str) -> None:
        """Read a line of a list of countries."""
        self._row(cells, place)

    def _across(self, cells: tuple[str, ...], place: str) -> None:
        """Read a line of a matrix whose headers are countries."""
        header = self.layout.header
        words = header.cells if header else ()
        operation = self._operation(self._said(cells), place)
        if operation is None:
            return
        for means, word, cell in zip(self.layout.meanings, words, cells, strict=True):
            if means == "mark" and cell:
                self._marked(operation, word, cell, place)
        said = self._said(cells)
        source = self._sources.of(said, operation, place)
        if source:
            self.identities.source(operation, source)
        self.into.drafts += bodies(said, operation, place)

    def _down(self) -> None:
        """Read a matrix whose lines are countries: an operation is a column."""
        header = self.layout.header
        words = header.cells if header else ()
        at_country = self.layout.meanings.index("country")
        for column, means in enumerate(self.layout.meanings):
            if means != "mark":
                continue
            place = f"{self.layout.grid.place}, column {self.layout.grid.letters[column]}"
            operation = self.identities.of({"name": words[column]}, place, others=True)
            for line in self.layout.lines:
                country, cell = line.cells[at_country], line.cells[column]
                if country and cell and operation:
                    self._guarded(
                        partial(self._down_at, operation), (country, cell), self.layout.grid.at(line)
                    )

    def _down_at(self, operation: str, cells: tuple[str, ...], place: str) -> None:
        """Read a country and its mark."""
        country, cell = cells
        self._marked(operation, country, cell, place)

    def _marked(self, operation: str, country: str, cell: str, place: str) -> None:
        """Take up a country for a mark."""
        role = mark_of(cell)
        if role is None:
            raise CoopmapError(
                f"{quoted(cell)} under {quoted(country)} is no mark; x, yes, no or a role would be right"
            )
        if not role:
            return
        for one in self._roster(country, self.identities.date(operation), place):
            said = {"role": role if role_of(cell) else "", "as_written": one.written}
            self._country(operation, one.code, said, place)
