"""Whether the number of countries a source declares agrees with the countries it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopmap.records.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation

ROUNDING = 0.1
"""How far the rows may be from a number declared as 'about'."""


def count_problems(operation: Operation) -> Iterator[Problem]:
    """Compare the declared number with the rows.

    Sources count contributors; a host is sometimes among them and sometimes not, so both ways of counting
    are right. An observer never counts.
    """
    declared = operation.declared_countries
    if operation.list_complete is None:
        yield problem(
            "unmarked-list",
            "warning",
            "Nobody has said whether the countries are all there; write yes or no in list_complete.",
            operation,
        )
    if (declared is None) != (not operation.declared_qualifier):
        yield problem(
            "half-declaration",
            "warning",
            "declared_countries and declared_qualifier stand or fall together; one of them is empty.",
            operation,
        )
    if declared is None or not operation.participations:
        return
    if operation.list_complete:
        yield from complete_list(operation, declared)
    else:
        yield from incomplete_list(operation, declared)


def complete_list(operation: Operation, declared: int) -> Iterator[Problem]:
    """Judge a list that claims to hold every country."""
    with_hosts, without_hosts = counted(operation)
    if agrees(declared, operation.declared_qualifier, with_hosts, without_hosts):
        return
    sentence = (
        f"The source declares {countries(declared)}, the list holds {without_hosts} and is marked complete"
    )
    if mentions(operation.note, declared) and mentions(operation.note, without_hosts):
        yield problem("count-mismatch", "warning", f"{sentence}; the note explains it.", operation)
    else:
        yield problem(
            "count-mismatch",
            "error",
            f"{sentence}; find the difference, or let the note name both numbers.",
            operation,
        )


def incomplete_list(operation: Operation, declared: int) -> Iterator[Problem]:
    """Judge a list that claims to hold only some of the countries."""
    _, without_hosts = counted(operation)
    if without_hosts < declared:
        yield problem(
            "incomplete-list",
            "note",
            f"The list names {without_hosts} of {declared} declared countries.",
            operation,
        )
    elif without_hosts == declared and operation.list_complete is False:
        yield problem(
            "incomplete-mark",
            "warning",
            f"All {declared} declared countries are there, yet list_complete says no.",
            operation,
        )
    elif without_hosts > declared and operation.declared_qualifier != "at-least":
        yield problem(
            "count-mismatch",
            "error",
            f"The source declares {countries(declared)}, the list holds {without_hosts}; "
            "find the difference.",
            operation,
        )


def counted(operation: Operation) -> tuple[int, int]:
    """Count the countries that took part, with and without those that only hosted."""
    roles = [one.role for one in operation.participations if one.role != "observer"]
    return len(roles), len(roles) - roles.count("host")


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
