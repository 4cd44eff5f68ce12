"""A name without its ceremony: articles before it, and what kind of state it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopmap.countries.codes import rows
from coopmap.countries.spelling import LITTLE, bag, plain

if TYPE_CHECKING:
    from collections.abc import Iterator


def readings(name: str) -> Iterator[str]:
    """Give the ways to read a name, the most faithful first."""
    yield name
    simple = plain(name)
    if simple != name:
        yield simple
    yield from bare(name)
    if simple != name:
        yield from bare(simple)
    if together := bag(simple):
        yield together


def bare(name: str) -> Iterator[str]:
    """Give a name without its article: ``la france`` is ``france``."""
    first, _, rest = name.partition(" ")
    if rest and first in LITTLE["article"]:
        yield rest


def unceremonious(name: str) -> Iterator[str]:
    """Give a name without the words for the kind of state: ``kongeriget danmark`` is ``danmark``."""
    words = name.split()
    if any(ceremony().get(word) == "state" for word in words):
        rest = [word for word in words if word not in ceremony()]
        while rest and rest[0] in LITTLE["between"] and rest[0] != words[0]:
            rest = rest[1:]
        while rest and rest[-1] in LITTLE["between"]:
            rest = rest[:-1]
        if rest:
            yield " ".join(rest)
    elif not name.isascii() and any(word in name for word in joined("joined")):
        rest_of = name
        for word in (*joined("joined"), *joined("joined with")):
            rest_of = rest_of.replace(word, "")
        yield " ".join(rest_of.split())


@cache
def ceremony() -> dict[str, str]:
    """Give the words for kinds of states: ``state`` for the noun, ``with`` for what goes with it."""
    return {
        plain(word): row["kind"]
        for row in rows("ceremony.csv")
        for word in row["words"].split()
        if row["kind"] in {"state", "with"}
    }


@cache
def joined(kind: str) -> tuple[str, ...]:
    """Give such words of languages that write no gaps, the longest first."""
    found = (word for row in rows("ceremony.csv") if row["kind"] == kind for word in row["words"].split())
    return tuple(sorted(found, key=len, reverse=True))
