"""Organisations and sources in a foreign table: who coordinated, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from coopmap.records.cells import ID, is_address
from coopmap.records.editing.slug import slug
from coopmap.records.exchange.draft import Draft

if TYPE_CHECKING:
    from coopmap.records.exchange.draft import Understanding
    from coopmap.records.exchange.facts import Orders

APART = re.compile(r"[;,\n]|\s+(?:and|und|et|y|&)\s+")
ROLES = {"coordinator": "coordinator", "organisation": "participant"}


def bodies(said: dict[str, list[str]], operation: str, place: str) -> list[Draft]:
    """Give the rows of the organisations that a line names."""
    found: dict[str, Draft] = {}
    for means, role in ROLES.items():
        for text in said.get(means, []):
            for name in filter(None, map(str.strip, APART.split(text))):
                cells = {"operation": operation, "organisation": name}
                found.setdefault(
                    name, Draft(table="organisations", cells=cells, place=place, presumed={"role": role})
                )
    return list(found.values())


@dataclass
class Sources:
    """The sources that a file names, each once."""

    into: Understanding
    """What takes up their rows."""
    known: frozenset[str]
    """The ids of the sources that the collection has."""
    orders: Orders
    """Whether the day or the month comes first in dates."""
    _there: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, said: dict[str, list[str]], operation: str, place: str) -> str:
        """Take up the source that a line names, and give its id; nothing when it names none."""
        text = "; ".join(said.get("source", []))
        wished = text if ID.fullmatch(text) and "publisher" in said else ""
        if text in self.known:
            return text
        text = (
            "; ".join(said["publisher"])
            if wished
            else "; ".join(filter(None, [*said.get("publisher", []), text]))
        )
        address = next((cell for cell in said.get("url", []) if is_address(cell)), "")
        if not address and is_address(text):
            address, text = text, ""
        if not text and not address:
            return ""
        published = self.orders.date(said["published"][0]) if "published" in said else ""
        publisher = text or (urlsplit(address).hostname or "").removeprefix("www.")
        made = wished or slug(f"{publisher} {published or operation}") or slug(f"source {operation}")
        cells = {"publisher": publisher, "url": address, "published": published}
        return self._once(made, {name: cell for name, cell in cells.items() if cell}, place)

    def _once(self, made: str, cells: dict[str, str], place: str) -> str:
        """Take up a source that is not there yet; another one of the same id gets a number."""
        number, free = 2, made
        while free in self._there or free in self.known:
            if self._there.get(free) == cells:
                return free
            free = f"{made}-{number}"
            number += 1
        self._there[free] = cells
        self.into.drafts.append(Draft(table="sources", cells={"id": free, **cells}, place=place))
        return free
