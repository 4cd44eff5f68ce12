"""The pages that are weighed and opened: every operation of the collection that ships, drawn once."""

from __future__ import annotations

from functools import cache

from coopmap.maps import draw
from coopmap.records import read

CUMBERLAND = "operation-cumberland"
WORLDWIDE = "coalition-against-isis-2016"


@cache
def pages() -> dict[str, str]:
    """Draw every operation: id -> the page's HTML."""
    collection = read()
    return {operation: draw(collection[operation]).html for operation in collection}
