"""A problem: something a reviewer should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopmap.records.operation import Operation, Organisation, Outcome, Participation


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something a reviewer should look at in one operation."""

    noun: str
    """What it is called: ``missing-lead``."""
    severity: str
    """How much it matters: error, warning or note."""
    sentence: str
    """What was seen and what would settle it."""
    operation: str
    """The operation's id."""
    file: str
    """The table it stands in: ``participations.csv``."""
    row: int
    """The row a spreadsheet shows; 0 when the record comes from no file."""

    @property
    def place(self) -> str:
        """Where to look: ``participations.csv, row 7``."""
        return f"{self.file}, row {self.row}" if self.row else self.file


def problem(
    noun: str, severity: str, sentence: str, at: Operation | Participation | Organisation | Outcome
) -> Problem:
    """Name a problem at the row it stands in."""
    table = type(at).__name__.lower()
    return Problem(
        noun=noun,
        severity=severity,
        sentence=sentence,
        operation=getattr(at, "operation", "") or getattr(at, "id", ""),
        file=FILES.get(table, "operations.csv"),
        row=at.row,
    )


FILES = {
    "participation": "participations.csv",
    "organisation": "organisations.csv",
    "outcome": "outcomes.csv",
}
"""The table a row stands in; an operation of any make stands in ``operations.csv``."""
