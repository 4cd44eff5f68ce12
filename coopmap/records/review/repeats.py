"""The same operation under two ids: found by its name and time, or by its day and its countries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from coopmap.records.cells import quoted
from coopmap.records.dates import before
from coopmap.records.problem import problem
from coopmap.records.review.commands import edit, remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopmap.records.operation import Operation
    from coopmap.records.problem import Problem

Key = tuple[str, ...]


class Sketch(NamedTuple):
    """As much of an operation as it takes to recognise it."""

    id: str
    """Its id."""
    row: int
    """Its row in ``operations.csv``."""
    name: str
    """Its name."""
    kind: str
    """Its kind."""
    names: frozenset[str]
    """Its names, bare of what all operations are called."""
    countries: tuple[str, ...]
    """The countries in it, in the order of their codes."""
    begun: str
    """The first day that is known of it."""
    over: str
    """The last day that is known of it; the first, when nobody says that it ended."""


class Repeats:
    """The operations met so far, put side by side where they may be one."""

    def __init__(self) -> None:
        self._first: dict[Key, Sketch] = {}
        self._shared: dict[Key, list[Sketch]] = {}

    def meet(self, operation: Operation, countries: Sequence[str]) -> None:
        """Note an operation and the countries in it."""
        sketch = sketched(operation, countries)
        for key in keys(sketch):
            first = self._first.setdefault(key, sketch)
            if first is not sketch:
                self._shared.setdefault(key, [first]).append(sketch)

    def problems(self, about: str = "") -> Iterator[Problem]:
        """Tell of pairs that are probably one operation, each once; ``about`` keeps to those of one."""
        told: set[tuple[str, str]] = set()
        for sketches in self._shared.values():
            for one, other in pairs(sketches):
                pair = one.id, other.id
                known = pair in told or (about and about not in pair)
                found = None if known else compared(one, other)
                if found:
                    told.add(pair)
                    yield found


def sketched(operation: Operation, countries: Sequence[str]) -> Sketch:
    """Sketch an operation."""
    begun = operation.start or operation.announced or operation.end
    names = frozenset(names_of(operation.name)).union(*map(names_of, operation.aliases))
    told = operation.id, operation.row, operation.name, operation.kind
    return Sketch(*told, names, tuple(sorted(countries)), begun, operation.end or begun)


def keys(sketch: Sketch) -> Iterator[Key]:
    """Give what an operation shares with any that may be the same.

    Long names that differ by one slip share their beginning or their ending, and their numbers.
    """
    month = sketch.begun[: len("2025-02")]
    for name in sketch.names:
        yield ("name", name)
        if month and len(name) >= LONG:
            numbers = NUMBER.findall(name)
            yield ("beginning", name[:FEW], month, *numbers)
            yield ("ending", name[-FEW:], month, *numbers)
    if len(sketch.countries) >= MANY and len(sketch.begun) == DAY:
        yield ("countries", sketch.begun, *sketch.countries)


def pairs(sketches: list[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Pair operations that share something, each with the next few in time, however many there are."""
    ordered = sorted(sketches, key=lambda sketch: (sketch.begun, sketch.row))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            if one.id != other.id:
                yield (one, other) if one.row <= other.row else (other, one)


def compared(one: Sketch, other: Sketch) -> Problem | None:
    """Say what two operations have too much in common, if anything."""
    shared = sorted(one.names & other.names)
    alike = len(set(one.countries) & set(other.countries)) / (len({*one.countries, *other.countries}) or 1)
    if shared and one.begun and other.begun and together(one, other):
        sentence = f"{quoted(other.name)} has the name and time of {one.id} (row {one.row})."
        noun = "duplicate-operation" if alike >= SOME or not one.countries else "overlapping-operation"
    elif shared and alike >= HALF and not (one.begun and other.begun):
        sentence = f"{quoted(other.name)} has the name and the countries of {one.id} (row {one.row})."
        noun = "duplicate-operation"
    elif alike >= HALF and together(one, other) and any(slip(a, b) for a in one.names for b in other.names):
        sentence = f"{quoted(other.name)} is {one.id} (row {one.row}) but for a letter, at the same time."
        noun = "duplicate-operation"
    elif one.countries == other.countries and one.begun == other.begun and one.kind == other.kind:
        sentence = f"It began on the same day, with the same countries, as {one.id} (row {one.row})."
        noun = "overlapping-operation"
    else:
        return None
    mend = f"{remove(other.id)}, if it is the same; else {edit(other.id, 'name', 'TEXT')}"
    return problem(noun, sentence, other, mend=mend)


def same_name(names: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two operations have a name in common, but for a slip."""
    return bool(names & others) or any(slip(one, other) for one in names for other in others)


def together(one: Sketch, other: Sketch) -> bool:
    """Say whether two operations overlap in time, as far as anybody knows."""
    return not before(one.over, other.begun) and not before(other.over, one.begun)


def names_of(name: str) -> tuple[str, ...]:
    """Give the names in a name: ``Operation Stream (Kidflix)`` is stream and kidflix."""
    outside, _, inside = name.partition("(")
    found = [bare(name)]
    if inside:
        found.append(bare(outside))
    if inside and not any(letter.isdigit() for letter in inside):
        found.append(bare(inside))
    return tuple(one for one in found if len(one) >= SHORTEST)


def bare(name: str) -> str:
    """Give a name without capitals, accents, punctuation and what all operations are called."""
    folded = name.casefold()
    if not folded.isascii():
        folded = "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))
    return " ".join(word for word in WORD.findall(folded) if word not in USUAL)


def slip(one: str, other: str) -> bool:
    """Say whether two long names differ by one letter, and not by a number, Arabic or Roman."""
    if min(len(one), len(other)) < LONG or abs(len(one) - len(other)) > 1 or one == other:
        return False
    if NUMBER.findall(one) != NUMBER.findall(other):
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    rest, others = one[same:], other[same:]
    return (
        rest[1:] == others[1:]
        or rest[1:] == others
        or rest == others[1:]
        or (rest[2:] == others[2:] and rest[:2] == others[1::-1])
    )


WORD = re.compile(r"\w+")
NUMBER = re.compile(r"[0-9]+|\b[ivx]+\b")
USUAL = frozenset({"operation", "operación", "operacion", "opération", "operazione", "op", "the", "takedown"})
"""What all operations are called."""
SHORTEST = 4
"""Letters of a name that says something."""
LONG = 7
"""Letters of a name in which one may be a slip."""
MANY = 3
"""Countries that are not the same by chance."""
FEW = 3
"""Letters at the beginning and at the ending of a long name that one slip cannot both touch."""
DAY = len("2025-02-28")
NEIGHBOURS = 5
"""With how many others, next in time, an operation is compared for each thing they share."""
SOME, HALF = 0.3, 0.5
"""How much of their countries two operations share."""
