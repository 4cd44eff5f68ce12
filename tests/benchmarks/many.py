"""How long each operation takes when all are drawn in one process, and the command as a whole."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.result import Result
from tests.benchmarks.stopwatch import COOPMAP, ENVIRONMENT, Command, in_turns
from tests.checkout import ROOT

MOST = 50
"""Milliseconds an operation, after the first."""

MOST_TOGETHER = 15
"""Seconds for all operations in one process."""

ROUNDS = 3
"""Fresh processes; an operation's time is the least of them, since whatever else a machine does only adds."""


def measure(runs: int) -> list[Result]:
    """Draw and save every operation, in fresh processes; time the command as well."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = [_fresh(Path(folder)) for _ in range(min(runs, ROUNDS))]
        command: Command = [COOPMAP, "draw", "--all", "--out", "all"]
        whole = in_turns([command], Path(folder), runs=min(runs, ROUNDS))[0]
    each = [min(times) for times in zip(*rounds, strict=True)]
    return [
        Result(bar="the first operation of many", values=[each[0]], unit="ms"),
        Result(bar=f"each of {len(each) - 1} more", values=each[1:], unit="ms", most=MOST, judged="worst"),
        Result(
            bar=f"coopmap draw --all, {len(each)} operations",
            values=[time.wall for time in whole],
            unit="s",
            most=MOST_TOGETHER,
        ),
    ]


def _fresh(folder: Path) -> list[float]:
    """Time the drawing in a process of its own, so that its first operation is a first one."""
    command: Command = [sys.executable, "-m", "tests.benchmarks.many", folder]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    return [float(time) for time in json.loads(done.stdout)]


def _draw_all(folder: Path) -> list[float]:
    from coopmap.atlas import open_all  # noqa: PLC0415 - as below
    from coopmap.maps import draw  # noqa: PLC0415 - only the fresh process draws
    from coopmap.records import read  # noqa: PLC0415

    times: list[float] = []
    collection = read()
    for operation in collection:
        start = perf_counter()
        if not times:
            open_all()  # as the command does before its first operation
        draw(collection[operation]).save(folder / f"{operation}.html")
        times.append((perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    print(json.dumps(_draw_all(Path(sys.argv[1]))))
