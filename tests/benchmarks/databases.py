"""The same million participations in SQLite and in PostgreSQL: copied in, read, shown, added to."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.result import Result
from tests.benchmarks.scale import OPERATIONS, READ, run
from tests.benchmarks.stopwatch import COOPMAP, ENVIRONMENT
from tests.benchmarks.synthetic import make
from tests.postgres import Postgres


def measure(runs: int) -> list[Result]:
    """Copy a large package into databases and back, then ask and add, each in a process of its own."""
    server = Postgres.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            package = str(make(Path(folder) / "large"))
            sqlite = measured("SQLite", f"sqlite:///{folder}/large.db", package, runs)
            return sqlite + measured("PostgreSQL", server.database(), package, runs)
    finally:
        server.stop()


def measured(kind: str, place: str, package: str, runs: int) -> list[Result]:
    """Measure one kind of database."""
    there = timed("copy", package, place)
    back = timed("copy", place, f"{package}-from-{kind}")
    times, sizes = zip(*(run(READ.format(folder=place)) for _ in range(min(runs, 3))), strict=True)
    shown = [timed("show", one, "--data", place) for one in OPERATIONS for _ in range(min(runs, 3))]
    added = [
        timed("add", "--data", place, "--name", f"Number {number}", "--kind", "naval", "--lead", "Estonia")
        for number in range(runs)
    ]
    return [
        Result(
            bar=f"{kind}: copy of 1,000,000 participations into it, whole process", values=[there], unit="s"
        ),
        Result(bar=f"{kind}: copy back into a folder, whole process", values=[back], unit="s"),
        Result(bar=f"{kind}: reading all of it, all checked", values=times, unit="s"),
        Result(bar="  memory at the most", values=sizes, unit="GB", most=1.5, judged="worst"),
        Result(bar=f"{kind}: show of one operation, whole process", values=shown, unit="s"),
        Result(bar=f"{kind}: adding one operation, whole process", values=added, unit="s", most=0.5),
    ]


def timed(*words: str) -> float:
    """Run a command as a person does and say how long it took."""
    start = perf_counter()
    subprocess.run(
        [sys.executable, COOPMAP, *words],
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=ENVIRONMENT,
    )
    return perf_counter() - start
