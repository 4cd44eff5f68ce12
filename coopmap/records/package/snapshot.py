"""The files of a collection as they stood at one moment, even while somebody writes."""

from __future__ import annotations

import os
import time
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from coopmap.errors import CoopmapError
from coopmap.records.package.descriptor import DESCRIPTOR, parsed, paths_in
from coopmap.records.package.journal import pending

if TYPE_CHECKING:
    from pathlib import Path

    from coopmap.records.package.journal import Journal

PATIENCE = 10.0
"""Seconds that a reader looks for a moment when nobody writes."""

Opened = dict["Path", "BinaryIO | OSError"]


class Snapshot:
    """The files of a folder, opened together; what is written later is not seen through it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: Opened = {}
        self._close = weakref.finalize(self, close, self._opened)
        self.descriptor: dict[str, Any] = {}
        self.paths: dict[str, Path] = {}
        self._open()

    def file(self, path: Path) -> BinaryIO:
        """Give a file as it stood."""
        found = self._opened.get(path)
        if isinstance(found, (FileNotFoundError, NotADirectoryError)) or found is None:
            raise CoopmapError(f"{path} is missing; datapackage.json names it as one of the five tables")
        if isinstance(found, OSError):
            raise CoopmapError(f"{path} cannot be read: {found.strerror or found}")
        return found

    def content(self, path: Path) -> bytes:
        """Give the bytes of a file as it stood."""
        try:
            file = self.file(path)
            file.seek(0)
            return file.read()
        except OSError as error:
            raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None

    def close(self) -> None:
        """Let go of the files."""
        self._close()

    def _open(self) -> None:
        """Open everything, again and again until nobody wrote meanwhile."""
        end = time.monotonic() + PATIENCE
        while True:
            journal = pending(self.folder)
            self._read(journal)
            if self._is_steady(journal):
                return
            if time.monotonic() > end:
                raise CoopmapError(f"{self.folder} is changed again and again; try again when it is quiet")
            time.sleep(0.001)

    def _read(self, journal: Journal | None) -> None:
        close(self._opened)
        self._opened.clear()
        path = self.folder / DESCRIPTOR
        self._opened[path] = opened(path, journal)
        self.descriptor = parsed(self._described(path), path)
        self.paths = paths_in(self.folder, self.descriptor)
        for path in self.paths.values():
            if path not in self._opened:
                self._opened[path] = opened(path, journal)

    def _described(self, path: Path) -> bytes:
        found = self._opened[path]
        if isinstance(found, (FileNotFoundError, NotADirectoryError)):
            raise CoopmapError(
                f"{self.folder} holds no {DESCRIPTOR}; a folder with one and its five tables would be right"
            )
        return self.content(path)

    def _is_steady(self, journal: Journal | None) -> bool:
        """Say whether all that was opened stood there at one moment.

        The journal is looked at first: once there is none, a change that had begun has put all its files in
        place, and the files opened before it are no longer those that stand there.
        """
        if pending(self.folder) != journal:
            return False
        return journal is not None or all(stands(path, file) for path, file in self._opened.items())


def opened(path: Path, journal: Journal | None) -> BinaryIO | OSError:
    """Open a file, or the new one that is about to take its place, or give the reason why not."""
    new = journal.fresh(path) if journal else None
    try:
        if new:
            with suppress(FileNotFoundError):
                return new.open("rb")
        return path.open("rb")
    except OSError as error:
        return error


def stands(path: Path, file: BinaryIO | OSError) -> bool:
    """Say whether what was opened is still what stands there."""
    if isinstance(file, OSError):
        return not path.is_file() or not os.access(path, os.R_OK)
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def close(opened: Opened) -> None:
    """Close files."""
    for file in opened.values():
        if not isinstance(file, OSError):
            file.close()
