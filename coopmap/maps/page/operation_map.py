"""The map of an operation as folium knows it: everything folium can add lands in the right place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium

from coopmap.errors import CoopmapError
from coopmap.maps.markup import template
from coopmap.maps.page.document import Look
from coopmap.maps.page.figure import PageFigure

if TYPE_CHECKING:
    from coopmap.maps.sheet import Sheet


class OperationMap(folium.Map):
    """A folium map whose ground is the sheet's picture and whose page is coopmap's own."""

    _template = template("page/map_start.js")

    def __init__(self, sheet: Sheet, *, look: Look | None = None) -> None:
        if not sheet.panels:
            raise CoopmapError(f"The sheet '{sheet.id}' has no panel to draw; a sheet has at least one.")
        super().__init__(tiles=None, zoom_control=False)
        self.sheet = sheet
        self._id = "coopmap"  # one map to a page: the name in its script is always the same
        self.default_js: list[tuple[str, str]] = []  # folium's lists belong to the class, and link elsewhere
        self.default_css: list[tuple[str, str]] = []
        self.figure = PageFigure(sheet, look=look or Look())
        self.figure.add_child(self, name=self.get_name())

    def page(self) -> str:
        """Write the whole page, with everything added so far."""
        return self.figure.render()
