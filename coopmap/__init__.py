"""coopmap: who worked with whom in a public operation, recorded and drawn.

``coopmap.read("data")["operation-cumberland"].draw()`` shows the map in a notebook; ``.save("map.html")``
writes it. Importing coopmap loads nothing heavy: each word is fetched when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coopmap.atlas import shapes
    from coopmap.errors import CoopmapError
    from coopmap.maps import Drawing, Options, draw
    from coopmap.notebook import folium_map, read
    from coopmap.records import Collection, Operation

__all__ = [
    "Collection",
    "CoopmapError",
    "Drawing",
    "Operation",
    "Options",
    "draw",
    "folium_map",
    "read",
    "shapes",
]

_HOMES = {
    "Collection": "coopmap.records",
    "CoopmapError": "coopmap.errors",
    "Drawing": "coopmap.maps",
    "Operation": "coopmap.records",
    "Options": "coopmap.maps",
    "draw": "coopmap.maps",
    "folium_map": "coopmap.notebook",
    "read": "coopmap.notebook",
    "shapes": "coopmap.atlas",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the word stands for
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"coopmap has no {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)
