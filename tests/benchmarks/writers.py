"""Many processes add operations to one collection at the same time; all must be there, and none twice."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from coopmap.records import read
from coopmap.records.copying import whole, write
from tests.benchmarks.result import Result
from tests.postgres import Postgres
from tests.records.small import faults, new_operation, small

WRITERS, EACH = 16, 25


def measure(_: int) -> list[Result]:
    """Let 16 processes add 25 operations each to a package, to SQLite, to a PostgreSQL that is durable."""
    server = Postgres.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            package = small(Path(folder) / "small")
            places: dict[str, Path | str] = {"a package": package}
            for kind, address in {
                "SQLite": f"sqlite:///{folder}/d.db",
                "PostgreSQL": server.database(),
            }.items():
                write(whole(package), address)
                places[kind] = address
            return [result for kind, place in places.items() for result in measured(kind, place)]
    finally:
        server.stop()


def measured(kind: str, place: Path | str) -> list[Result]:
    """Let the processes add to one place."""
    start = time.perf_counter()
    wrong = write_together(place, writers=WRITERS, each=EACH)
    took = time.perf_counter() - start
    for sentence in wrong:
        print(sentence)
    bar = f"{WRITERS} writers adding {EACH} operations each to {kind}"
    return [
        Result(bar=f"{bar}: lost, twice or contradicting", values=[len(wrong)], unit="faults", most=0),
        Result(bar=bar, values=[took], unit="s"),
    ]


def write_together(place: Path | str, *, writers: int, each: int) -> list[str]:
    """Let processes add operations to one collection; say what is missing or wrong afterwards."""
    children = {}
    for writer in range(writers):
        names = [f"writer-{writer}-{number}" for number in range(each)]
        child = os.fork()
        if not child:
            add(place, names)
        children[child] = writer
    ends = {writer: os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child, writer in children.items()}
    there = list(read(place))
    wanted = [f"writer-{writer}-{number}" for writer in range(writers) for number in range(each)]
    return [
        *(f"writer {writer} failed" for writer, end in ends.items() if end),
        *(f"{name} is lost" for name in wanted if name not in there),
        *(f"{name} is there twice" for name in set(there) if there.count(name) > 1),
        *faults(place),
    ]


def add(place: Path | str, names: list[str]) -> None:
    """Add operations one by one, then end this process."""
    end = 1
    try:
        for name in names:
            read(place).apply(new_operation(name))
        end = 0
    finally:
        os._exit(end)
