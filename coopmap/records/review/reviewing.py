"""All rules put to one operation, or to a collection with what only many operations show."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from coopmap.records.review.colleague import Colleague
from coopmap.records.review.counting import count_problems
from coopmap.records.review.evidence import evidence_problems, source_problems
from coopmap.records.review.existence import existence_problems
from coopmap.records.review.figures import outcome_problems
from coopmap.records.review.ledger import Ledger
from coopmap.records.review.naming import name_problems
from coopmap.records.review.orphans import orphan_problems, repeated_addresses
from coopmap.records.review.periods import coming_problems, date_problems, period_problems
from coopmap.records.review.repeats import Repeats, names_of, same_name, sketched
from coopmap.records.review.roles import role_problems, status_problems
from coopmap.records.review.spelling import organisation_problems, spelling_problems
from coopmap.records.review.territory import territory_problems
from coopmap.records.review.texts import source_texts, text_problems
from coopmap.records.vocabulary import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coopmap.records.collection import Collection
    from coopmap.records.operation import Operation
    from coopmap.records.problem import Problem
    from coopmap.records.spreadsheet import Spreadsheet


def review(operation: Operation, *, today: str = "") -> tuple[Problem, ...]:
    """Give everything a reviewer should look at in an operation, the gravest first.

    Args:
        operation: the record.
        today: a day such as 2025-02-28; what is dated later and should be past is then a problem too.
    """
    found = [*operation_problems(operation, today)]
    for source in operation.sources:
        found += [*source_problems(source, today), *source_texts(source)]
    return gravest_first(found)


def gravest_first(problems: list[Problem]) -> tuple[Problem, ...]:
    """Put errors before warnings and warnings before notes."""
    order = list(SEVERITIES)
    return tuple(sorted(problems, key=lambda one: order.index(one.severity)))


def review_all(
    collection: Collection, *, today: str = "", progress: Callable[[int, int], None] | None = None
) -> Iterator[Problem]:
    """Give everything a reviewer should look at in a collection, operation by operation.

    What only the whole shows comes last: operations that stand there twice, words written in two ways,
    sources that nothing names.

    Args:
        collection: the records; every cell of every table is read.
        today: as in ``review``.
        progress: is told now and then how many operations of how many are done.

    Raises:
        CoopmapError: a cell cannot be read.
    """
    collection.verify()
    ledger = Ledger(collection.tables)
    number = len(ledger)
    own = round(number * SHARE) if number >= LONG else number

    def reviewed(first: int, last: int) -> Iterator[Problem]:
        for done, operation in enumerate(ledger.some(first, last)):
            if progress and not first and not done % STEP:
                progress(round(done / SHARE) if own < number else done, number)
            yield from operation_problems(operation, today)

    if own == number:
        yield from reviewed(0, number)
        yield from collection_problems(ledger, today)
        return
    with Colleague(lambda: list(reviewed(own, number))) as colleague:
        yield from reviewed(0, own)
        of_all = list(collection_problems(ledger, today))
        yield from colleague.found()
        yield from of_all


def collection_problems(ledger: Ledger, today: str) -> Iterator[Problem]:
    """Give what only the whole collection shows, and what is wrong with its sources."""
    repeats = Repeats()
    for operation in ledger.operations():
        repeats.meet(operation, ledger.countries(operation.id))
    yield from repeats.problems()
    yield from spelling_problems(ledger)
    for source in ledger.sources.values():
        yield from source_problems(source, today)
        yield from source_texts(source)
    yield from orphan_problems(ledger.sources, ledger.named())
    yield from repeated_addresses(ledger.sources)


def review_one(collection: Collection, operation: str, *, today: str = "") -> tuple[Problem, ...]:
    """Give everything a reviewer should look at in one operation, its doubles in the collection among it.

    Of the other operations only those with the same name are read.
    """
    record = collection[operation]
    names = sketched(record, ()).names
    repeats = Repeats()
    for other, others in names_in(collection.store.spreadsheet("operations")):
        if other == operation or same_name(names, others):
            found = collection[other]
            repeats.meet(found, [one.country for one in found.participations])
    return gravest_first([*review(record, today=today), *repeats.problems(about=operation)])


def names_in(operations: Spreadsheet) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each operation's id and its names, bare."""
    pick = itemgetter(*operations.positions(("id", "name", "aliases")))
    for operation, name, aliases in map(pick, operations.values):
        yield operation, frozenset(names_of(name)).union(*map(names_of, aliases.split(";")))


def operation_problems(operation: Operation, today: str) -> Iterator[Problem]:
    """Put every rule to an operation."""
    for rule in RULES:
        yield from rule(operation)
    if today:
        yield from coming_problems(operation, today)


RULES = (
    role_problems,
    count_problems,
    date_problems,
    period_problems,
    status_problems,
    existence_problems,
    name_problems,
    territory_problems,
    evidence_problems,
    outcome_problems,
    organisation_problems,
    text_problems,
)
"""What is looked at in an operation, in this order."""

STEP = 1000
"""After how many operations progress is told."""

LONG = 20_000
"""Operations that are worth a second process."""

SHARE = 0.35
"""The part of them that this process reviews itself, beside what only the whole shows."""
