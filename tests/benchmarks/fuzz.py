"""Feeds 20,000 spoilt files to import and check: no traceback, nothing half-written."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.result import Result
from tests.fuzzing.feeding import SLOW, Feeding, feed

FILES = int(os.environ.get("COOPMAP_FUZZ_FILES", "20000"))
SEED = int(os.environ.get("COOPMAP_FUZZ_SEED", "4"))
STEP = 500
"""Files after which it says how far it is."""


def measure(runs: int) -> list[Result]:  # noqa: ARG001 - as every part is called
    """Feed the files."""
    begun = time.monotonic()
    every = Feeding()
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, FILES, STEP):
            found = feed(Path(folder), seed=SEED, numbers=range(start, min(FILES, start + STEP)))
            every.codes += found.codes
            every.faults += found.faults
            every.slowest = max(every.slowest, found.slowest)
            for fault in found.faults:
                print(fault, file=sys.stderr, flush=True)
    took = time.monotonic() - begun
    print(f"{FILES:,} files in {took:.0f} s, seed {SEED}: {dict(every.codes)}", file=sys.stderr)
    return [
        Result(
            bar=f"{FILES:,} spoilt files: tracebacks, defects, half-written collections",
            values=[len(every.faults)],
            unit="found",
            most=0,
        ),
        Result(bar="the slowest spoilt file", values=[every.slowest], unit="s", most=SLOW),
    ]
