"""Still: an operation's sheet laid out anew for one size, and written as SVG, PNG or PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.maps.composition import Options, compose
from coopmap.maps.form import Form, looked_at, plans
from coopmap.maps.still.drawn import drawn
from coopmap.maps.still.font import legible, measure
from coopmap.maps.still.layout import Layout, layouts, panel_boxes
from coopmap.maps.still.size import DEFAULT, SCALES, Size
from coopmap.maps.themefile import read_theme

if TYPE_CHECKING:
    from coopmap.maps.framing import Framing
    from coopmap.maps.sheet import Sheet
    from coopmap.maps.still.text import Box
    from coopmap.maps.theme import Theme
    from coopmap.records import Operation

_EMPTY = 0.25
"""Of two layouts that draw the countries about as large, the one with less empty sea is taken."""
_ROUNDS = 4
"""What the small print says depends on what the map shows, whose space depends on the small print."""


def still(
    operation: Operation,
    *,
    size: Size = DEFAULT,
    language: str = "en",
    theme: Theme | None = None,
    options: Options | None = None,
    sheet: Sheet | None = None,
) -> Still:
    """Compose an operation for a picture of exactly this size.

    Args:
        operation: the record, as a collection gives it.
        size: pixels, before any scale.
        language: the reader's language, a BCP 47 tag.
        theme: how it looks; plain when not said.
        options: what a person overrules in the composition.
        sheet: the page's, if it is composed already: its words are taken.

    Raises:
        CoopmapError: nobody took part yet, no typeface has the language's letters, or the size has no room
            for the title, the key and the sources.
    """
    look, wanted = theme or read_theme(), options or Options()
    sheet = sheet or compose(operation, language=language, options=wanted)
    if not legible(sheet.summary):
        raise CoopmapError(
            f"no typeface of stills has the letters of the language {sheet.language!r}: a page (.html) "
            "leaves them to its reader's, or another language would be right"
        )
    frames = looked_at(
        tuple(one.country for one in operation.participations),
        leads=frozenset(one.country for one in operation.leads),
        inset=wanted.inset,
        place=wanted.frame,
    )
    ratio = frames.main.width / frames.main.height
    for _ in range(_ROUNDS):
        found = layouts(sheet, width=size.width, height=size.height, credit=look.credit, ratio=ratio)
        forms = [_form(layout, frames) for layout in found]
        first = [plans(form)[0] for form in forms]
        worth = [plan.worth * (1 - _EMPTY * (1 - plan.filled)) for plan in first]
        best = worth.index(max(worth))
        before, form = sheet, forms[best]
        sheet = compose(operation, language=before.language, options=replace(wanted, form=form))
        if (sheet.key, sheet.stamp, sheet.notes) == (before.key, before.stamp, before.notes):
            break
    return Still(sheet=sheet, layout=found[best], size=size, theme=look)


def _form(layout: Layout, frames: Framing) -> Form:
    left, top, right, bottom = layout.area
    return Form(width=right - left, height=bottom - top, size=layout.names, measure=measure, frames=frames)


@dataclass(frozen=True, kw_only=True)
class Still:
    """A picture of one size."""

    sheet: Sheet
    """Everything it shows."""
    layout: Layout
    """Where everything stands."""
    size: Size
    theme: Theme

    def __repr__(self) -> str:
        """Say what is drawn, not the thousands of points it is drawn with."""
        return f"<Still of {self.sheet.title}: {self.size}>"

    @property
    def panels(self) -> tuple[Box, ...]:
        """The boxes of the main panel and of the inset, pixels."""
        return panel_boxes(self.sheet.panels, self.layout.area)

    def file(self, ending: str, *, scale: int = 1) -> bytes:
        """Give what a file with this ending holds: ``.svg``, ``.png`` or ``.pdf``."""
        if ending == ".png":
            return self.png(scale=scale)
        return self.pdf if ending == ".pdf" else self.svg.encode("utf-8")

    @cached_property
    def svg(self) -> str:
        """The picture with its letters embedded, so that it looks the same everywhere."""
        return drawn(self, embed=True)

    def png(self, *, scale: int = 1) -> bytes:
        """Give the picture as pixels, so many dots for each pixel of its size.

        Raises:
            CoopmapError: the scale is none of 1, 2 and 3.
        """
        if scale not in SCALES:
            raise CoopmapError(f"the scale {scale}: {', '.join(map(str, SCALES))} would be right")
        from coopmap.maps.still.raster import png  # noqa: PLC0415 - loaded by who wants pixels

        return png(drawn(self, embed=False), scale=scale)

    @cached_property
    def pdf(self) -> bytes:
        """The picture as a page of print, with text that can be searched and copied."""
        from coopmap.maps.still.pdf import pdf  # noqa: PLC0415 - as above

        return pdf(drawn(self, embed=False), size=self.size, title=self.sheet.title)
