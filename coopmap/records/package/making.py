"""A whole collection is written as a folder of CSV files: all of it or nothing."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.package.descriptor import DESCRIPTOR, parsed, paths_in
from coopmap.records.package.journal import commit, finish, sweep
from coopmap.records.package.lock import locked

if TYPE_CHECKING:
    from coopmap.records.spreadsheet import Spreadsheet

Told = Callable[[int], object]
"""What is told how many rows were written."""

Contents = dict[str, Iterable[bytes]]

AT_ONCE = 5_000
"""How many rows are handed over at a time."""


def holds_package(folder: Path) -> bool:
    """Say whether a folder holds a collection."""
    return (folder / DESCRIPTOR).exists()


def write_package(
    folder: Path,
    *,
    descriptor: dict[str, Any],
    spreadsheets: Mapping[str, Spreadsheet],
    documents: Mapping[str, str] | None = None,
    replace: bool = False,
    told: Told = lambda _: None,
) -> None:
    """Write a whole collection into a folder; what was there stays until all is there.

    Args:
        folder: the folder; a missing one is made.
        descriptor: what ``datapackage.json`` shall say; it names the files of the tables.
        spreadsheets: the tables, whose cells, keys and references were checked; without one of the name
            ``changes``, the log was never begun.
        documents: texts that lie beside the tables, by name; where one is already, it stays.
        replace: whether a collection that is there may go.
        told: is told how many rows were written, again and again.
    """
    paths = paths_in(Path(), descriptor)
    contents: Contents = {
        paths[name].as_posix(): lines(spreadsheet, told) for name, spreadsheet in spreadsheets.items()
    }
    texts = {name: text for name, text in (documents or {}).items() if not (folder / name).exists()}
    contents |= {name: [text.encode()] for name, text in texts.items()}
    contents[DESCRIPTOR] = [(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n").encode()]
    try:
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            write_inside(folder, contents, replace=replace)
        else:
            write_beside(folder, contents)
    except OSError as error:
        raise CoopmapError(f"{folder} cannot be written: {error.strerror or error}") from None


def write_beside(folder: Path, contents: Contents) -> None:
    """Make a folder under another name, and give it its own when it is whole."""
    if not folder.resolve().parent.is_dir():
        raise CoopmapError(f"{folder} cannot be made: there is no folder {str(folder.resolve().parent)!r}")
    beside = Path(mkdtemp(prefix=f".{folder.resolve().name}-", suffix=".new", dir=folder.resolve().parent))
    try:
        beside.chmod(0o755)
        make_folders(beside, contents)
        commit(beside, contents)
        beside.rename(folder.resolve())
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def write_inside(folder: Path, contents: Contents, *, replace: bool) -> None:
    """Write into a folder that holds something, in the place of the collection there, if there is one."""
    if not folder.is_dir():
        raise CoopmapError(f"{folder} is a file; a folder or the address of a database would be right")
    with locked(folder):
        finish(folder)
        old: set[str] = set()
        if holds_package(folder):
            if not replace:
                raise taken(str(folder))
            old = files_of(folder)
        elif there := [name for name in contents if (folder / name).exists()]:
            raise CoopmapError(f"{folder / there[0]} is in the way; a new or empty folder would be right")
        sweep(folder, old | contents.keys())
        make_folders(folder, contents)
        commit(folder, contents)
        for name in old - contents.keys():
            (folder / name).unlink(missing_ok=True)


def taken(place: str) -> CoopmapError:
    """Say that a collection is in the way."""
    return CoopmapError(f"{place} holds a collection already; --replace would put the other in its place")


def files_of(folder: Path) -> set[str]:
    """Name the files of the collection in a folder, as far as it can be read."""
    path = folder / DESCRIPTOR
    try:
        return {each.as_posix() for each in paths_in(Path(), parsed(path.read_bytes(), path)).values()}
    except CoopmapError:  # a broken collection may be replaced, too
        return set()


def make_folders(folder: Path, names: Iterable[str]) -> None:
    """Make the folders in which files shall lie."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)


class Line:
    """The line that a CSV writer has just written, which it ends in the way of spreadsheets."""

    text = ""

    def write(self, line: str) -> None:
        """Take a line; its end is the one that other programs write."""
        self.text = line.removesuffix("\r\n") + "\n"


def lines(spreadsheet: Spreadsheet, told: Told) -> Iterator[bytes]:
    """Give a table as the bytes of a CSV file."""
    line = Line()
    # A carriage return in a cell is put in quotes only where it belongs to the ends of lines.
    writer = csv.writer(line, lineterminator="\r\n")

    def written(row: Iterable[str]) -> str:
        writer.writerow(row)
        return line.text

    yield written(spreadsheet.header).encode()
    rows = iter(spreadsheet.values)
    while part := list(islice(rows, AT_ONCE)):
        yield "".join(map(written, part)).encode()
        told(len(part))
