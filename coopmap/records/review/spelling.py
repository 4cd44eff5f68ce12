"""One thing written in two ways: measures, organisations, series."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from coopmap.countries import resolve
from coopmap.records.cells import quoted
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import edit, join, remove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coopmap.records.operation import Operation, Organisation
    from coopmap.records.problem import At, Problem
    from coopmap.records.review.ledger import Ledger


class Spellings:
    """How often one sort of word is written in which way, and where first."""

    def __init__(self, noun: str, column: str, key: Callable[[str], str]) -> None:
        self._noun = noun
        self._column = column
        self._key = key
        self._uses: Counter[str] = Counter()
        self._first: dict[str, tuple[At, str]] = {}

    def meet(self, word: str, at: At, operation: str) -> None:
        """Note one use of a word."""
        self._uses[word] += 1
        if word not in self._first:
            self._first[word] = at, operation

    def problems(self) -> Iterator[Problem]:
        """Tell of each rarer spelling, at its first use."""
        alike: dict[str, list[str]] = {}
        for word in self._uses:
            alike.setdefault(self._key(word), []).append(word)
        for words in alike.values():
            usual, *rarer = sorted(words, key=lambda word: (-self._uses[word], word))
            for word in rarer:
                at, operation = self._first[word]
                sentence = f"{quoted(word)} is written {quoted(usual)} elsewhere ({self._uses[usual]} times)."
                mend = f"write {quoted(usual)} under {self._column}, if it is the same"
                if self._column == "series":
                    mend = edit(operation, "series", usual)
                yield problem(self._noun, sentence, at, mend=mend, operation=operation)


def spelling_problems(ledger: Ledger) -> Iterator[Problem]:
    """Look for measures, organisations and series in two spellings, and for series with one operation."""
    measures = Spellings("measure-spelling", "measure", measure_key)
    for figure in ledger.rows("outcomes"):
        measures.meet(figure.measure, figure, figure.operation)
    bodies = Spellings("organisation-spelling", "organisation", letters_of)
    for body in ledger.rows("organisations"):
        bodies.meet(body.organisation, body, body.operation)
    series = Spellings("series-spelling", "series", letters_of)
    members: dict[str, list[Operation]] = {}
    for operation in ledger.operations():
        if operation.series:
            series.meet(operation.series, operation, operation.id)
            members.setdefault(operation.series, []).append(operation)
    for spellings in (measures, bodies, series):
        yield from spellings.problems()
    for name, operations in members.items():
        if len(operations) == 1:
            sentence = f"No other operation belongs to the series {name}."
            mend = f"record the others, or {edit(operations[0].id, 'series', '')}"
            yield problem("series-of-one", sentence, operations[0], mend=mend)


def organisation_problems(operation: Operation) -> Iterator[Problem]:
    """Look for a body that coordinated, and for countries among the bodies."""
    if not operation.organisations:
        sentence = "No organisation is recorded beside the countries."
        mend = "a row in organisations.csv, if a body such as Europol took part"
        yield problem("missing-organisation", sentence, operation, mend=mend)
    for one in operation.organisations:
        yield from misplaced(one)


def misplaced(one: Organisation) -> Iterator[Problem]:
    """Tell of a country among the organisations."""
    code = country_meant(one.organisation)
    if code:
        sentence = f"{quoted(one.organisation)} is a country ({label(code)}), no organisation."
        mend = f"{join(one.operation, code)}, and {remove(one.operation, quoted(one.organisation))}"
        yield problem("country-as-organisation", sentence, one, mend=mend)


@cache
def country_meant(body: str) -> str:
    """Give the country that a body's name means, when it is spelt as a country is."""
    if body.isupper() and len(body) <= len("DNK"):
        return ""  # OAS, EU, UN: letters that an organisation may have as well as a country
    answer = resolve(body)
    return "" if answer.corrected else answer.code


@cache
def measure_key(measure: str) -> str:
    """Give what two spellings of a measure have in common: ``arrest`` and ``arrests``, ``seized-money``."""
    return "-".join(sorted(map(singular, measure.split("-"))))


def singular(word: str) -> str:
    """Give a word without the ending of its plural: searches, bodies, arrests."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


@cache
def letters_of(word: str) -> str:
    """Give the letters and digits of a word alone, so that blanks, hyphens and capitals do not count."""
    return re.sub(r"[\W_]+", "", word.casefold())
