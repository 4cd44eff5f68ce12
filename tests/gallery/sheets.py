"""The gallery: twenty-four sheets that differ, each made once, by name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopmap.maps import page
from tests.gallery import europe, rare, seas, world

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopmap.maps import Sheet

MADE: dict[str, Callable[[], Sheet]] = {
    made.__name__.replace("_", "-"): made for room in (europe, world, seas, rare) for made in room.SHEETS
}
"""Name -> what makes the sheet; its docstring says what is special."""

NAMES = tuple(MADE)


@cache
def sheet(name: str) -> Sheet:
    """Give a sheet of the gallery."""
    return MADE[name]()


@cache
def html(name: str) -> str:
    """Give a sheet of the gallery as a page."""
    return page.page(sheet(name))
