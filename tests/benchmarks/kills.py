"""A program that changes a collection is killed at random moments; what it had done must be there."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path

from coopmap.errors import CoopmapError
from coopmap.records import read
from tests.benchmarks.result import Result
from tests.records.small import faults, leftovers, new_operation, small

TIMES = 300
LONGEST = 0.12
"""Seconds after which the program is killed at the latest."""


def measure(_: int) -> list[Result]:
    """Kill a program 300 times and count what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = kill_at_random(small(Path(folder) / "small"), times=TIMES, chance=1)
    for sentence in wrong:
        print(sentence)
    return [Result(bar=f"faults after {TIMES} kills of a writer", values=[len(wrong)], unit="faults", most=0)]


def kill_at_random(folder: Path, *, times: int, chance: int) -> list[str]:
    """Kill a writer again and again; say what is wrong with the collection it leaves."""
    wrong: list[str] = []
    done = 0
    moments = random.Random(chance)  # noqa: S311 - the same moments every time, as far as moments go
    for _ in range(times):
        confirmed = done_when_killed(folder, done, after=moments.uniform(0, LONGEST))
        try:
            there = len(read(folder)) - 2
            wrong += faults(folder)
        except CoopmapError as error:
            return [*wrong, f"unreadable: {error}"]
        if there not in (confirmed, confirmed + 1):
            wrong.append(f"{confirmed} operations were written, {there} are there")
        done = there
    read(folder).apply(new_operation(f"operation-{done}"))
    return [*wrong, *leftovers(folder)]


def done_when_killed(folder: Path, done: int, *, after: float) -> int:
    """Let a process add operations, kill it after some time, and say how many it had done."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        add_for_ever(folder, done, writing)
    os.close(writing)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return done + len(pipe.read())


def add_for_ever(folder: Path, number: int, confirming: int) -> None:
    """Add one operation after the other, and write a byte after each."""
    try:
        while True:
            read(folder).apply(new_operation(f"operation-{number}"))
            os.write(confirming, b".")
            number += 1
    finally:
        os._exit(1)
