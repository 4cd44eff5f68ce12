"""Problems as GitHub shows them beside the lines of a change: its workflow commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coopmap.records import Collection, Problem

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls each severity."""


def workflow_commands(problems: Iterable[Problem], collection: Collection) -> Iterator[str]:
    """Give a workflow command for each problem, at the line of the file where its row begins."""
    files = Files(collection)
    for one in problems:
        at = files.place(one)
        properties = {**at, "title": f"{one.noun}{': ' + one.operation if one.operation else ''}"}
        told = ",".join(f"{name}={escaped(value, more=':,')}" for name, value in properties.items())
        yield f"::{COMMANDS[one.severity]} {told}::{escaped(f'{one.sentence} Mend: {one.mend}')}"


class Files:
    """The files of a collection and the lines of their rows, each file read once."""

    def __init__(self, collection: Collection) -> None:
        self._store = collection.store
        self._lines: dict[str, tuple[str, list[int]]] = {}

    def place(self, one: Problem) -> dict[str, str]:
        """Give the file and line of a problem; nothing when the collection is a database."""
        if one.file not in self._lines:
            self._lines[one.file] = self._read(one.file.removesuffix(".csv"))
        file, lines = self._lines[one.file]
        if not file:
            return {}
        return (
            {"file": file, "line": str(lines[one.row - 1])} if 0 < one.row <= len(lines) else {"file": file}
        )

    def _read(self, table: str) -> tuple[str, list[int]]:
        from coopmap.records import lines_of

        path = Path(self._store.spreadsheet(table).place)
        if not path.is_file():
            return "", []
        return path.as_posix(), lines_of(path.read_bytes().decode("utf-8-sig", errors="replace"))


def escaped(text: str, *, more: str = "") -> str:
    """Escape what would end a workflow command: per cent signs, line ends and, in properties, : and ,."""
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
