"""Blocks of a still: title, key, figures and small print as lines of text, each at its size for the still."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopmap.maps.still.text import ASCENT, Block, Line, Mark, flowed, paragraph, stacked
from coopmap.maps.wording import wording

if TYPE_CHECKING:
    from coopmap.maps.sheet import Figure, KeyEntry, Sheet

_TITLES = (2.0, 1.75, 1.5, 1.3)
"""Sizes of the title, the largest in which it is short enough."""
_MOST_TITLE_LINES = 6
_SMALL, _LEAST_SMALL = 0.7, 9.5
_DOT = " · "
_MOST_SOURCES = 150
"""Letters of sources; a still has no room for a list of twenty."""


def title(sheet: Sheet, *, base: float, width: float, lines: int) -> Block:
    """The name of the operation, smaller when it is long."""
    for size in _TITLES:
        block = paragraph(
            sheet.title,
            kind="title",
            size=size * base,
            width=width,
            bold=True,
            most=_MOST_TITLE_LINES,
            leading=1.12,
        )
        if len(block.lines) <= lines:
            break
    return block


def subtitle(sheet: Sheet, *, base: float, width: float) -> Block:
    """What it was, and when."""
    block = paragraph(sheet.subtitle, kind="subtitle", size=base, width=width)
    if len(block.lines) > 1:
        # A date broken over two lines reads badly, so it gets a line of its own.
        parts = sheet.subtitle.rsplit(_DOT, 1)
        found = [paragraph(part, kind="subtitle", size=base, width=width, most=4) for part in parts]
        block = stacked([replace(part, before=0.06 * base) for part in found])
    return replace(block, before=0.32 * base)


def key(sheet: Sheet, *, base: float, width: float, column: bool) -> Block:
    """A swatch and a line for each role on the map, in rows or in a column."""
    items = [_entry(entry, size=0.95 * base, width=width) for entry in sheet.key]
    if column:
        return replace(stacked([replace(item, before=0.34 * base) for item in items]), before=0.85 * base)
    widths = [max(line.x + line.width for line in item.lines) for item in items]
    block = flowed(items, widths=widths, width=width, gaps=(1.3 * base, 0.34 * base))
    return replace(block, before=0.85 * base)


def _entry(entry: KeyEntry, *, size: float, width: float) -> Block:
    indent = 1.9 * size
    label = paragraph(
        entry.label,
        kind="key",
        size=size,
        width=width - indent,
        bold=entry.look == "lead",
        most=3,
        leading=1.2,
    )
    middle = (ASCENT - 0.33) * size
    swatch = Mark(look=entry.look, box=(0.0, middle - 0.36 * size, 1.45 * size, middle + 0.42 * size))
    return Block(lines=label.moved(indent, 0.0).lines, marks=(swatch,), height=label.height)


def figures(sheet: Sheet, *, base: float, width: float) -> Block:
    """The outcomes: large figures with what was counted below them."""
    items = [_figure(figure, base=base, width=width) for figure in sheet.figures]
    widths = [max((line.width for line in item.lines), default=0.0) for item in items]
    block = flowed(items, widths=widths, width=width, gaps=(1.7 * base, 0.6 * base))
    return replace(block, before=0.8 * base)


def _figure(figure: Figure, *, base: float, width: float) -> Block:
    value = paragraph(figure.value, kind="figure", size=1.35 * base, width=width, bold=True, most=2)
    label = paragraph(figure.label, kind="count", size=0.8 * base, width=width, most=2)
    return stacked([value, replace(label, before=0.02 * base)])


def summary(sheet: Sheet, *, base: float, width: float) -> Block:
    """The map in words."""
    block = paragraph(
        sheet.summary, kind="summary", size=0.95 * base, width=min(width, 46 * base), leading=1.3
    )
    return replace(block, before=0.8 * base)


def notes(sheet: Sheet, *, base: float, width: float) -> Block:
    """What a reader must not miss, with a bar beside it."""
    indent = 0.7 * base
    found = []
    for note in sheet.notes:
        text = paragraph(note, kind="note", size=0.88 * base, width=width - indent, most=5)
        bar = Mark(look="note", box=(0.0, 0.0, 0.18 * base, text.height))
        moved = replace(text.moved(indent, 0.0), marks=(bar,), before=0.3 * base)
        found.append(moved)
    return replace(stacked(found), before=0.8 * base)


def small_print(sheet: Sheet, *, base: float, width: float, credit: str) -> Block:
    """Sources, whose boundaries these are, the date, and which record this is."""
    last = _DOT.join(part for part in (sheet.updated, credit, sheet.version) if part)
    size = max(_SMALL * base, min(base, _LEAST_SMALL))
    texts = [f"{sheet.words.source} {_sources(sheet)}" if sheet.credits else "", sheet.stamp, last]
    found = [paragraph(text, kind="small", size=size, width=width) for text in texts]
    spaced = [replace(block, before=0.12 * size) for block in found]
    return replace(stacked(spaced), before=0.8 * base)


def _sources(sheet: Sheet) -> str:
    shown: list[str] = []
    mark = sheet.words.separator
    for credit in sheet.credits:
        if shown and len(mark.join([*shown, credit.text])) > _MOST_SOURCES:
            break
        shown.append(credit.text)
    rest = len(sheet.credits) - len(shown)
    more = [wording(sheet.language).plural("page", "more_sources", rest)] if rest else []
    return mark.join([*shown, *more])


def mirrored(block: Block, width: float) -> Block:
    """The same block for readers who read from right to left."""
    return replace(
        block,
        lines=tuple(_mirrored(line, width) for line in block.lines),
        marks=tuple(
            replace(mark, box=(width - mark.box[2], mark.box[1], width - mark.box[0], mark.box[3]))
            for mark in block.marks
        ),
    )


def _mirrored(line: Line, width: float) -> Line:
    return replace(line, x=width - line.x - line.width)
