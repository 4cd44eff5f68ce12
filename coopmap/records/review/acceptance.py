"""Problems that a reviewer has seen and accepted, each with the reason why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coopmap.errors import CoopmapError
from coopmap.records.csvfile import spreadsheet_in
from coopmap.records.meaning import Meaning
from coopmap.records.nouns import nouns
from coopmap.records.tables import Column, Table

if TYPE_CHECKING:
    from coopmap.records.problem import Problem

ACCEPTED = "accepted.csv"
"""The file beside the tables of a collection that holds them."""


class Entry(NamedTuple):
    """One accepted problem."""

    noun: str
    """What it is called."""
    operation: str
    """The operation's id; empty for any."""
    subject: str
    """The country's code, the measure or the source's id it is about; empty for any."""


class Acceptance:
    """The accepted problems of a collection."""

    def __init__(self, entries: dict[Entry, str]) -> None:
        self._entries = entries
        self._met: set[Entry] = set()

    def covers(self, problem: Problem) -> bool:
        """Say whether a problem is accepted."""
        found = {
            Entry(problem.noun, operation, subject)
            for operation in (problem.operation, "")
            for subject in (problem.subject, "")
        } & self._entries.keys()
        self._met |= found
        return bool(found)

    def gone(self) -> list[str]:
        """Tell of accepted problems that were not met, so that their rows can be taken out."""
        return [
            f"{place}: {entry.noun} of {entry.operation or 'any operation'} is accepted and no longer there"
            for entry, place in self._entries.items()
            if entry not in self._met
        ]


def acceptance_in(path: Path) -> Acceptance:
    """Read accepted problems from a CSV file with the columns noun, operation, subject and why.

    Raises:
        CoopmapError: the file cannot be read, or names a problem that does not exist.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CoopmapError(f"{path} cannot be read: {error.strerror or error}") from None
    spreadsheet = spreadsheet_in(content, place=str(path), table=table())
    meaning = Meaning(spreadsheet)
    entries = {}
    for row in spreadsheet.rows:
        cells = meaning.values(row)
        entry = Entry(str(cells["noun"]), str(cells["operation"]), str(cells["subject"]))
        entries[entry] = spreadsheet.where(row.number)
    return Acceptance(entries)


def table() -> Table:
    """Describe the file."""
    return Table(
        name="accepted",
        key=("noun", "operation", "subject"),
        columns=(
            Column(name="noun", content="word", required=True, words=tuple(nouns())),
            Column(name="operation", content="id"),
            Column(name="subject"),
            Column(name="why", required=True),
        ),
    )
