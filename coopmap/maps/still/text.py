"""Text of a still: broken into lines by the widths of its letters, and set block under block."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopmap.maps.still.font import measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, pixels."""

ASCENT, DESCENT = 0.76, 0.24
"""Of a line's box, above and below the baseline, in type sizes: enough for accents and tails."""
_ELLIPSIS = "…"
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.?$")
_YEAR = re.compile(r"\d{4}\W?")
_LONGEST = 3000
"""No still has room for more letters in one paragraph."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of text in its place."""

    kind: str
    """What it belongs to: title, subtitle, key, figure, count, summary, note, small."""
    text: str
    x: float
    """Where it starts; where it ends, when it is read from right to left."""
    y: float
    """Its baseline."""
    size: float
    """Type size, pixels."""
    bold: bool = False
    width: float
    """How wide it is."""

    @property
    def box(self) -> Box:
        """The space it takes."""
        return self.x, self.y - ASCENT * self.size, self.x + self.width, self.y + DESCENT * self.size

    def moved(self, x: float, y: float) -> Line:
        """The same line so much farther to the right and down."""
        return replace(self, x=self.x + x, y=self.y + y)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A swatch of the key, or the bar beside a note."""

    look: str
    """How a participation is drawn, ``disputed``, or ``note``."""
    box: Box

    def moved(self, x: float, y: float) -> Mark:
        """The same mark so much farther to the right and down."""
        left, top, right, bottom = self.box
        return replace(self, box=(left + x, top + y, right + x, bottom + y))


@dataclass(frozen=True, kw_only=True)
class Block:
    """Lines and marks that belong together, measured from their own upper left corner."""

    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    height: float = 0.0
    before: float = 0.0
    """Space kept free above it."""

    def moved(self, x: float, y: float) -> Block:
        """The same block in its place."""
        return replace(
            self,
            lines=tuple(line.moved(x, y) for line in self.lines),
            marks=tuple(mark.moved(x, y) for mark in self.marks),
        )


def paragraph(  # noqa: PLR0913 - as many as a paragraph of print has
    text: str,
    *,
    kind: str,
    size: float,
    width: float,
    bold: bool = False,
    most: int = 0,
    leading: float = 1.25,
) -> Block:
    """A text in as many lines as it needs, or in at most ``most``, the last one with an ellipsis."""
    lines = wrapped(text[:_LONGEST], width=width / size, bold=bold)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), width / size, bold=bold)]
    return Block(
        lines=tuple(
            Line(
                kind=kind,
                text=line,
                x=0.0,
                y=ASCENT * size + n * leading * size,
                size=size,
                bold=bold,
                width=measure(line, bold=bold) * size,
            )
            for n, line in enumerate(lines)
        ),
        height=size * ((len(lines) - 1) * leading + ASCENT + DESCENT) if lines else 0.0,
    )


def wrapped(text: str, *, width: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than this many type sizes.

    A date stays on one line where it can; a word that is too long by itself is cut.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(_kept_together(text.split()), width=width, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and measure(longer, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def _kept_together(words: list[str]) -> list[str]:
    """Words between which no line breaks: ``24``, ``August`` and ``2016`` are one."""
    found: list[str] = []
    for word in words:
        if found and (_YEAR.fullmatch(word) or _DAY.search(found[-1])):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _pieces(words: Iterable[str], *, width: float, bold: bool) -> Iterator[str]:
    for word in words:
        if " " in word and measure(word, bold=bold) > width:
            yield from _pieces(word.split(), width=width, bold=bold)
            continue
        rest = word
        while len(rest) > 1 and measure(rest, bold=bold) > width:
            length = len(rest) - 1
            while length > 1 and measure(rest[:length], bold=bold) > width:
                length -= 1
            yield rest[:length]
            rest = rest[length:]
        yield rest


def _shortened(text: str, width: float, *, bold: bool) -> str:
    while text and measure(text + _ELLIPSIS, bold=bold) > width:
        text = text[:-1].rstrip(" ,;.")
    return text + _ELLIPSIS


def flowed(items: list[Block], *, widths: list[float], width: float, gaps: tuple[float, float]) -> Block:
    """Blocks side by side, in a new row when the old one is full.

    Args:
        items: the blocks.
        widths: how wide each is.
        width: how wide a row may be.
        gaps: space between two in a row, and between two rows.
    """
    placed: list[Block] = []
    x = y = row = 0.0
    for item, wide in zip(items, widths, strict=True):
        if x and x + wide > width:
            x, y, row = 0.0, y + row + gaps[1], 0.0
        placed.append(item.moved(x, y))
        x, row = x + wide + gaps[0], max(row, item.height)
    return Block(
        lines=tuple(line for item in placed for line in item.lines),
        marks=tuple(mark for item in placed for mark in item.marks),
        height=y + row,
    )


def stacked(blocks: Iterable[Block]) -> Block:
    """Blocks one below the other."""
    placed: list[Block] = []
    y = 0.0
    for block in blocks:
        if not block.height:
            continue
        y += block.before if placed else 0.0
        placed.append(block.moved(0.0, y))
        y += block.height
    return Block(
        lines=tuple(line for block in placed for line in block.lines),
        marks=tuple(mark for block in placed for mark in block.marks),
        height=y,
    )
