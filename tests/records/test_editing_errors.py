"""What cannot be changed from Python is told in one line: what was seen, and what would have been right."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import Collection, read
from coopmap.records.editing import (
    add,
    change_source,
    edit,
    join,
    leave,
    new_source,
    outcome,
    participants,
    remove_source,
    role,
)
from tests.copies import DATA

if TYPE_CHECKING:
    from collections.abc import Callable

OP = "operation-cumberland"
HEISE = "heise-online-2025-02-28"


@pytest.fixture(scope="module")
def collection() -> Collection:
    return read(DATA)


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (
            lambda c: join(c, "operation-cumberlan", "Estonia"),
            f"no operation 'operation-cumberlan' in {DATA}; did you mean operation-cumberland?",
        ),
        (
            lambda c: join(c, OP, "Denmark"),
            "Denmark takes part in Operation Cumberland already, as lead; 'coopmap edit operation-cumberland DNK role=partner' changes that",
        ),
        (
            lambda c: join(c, OP, "Belgium", cells={"since": "2025"}),
            "Belgium takes part in Operation Cumberland already, as partner, without since; 'coopmap edit operation-cumberland BEL since=2025' changes that",
        ),
        (
            lambda c: join(c, OP, "Estonia", cells={"since": "2025-13"}),
            "since: '2025-13' is no date; a day, month or year that exists, such as 2025-02-28, 2025-02 or 2025, would be right",
        ),
        (lambda c: join(c, OP, " "), "no country is named; names or codes, such as Estonia, would be right"),
        (
            lambda c: leave(c, OP, "Estonia", date="2025"),
            "Estonia takes no part in Operation Cumberland; 'coopmap join operation-cumberland EST' records that it does",
        ),
        (lambda c: leave(c, OP, "Belgium"), "when did they leave? a date such as 2025-03-04 would be right"),
        (lambda c: role(c, OP, "Denmark", to="leed"), "role: 'leed' is no role; did you mean lead?"),
        (lambda c: edit(c, OP, cells={"nd": "2025"}), "'nd' is no column of operations; did you mean end?"),
        (lambda c: edit(c, OP, cells={"name": ""}), "name is missing; a text would be right"),
        (
            lambda c: edit(c, OP, cells={"declared_countries": "many"}),
            "declared_countries: 'many' is no whole number; digits alone, such as 19, would be right",
        ),
        (
            lambda c: edit(c, OP, cells={"note": "a\0b"}),
            "note: the text has a NUL character; leave it out",
        ),
        (
            lambda c: edit(c, OP, cells={"id": "operation-cronos"}),
            "the id operation-cronos belongs to Operation Cronos (LockBit takedown) already; another id would be right",
        ),
        (
            lambda c: edit(c, OP, cells={"country": "Austria"}, country="Australia"),
            "Austria takes part in Operation Cumberland already; 'coopmap remove operation-cumberland AUS' removes Australia",
        ),
        (
            lambda c: edit(c, OP, cells={"role": "x"}, organisation="FBI"),
            "no organisation 'FBI' in Operation Cumberland; it has: Europol",
        ),
        (
            lambda c: participants({"lead": "Denmark", "partner": "Sweden, Denmark"}) and c,
            "Denmark is named as lead and as partner; one role would be right, or --higher-role-wins",
        ),
        (
            lambda c: add(c, operation={"name": "Операция", "kind": "other"}),
            "no id can be made from 'Операция'; an id such as operation-cumberland would be right",
        ),
        (
            lambda c: add(c, operation={"name": "X"}),
            "kind is missing; law-enforcement, naval, peacekeeping, military, disaster-relief, science, diplomacy, investigation or other would be right",
        ),
        (
            lambda c: add(c, operation={"name": "X", "kind": "other", "id": OP}),
            "the id operation-cumberland belongs to Operation Cumberland already; another id would be right",
        ),
        (
            lambda c: outcome(c, OP, "arrests", cells={"value": "1.250"}),
            "value: '1.250' may mean 1250 or 1.25; one of the two would be right",
        ),
        (
            lambda c: outcome(c, OP, "arrests", cells={"value": "many"}),
            "value: 'many' is no number; digits with at most a decimal point, such as 1000 or 2.5, would be right",
        ),
        (
            lambda c: outcome(c, OP, "arrests", chosen=False),
            "it is the only figure for arrests, and one must be chosen; 'coopmap outcome operation-cumberland arrests --remove' removes it",
        ),
        (
            lambda c: outcome(c, OP, "ships"),
            "Operation Cumberland has no figure for ships; a value would be right for a new one, and its measures are: suspects-identified, arrests, searches, items-seized",
        ),
        (
            lambda c: remove_source(c, HEISE),
            f"{HEISE} cannot go: operation-cumberland names it for Australia and 22 more; name another source there first",
        ),
        (
            lambda c: change_source(c, "heise-online-2025-02-29", cells={"title": "x"}),
            f"no source 'heise-online-2025-02-29' in {DATA}; did you mean heise-online-2025-02-28?",
        ),
        (
            lambda c: change_source(c, HEISE, cells={"url": "heise.de"}),
            "url: 'heise.de' is no web address; one that begins with https:// or http:// would be right",
        ),
        (
            lambda c: new_source(c, cells={"title": "x"}),
            "who published it? a publisher would be right, such as Europol",
        ),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    collection: Collection, wrong: Callable[[Collection], object], line: str
) -> None:
    with pytest.raises(CoopmapError) as complaint:
        wrong(collection)
    assert str(complaint.value) == line
