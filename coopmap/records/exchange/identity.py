"""Which operation a line is about: a new one, one of an earlier line, or one the collection has already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.slug import slug
from coopmap.records.exchange.draft import Draft

if TYPE_CHECKING:
    from coopmap.records.exchange.draft import Understanding

FIRST_NUMBER = 2


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What a person says beside the file."""

    operation: str = ""
    """The id of the one operation the file is about."""
    name: str = ""
    """Its name."""
    kind: str = ""
    """The kind of operations whose lines do not say it."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What columns mean, by their header or letter, where it is not as recognised."""
    sheet: str = ""
    """The sheet to read, when there are several."""
    encoding: str = ""
    """The encoding of a text."""

    @property
    def one_operation(self) -> bool:
        """Whether the file is about one operation."""
        return bool(self.operation or self.name)


@dataclass
class Identities:
    """The operations that a file speaks of, by the names it gives them."""

    into: Understanding
    """What takes up their rows."""
    wishes: Wishes
    """What is known beside the file."""
    known: Mapping[str, str]
    """The ids of the operations that the collection has, by their names and ids in small letters."""
    _ids: dict[str, str] = field(default_factory=dict)
    _facts: dict[str, dict[str, str]] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)
    _last: str = ""
    _taken: set[str] = field(init=False)
    _new: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._taken = set(self.known.values())

    def of(self, facts: Mapping[str, str], place: str, *, others: bool) -> str | None:
        """Give the id of the operation that a line is about.

        A line that names none continues the one above, as when cells were merged.

        Raises:
            CoopmapError: it names none and there is none above, or it contradicts an earlier line.
        """
        named = self._named(facts)
        if not named:
            if not self._last:
                if not others:
                    return None
                raise CoopmapError(
                    "no operation is named; a name there, or --name or --operation, would be right"
                )
            named = self._last
        self._last = named
        self._places.setdefault(named, place)
        for column, text in facts.items():
            if column != "id":
                self.fact(named, column, text)
        return named

    def date(self, operation: str) -> str:
        """Give the day that decides who belonged to a group."""
        facts = self._facts.get(operation, {})
        return facts.get("start") or facts.get("announced", "")

    def fact(self, operation: str, column: str, text: str) -> None:
        """Take up what a line says of an operation.

        Raises:
            CoopmapError: an earlier line said something else.
        """
        facts = self._facts.setdefault(operation, {})
        before = facts.setdefault(column, text)
        if before == text or not text:
            return
        if column == "note":
            facts[column] = f"{before}; {text}"
        elif column != "name":
            earlier = self._places[operation].rpartition(", ")[2]
            raise CoopmapError(
                f"{column} is {quoted(text)} here, but {quoted(before)} in {earlier}"
                f"{CONTRADICTION.get(column, '')}"
            )

    def source(self, operation: str, source: str) -> None:
        """Remember the source of a whole operation; its countries get it at the end."""
        self._sources[operation] = source

    def finish(self) -> None:
        """Put the rows of the operations before those of their countries."""
        presumed = {"kind": self.wishes.kind or "other"}
        operations = []
        for operation, facts in self._facts.items():
            cells = {"id": operation, **{column: text for column, text in facts.items() if text}}
            if operation in self._taken:
                cells.pop("name", None)
            operations.append(
                Draft(table="operations", cells=cells, place=self._places[operation], presumed=presumed)
            )
        for at, draft in enumerate(self.into.drafts):
            source = self._sources.get(draft.cells.get("operation", ""), "")
            if draft.table == "participations" and source and "source" not in draft.cells:
                cells = {**draft.cells, "source": source}
                self.into.drafts[at] = Draft(
                    table=draft.table, cells=cells, place=draft.place, presumed=draft.presumed
                )
        self.into.drafts[:0] = operations

    def _named(self, facts: Mapping[str, str]) -> str:
        if self.wishes.one_operation:
            return self._wished()
        name = facts.get("name", "")
        if facts.get("id"):
            if not name and facts["id"] not in self._taken:
                self._facts.setdefault(facts["id"], {}).setdefault("name", _spelt_out(facts["id"]))
            return facts["id"]
        return self._by_name(name) if name else ""

    def _wished(self) -> str:
        if self.wishes.operation:
            operation = self.known.get(self.wishes.operation.casefold(), slug(self.wishes.operation))
            if operation not in self._taken:
                name = self.wishes.name or _spelt_out(operation)
                self._facts.setdefault(operation, {}).setdefault("name", name)
            return operation
        operation = self._by_name(self.wishes.name)
        self._facts.setdefault(operation, {}).setdefault("name", self.wishes.name)
        return operation

    def _by_name(self, name: str) -> str:
        """Give the id of an operation by its name, a new one when nobody has it."""
        folded = name.casefold()
        if folded not in self._ids:
            self._ids[folded] = self.known.get(folded) or self._free(name)
        return self._ids[folded]

    def _free(self, name: str) -> str:
        made = slug(name)
        if not made:
            raise CoopmapError(
                f"no id can be made from {quoted(name)}; a column 'id' with one such as operation-cumberland "
                f"would be right"
            )
        number, free = FIRST_NUMBER, made
        while free in self._taken or free in self._new:
            free = f"{made}-{number}"
            number += 1
        self._new.add(free)
        return free


def _spelt_out(operation: str) -> str:
    """Give a name for an id: ``operation-cumberland`` is Operation Cumberland."""
    return operation.replace("-", " ").title()


CONTRADICTION = {
    "start": "; two operations of one name need an id each; for dates of countries, --map 'Date=since'",
    "kind": "; one kind for each operation would be right",
}
"""What is said besides when two lines contradict each other about an operation."""
