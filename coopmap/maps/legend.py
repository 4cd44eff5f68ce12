"""The key: what the colours and patterns say, and only those that are on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.maps.looks import LOOKS, look
from coopmap.maps.sheet import KeyEntry
from coopmap.records import LEADING

if TYPE_CHECKING:
    from coopmap.maps.wording import Wording
    from coopmap.records import Operation

_FEW = 3
"""So many countries are named in the key; more are counted."""


def key(operation: Operation, words: Wording, *, disputed: int) -> tuple[KeyEntry, ...]:
    """One entry for each look on the map, leads first, and one for disputed areas in view."""
    entries = []
    for each in LOOKS:
        codes = [one.country for one in operation.participations if look(one) == each]
        if codes:
            names = _names(codes, each, words)
            label = words.plural("key", each, len(codes), names=names)
            entries.append(KeyEntry(look=each, label=label[:1].upper() + label[1:]))
    if disputed:
        entries.append(KeyEntry(look="disputed", label=words.plural("key", "disputed", disputed)))
    return tuple(entries)


def _names(codes: list[str], look: str, words: Wording) -> str:
    if len(codes) > _FEW:
        return words.plural("key", "many", len(codes))
    # "The Netherlands led" is a sentence; "Host: Netherlands" is a label.
    return str(words.names(codes)) if look in LEADING else words.listed([words.name(code) for code in codes])
