"""A record on paper: an operation becomes a sheet, and a sheet becomes a picture and a page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coopmap.maps.composition import Options, compose
    from coopmap.maps.drawing import Drawing, draw
    from coopmap.maps.geojson import as_geojson
    from coopmap.maps.sheet import Sheet
    from coopmap.maps.theme import Theme
    from coopmap.maps.themefile import read_theme

__all__ = ["Drawing", "Options", "Sheet", "Theme", "as_geojson", "compose", "draw", "read_theme"]

_HOMES = {
    "Drawing": "drawing",
    "Sheet": "sheet",
    "Options": "composition",
    "compose": "composition",
    "draw": "drawing",
    "as_geojson": "geojson",
    "Theme": "theme",
    "read_theme": "themefile",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the word stands for
    # Numbers, shapes and words are loaded by whoever draws, not by whoever lists.
    if name in _HOMES:
        return getattr(import_module(f"coopmap.maps.{_HOMES[name]}"), name)
    raise AttributeError(f"coopmap.maps has no {name!r}; it has {', '.join(__all__)}")
