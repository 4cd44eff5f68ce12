"""The small print of a sheet: figures, sources, the boundary stamp, and which record this is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from coopmap.atlas import BOUNDARIES
from coopmap.maps.sheet import Credit, Figure

if TYPE_CHECKING:
    from coopmap.maps.wording import Wording
    from coopmap.records import Operation, Outcome, Source

_MOST_FIGURES = 6


def figures(operation: Operation, words: Wording) -> tuple[Figure, ...]:
    """The chosen outcomes in the order of the record, the first six."""
    chosen = [outcome for outcome in operation.outcomes if outcome.chosen]
    return tuple(_figure(outcome, words) for outcome in chosen[:_MOST_FIGURES])


def _figure(outcome: Outcome, words: Wording) -> Figure:
    figure = words.quantity(outcome.value, outcome.unit)
    return Figure(
        value=words.word("qualifiers", outcome.qualifier or "exact", figure=figure),
        label=words.measure(outcome.measure, outcome.value),
    )


def credits_of(operation: Operation, words: Wording) -> tuple[Credit, ...]:
    """Every source of the record that the map draws on, each with its date."""
    drawn = {one.source for one in operation.participations}
    drawn |= {outcome.source for outcome in operation.outcomes if outcome.chosen}
    return tuple(_credit(source, words) for source in operation.sources if source.id in drawn)


def _credit(source: Source, words: Wording) -> Credit:
    date = words.date(source.published) if source.published else ""
    text = words.joined((source.publisher or source.title or source.url, words.apart(date)), "comma")
    return Credit(text=text, url=source.url if source.url.startswith(("https://", "http://")) else "")


def stamp(disputed: list[str], apart: list[str], joined: list[str], words: Wording) -> str:
    """Whose boundaries these are, which areas in view are disputed, and what of overseas is painted.

    Args:
        disputed: names of the disputed areas in view.
        apart: codes of the participants with overseas territories in view that are not painted.
        joined: codes of the participants with overseas territories in view that are painted.
        words: the reader's language.
    """
    sentences = [words.word("summary", "stamp", boundaries=BOUNDARIES)]
    if disputed:
        sentences.append(words.plural("summary", "hatched", len(disputed), names=words.listed(disputed)))
    for key, codes in (("overseas_painted", joined), ("overseas_apart", apart)):
        if codes:
            sentences.append(words.word("summary", key, names=words.names(codes)))
    return words.joined(sentences, "gap")


def updated(operation: Operation, words: Wording) -> str:
    """The latest date in the record, as a sentence; empty when the record has none."""
    dates = [operation.announced]
    for source in operation.sources:
        dates += [source.published, source.retrieved]
    dates += [outcome.as_of for outcome in operation.outcomes]
    latest = max((date for date in dates if date), default="")
    return words.word("page", "updated", date=words.date(latest)) if latest else ""


def fingerprint(operation: Operation) -> str:
    """The version of coopmap and eight characters that change whenever the record does."""
    # Where a row stands in its file is no part of the record: a row added above it changes nothing.
    values = asdict(
        operation, dict_factory=lambda pairs: {key: value for key, value in pairs if key != "row"}
    )
    record = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return f"coopmap {_version()} · {hashlib.sha256(record.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


@cache
def _version() -> str:
    return version("coopmap")
