"""The document: the page as text, put together from the sheet and from what was added to its map.

A page to which nothing was added needs no folium to be written, and starting folium takes longer than all the
rest together; it is the same page, byte for byte, that folium's map of the sheet renders.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from coopmap.errors import CoopmapError
from coopmap.maps.looks import LOOKS
from coopmap.maps.markup import Markup, ready, render, template, verbatim
from coopmap.maps.page import leaflet
from coopmap.maps.page.policy import policy
from coopmap.maps.picture import picture
from coopmap.maps.sheet import NARROW
from coopmap.maps.themefile import read_theme
from coopmap.maps.themestyle import theme_style

if TYPE_CHECKING:
    from coopmap.maps.sheet import Sheet
    from coopmap.maps.theme import Theme

NAME = "map_coopmap"
"""The name of the map in its page: there is one map to a page, so it is always the same."""

READER = "page/reader.js"
ENGINE = ("page/crs.js", "page/overlay.js", "page/operation_map.js")
STYLES = ("picture.css", "page/page.css")

_SCRIPTS = re.compile(r"<script\b[^>]*>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_ENDS_SCRIPT = re.compile(r"<(?=/?script|!--)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a page looks like, here and where it is linked to."""

    theme: Theme = field(default_factory=read_theme)
    """Colours, widths, font and credit."""
    card: str = ""
    """Address of the picture that stands for the page where it is linked to; empty when there is none."""


@dataclass(frozen=True, kw_only=True)
class Additions:
    """What the page must carry for the elements a person added with folium."""

    any: bool = False
    """Something was added: the map starts by itself, and folium's style attributes are allowed."""
    markers: bool = False
    """The images of the plain marker."""
    popups: bool = False
    """An element made of a popup's text."""
    controls: bool = False
    """The images of Leaflet's control of layers."""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What folium wrote for a page, or what it would have written for a page without additions."""

    html: Markup
    """Beside the map."""
    script: Markup
    """What starts the map and adds to it."""
    header: Markup
    """In the page's head."""


class _BareMap:
    """What the template that starts the map asks of a map to which nothing was added."""

    objects_to_stay_in_front: tuple[()] = ()

    def get_name(self) -> str:
        """The map's name in its page."""
        return NAME


def bare() -> Parts:
    """The parts of a page to which nothing was added."""
    start: str = template("page/map_start.js").module.script(_BareMap(), {})  # type: ignore[attr-defined]
    return Parts(html=ready(""), script=ready(start), header=ready(""))


def ground(sheet: Sheet, theme: Theme) -> Markup:
    """The map's element with the picture in it, complete before any script runs.

    Raises:
        CoopmapError: the sheet has no panel.
    """
    if not sheet.panels:
        raise CoopmapError(f"The sheet '{sheet.id}' has no panel to draw; a sheet has at least one.")
    panel = sheet.panels[0]
    return render(
        "page/operation_map.html",
        name=NAME,
        view=asdict(panel.view),
        narrow={"below": NARROW, "shows": panel.crop} if panel.crop else None,
        picture=picture(panel, title=sheet.title, summary=sheet.summary, theme=theme),
    )


def inset(sheet: Sheet, theme: Theme) -> Markup:
    """The second panel, which stands on the first or below it; nothing when there is none."""
    panels = [panel for panel in sheet.panels[1:] if panel.seat]
    return Markup("").join(
        render(
            "page/inset.html",
            corner=panel.seat.corner,
            picture=picture(
                panel, title=sheet.words.inset, summary=sheet.summary, theme=theme, name="coopmap-inset"
            ),
        )
        for panel in panels
        if panel.seat
    )


def document(sheet: Sheet, look: Look, parts: Parts, additions: Additions) -> str:
    """The whole page; the same sheet, look and parts give the same text.

    Raises:
        CoopmapError: the sheet has no panel, or the card's address is none of the web.
    """
    if look.card and not _is_web_address(look.card):
        raise CoopmapError(
            f"the card's address {look.card!r:.80}: one that begins with https:// or http:// would be right"
        )
    drawn, engine = ground(sheet, look.theme), _engine(parts.script, additions)
    sizes = render(
        "page/sizes.css",
        view=sheet.panels[0].view,
        crop=sheet.panels[0].crop,
        inset=next(iter(sheet.panels[1:]), None),
        narrow=NARROW,
    )
    style = Markup("\n").join([verbatim(*STYLES), theme_style(look.theme), sizes])
    engine_style = leaflet.style(images=additions.controls)
    reader = verbatim(READER)
    foreign = [match["text"] for match in _SCRIPTS.finditer(parts.header)]
    return render(
        "page/page.html",
        sheet=sheet,
        look=look,
        known=LOOKS,
        policy=policy(
            scripts=[engine, reader, *foreign], styles=[style, engine_style], loose_styles=additions.any
        ),
        style=style,
        header=ready(parts.header.strip()),
        map=drawn,
        inset=inset(sheet, look.theme),
        beside=ready(parts.html.strip()),
        engine=engine,
        engine_style=engine_style,
        at_once=additions.any,
        reader=reader,
        links={credit.url for credit in sheet.credits if _is_web_address(credit.url)},
    )


def _engine(script: Markup, additions: Additions) -> Markup:
    """Put together what moves the map: Leaflet, our part, then what was written for this map."""
    parts = [leaflet.script(), verbatim(*ENGINE)]
    if additions.markers:
        parts.append(render("page/marker.js", image=leaflet.image))
    if additions.popups:
        parts.append(verbatim("page/popup.js"))
    # Inside a script's texts the same, to the page's parser nothing.
    inert = _ENDS_SCRIPT.sub(r"\\x3c", script.strip())
    return Markup("\n").join([*parts, ready(inert)])


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
