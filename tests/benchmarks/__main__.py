"""Measures what coopmap promises and prints a table: ``python -m tests.benchmarks``.

Timings are honest only on a quiet machine. The plain script that ``draw`` is compared with reads a 1:50m
file, which is fetched once with pip and kept in a folder of the user's cache.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from tests.benchmarks.result import table

PARTS = {
    "weight": "how heavy the pages are, and whether they are quiet with the network off",
    "paint": "first contentful paint against the bare picture; the page without JavaScript",
    "draw": "one page by the command line against a plain geopandas and folium script",
    "compose": "how long a record takes to become a sheet",
    "start": "how long --help and list take",
    "fuzz": "20,000 spoilt files fed to import and check (COOPMAP_FUZZ_FILES, COOPMAP_FUZZ_SEED)",
    "names": "which country a name means: right, wrong, how fast",
    "many": "every operation of the collection in one process",
    "scale": "a million participations: reading all of them, showing one operation, adding one",
    "kills": "300 kills of a process that changes a package",
    "databases": "the million in SQLite and PostgreSQL: copying, reading, showing one operation, adding one",
    "writers": "16 processes adding 25 operations each to one package, to SQLite, to PostgreSQL",
}
"""Part -> what it measures; each is a module beside this one with ``measure(runs)``."""


def main() -> int:
    """Measure the parts asked for; exit code 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    listing = "; ".join(f"{part}: {what}" for part, what in PARTS.items())
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"all, unless named ({listing})")
    parser.add_argument("--runs", type=int, default=9, help="how often each timing is taken (9)")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    results = []
    for part in chosen.parts or PARTS:
        print(f"measuring {part} ...", file=sys.stderr, flush=True)
        results += import_module(f"tests.benchmarks.{part}").measure(chosen.runs)
    print(table(results))
    print(f"on {os.cpu_count()} processors, load at the end {_load()}")
    return 0 if all(result.passed for result in results) else 1


def _load() -> str:
    """Say how busy the machine was in the last minute; timings under load are worth little."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
