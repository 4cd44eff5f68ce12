"""What a person added to the map with folium, and whether it can stand in a page that asks nobody."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

import folium
from branca.element import Element, Figure, Link

from coopmap.errors import CoopmapError
from coopmap.maps.page.document import Additions

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUTSIDE = re.compile(r"\s*(https?:)?//", re.IGNORECASE)

_INSTEAD = {
    folium.TileLayer: "the picture is the ground of this map; leave the tiles out",
    folium.WmsTileLayer: "the picture is the ground of this map; leave the tiles out",
    folium.Icon: "use folium.CircleMarker, folium.DivIcon, or folium.Marker without an icon",
}
"""What folium draws only with the help of others, and what to use in its place."""


_OWN = (folium.Map, folium.folium.GlobalSwitches)
_PINS = (folium.Marker, folium.GeoJson, folium.ClickForMarker)
_ROUND = (folium.Circle, folium.CircleMarker)


def elements(root: Element) -> Iterator[Element]:
    """List an element and all that hangs on it, in the order of adding; each once."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if id(element) in seen:
            continue
        seen.add(id(element))
        yield element
        held = [value for value in vars(element).values() if isinstance(value, Element)]
        waiting += reversed([*element._children.values(), *held])  # noqa: SLF001 - branca has no other way


def refuse_outsiders(found: list[Element]) -> None:
    """Stop at the first element that would ask another server for something, and say what to use instead."""
    for element in found:
        for kind, instead in _INSTEAD.items():
            if isinstance(element, kind) and not isinstance(element, folium.CustomIcon):
                _refuse(element, "needs files from other servers", instead)
        links = [url for _, url in [*_links(element, "default_js"), *_links(element, "default_css")]]
        if isinstance(element, Link):
            links.append(element.url)
        if links:
            _refuse(element, f"loads {links[0]}", "use elements that need no script or style of their own")
        address = _address(element)
        if address:
            _refuse(
                element, f"fetches {address}", "use a file of this computer, so that it is put into the page"
            )


def ids(found: list[Element]) -> list[str]:
    """List the random ids folium gave to elements, in the order of adding."""
    return [element._id for element in found]  # noqa: SLF001 - what makes two pages differ


def additions(found: list[Element]) -> Additions:
    """Look through a figure's elements before they are rendered: what must the page carry for them?"""
    return Additions(
        any=any(
            not isinstance(element, (Figure, *_OWN)) and type(element) is not Element for element in found
        )
        or any(type(element) is Element and element._template_str for element in found),  # noqa: SLF001 - as below
        markers=any(isinstance(element, _PINS) and not isinstance(element, _ROUND) for element in found),
        popups=any(isinstance(element, folium.Popup) for element in found),
        controls=any(isinstance(element, folium.LayerControl) for element in found),
    )


class Before:
    """Remembers which children every element had, since folium adds more while it renders."""

    def __init__(self, found: list[Element]) -> None:
        self._children = [(element, OrderedDict(element._children)) for element in found]  # noqa: SLF001

    def restore(self) -> None:
        """Take away what was added since."""
        for element, children in self._children:
            element._children = children  # noqa: SLF001


def _links(element: Element, kind: str) -> list[tuple[str, str]]:
    return list(getattr(element, kind, []))


def _address(element: Element) -> str:
    """Find an address outside that an element would fetch: of an image, an icon, or data not embedded."""
    options = getattr(element, "options", None)
    named = dict(options) if isinstance(options, dict) else {}
    values = [
        getattr(element, "url", None),
        "" if getattr(element, "embed", True) else getattr(element, "embed_link", None),
        *(value for key, value in named.items() if key.lower().endswith("url")),
    ]
    return next((value for value in values if isinstance(value, str) and _OUTSIDE.match(value)), "")


def _refuse(element: Element, why: str, instead: str) -> None:
    kind = type(element)
    name = f"{kind.__module__.split('.')[0]}.{kind.__name__}"
    raise CoopmapError(f"{name} {why}, and this page asks nobody for anything; {instead}.")
