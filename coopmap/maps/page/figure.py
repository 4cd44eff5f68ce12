"""The page around the map: title, key, figures, notes, table, sources, and all scripts and styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from branca.element import Element, Figure

from coopmap.maps.markup import Markup, ready, render, verbatim
from coopmap.maps.notebook import framed
from coopmap.maps.page import added, leaflet
from coopmap.maps.page.policy import policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopmap.maps.sheet import Sheet

_SCRIPTS = re.compile(r"<script\b[^>]*>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_ENDS_SCRIPT = re.compile(r"<(?=/?script|!--)", re.IGNORECASE)
_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}(?![0-9a-f])")

READER = "page/reader.js"
ENGINE = ("page/crs.js", "page/overlay.js", "page/operation_map.js")
STYLES = ("picture.css", "page/page.css")


class PageFigure(Figure):
    """A branca figure that renders as coopmap's page."""

    def __init__(self, sheet: Sheet, *, ground: Callable[[], Markup]) -> None:
        super().__init__(title=sheet.title)
        self.sheet = sheet
        self.ground = ground
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
            return _page(self, added.Additions.among(found), _numbering(after))
        finally:
            before.restore()

    def _repr_html_(self, **_: object) -> str:
        """Show the page in a notebook."""
        return framed(self.render(), sheet=self.sheet)


def _page(figure: PageFigure, additions: added.Additions, numbered: _Numbering) -> str:
    html, script, header = (numbered(part.render()) for part in (figure.html, figure.script, figure.header))
    engine = _engine(script, additions)
    style = Markup("\n").join([leaflet.style(images=additions.controls), verbatim(*STYLES)])
    reader = verbatim(READER)
    foreign = [match["text"] for match in _SCRIPTS.finditer(header)]
    return render(
        "page/page.html",
        sheet=figure.sheet,
        policy=policy(scripts=[engine, reader, *foreign], styles=[style], loose_styles=additions.any),
        style=style,
        header=header,
        map=figure.ground(),
        beside=html,
        engine=engine,
        at_once=additions.any,
        reader=reader,
        links={credit.url for credit in figure.sheet.credits if _is_web_address(credit.url)},
    )


def _engine(script: Markup, additions: added.Additions) -> Markup:
    """Put together what moves the map: Leaflet, our part, then what folium wrote for this map."""
    parts = [leaflet.script(), verbatim(*ENGINE)]
    if additions.markers:
        parts.append(render("page/marker.js", image=leaflet.image))
    if additions.popups:
        parts.append(verbatim("page/popup.js"))
    inert = _ENDS_SCRIPT.sub(
        r"\\x3c", script
    )  # inside a script's texts the same, to the page's parser nothing
    return Markup("\n").join([*parts, ready(inert)])


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


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
