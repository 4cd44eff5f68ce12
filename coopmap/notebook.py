"""What a student types: read a collection, pick an operation, draw it.

This is the door for notebooks, as ``cli`` is the door for the command line: it may know every room.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from coopmap.maps import draw
from coopmap.records import Collection, Operation

if TYPE_CHECKING:
    from pathlib import Path

    from coopmap.maps import Drawing, Options
    from coopmap.maps.page import OperationMap

__all__ = ["DrawableCollection", "DrawableOperation", "folium_map", "read"]


@dataclass(frozen=True, kw_only=True)
class DrawableOperation(Operation):
    """An operation that can be drawn where it stands."""

    def draw(self, *, language: str = "en", options: Options | None = None) -> Drawing:
        """The map of this operation; a notebook shows it, ``.save("map.html")`` writes it.

        Args:
            language: the reader's language, a BCP 47 tag.
            options: what to overrule in the composition: frame, inset, arcs, territories.

        Raises:
            CoopmapError: nobody took part yet, the atlas lacks a country, or the language has no words.
        """
        return draw(self, language=language, options=options)


class DrawableCollection(Collection):
    """A collection whose operations can be drawn: ``collection["operation-cumberland"].draw()``."""

    def __getitem__(self, operation: str) -> DrawableOperation:
        """One operation with all its rows."""
        found = super().__getitem__(operation)
        return DrawableOperation(**{field.name: getattr(found, field.name) for field in fields(found)})


def read(folder: str | Path | None = None) -> DrawableCollection:
    """Open a collection.

    Args:
        folder: where its ``datapackage.json`` lies. Without it: what ``COOPMAP_DATA`` names, then this
            folder, then its ``data/``, then the collection that ships with coopmap.

    Raises:
        CoopmapError: a file is missing or cannot mean what it says; the message names file and row.
    """
    return DrawableCollection.open(folder)


def folium_map(operation: Operation, *, language: str = "en") -> OperationMap:
    """The map of an operation as a folium map, to add markers and layers of your own to.

    ``folium.Marker([55.68, 12.57]).add_to(coopmap.folium_map(operation))`` stands on Copenhagen.
    """
    return draw(operation, language=language).folium_map()
