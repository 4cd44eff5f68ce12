"""A text becomes a table: tabs, semicolons, bars or commas part the cells, whichever the text shows."""

from __future__ import annotations

import csv
import io
from collections import Counter as Tally
from itertools import islice
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.exchange.grid import LONGEST_CELL, Grid, cells_of, grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}
"""What may part cells, the surest sign first: a comma also stands in sentences."""
LOOKED_AT = 60
"""Lines that are looked at to find out."""


def delimited(text: str, place: str) -> tuple[Grid, str]:
    """Give a text's table and the name of what parts its cells (empty: each line is one cell).

    Raises:
        CoopmapError: a row cannot be read, or is too large.
    """
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter or "\t", place)
    return grid_of(place, cells_of(rows, place)), DELIMITERS.get(delimiter, "")


def _delimiter(text: str) -> str:
    """Find what parts the cells: what most lines hold the same number of times."""
    best, most = "", 0.0
    for delimiter in DELIMITERS:
        agreement = _agreement(text, delimiter)
        # A later delimiter must be clearly better: "a;b,c" is two cells.
        if agreement > most + (0.2 if best else 0):
            best, most = delimiter, agreement
    return best


def _agreement(text: str, delimiter: str) -> float:
    """Give the share of lines that have as many cells as most lines with more than one cell."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = [len(row) for row in islice(reader, LOOKED_AT) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0
    several = Tally(width for width in widths if width > 1)
    return several.most_common(1)[0][1] / len(widths) if several else 0


def _rows(text: str, delimiter: str, place: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            yield number, row
    except csv.Error as error:
        if "field limit" in str(error):
            # The library's own limit, which other code of the process may move, lies above ours.
            raise CoopmapError(
                f"{place}, row {number + 1}: a cell of more than {LONGEST_CELL:,} letters; as many are read"
            ) from None
        raise CoopmapError(
            f"{place}, row {number + 1}: the row cannot be read ({error}); "
            f"a quote inside a quoted text is written twice"
        ) from None
