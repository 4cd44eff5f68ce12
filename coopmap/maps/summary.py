"""The map in words: a paragraph made from the rows, for the caption and for who cannot see the map."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopmap.countries import region
from coopmap.maps.looks import CONTESTED, WITHDRAWN, look
from coopmap.records import LEADING

if TYPE_CHECKING:
    from coopmap.maps.wording import Wording
    from coopmap.records import Operation

_NAMED = 6
"""So many countries are named one by one; more are counted by region."""
_COUNTED = 3
"""A region with fewer countries than this has them named."""


def summary(operation: Operation, words: Wording) -> str:
    """Who led, who joined and from where, who hosted, watched, withdrew; no country is left out."""
    sentences = [_who(operation, words)]
    hosts = [one.country for one in operation.participations if one.role == "host"]
    if hosts:
        host = words.plural("key", "host", len(hosts), names=words.names(hosts))
        sentences.append(host + words.word("marks", "stop"))
    watchers = [one.country for one in operation.participations if one.role == "observer"]
    if watchers:
        sentences.append(words.word("summary", "observed", names=words.names(watchers)))
    for each in (CONTESTED, WITHDRAWN):
        codes = [one.country for one in operation.participations if look(one) == each]
        if codes:
            sentences.append(_capital(words.word("summary", each, names=words.names(codes))))
    coordinators = [
        words.organisation(body.organisation)
        for body in operation.organisations
        if body.role == "coordinator"
    ]
    if coordinators:
        sentences.append(words.word("summary", "coordinated", names=words.listed(coordinators)))
    return words.joined(sentences, "gap")


def missing(operation: Operation, words: Wording) -> str:
    """The sentence that says how many countries are not named; empty when the list is complete."""
    if operation.list_complete is not False:
        return ""
    named = sum(one.role != "host" for one in operation.participations)
    declared = operation.declared_countries
    if declared is None or declared <= named:
        return words.word("summary", "missing")
    figure = words.word("qualifiers", operation.declared_qualifier or "exact", figure=words.number(declared))
    return words.plural("summary", "missing_declared", named, declared=figure)


def off_the_map(codes: list[str], words: Wording) -> str:
    """The sentence that names participants outside the frame; empty when all are on the map."""
    return words.word("summary", "off_the_map", names=words.names(codes)) if codes else ""


def _who(operation: Operation, words: Wording) -> str:
    leads = [one.country for one in operation.leads]
    others = [
        one.country for one in operation.participations if one.role not in {*LEADING, "host", "observer"}
    ]
    if not leads:
        return _capital(words.plural("summary", "took_part", len(others), others=_where(others, words)))
    led = words.names(leads)
    if not others:
        return _capital(words.word("summary", "alone", leads=led))
    key = "led" if len(leads) == 1 else "led_jointly"
    return _capital(words.plural("summary", key, len(others), leads=led, others=_where(others, words)))


def _where(codes: list[str], words: Wording) -> str:
    """All the countries: by name when they are few, else by region, the scattered ones by name."""
    if len(codes) <= _NAMED:
        return str(words.names(_alphabetical(codes, words)))
    regions: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        regions[region(code)].append(code)
    counted = sorted(
        ((part, found) for part, found in regions.items() if len(found) >= _COUNTED),
        key=lambda pair: (-len(pair[1]), pair[0]),
    )
    scattered = [code for found in regions.values() if len(found) < _COUNTED for code in found]
    if not scattered and len(counted) == 1:
        return words.plural(
            "summary", "all_in_region", len(codes), region=words.word("regions", counted[0][0])
        )
    parts = [
        words.plural("summary", "in_region", len(found), region=words.word("regions", part))
        for part, found in counted
    ]
    if not parts or not scattered:
        return words.listed(parts) or str(words.names(_alphabetical(scattered, words)))
    named = words.names(_alphabetical(scattered, words))
    return words.word("summary", "plus", counted=words.listed(parts), named=named)


def _alphabetical(codes: list[str], words: Wording) -> list[str]:
    return sorted(codes, key=words.place_in_alphabet)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
