"""Changes told in words that a newspaper could print."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopmap.records import TABLES, Change
from coopmap.records.telling import tell, tell_all

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = {"op": "Operation Cumberland"}


def part(country: str, before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> Change:
    """Change a country's row."""
    return Change(table="participations", key=("op", country), before=before, after=after)


def figure(
    before: Mapping[str, str] | None, after: Mapping[str, str] | None, source: str = "heise"
) -> Change:
    """Change a figure for arrests."""
    return Change(table="outcomes", key=("op", "arrests", source), before=before, after=after)


def own(before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> Change:
    """Change the operation's own row."""
    return Change(table="operations", key=("op",), before=before, after=after)


PARTNER = {"operation": "op", "country": "EST", "role": "partner", "status": "stated"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            part("EST", None, {**PARTNER, "since": "2025-03-04"}),
            "Estonia joined Operation Cumberland as partner on 2025-03-04.",
        ),
        (
            part("EST", None, {**PARTNER, "since": "2025-03"}),
            "Estonia joined Operation Cumberland as partner in 2025-03.",
        ),
        (part("EST", None, PARTNER), "Estonia was added to Operation Cumberland as a partner."),
        (
            part("NLD", None, {**PARTNER, "role": "observer"}),
            "The Netherlands was added to Operation Cumberland as an observer.",
        ),
        (
            part("EST", PARTNER, None),
            "Estonia, listed as partner, was removed from Operation Cumberland.",
        ),
        (
            part("DNK", {"role": "co-lead"}, {"role": "lead"}),
            "Denmark is now lead in Operation Cumberland, not co-lead.",
        ),
        (
            part("BEL", {"until": ""}, {"until": "2025-04-01"}),
            "Belgium left Operation Cumberland on 2025-04-01.",
        ),
        (
            part("BEL", {"until": "", "status": "stated"}, {"until": "2025", "status": "withdrawn"}),
            "Belgium withdrew from Operation Cumberland in 2025.",
        ),
        (
            part("BEL", {"status": "stated"}, {"status": "withdrawn"}),
            "Belgium withdrew from Operation Cumberland.",
        ),
        (
            part("USA", {"status": "stated"}, {"status": "disputed"}),
            "That the United States took part in Operation Cumberland is now recorded as disputed.",
        ),
        (
            part("USA", {"status": "disputed"}, {"status": "stated"}),
            "Operation Cumberland: that the United States took part is no longer recorded as disputed.",
        ),
        (
            part("BEL", {"until": "2025"}, {"until": "2026"}),
            "Operation Cumberland: the date Belgium left was corrected from 2025 to 2026.",
        ),
        (
            part("DNK", {"agency": ""}, {"agency": "National Police"}),
            "Operation Cumberland: the agency of Denmark is now recorded as “National Police”.",
        ),
        (
            part("AUS", {"country": "AUS"}, {"country": "AUT"}),
            "Austria took the place of Australia in Operation Cumberland, where the wrong country stood.",
        ),
        (
            part("AUS", {"unit_code": "7"}, {"unit_code": "8"}),
            "Operation Cumberland: unit code of AUS was corrected from “7” to “8”.",
        ),
        (
            figure({"value": "25", "unit": "", "qualifier": "exact"}, {"value": "27"}),
            "Operation Cumberland: the number of arrests was corrected from 25 to 27.",
        ),
        (
            figure({"value": "25", "unit": "", "qualifier": "exact"}, {"qualifier": "at-least"}),
            "Operation Cumberland: the number of arrests was corrected from 25 to at least 25.",
        ),
        (
            figure({"value": "1000000", "unit": "EUR"}, {"value": "2500000"}),
            "Operation Cumberland: the amount of arrests was corrected from 1,000,000 EUR to 2,500,000 EUR.",
        ),
        (
            figure({"value": "25"}, {"value": "27"}),
            "Operation Cumberland: the figure for arrests was corrected from 25 to 27.",
        ),
        (
            figure(None, {"value": "27", "qualifier": "about", "chosen": "yes"}),
            "Operation Cumberland: the number of arrests was added: about 27.",
        ),
        (
            figure(None, {"value": "27", "chosen": "no"}),
            "Operation Cumberland: another figure for arrests was added, not chosen: 27 (heise).",
        ),
        (
            own({"end": ""}, {"end": "2025-05"}),
            "Operation Cumberland: the end is now recorded as 2025-05.",
        ),
        (
            own({"end": "2025-05"}, {"end": ""}),
            "Operation Cumberland: the end was taken out; it was 2025-05.",
        ),
        (
            own({"summary": "a"}, {"summary": "b"}),
            "Operation Cumberland: the summary was rewritten.",
        ),
        (
            own({"list_complete": "yes"}, {"list_complete": "no"}),
            "Operation Cumberland: the list of countries is now marked as incomplete.",
        ),
        (
            own({"name": "Op"}, {"name": "Operation X"}),
            "Operation X: the name was corrected from “Op” to “Operation X”.",
        ),
        (
            Change(
                table="organisations",
                key=("op", "Europol"),
                before={"role": "supporter"},
                after={"role": "coordinator"},
            ),
            "Europol is now coordinator in Operation Cumberland, not supporter.",
        ),
        (
            Change(
                table="sources",
                key=("heise",),
                before=None,
                after={"id": "heise", "publisher": "heise online", "title": "Raids", "published": "2025-02"},
            ),
            "The source heise was added (heise online, “Raids”, 2025-02).",
        ),
        (
            Change(table="sources", key=("heise",), before={"url": ""}, after={"url": "https://heise.de/1"}),
            "The address of the source heise is now recorded as https://heise.de/1.",
        ),
    ],
)
def test_a_change_is_one_sentence(change: Change, sentence: str) -> None:
    assert tell(change, names=NAMES) == sentence


