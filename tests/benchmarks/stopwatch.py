"""How long whole commands take, several of them in turns so that a busy moment hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

Command = Sequence[str | Path]
"""A program and its arguments."""

COOPMAP = Path(sys.executable).with_name("coopmap.exe" if os.name == "nt" else "coopmap")
"""The command as it is installed beside this Python."""

UNSET = {"COOPMAP_DATA", "PYTHONDONTWRITEBYTECODE"}
"""The collection is the one that ships; and an installed program is compiled, as its libraries are."""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNSET}
"""The collection that ships is the one that is measured."""


@dataclass(frozen=True, kw_only=True)
class Time:
    """How long one whole process took, in seconds."""

    wall: float
    """What a person waits."""
    processor: float
    """What the process computed (0 where the system does not tell); a busy machine changes it less."""


def timed(command: Command, folder: Path) -> Time:
    """Run one command in a folder and say how long it took."""
    start, before = perf_counter(), os.times()
    subprocess.run(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    wall, after = perf_counter() - start, os.times()
    user, system = after.children_user - before.children_user, after.children_system - before.children_system
    return Time(wall=wall, processor=user + system)


def in_turns(commands: Sequence[Command], folder: Path, *, runs: int) -> list[list[Time]]:
    """Time commands in turns, after one run each that does not count (it leaves compiled Python behind)."""
    rounds = [[timed(command, folder) for command in commands] for _ in range(runs + 1)]
    return [list(column) for column in zip(*rounds[1:], strict=True)]
