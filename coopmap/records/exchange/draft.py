"""What was understood of a file: rows for the five tables, each with the place it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """One row that the file asks for."""

    table: str
    """The table it belongs to."""
    cells: Mapping[str, str]
    """What the file says, by column."""
    place: str
    """Where it says so: ``answers.xlsx, sheet 2024, row 7``."""
    presumed: Mapping[str, str] = field(default_factory=dict)
    """What a new row says where the file says nothing; a row that is there already keeps its own."""

    def whole(self) -> dict[str, str]:
        """Give the cells of a new row."""
        return {**self.presumed, **self.cells}


@dataclass
class Understanding:
    """What a file says, as far as it was understood."""

    place: str
    """How errors name the file."""
    shape: str = ""
    """What sort of table it is, in words."""
    assumed: list[str] = field(default_factory=list)
    """What had to be assumed: an encoding, a delimiter, a kind."""
    columns: list[tuple[str, str, str]] = field(default_factory=list)
    """Letter, header and meaning of each column; a column without a meaning is left out."""
    drafts: list[Draft] = field(default_factory=list)
    """The rows it asks for, in the order of the file."""
    remarks: list[str] = field(default_factory=list)
    """How names were read: misspellings that were mended, groups that were expanded."""
    faults: list[str] = field(default_factory=list)
    """What could not be read: place, what was seen, what would be right."""

    def of(self, table: str) -> list[Draft]:
        """Give the rows for one table."""
        return [draft for draft in self.drafts if draft.table == table]
