"""CSV files as programs and people write them: every line end, delimiter, mark and habit of quoting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from coopmap.records.tables import PARTICIPATIONS

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

COUNTRIES = ("DNK", "SWE", "NOR", "FIN", "ISL", "EST")
IDS = ("op", "op-1", "op-10", "op-1-b", "xop-1")
"""Ids that begin and end like one another."""

OWN = ("mine", "")
"""Columns of somebody's own; the second has no name."""

TEXTS = st.sampled_from(
    [
        "",
        "a",
        "a, b",
        "a;b",
        'say "x"',
        '"',
        "two\nlines",
        "two\r\nlines",
        "op-1",
        "x,op-1,x",
        "ü🙂",
        "5\u2033",
        " ",
    ]
) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """One way of writing a table."""

    delimiter: str
    line: str
    mark: bytes
    quotes: bool
    """Whether every cell stands in quotes."""
    final: bool
    """Whether the last row has a line end."""
    blanks: bool
    """Whether there are empty rows."""
    header: tuple[str, ...]

    def cell(self, text: str, *, quotes: bool = False) -> str:
        """Write a cell."""
        if quotes or self.quotes or any(letter in text for letter in (self.delimiter, '"', "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text

    def row(self, cells: dict[str, str]) -> str:
        """Write a row, without its line end."""
        return self.delimiter.join(self.cell(cells.get(name, "")) for name in self.header)

    def content(self, rows: list[dict[str, str]]) -> bytes:
        """Write a table."""
        lines = [self.delimiter.join(self.cell(name) for name in self.header)]
        for number, row in enumerate(rows):
            lines += ["", self.delimiter * (len(self.header) - 1)] if self.blanks and number % 3 == 1 else []
            lines.append(self.row(row))
        return self.mark + (self.line.join(lines) + (self.line if self.final else "")).encode()


@st.composite
def dialects(draw: DrawFn) -> Dialect:
    """Any way of writing a table, its columns in any order and with others among them."""
    header = draw(st.permutations([*PARTICIPATIONS.header, *OWN]))
    return Dialect(
        delimiter=draw(st.sampled_from(",;")),
        line=draw(st.sampled_from(["\n", "\r\n"])),
        mark=draw(st.sampled_from([b"", b"\xef\xbb\xbf"])),
        quotes=draw(st.booleans()),
        final=draw(st.booleans()),
        blanks=draw(st.booleans()),
        header=tuple(header),
    )


@st.composite
def rows(draw: DrawFn) -> list[dict[str, str]]:
    """Rows of participations, each with a key of its own; those of one operation stand together or apart."""
    keys = draw(
        st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(COUNTRIES)), unique=True, max_size=12)
    )
    return [
        {
            "operation": operation,
            "country": country,
            "role": "partner",
            "status": "stated",
            "agency": draw(TEXTS),
            "as_written": draw(TEXTS),
            "note": draw(TEXTS),
            "mine": draw(TEXTS),
        }
        for operation, country in keys
    ]
