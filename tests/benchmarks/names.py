"""How well and how fast country names are read: the development set, exact names, a cold start."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from coopmap.countries import codes, label, resolve
from tests.benchmarks.result import Result
from tests.benchmarks.stopwatch import Command, in_turns
from tests.countries.names.reading import BARS, OVERALL, names

COLD = "from coopmap.countries import resolve; assert resolve({!r}).code == 'DNK'"
"""A fresh process that asks for one name."""


def measure(runs: int) -> list[Result]:
    """Resolve the development set, category by category."""
    return [*accuracy(), *speed(runs), *cold(runs)]


def accuracy() -> list[Result]:
    """Count what is missed in each category, and where another country came out."""
    found, missed, total, wrong = [], 0, 0, 0
    for category, bar in BARS.items():
        asked = names(category)
        answers = [(each.code, resolve(each.name).code) for each in asked]
        off = sum(due != given for due, given in answers)
        wrong += sum(bool(given) and due != given for due, given in answers)
        missed, total = missed + off, total + len(asked)
        what = f"names: {category}, {len(asked)} names, missed"
        found.append(Result(bar=what, values=[100 * off / len(asked)], unit="%", most=round(100 - bar, 1)))
    found.append(
        Result(bar=f"names: all {total}, missed", values=[100 * missed / total], unit="%", most=100 - OVERALL)
    )
    return [*found, Result(bar="names: a wrong country", values=[wrong], unit="names", most=5)]


def speed(runs: int) -> list[Result]:
    """Time a name of the set, and an exact one, when nothing is remembered."""
    mixed = [each.name for category in BARS for each in names(category)]
    exact = [label(code) for code in codes()]
    return [
        Result(bar="names: a name of the set", values=timed(mixed, runs), unit="ms", most=2),
        Result(bar="names: an exact name", values=timed(exact, runs), unit="ms", most=0.2),
    ]


def timed(asked: list[str], runs: int) -> list[float]:
    """Give the milliseconds that one name takes on average, for each run."""
    taken = []
    for _ in range(runs):
        resolve.cache_clear()
        start = perf_counter()
        for name in asked:
            resolve(name)
        taken.append(1000 * (perf_counter() - start) / len(asked))
    return taken


def cold(runs: int) -> list[Result]:
    """Time whole processes that ask for one name."""
    commands: list[Command] = [[sys.executable, "-c", COLD.format(name)] for name in ("Denmark", "Denmrk")]
    with tempfile.TemporaryDirectory() as folder:
        times = in_turns(commands, Path(folder), runs=runs)
    return [
        Result(bar=f"names: cold, {what}", values=[time.wall for time in each], unit="s", most=0.25)
        for what, each in zip(("an exact name", "a misspelling"), times, strict=True)
    ]
