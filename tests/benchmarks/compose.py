"""How long a record takes to become a sheet, once the atlas is in memory: the sheets of the gallery."""

from __future__ import annotations

from time import perf_counter

from tests.benchmarks.result import Result
from tests.gallery.sheets import MADE

MOST = 60
"""Milliseconds for one sheet."""


def measure(runs: int) -> list[Result]:
    """Compose every sheet of the gallery in turns, after one round that does not count."""
    rounds = [[_spent(name) for name in MADE] for _ in range(runs + 1)]
    # A sheet's time is the least of its rounds, since whatever else a machine does only adds.
    each = {name: min(times) for name, times in zip(MADE, zip(*rounds[1:], strict=True), strict=True)}
    slowest = max(each, key=lambda name: each[name])
    return [
        Result(
            bar=f"composing a sheet, warm, {len(each)} sheets", values=[*each.values()], unit="ms", most=MOST
        ),
        Result(bar=f"composing the slowest, {slowest}", values=[each[slowest]], unit="ms"),
    ]


def _spent(name: str) -> float:
    start = perf_counter()
    MADE[name]()
    return (perf_counter() - start) * 1000
