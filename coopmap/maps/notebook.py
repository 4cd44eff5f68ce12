"""A page inside a notebook: a frame of its own, so that neither can disturb the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.maps.markup import render

if TYPE_CHECKING:
    from coopmap.maps.sheet import Sheet

COLUMN = 900
"""Pixels that a notebook usually gives to what a cell shows."""

SMALLEST, TALLEST = 420, 1200
"""Pixels in height; a longer page scrolls inside its frame."""


def framed(html: str, *, sheet: Sheet) -> str:
    """Put a whole page into a frame that runs its scripts and lets it do nothing else."""
    return render("notebook.html", page=html, title=sheet.title, height=_height(sheet))


def _height(sheet: Sheet) -> int:
    view = sheet.panels[0].view
    words = 330 + 32 * len(sheet.table)
    return max(SMALLEST, min(TALLEST, round(COLUMN * view.height / view.width) + words))
