"""100,000 operations with 1,000,000 participations are read whole, and one of them is shown."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.result import Result
from tests.benchmarks.stopwatch import ENVIRONMENT
from tests.benchmarks.synthetic import make

READ = """
from coopmap.records import read
collection = read({folder!r})
collection.verify()
assert len(collection) == 100_000 and len(collection.tables.spreadsheets["participations"].rows) > 999_000
"""
"""What is counted: every file read, every header, key, reference and cell of all five tables checked."""

ONE = """
import click.testing, coopmap.cli
done = click.testing.CliRunner().invoke(coopmap.cli.main, ["show", {operation!r}, "--data", {folder!r}])
assert done.exit_code == 0, done.output
"""

MEASURED = """
import resource, time
start = time.perf_counter()
{program}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9)
"""

OPERATIONS = ("operation-0", "operation-49999", "operation-99999")
"""The first, the middle and the last."""


def measure(runs: int) -> list[Result]:
    """Time the reading of everything and the showing of one operation, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        place = str(make(Path(folder) / "large"))
        times, sizes = zip(*(run(READ.format(folder=place)) for _ in range(min(runs, 5))), strict=True)
        shown = [
            run(ONE.format(operation=one, folder=place)) for one in OPERATIONS for _ in range(min(runs, 3))
        ]
        added = [run(ADD.format(number=number, folder=place))[0] for number in range(min(runs, 3))]
    return [
        Result(bar="reading 1,000,000 participations, all checked", values=times, unit="s", most=6),
        Result(bar="  memory at the most", values=sizes, unit="GB", most=1.5, judged="worst"),
        Result(bar="show of one of 100,000 operations", values=[time for time, _ in shown], unit="s"),
        Result(bar="  memory at the most", values=[size for _, size in shown], unit="GB", judged="worst"),
        Result(bar="adding an operation to the package", values=added, unit="s"),
    ]


ADD = """
from coopmap.records import Change, read
name = "added-{number}"
cells = {{"id": name, "name": "Added", "kind": "other"}}
row = {{"operation": name, "country": "DNK", "role": "lead", "status": "stated"}}
read({folder!r}).apply(
    [
        Change(table="operations", key=(name,), before=None, after=cells),
        Change(table="participations", key=(name, "DNK"), before=None, after=row),
    ]
)
"""


def run(program: str) -> tuple[float, float]:
    """Run a program in a fresh Python; give its seconds and its gigabytes."""
    code = MEASURED.format(program=program)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    seconds, gigabytes = done.stdout.split()[-2:]
    return float(seconds), float(gigabytes)
