"""Sources against what is taken from them: nothing is told before it happened or read before it appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records.dates import before
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit, outcome, source
from coopmap.records.review.periods import year_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Outcome, Participation, Source
    from coopmap.records.problem import Problem


def evidence_problems(operation: Operation) -> Iterator[Problem]:
    """Compare the dates of an operation, its countries and its figures with those of the sources."""
    published = {one.id: one.published for one in operation.sources if one.published}
    for one in operation.sources:
        if before(one.published, operation.start):
            yield from early_source(one, operation)
    for part in operation.participations:
        if not part.source:
            sentence = f"No source says that {label(part.country)} took part."
            mend = f"{edit(part.operation, 'source', 'ID', country=part.country)}, the page that says so"
            yield problem("missing-source", sentence, part, mend=mend)
        elif part.since or part.until:
            yield from later_part(part, published.get(part.source, ""))
    for figure in operation.outcomes:
        if before(published.get(figure.source, ""), figure.as_of):
            yield from later_figure(figure, published[figure.source])
    if operation.end and len(published) == len(operation.sources) > 0:
        yield from foreseen_end(operation, max(published.values()))


def early_source(one: Source, operation: Operation) -> Iterator[Problem]:
    """Tell of a source that is older than the operation: a plan where there was one, else a slip."""
    sentence = f"The source appeared ({one.published}) before {operation.id} began ({operation.start})."
    severity = "warning" if operation.kind in SUDDEN else "note"
    mend = f"{source(one.id, 'published', 'DATE')}, or {edit(operation.id, 'start', 'DATE')}"
    yield problem("early-source", sentence, one, mend=mend, severity=severity, operation=operation.id)


def later_part(part: Participation, published: str) -> Iterator[Problem]:
    """Tell of a country that joined or left after the source that says so had appeared."""
    for word, when, column in (("joined", part.since, "since"), ("left", part.until, "until")):
        if before(published, when):
            sentence = (
                f"{label(part.country)} {word} ({when}); its source appeared before that ({published})."
            )
            mend = (
                f"{edit(part.operation, 'source', 'ID', country=part.country)}, the source that says so; "
                f"or another date: {column}=DATE"
            )
            yield problem("later-than-source", sentence, part, mend=mend)


def later_figure(figure: Outcome, published: str) -> Iterator[Problem]:
    """Tell of a figure that stands for a day after its source had appeared."""
    sentence = (
        f"The figure for {figure.measure} stands for {figure.as_of}; "
        f"its source appeared before that ({published})."
    )
    yield problem(
        "later-than-source",
        sentence,
        figure,
        mend=outcome(figure.operation, figure.measure, "--source", figure.source, "--as-of", published),
    )


def foreseen_end(operation: Operation, last: str) -> Iterator[Problem]:
    """Tell of an end that no source can have seen."""
    if before(last, operation.end):
        sentence = f"It ended ({operation.end}), and its last source appeared before that ({last})."
        mend = f"name a source that saw the end, or {edit(operation.id, 'end', 'DATE')}"
        yield problem("foreseen-end", sentence, operation, mend=mend)


def source_problems(one: Source, today: str = "") -> Iterator[Problem]:
    """Look at a source by itself."""
    redate = source(one.id, "published", "DATE")
    if before(one.retrieved, one.published):
        sentence = f"The source was read ({one.retrieved}) before it appeared ({one.published})."
        yield problem("retrieved-before-published", sentence, one, mend=redate)
    if not one.title and not one.url:
        sentence = f"The source ({one.publisher[:60]}) has neither a headline nor an address."
        yield problem("lost-source", sentence, one, mend=source(one.id, "url", "ADDRESS"))
    for column, when in (("published", one.published), ("retrieved", one.retrieved)):
        if before(today, when):
            sentence = f"{when} stands under {column}, and that day is still to come."
            yield problem("date-to-come", sentence, one, mend=source(one.id, column, "DATE"))
        yield from year_problems(when, column, one, mend=source(one.id, column, "DATE"))


SUDDEN = frozenset({"law-enforcement", "disaster-relief", "investigation"})
"""Kinds of operations that nobody announces beforehand."""
