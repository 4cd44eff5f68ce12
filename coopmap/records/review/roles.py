"""Whether somebody led, who left, and whose part is disputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records.dates import before
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit, join, leave, role
from coopmap.records.vocabulary import LEADING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Participation
    from coopmap.records.problem import Problem


def role_problems(operation: Operation) -> Iterator[Problem]:
    """Look for countries, and for one that led."""
    participations = operation.participations
    if not participations:
        mend = f"{join(operation.id, 'COUNTRY')}, for each that took part"
        yield problem("missing-countries", "No country takes part.", operation, mend=mend)
        return
    acting = [one for one in participations if one.role not in WATCHING]
    if not acting:
        sentence = "Every country is a host or an observer, and none took part."
        yield problem(
            "missing-participants", sentence, operation, mend=role(operation.id, "COUNTRY", "partner")
        )
    elif operation.list_complete and sum(one.role != "observer" for one in participations) == 1:
        sentence = f"The list is marked complete and holds {label(acting[0].country)} alone."
        yield problem("single-country", sentence, operation, mend=edit(operation.id, "list_complete", "no"))
    leading = [one for one in acting if one.role in LEADING]
    if leading:
        yield from lead_problems(leading, operation)
    elif acting:
        sentence = "No country is recorded as lead; the map shows partners only."
        yield problem("missing-lead", sentence, operation, mend=role(operation.id, "COUNTRY", "lead"))


def lead_problems(leading: list[Participation], operation: Operation) -> Iterator[Problem]:
    """Look at those who led: one lead, or several co-leads, who stayed."""
    leads = [one for one in leading if one.role == "lead"]
    for one in leads[1:]:
        sentence = f"{label(one.country)} is a second lead; countries that led together are co-leads."
        yield problem("several-leads", sentence, one, mend=role(operation.id, one.country, "co-lead"))
    if leads and len(leads) < len(leading):
        sentence = (
            f"{label(leads[0].country)} is lead beside co-leads; countries that led together are co-leads."
        )
        yield problem("mixed-leads", sentence, leads[0], mend=role(operation.id, leads[0].country, "co-lead"))
    if len(leading) == 1:
        yield from only_lead(leading[0], operation)


def only_lead(one: Participation, operation: Operation) -> Iterator[Problem]:
    """Look at the only country that led."""
    if one.role == "co-lead":
        sentence = f"{label(one.country)} is co-lead, and no other country led with it."
        yield problem("single-co-lead", sentence, one, mend=role(operation.id, one.country, "lead"))
    if one.status == "withdrawn" or before(one.until, operation.end):
        when = f" ({one.until})" if one.until else ""
        sentence = f"{label(one.country)}, the only lead, left{when} before the operation ended."
        yield problem("departed-lead", sentence, one, mend=role(operation.id, "COUNTRY", "lead"))


def status_problems(operation: Operation) -> Iterator[Problem]:
    """Look at the countries whose part is disputed or that left."""
    for one in operation.participations:
        if one.status == "disputed":
            if not one.note:
                yield dispute(one)
        elif one.status == "withdrawn":
            yield from withdrawals(one, operation)
        elif one.until and before(one.until, operation.end):
            sentence = (
                f"{label(one.country)} left ({one.until}) before the end ({operation.end}), "
                "yet its status is stated."
            )
            mend = leave(operation.id, one.country, one.until)
            yield problem("unmarked-withdrawal", sentence, one, mend=mend)


def dispute(one: Participation) -> Problem:
    """Tell of a dispute that no note explains."""
    denied = edit(one.operation, "note", "TEXT", country=one.country)
    if one.role in LEADING:
        sentence = f"{label(one.country)} is recorded as leading, and that is disputed; nobody says by whom."
        mend = f"{denied}, who denies it and where; or {role(one.operation, one.country, 'partner')}"
        return problem("disputed-lead", sentence, one, mend=mend)
    sentence = f"{label(one.country)}'s part is disputed; nobody says by whom."
    return problem("unexplained-dispute", sentence, one, mend=f"{denied}, who denies it and where")


def withdrawals(one: Participation, operation: Operation) -> Iterator[Problem]:
    """Look at a country that withdrew: when it did, and whether that was before the end."""
    if not one.until:
        sentence = f"{label(one.country)} withdrew; until does not say when."
        mend = leave(operation.id, one.country, "DATE")
        yield problem("missing-until", sentence, one, mend=mend)
    elif one.until == operation.end and len(one.until) == len("2025-02-28"):
        sentence = f"{label(one.country)} is marked withdrawn, yet it stayed until the end ({one.until})."
        mend = f"{edit(operation.id, 'status', 'stated', country=one.country)} until="
        yield problem("late-withdrawal", sentence, one, mend=mend)


WATCHING = {"host", "observer"}
"""The roles of countries that did nothing themselves."""
