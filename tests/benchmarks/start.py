"""How long a person waits for the commands that need no shapes and no tables."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.result import Result
from tests.benchmarks.stopwatch import COOPMAP, Command, in_turns

MOST = 0.3
"""Seconds."""


def measure(runs: int) -> list[Result]:
    """Time ``coopmap --help`` and ``coopmap list``, whole processes."""
    commands: list[Command] = [[COOPMAP, "--help"], [COOPMAP, "list"]]
    with tempfile.TemporaryDirectory() as folder:
        times = in_turns(commands, Path(folder), runs=runs)
    return [
        Result(
            bar=f"coopmap {command[1]}, whole process",
            values=[time.wall for time in taken],
            unit="s",
            most=MOST,
        )
        for command, taken in zip(commands, times, strict=True)
    ]
