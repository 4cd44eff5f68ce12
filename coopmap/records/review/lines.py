"""In which line of a file each row begins: a quoted text may hold line breaks, and then the two differ."""

from __future__ import annotations

import csv
import io

from coopmap.records.csvfile import delimiter_of


def lines_of(text: str) -> list[int]:
    """Give the line in which each row of a CSV text begins; the header's is 1."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    lines, begun = [], 1
    for _ in reader:
        lines.append(begun)
        begun = reader.line_num + 1
    return lines
