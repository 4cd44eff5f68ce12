"""The page around the map: title, key, figures, notes, table, sources, and all scripts and styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from branca.element import Element, Figure

from coopmap.maps.markup import Markup, ready
from coopmap.maps.notebook import framed
from coopmap.maps.page import added
from coopmap.maps.page.document import Look, Parts, document

if TYPE_CHECKING:
    from coopmap.maps.sheet import Sheet

_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}(?![0-9a-f])")


class PageFigure(Figure):
    """A branca figure that renders as coopmap's page."""

    def __init__(self, sheet: Sheet, *, look: Look) -> None:
        super().__init__(title=sheet.title)
        self.sheet = sheet
        self.look = look
        self.header._children.clear()  # noqa: SLF001 - the page itself says its character set

    def render(self, **_: object) -> str:
        """Write the page; rendering twice gives the same text twice."""
        found = list(added.elements(self))
        added.refuse_outsiders(found)
        before = added.Before(found)
        try:
            for child in list(self._children.values()):
                child.render()
            after = list(added.elements(self))
            added.refuse_outsiders(after)
            parts = _parts(self, _numbering(after))
            return document(self.sheet, self.look, parts, added.additions(found))
        finally:
            before.restore()

    def _repr_html_(self, **_: object) -> str:
        """Show the page in a notebook."""
        return framed(self.render(), sheet=self.sheet)


def _parts(figure: PageFigure, numbered: _Numbering) -> Parts:
    html, script, header = (numbered(part.render()) for part in (figure.html, figure.script, figure.header))
    return Parts(html=html, script=script, header=header)


class _Numbering:
    """Puts numbers, in the order of appearance, in the place of folium's random ids."""

    def __init__(self, ids: list[str]) -> None:
        self._known = set(ids)
        self._numbers: dict[str, str] = {}

    def __call__(self, text: str) -> Markup:
        return ready(_RANDOM_ID.sub(self._number, text.replace("\r", "")))

    def _number(self, match: re.Match[str]) -> str:
        if match[0] not in self._known:
            return match[0]
        return self._numbers.setdefault(match[0], str(len(self._numbers) + 1))


def _numbering(elements: list[Element]) -> _Numbering:
    return _Numbering(added.ids(elements))
