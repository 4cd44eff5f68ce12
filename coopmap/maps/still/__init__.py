"""Stills: the map of an operation as a picture by itself (SVG, PNG, PDF), laid out for its size."""

from __future__ import annotations

from coopmap.maps.still.size import CARD, DEFAULT, NAMED, SCALES, Size, size
from coopmap.maps.still.still import Still, still

__all__ = ["CARD", "DEFAULT", "NAMED", "SCALES", "Size", "Still", "size", "still"]
