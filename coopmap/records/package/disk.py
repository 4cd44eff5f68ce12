"""Files are written so that they are surely on the disk before anybody relies on them."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PIECE = 1 << 20
"""Bytes that are written at a time."""

ANEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A file is opened to be written, and it must not be there yet."""


def write_new(path: Path, pieces: Iterable[bytes], *, like: Path | None = None) -> None:
    """Write a file that is not there yet, press it onto the disk, and let the same people read it as another.

    Raises:
        OSError: it cannot be written.
    """
    file = os.open(path, ANEW, 0o666)
    try:
        for piece in gathered(pieces):
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)
    if like is not None and like.exists():
        allow_alike(path, like)


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Put small pieces together."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def allow_alike(path: Path, other: Path) -> None:
    """Give a file the permissions of another, and its owner where that is allowed."""
    status = other.stat()
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, stat.S_IMODE(status.st_mode))  # noqa: PTH101 - beside its kin


def press_folder(folder: Path) -> None:
    """Press onto the disk which files a folder has; Windows does so by itself.

    Raises:
        OSError: it cannot be done.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
