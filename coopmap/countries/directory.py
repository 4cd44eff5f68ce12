"""Every name that is known, and what it means: a country, or something that is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coopmap.countries.codes import TABLES, rows
from coopmap.countries.spelling import bag, key, plain, transcribed

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means."""

    code: str = ""
    """The country's alpha-3 code; empty for what is no country."""
    kind: str = ""
    """How a country is meant: ``former``, ``part``; or what else it is: ``city``, ``in DEU``."""
    candidates: tuple[str, ...] = ()
    """The countries that may be meant."""
    reason: str = ""
    """A sentence of its own, where the table gives one."""


@cache
def by_hand() -> dict[str, Meaning]:
    """Give what people wrote into the tables, as it is written there; it wins over what was compiled."""
    return {key(name): meaning for name, meaning in entries()}


@cache
def by_hand_plain() -> dict[str, Meaning]:
    """Give the same names without their marks, with two letters for one, and as bags of words."""
    found: dict[str, Meaning] = {}
    for name, meaning in by_hand().items():
        simple = plain(name)
        for form in (simple, transcribed(name), bag(simple)):
            if form and form != name:
                found.setdefault(form, meaning)
    return found


def entries() -> Iterator[tuple[str, Meaning]]:
    """Read the tables that people write, the one that wins last."""
    for row in rows("demonyms.csv"):
        people = Meaning(code=row["code"], kind="demonym")
        for name in row["words"].split(";"):
            yield f"{name}s", people
            yield name, people
    for row in rows("spellings.csv"):
        yield row["name"], Meaning(code=row["code"], kind=row["kind"], reason=row["reason"])
    for row in rows("refusals.csv"):
        candidates = tuple(row["candidates"].split())
        yield row["name"], Meaning(kind=row["kind"], candidates=candidates, reason=row["reason"])


@cache
def names() -> dict[str, str]:
    """Give the code of the country that a compiled name means."""
    return blocks("names.txt")


@cache
def rarer() -> dict[str, str]:
    """Give the code of the country that a compiled name of a less widespread language means."""
    return blocks("rarer.txt")


@cache
def places() -> dict[str, str]:
    """Give the kind of a compiled name that is no country's: ``city``, ``region``, ``in DEU``."""
    return blocks("places.txt")


def blocks(table: str) -> dict[str, str]:
    """Read a compiled table: a block for each country or kind, headed by it, one name a line."""
    found: dict[str, str] = {}
    for block in (TABLES / table).read_text(encoding="utf-8").split("\n\n"):
        head, *names = block.rstrip("\n").split("\n")
        found.update(dict.fromkeys(names, head))
    return found


def known(name: str) -> Meaning | None:
    """Give what a name, written as it is compared, means."""
    if meaning := by_hand().get(name):
        return meaning
    if code := names().get(name):
        return Meaning(code=code)
    if meaning := by_hand_plain().get(name):
        return meaning
    if code := rarer().get(name):
        return Meaning(code=code)
    if kind := places().get(name):
        return Meaning(kind=kind)
    return None
