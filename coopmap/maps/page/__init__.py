"""The page: a sheet as one interactive HTML file that asks nobody for anything, with folium as its engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.maps.page.operation_map import OperationMap
from coopmap.maps.page.policy import header_line

if TYPE_CHECKING:
    from coopmap.maps.sheet import Sheet

__all__ = ["OperationMap", "folium_map", "header_line", "page"]


def page(sheet: Sheet) -> str:
    """Write the whole page: the same sheet gives the same text, byte for byte."""
    return folium_map(sheet).page()


def folium_map(sheet: Sheet) -> OperationMap:
    """Give the page as a folium map, to add markers and layers of your own to, and to save.

    ``folium.Marker([55.68, 12.57]).add_to(folium_map(sheet))`` stands on Copenhagen.
    """
    return OperationMap(sheet)
