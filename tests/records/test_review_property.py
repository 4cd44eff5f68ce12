"""A review never breaks down and never disagrees with itself, whatever a collection that opens may hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from coopmap.countries import codes
from coopmap.records import (
    KINDS,
    ORGANISATION_ROLES,
    QUALIFIERS,
    ROLES,
    SEVERITIES,
    STATUSES,
    Operation,
    Organisation,
    Outcome,
    Participation,
    Source,
    nouns,
    review,
    review_all,
    review_one,
)
from tests.records.raids import collection, told

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.one_of(
    st.sampled_from(
        ["", "Operation Raid", "Raid II", "Congo", "Korea", "Norway", "England", "FBI", "France", "São Tomé"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12).map(
        lambda text: " ".join(text.split(";")).strip()
    ),
)
NAMES = TEXTS.map(lambda text: text or "Name")
IDS = st.sampled_from(["a", "b-1", "endgame", "end-game", "money-seized", "arrest", "arrests"])
DATES = st.one_of(
    st.just(""),
    st.sampled_from(["0001", "1988", "1990-05", "2011-07-08", "2024", "2024-05", "2024-05-31", "9999-12-31"]),
    st.dates().map(str),
)
CODES = st.sampled_from([*codes(), "DNK", "GRL", "FRA", "REU", "SSD", "RUS", "COD", "COG"])
PAPERS = st.sampled_from(["", "one", "two"])


def of(words: dict[str, str]) -> st.SearchStrategy[str]:
    """Give one of some words."""
    return st.sampled_from(list(words))


def built(made: Callable[..., Any], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Build values."""
    return st.builds(made, **fields)


PARTICIPATIONS = built(
    Participation,
    operation=st.just("x"),
    country=CODES,
    role=of(ROLES),
    agency=TEXTS,
    since=DATES,
    until=DATES,
    status=of(STATUSES),
    source=PAPERS,
    as_written=TEXTS,
    note=TEXTS,
)
ORGANISATIONS = built(
    Organisation, operation=st.just("x"), organisation=NAMES, role=of(ORGANISATION_ROLES), note=TEXTS
)
OUTCOMES = built(
    Outcome,
    operation=st.just("x"),
    measure=IDS,
    value=st.one_of(st.integers(0, 10**15 - 1), st.sampled_from([2.5, 0.125])),
    unit=st.one_of(st.sampled_from(["", "EUR", "€", "kg", "tons", "$"]), TEXTS),
    qualifier=of(QUALIFIERS),
    as_of=DATES,
    source=st.sampled_from(["one", "two"]),
    chosen=st.booleans(),
)
OPERATIONS = built(
    Operation,
    id=st.just("x"),
    name=NAMES,
    aliases=st.lists(NAMES, max_size=2).map(tuple),
    kind=of(KINDS),
    start=DATES,
    end=DATES,
    announced=DATES,
    declared_countries=st.none() | st.integers(0, 999_999_999),
    declared_qualifier=st.just("") | of(QUALIFIERS),
    list_complete=st.none() | st.booleans(),
    series=st.just("") | IDS,
    summary=TEXTS,
    note=TEXTS,
    participations=st.lists(PARTICIPATIONS, max_size=5, unique_by=lambda one: one.country).map(tuple),
    organisations=st.lists(ORGANISATIONS, max_size=2, unique_by=lambda one: one.organisation).map(tuple),
    outcomes=st.lists(OUTCOMES, max_size=3, unique_by=lambda one: (one.measure, one.source)).map(tuple),
    sources=st.just(()),
)
SOURCES = st.tuples(
    *(
        built(
            Source,
            id=st.just(name),
            publisher=NAMES,
            title=TEXTS,
            url=st.sampled_from(["", "https://example.org/a", "https://www.example.org/a/"]),
            published=DATES,
            retrieved=DATES,
        )
        for name in ("one", "two")
    )
)


def named(operation: Operation, name: str) -> Operation:
    """Give an operation and its rows an id."""
    return replace(
        operation,
        id=name,
        participations=tuple(replace(one, operation=name) for one in operation.participations),
        organisations=tuple(replace(one, operation=name) for one in operation.organisations),
        outcomes=tuple(replace(one, operation=name) for one in operation.outcomes),
    )


@given(st.lists(OPERATIONS, max_size=3), SOURCES)
def test_whatever_a_collection_holds_can_be_reviewed(
    operations: list[Operation], sources: tuple[Source, ...]
) -> None:
    with TemporaryDirectory() as folder:
        given_ids = (named(one, f"operation-{number}") for number, one in enumerate(operations))
        kept = collection(Path(folder), *given_ids, sources=sources)
        whole = list(review_all(kept, today="2026-11-22"))
        for one in whole:
            assert one.noun in nouns()
            assert one.severity in SEVERITIES
            assert one.sentence.endswith((".", ").")), one
            assert one.mend
            assert one.row > 1
            assert re.fullmatch(r"[a-z]+\.csv, row [0-9]+", one.place)
        alone = {told(one) for name in kept for one in review(kept[name], today="2026-11-22")}
        assert alone <= set(map(told, whole))
        for name in kept:
            assert {told(one) for one in review_one(kept, name, today="2026-11-22")} <= set(map(told, whole))
