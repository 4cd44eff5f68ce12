"""The page: a sheet as one interactive HTML file that asks nobody for anything, with folium as its engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopmap.maps.page.document import Additions, Look, bare, document
from coopmap.maps.page.policy import header_line

if TYPE_CHECKING:
    from coopmap.maps.page.operation_map import OperationMap
    from coopmap.maps.sheet import Sheet

__all__ = ["Look", "OperationMap", "folium_map", "header_line", "page"]


def page(sheet: Sheet, *, look: Look | None = None) -> str:
    """Write the whole page: the same sheet gives the same text, byte for byte.

    It is the text that ``folium_map(sheet).page()`` gives, without the time that starting folium takes.
    """
    return document(sheet, look or Look(), bare(), Additions())


def folium_map(sheet: Sheet, *, look: Look | None = None) -> OperationMap:
    """Give the page as a folium map, to add markers and layers of your own to, and to save.

    ``folium.Marker([55.68, 12.57]).add_to(folium_map(sheet))`` stands on Copenhagen.
    folium takes the text of its tooltips and popups for markup: give it words of your own, not of a record.
    """
    from coopmap.maps.page.operation_map import OperationMap  # noqa: PLC0415 - folium is slow to load

    return OperationMap(sheet, look=look)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the word stands for
    if name == "OperationMap":
        from coopmap.maps.page.operation_map import OperationMap  # noqa: PLC0415 - as above

        return OperationMap
    raise AttributeError(f"coopmap.maps.page has no {name!r}")