def test_several_changes_make_a_correction_note() -> None:
    assert tell_all(
        [
            part("EST", None, PARTNER),
            figure({"value": "25", "unit": "", "qualifier": "exact"}, {"value": "27"}),
            part("DNK", {"role": "co-lead"}, {"role": "lead"}),
        ],
        names=NAMES,
    ) == (
        "Operation Cumberland: Estonia was added as a partner; Denmark is now lead, not co-lead; the number of arrests was corrected from 25 to 27.",
    )


def test_what_is_the_same_for_several_countries_is_said_once() -> None:
    countries = [part(code, None, {**PARTNER, "since": "2025-03-04"}) for code in ("EST", "LVA", "NLD")]
    assert tell_all(countries, names=NAMES) == (
        "Estonia, Latvia and the Netherlands joined Operation Cumberland as partners on 2025-03-04.",
    )
    roles = [part(code, {"role": "lead"}, {"role": "co-lead"}) for code in ("DNK", "SWE")]
    assert tell_all(roles, names=NAMES) == (
        "Denmark and Sweden are now co-leads in Operation Cumberland, not leads.",
    )


def test_a_choice_between_figures_is_one_thing() -> None:
    old = figure({"value": "25", "unit": "", "qualifier": "exact", "chosen": "yes"}, {"chosen": "no"})
    new = figure(None, {"value": "27", "chosen": "yes"}, source="bbc")
    sentence = "Operation Cumberland: for arrests, 27 (bbc) now stands instead of 25 (heise)."
    assert tell_all([old, new], names=NAMES) == (sentence,)
    other = figure({"value": "27", "unit": "", "qualifier": "", "chosen": "no"}, {"chosen": "yes"}, "bbc")
    assert tell_all([other, old], names=NAMES) == (sentence,)


def test_an_operation_comes_with_everybody_and_goes_with_a_count() -> None:
    rows = {
        "operations": {"id": "op", "name": "Operation Cumberland"},
        "participations": {**PARTNER, "country": "DNK", "role": "lead"},
        "organisations": {"operation": "op", "organisation": "Europol", "role": "coordinator"},
        "outcomes": {"operation": "op", "measure": "arrests", "source": "heise", "value": "25"},
    }
    keys = {table.name: table.key for table in TABLES}
    changes = [
        Change(table=table, key=tuple(row[name] for name in keys[table]), before=None, after=row)
        for table, row in rows.items()
    ] + [part(code, None, {**PARTNER, "country": code}) for code in ("EST", "LVA")]
    assert tell_all(changes) == (
        "Operation Cumberland was added, with Denmark as lead, Estonia and Latvia as partners, Europol as coordinator and 1 figure.",
    )
    gone = [Change(table=one.table, key=one.key, before=one.after, after=None) for one in changes]
    assert tell_all(gone) == (
        "Operation Cumberland was removed, with 3 countries, 1 organisation and 1 figure.",
    )


def test_each_operation_has_a_line_of_its_own() -> None:
    other = Change(table="participations", key=("b", "EST"), before=None, after={**PARTNER, "operation": "b"})
    assert tell_all([part("EST", None, PARTNER), other], names={**NAMES, "b": "Operation B"}) == (
        "Estonia was added to Operation Cumberland as a partner.",
        "Estonia was added to Operation B as a partner.",
    )


def test_a_record_s_braces_are_only_braces() -> None:
    change = part("DNK", {"agency": ""}, {"agency": "{who} {0} %s"})
    assert tell(change, names={"op": "{x}"}) == (
        "{x}: the agency of Denmark is now recorded as “{who} {0} %s”."
    )
