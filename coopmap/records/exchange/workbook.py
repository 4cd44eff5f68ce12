"""An XLSX workbook with a sheet for each table: texts as texts, so that no date or formula comes alive.

Libraries were weighed: the best one writes a text that begins with ``<r>`` as markup, and loses one of two
escapes in a row. What does not change from workbook to workbook lies in ``bookparts/``.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from coopmap.errors import CoopmapError
from coopmap.records.exchange.formulas import neutralised
from coopmap.records.exchange.grid import letters_of
from coopmap.records.exchange.typed import contents, number
from coopmap.records.exchange.zipping import zipped

if TYPE_CHECKING:
    from coopmap.records.exchange.selection import Selected, Selection

PARTS = Path(__file__).parent / "bookparts"
FIXED = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
)
"""The parts that are always the same, the first one first: some programs look at it to know the file."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PLAIN, TEXT, HEADER = "0", "1", "2"
"""The styles of ``styles.xml``: a number, a text that stays text, a bold text."""
MOST_LETTERS = 32_767
"""Letters that a cell of a workbook can hold."""
MOST_ROWS = 1_048_575
"""Rows below the header that a sheet can hold."""
NARROWEST, WIDEST = 8, 60
LOOKED_AT = 200
"""Rows that decide how wide a column is."""

UNDERSCORE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""An underscore that would be read as the beginning of an escaped letter."""
FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Letters that XML cannot hold, or changes."""


def workbook(selection: Selection) -> bytes:
    """Give a workbook with a sheet for each table; the same record gives the same bytes.

    Raises:
        CoopmapError: a text or a table is too long for a workbook.
    """
    parts = {name: (PARTS / name).read_bytes() for name in FIXED}
    for name, selected in selection.tables.items():
        parts[f"xl/worksheets/{name}.xml"] = _sheet(selected)
    return zipped(parts)


def _sheet(selected: Selected) -> bytes:
    if len(selected.rows) > MOST_ROWS:
        raise CoopmapError(
            f"{selected.table.name} has {len(selected.rows):,} rows, and a sheet holds {MOST_ROWS:,}; "
            f"JSON or a data package would hold them"
        )
    file = io.BytesIO()
    sheet = Sheet(file)
    sheet.begin("worksheet", xmlns=MAIN)
    _view(sheet)
    _widths(sheet, selected)
    numeric = [content in ("count", "number") for content in contents(selected.table, selected.header)]
    sheet.begin("sheetData")
    sheet.row(1, [(_checked(name, selected, 1), HEADER) for name in selected.header])
    for place, row in enumerate(selected.rows, start=2):
        values = (number(cell) if counts else cell for cell, counts in zip(row, numeric, strict=True))
        sheet.row(
            place,
            [
                (_checked(value, selected, place), TEXT) if isinstance(value, str) else (value, PLAIN)
                for value in values
            ],
        )
    sheet.end("sheetData")
    last = f"{letters_of(len(selected.header) - 1)}{len(selected.rows) + 1}"
    sheet.alone("autoFilter", ref=f"A1:{last}")
    sheet.end("worksheet")
    return file.getvalue()


def _view(sheet: Sheet) -> None:
    """Let the header stay in sight."""
    sheet.begin("sheetViews")
    sheet.begin("sheetView", workbookViewId="0")
    sheet.alone("pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    sheet.end("sheetView")
    sheet.end("sheetViews")


def _widths(sheet: Sheet, selected: Selected) -> None:
    """Make the columns as wide as what stands in them."""
    sheet.begin("cols")
    for at, name in enumerate(selected.header):
        longest = max((len(row[at]) for row in selected.rows[:LOOKED_AT]), default=0)
        width = min(WIDEST, max(NARROWEST, len(name) + 2, longest + 1))
        place = str(at + 1)
        sheet.alone("col", min=place, max=place, width=str(width), style=TEXT, customWidth="1")
    sheet.end("cols")


class Sheet:
    """Writes the XML of a sheet, every text escaped."""

    def __init__(self, file: io.BytesIO) -> None:
        self._xml = XMLGenerator(file, "utf-8", short_empty_elements=True)
        self._xml.startDocument()

    def begin(self, tag: str, **attributes: str) -> None:
        """Begin an element."""
        self._xml.startElement(tag, AttributesImpl(attributes))

    def end(self, tag: str) -> None:
        """End an element."""
        self._xml.endElement(tag)

    def alone(self, tag: str, **attributes: str) -> None:
        """Write an element with nothing in it."""
        self.begin(tag, **attributes)
        self.end(tag)

    def row(self, place: int, cells: list[tuple[str | float, str]]) -> None:
        """Write a row: texts as texts, numbers as numbers, nothing where nothing is."""
        self.begin("row", r=str(place))
        for at, (value, style) in enumerate(cells):
            reference = f"{letters_of(at)}{place}"
            if not isinstance(value, str):
                self.begin("c", r=reference, s=style)
                self._inside("v", repr(value))
                self.end("c")
            elif value:
                self.begin("c", r=reference, s=style, t="inlineStr")
                self.begin("is")
                self._inside("t", escaped(value), **{"xml:space": "preserve"})
                self.end("is")
                self.end("c")
        self.end("row")

    def _inside(self, tag: str, text: str, **attributes: str) -> None:
        self.begin(tag, **attributes)
        self._xml.characters(text)
        self.end(tag)


def _checked(cell: str, selected: Selected, row: int) -> str:
    """Give a text as a workbook can hold it."""
    written = neutralised(cell)
    letters = len(written) if written.isascii() else len(written.encode("utf-16-le")) // 2
    if letters > MOST_LETTERS:
        raise CoopmapError(
            f"{selected.table.name}, row {row}: a text of {letters:,} letters, and a workbook's cell holds "
            f"{MOST_LETTERS:,}; JSON or a data package would hold it"
        )
    return written


def escaped(text: str) -> str:
    """Write the letters that XML cannot hold as workbooks do: ``_x0001_``."""
    return FOREIGN.sub(lambda letter: f"_x{ord(letter[0]):04X}_", UNDERSCORE.sub("_x005F_", text))
