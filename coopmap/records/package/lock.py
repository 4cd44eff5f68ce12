"""Only one may write to a folder at a time; who comes second waits, and is told for whom."""

from __future__ import annotations

import os
import platform
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.log import now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".coopmap-lock"
"""The file that is locked. The system frees it when its holder dies; its text only says who that is."""

PATIENCE = 30.0
"""Seconds that somebody waits for another's change."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep everybody else from writing to a folder meanwhile.

    Raises:
        CoopmapError: somebody else keeps it too long, or nothing can be written there.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - loads when something is written

    path = folder.resolve() / LOCK
    lock = FileLock(path, timeout=PATIENCE, poll_interval=0.01, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise CoopmapError(f"{folder} is being changed by {holder(path)}; try again later") from None
    except OSError as error:
        raise CoopmapError(
            f"{folder} cannot be written: {error.strerror or error}; nothing was changed"
        ) from None
    try:
        with suppress(OSError):
            path.write_text(f"process {os.getpid()} on {platform.node()} since {now()}", encoding="utf-8")
        yield
    finally:
        # It goes while it is held: who waits for this very file sees that it is gone and takes a new one.
        with suppress(OSError):
            path.unlink()
        lock.release()


def holder(path: Path) -> str:
    """Say who keeps the lock, as far as one can know."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")[:200].strip()
    except OSError:
        text = ""
    return text or "somebody else"
