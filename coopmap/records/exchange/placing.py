"""A file or folder appears whole or not at all: it is written beside its place and then renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Mapping

READABLE = 0o666


def place_file(path: Path, content: bytes) -> None:
    """Write a file; one that was there before is replaced at once.

    Raises:
        CoopmapError: the folder is not there, or cannot be written.
    """
    if path.is_dir():
        raise CoopmapError(f"{path} is a folder; the name of a file would be right")
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise CoopmapError(f"{path} cannot be written: {error.strerror or error}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(READABLE & ~_mask())
        Path(beside).replace(path)
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        raise CoopmapError(f"{path} cannot be written: {error.strerror or error}") from None


def place_folder(path: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write a folder of files; one that was there before is replaced only by force.

    Raises:
        CoopmapError: there is something already, or the folder cannot be written.
    """
    there = path.exists() and not (path.is_dir() and not any(path.iterdir()))
    if there and not (force and (path / "datapackage.json").is_file()):
        hint = "--force replaces a data package" if path.is_dir() else "another name would be right"
        raise CoopmapError(f"{path} is there already; {hint}")
    try:
        beside = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    except OSError as error:
        raise CoopmapError(f"{path} cannot be written: {error.strerror or error}") from None
    try:
        for name, content in files.items():
            place_file(beside / name, content)
        beside.chmod(0o777 & ~_mask())
        if path.exists():
            _swap(beside, path)
        else:
            beside.rename(path)
    except OSError as error:
        raise CoopmapError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(beside: Path, path: Path) -> None:
    """Put a folder in the place of another, which is removed when the new one stands."""
    former = beside.with_name(f"{beside.name}.former")
    path.rename(former)
    try:
        beside.rename(path)
    except OSError:
        former.rename(path)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
