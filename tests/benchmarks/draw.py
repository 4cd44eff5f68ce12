"""One page by the command line, cold, against the plain script a person would write otherwise."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import peer
from tests.benchmarks.natural_earth import countries
from tests.benchmarks.result import Result
from tests.benchmarks.stopwatch import COOPMAP, Command, in_turns

MOST = 0.7
"""Our time over the plain script's."""


def measure(runs: int) -> list[Result]:
    """Time ``coopmap draw`` and the plain script in turns, whole processes, in one run."""
    shapes = countries()
    with tempfile.TemporaryDirectory() as folder:
        ours: Command = [COOPMAP, "draw", "operation-cumberland", "-o", "ours.html"]
        theirs: Command = [sys.executable, peer.__file__, shapes, "theirs.html"]
        own, other = in_turns([ours, theirs], Path(folder), runs=runs)
    pairs = [mine.wall / yours.wall for mine, yours in zip(own, other, strict=True)]
    waits = [[time.wall for time in times] for times in (own, other)]
    work = [[time.processor for time in times] for times in (own, other)]
    return [
        Result(bar="coopmap draw, cold", values=waits[0], unit="s", against=waits[1], most=MOST),
        Result(bar="coopmap draw, cold, processor time", values=work[0], unit="s", against=work[1]),
        Result(bar="coopmap draw, cold, pair by pair", values=pairs, unit="of the peer", most=MOST),
    ]
