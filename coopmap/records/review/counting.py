"""Whether the number of countries a source declares agrees with the countries it names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from coopmap.countries import codes
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit, join
from coopmap.records.review.territory import owners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation
    from coopmap.records.problem import Problem

EXISTING = len(codes())
"""How many countries there are."""
ROUNDING = 0.1
"""How far the rows may be from a number declared as 'about'."""


def count_problems(operation: Operation) -> Iterator[Problem]:
    """Compare the declared number with the rows.

    Sources count contributors; a host is sometimes among them and sometimes not, so both ways of counting
    are right. An observer never counts.
    """
    declared = operation.declared_countries
    if operation.list_complete is None:
        sentence = "Nobody has said whether the countries are all there."
        yield problem(
            "unmarked-list", sentence, operation, mend=f"{edit(operation.id, 'list_complete', 'yes')}, or no"
        )
    if (declared is None) != (not operation.declared_qualifier):
        yield from half_declaration(operation)
    if declared is None:
        return
    if not 1 <= declared <= EXISTING:
        sentence = f"{declared} countries are declared, of {EXISTING} that exist."
        yield problem(
            "impossible-count", sentence, operation, mend=edit(operation.id, "declared_countries", "NUMBER")
        )
    elif operation.participations:
        yield from (complete_list if operation.list_complete else incomplete_list)(operation, declared)


def half_declaration(operation: Operation) -> Iterator[Problem]:
    """Tell of a number without its exactness, or of an exactness without a number."""
    if operation.declared_qualifier:
        sentence = "declared_qualifier says how exact a number is that declared_countries does not hold."
        mend = edit(operation.id, "declared_countries", "NUMBER")
    else:
        sentence = f"{countries(operation.declared_countries or 0)} declared; declared_qualifier is empty."
        mend = f"{edit(operation.id, 'declared_qualifier', 'exact')}, or at-least, or about"
    yield problem("half-declaration", sentence, operation, mend=mend)


def complete_list(operation: Operation, declared: int) -> Iterator[Problem]:
    """Judge a list that claims to hold every country."""
    with_hosts, without_hosts = counted(operation)
    if agrees(declared, operation.declared_qualifier, with_hosts, without_hosts):
        if operation.declared_qualifier == "at-least" and without_hosts <= declared <= with_hosts:
            sentence = (
                f"The source speaks of at least {countries(declared)}; "
                "the list holds just as many and is marked complete."
            )
            yield problem("open-list", sentence, operation, mend=edit(operation.id, "list_complete", "no"))
        elif operation.declared_qualifier == "exact":
            yield from split_list(operation, declared)
        return
    sentence = (
        f"The source declares {countries(declared)}, the list holds {without_hosts} and is marked complete"
    )
    if mentions(operation.note, declared) and mentions(operation.note, without_hosts):
        mend = "nothing, if the note tells the reader enough"
        yield problem(
            "count-mismatch", f"{sentence}; the note explains it.", operation, mend=mend, severity="warning"
        )
    else:
        sentence = f"{sentence}{territory_clue(operation, declared)}{source_clue(operation)}."
        renote = edit(operation.id, "note", "TEXT")
        mend = f"find the difference; or let the note name both, {declared} and {without_hosts}: {renote}"
        yield problem("count-mismatch", sentence, operation, mend=mend)


def incomplete_list(operation: Operation, declared: int) -> Iterator[Problem]:
    """Judge a list that claims to hold only some of the countries."""
    _, without_hosts = counted(operation)
    if without_hosts < declared:
        sentence = f"The list names {without_hosts} of {declared} declared countries."
        mend = f"{join(operation.id, 'COUNTRY')}, when a source names the others"
        yield problem("incomplete-list", sentence, operation, mend=mend)
    elif without_hosts == declared and operation.list_complete is False:
        sentence = f"All {declared} declared countries are there, yet list_complete says no."
        yield problem("incomplete-mark", sentence, operation, mend=edit(operation.id, "list_complete", "yes"))
    elif without_hosts > declared and operation.declared_qualifier != "at-least":
        sentence = (
            f"The source declares {countries(declared)}, the list holds {without_hosts}"
            f"{territory_clue(operation, declared)}{source_clue(operation)}."
        )
        mend = f"find the difference; or {edit(operation.id, 'declared_qualifier', 'at-least')}"
        yield problem("count-mismatch", sentence, operation, mend=mend)


def split_list(operation: Operation, declared: int) -> Iterator[Problem]:
    """Tell when the rows add up only because several sources were put together."""
    if len({one.source for one in operation.participations}) == 1:
        return
    named = by_source(operation)
    if "" not in named and max(named.values()) < declared:
        sentence = f"No one source names all {declared} countries{source_clue(operation)}."
        mend = "say in the note which source declares the number, and why the others' countries belong to it"
        yield problem("split-list", sentence, operation, mend=mend)


def source_clue(operation: Operation) -> str:
    """Say how many of the countries each source names, when there are several."""
    named = by_source(operation)
    if len(named) == 1:
        return ""
    return "; " + ", ".join(f"{source or 'no source'} names {number}" for source, number in named.items())


def by_source(operation: Operation) -> Counter[str]:
    """Count the countries each source names, observers left out."""
    return Counter(one.source for one in operation.participations if one.role != "observer")


def territory_clue(operation: Operation, declared: int) -> str:
    """Say which territories may have been counted with their country, when that settles the difference."""
    present = {one.country for one in operation.participations if one.role != "observer"}
    pairs = [(code, owners()[code]) for code in sorted(present) if owners().get(code) in present]
    if not pairs or counted(operation)[1] - declared != len(pairs):
        return ""
    told = " and ".join(f"{label(code)} with {label(owner)}" for code, owner in pairs)
    return f"; the source may count {told}"


def counted(operation: Operation) -> tuple[int, int]:
    """Count the countries that took part, with and without those that only hosted."""
    roles = [one.role for one in operation.participations]
    taking_part = len(roles) - roles.count("observer")
    return taking_part, taking_part - roles.count("host")


def agrees(declared: int, qualifier: str, with_hosts: int, without_hosts: int) -> bool:
    """Say whether a declared number and the rows can both be right."""
    if qualifier == "at-least":
        return with_hosts >= declared
    leeway = declared * ROUNDING if qualifier == "about" else 0
    return any(abs(rows - declared) <= leeway for rows in (with_hosts, without_hosts))


def countries(number: int) -> str:
    """Count countries: ``1 country``, ``19 countries``."""
    return f"{number} {'country' if number == 1 else 'countries'}"


def mentions(note: str, number: int) -> bool:
    """Say whether a note names a number."""
    return re.search(rf"(?<![0-9]){number}(?![0-9])", note) is not None
