"""How long whole commands take, several of them in turns so that a busy moment hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

Command = Sequence[str | Path]
"""A program and its arguments."""

COOPMAP = Path(sys.executable).with_name("coopmap.exe" if os.name == "nt" else "coopmap")
"""The command as it is installed beside this Python."""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "COOPMAP_DATA"}
"""The collection that ships is the one that is measured."""


def seconds(command: Command, folder: Path) -> float:
    """Run one command in a folder and answer with the seconds it took."""
    start = perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    return perf_counter() - start


def in_turns(commands: Sequence[Command], folder: Path, *, runs: int) -> list[list[float]]:
    """Time commands in turns, after one run each that does not count (it leaves compiled Python behind)."""
    rounds = [[seconds(command, folder) for command in commands] for _ in range(runs + 1)]
    return [list(column) for column in zip(*rounds[1:], strict=True)]
