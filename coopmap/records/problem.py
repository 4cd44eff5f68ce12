"""A problem: something a reviewer should look at, where it stands, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from coopmap.records.nouns import nouns


class At(Protocol):
    """A row that a problem can be at: of an operation, a country in it, a figure, a source."""

    @property
    def row(self) -> int:
        """The row it stands in; 0 when it comes from no file."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something a reviewer should look at."""

    noun: str
    """What it is called: ``missing-lead``."""
    severity: str
    """How much it matters: error, warning or note."""
    sentence: str
    """What was seen."""
    mend: str
    """What would settle it: what to write where, or the command that does it."""
    operation: str
    """The operation's id; empty when it is about no single operation."""
    subject: str
    """What it is about within the operation: a country's code, a measure, a source's id; or empty."""
    file: str
    """The table it stands in: ``participations.csv``."""
    row: int
    """The row a spreadsheet shows; 0 when the record comes from no file."""

    @property
    def place(self) -> str:
        """Where to look: ``participations.csv, row 7``."""
        return f"{self.file}, row {self.row}" if self.row else self.file


def problem(
    noun: str, sentence: str, at: At, *, mend: str, severity: str = "", operation: str = ""
) -> Problem:
    """Name a problem at the row it stands in; it is as grave as its noun unless something else is said."""
    file, whose, subject = place_of(type(at))
    return Problem(
        noun=noun,
        severity=severity or nouns()[noun].severity,
        sentence=sentence,
        mend=mend,
        operation=operation or getattr(at, whose, ""),
        subject=getattr(at, subject, ""),
        file=file,
        row=at.row,
    )


@cache
def place_of(kind: type) -> tuple[str, str, str]:
    """Say of a kind of row where it stands."""
    return next(PLACES[known.__name__] for known in kind.__mro__ if known.__name__ in PLACES)


PLACES = {
    "Operation": ("operations.csv", "id", ""),
    "Participation": ("participations.csv", "operation", "country"),
    "Organisation": ("organisations.csv", "operation", "organisation"),
    "Outcome": ("outcomes.csv", "operation", "measure"),
    "Sketch": ("operations.csv", "id", ""),
    "Source": ("sources.csv", "", "id"),
}
"""What a row is: the table it stands in, the field with its operation's id, the field that tells it apart."""
