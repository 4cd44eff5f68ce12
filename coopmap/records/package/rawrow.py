"""One row of a CSV file letter by letter: a cell is replaced, and the others keep their quotes and blanks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

QUOTED = re.compile(r'"(?:[^"]++|"")*+"')
"""A cell in quotes."""


@dataclass(frozen=True)
class RawRow:
    """The text of a row as it stands in the file."""

    text: str
    """Its letters, with the line end."""
    delimiter: str
    """What stands between its cells."""

    @property
    def ending(self) -> str:
        """Its line end; nothing when the file ends with it."""
        return self.text[len(self.text.rstrip("\r\n")) :]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Its cells with their quotes and blanks."""
        text = self.text.rstrip("\r\n")
        cells, at = [], 0
        while True:
            quoted = QUOTED.match(text, at)
            end = text.find(self.delimiter, quoted.end() if quoted else at)
            cells.append(text[at : end if end >= 0 else None])
            if end < 0:
                return tuple(cells)
            at = end + 1

    def with_cells(self, new: Mapping[int, str]) -> RawRow:
        """Give the row with other cells at some places; a cell that stood in quotes keeps them."""
        cells = [
            self._written(new[at], quotes=cell.startswith('"')) if at in new else cell
            for at, cell in enumerate(self.cells)
        ]
        return RawRow(self.delimiter.join(cells) + self.ending, self.delimiter)

    def like(self, cells: Sequence[str]) -> str:
        """Write another row as this one is written, without the line end."""
        quotes = all(cell.startswith('"') for cell in self.cells)
        return self.delimiter.join(self._written(cell, quotes=quotes) for cell in cells)

    def _written(self, cell: str, *, quotes: bool) -> str:
        if quotes or any(letter in cell for letter in (self.delimiter, '"', "\r", "\n")):
            return '"' + cell.replace('"', '""') + '"'
        return cell
