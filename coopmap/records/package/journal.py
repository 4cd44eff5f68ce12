"""Several files of a folder change together or not at all, even when the power fails in between.

New files are written beside the old ones and pressed onto the disk. Then a journal that names them is put
in place in one move: from then on the change is made, whoever looks. The new files take the places of the
old ones, and the journal goes. A writer who finds a journal finishes what it says; new files that no journal
names are thrown away. A reader who finds one reads the new files where they are.
"""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coopmap.errors import CoopmapError
from coopmap.records.package.disk import press_folder, write_new

JOURNAL = ".coopmap-commit"
"""The file that says that a change is made, and which files are still to take their places."""

TOKEN = re.compile(r"[0-9a-f]{16}")
FRESH = re.compile(r"\..+\.[0-9a-f]{16}\.new")
"""The name of a new file that waits beside the old one."""


@dataclass(frozen=True)
class Journal:
    """A change that is made, while its files may still be on their way."""

    folder: Path
    """The folder it is about."""
    token: str
    """What tells its files from those of other changes."""
    names: tuple[str, ...]
    """The files, as ``datapackage.json`` names them."""

    def moves(self) -> list[tuple[Path, Path]]:
        """Give for each file where the new one waits and where it belongs."""
        return [(fresh(path, self.token), path) for path in map(self.folder.joinpath, self.names)]

    def fresh(self, path: Path) -> Path | None:
        """Say where the new file for a path waits, if the change is about it."""
        names = [self.folder / name for name in self.names]
        return fresh(path, self.token) if path in names else None


def commit(folder: Path, contents: Mapping[str, Iterable[bytes]]) -> None:
    """Write several files of a folder, all or none; nobody else may be writing.

    Args:
        folder: the folder.
        contents: what each file shall hold, by its name inside the folder.

    Raises:
        CoopmapError: something cannot be written; unless the line says otherwise, nothing was changed.
    """
    journal = Journal(folder, os.urandom(8).hex(), tuple(contents))
    try:
        for (new, path), pieces in zip(journal.moves(), contents.values(), strict=True):
            write_new(new, pieces, like=path)
        text = json.dumps({"id": journal.token, "files": journal.names})
        waiting = fresh(folder / JOURNAL, journal.token)
        write_new(waiting, [text.encode()])
        for place in {new.parent for new, _ in journal.moves()}:
            press_folder(place)
        waiting.replace(folder / JOURNAL)
        press_folder(folder)
    except BaseException as error:
        gone = withdraw(journal)
        if not isinstance(error, OSError):
            raise
        if gone:
            reason = error.strerror or error
            raise CoopmapError(f"{folder} cannot be written: {reason}; nothing was changed") from None
    roll_forward(journal)


def finish(folder: Path) -> None:
    """Finish what another writer began and did not end; nobody else may be writing.

    Raises:
        CoopmapError: a file cannot be put into its place.
    """
    journal = pending(folder)
    if journal:
        roll_forward(journal)


def sweep(folder: Path, names: Iterable[str]) -> None:
    """Throw away new files that no journal names; nobody else may be writing."""
    for name in {*names, JOURNAL}:
        path = (folder / name).resolve()
        with suppress(OSError):
            for found in list(path.parent.glob(f".{glob.escape(path.name)}.*.new")):
                if FRESH.fullmatch(found.name):
                    found.unlink()


def pending(folder: Path) -> Journal | None:
    """Give the change that is made while its files are still on their way, if there is one.

    Raises:
        CoopmapError: the journal cannot be understood.
    """
    path = folder / JOURNAL
    if not os.path.lexists(path):
        return None
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None
    try:
        said = json.loads(text)
        token, names = said["id"], tuple(said["files"])
        sound = bool(TOKEN.fullmatch(token)) and all(map(is_inside, names))
    except (ValueError, TypeError, KeyError, RecursionError):
        sound = False
    if not sound:
        raise CoopmapError(f"{path} is no journal of coopmap; remove it if you know where it comes from")
    return Journal(folder, token, names)


def is_inside(name: object) -> bool:
    """Say whether a name is one of a file inside a folder."""
    return (
        isinstance(name, str)
        and bool(name)
        and "\0" not in name
        and not Path(name).is_absolute()
        and ".." not in Path(name).parts
    )


def roll_forward(journal: Journal) -> None:
    """Put the new files of a change that is made into their places, then remove the journal.

    Raises:
        CoopmapError: a file cannot be put into its place; the next writer tries again.
    """
    for new, path in journal.moves():
        try:
            if new.exists():
                new.replace(path.resolve())
        except OSError as error:
            raise CoopmapError(
                f"the change is kept, but {path} cannot be replaced yet ({error.strerror or error}); "
                f"close what holds it, and the next change sees to it"
            ) from None
    with suppress(OSError):
        for place in {new.parent for new, _ in journal.moves()}:
            press_folder(place)
        (journal.folder / JOURNAL).unlink()
        press_folder(journal.folder)


def withdraw(journal: Journal) -> bool:
    """Take back a change that is not made: first the journal, then the new files it may have named.

    Where the journal cannot be removed, the change is made after all.
    """
    try:
        (journal.folder / JOURNAL).unlink(missing_ok=True)
    except OSError:
        if os.path.lexists(journal.folder / JOURNAL):
            return False
    with suppress(OSError):
        press_folder(journal.folder)
        waiting = fresh(journal.folder / JOURNAL, journal.token)
        for new in (waiting, *(new for new, _ in journal.moves())):
            new.unlink(missing_ok=True)
    return True


def fresh(path: Path, token: str) -> Path:
    """Say where the new file for a path waits: beside the file itself, even where the path is a link."""
    real = path.resolve()
    return real.with_name(f".{real.name}.{token}.new")
