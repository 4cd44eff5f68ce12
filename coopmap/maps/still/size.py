"""Size: how large a still is, by a name that social media use or in pixels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coopmap.errors import CoopmapError

SHORTEST, LONGEST, SCALES = 320, 4000, (1, 2, 3)
"""Bounds of a still's sides in pixels, and how many dots a pixel may have in a PNG."""

_PIXELS = re.compile(r"(\d{1,5})x(\d{1,5})")


@dataclass(frozen=True)
class Size:
    """Pixels from left to right and from top to bottom, before any scale."""

    width: int
    height: int

    def __str__(self) -> str:
        """Write it as it is asked for: ``1200x628``."""
        return f"{self.width}x{self.height}"


DEFAULT = Size(1200, 900)
CARD = Size(1200, 628)
"""What links to a page are shown with."""
NAMED = {
    "1:1": Size(1080, 1080),
    "4:5": Size(1080, 1350),
    "16:9": Size(1920, 1080),
    "9:16": Size(1080, 1920),
}


def size(text: str) -> Size:
    """Read ``1200x628`` or the name of a ratio.

    Raises:
        CoopmapError: it is neither, or too small or too large to draw.
    """
    if text in NAMED:
        return NAMED[text]
    match = _PIXELS.fullmatch(text.strip().lower())
    if match is None:
        raise CoopmapError(f"the size {text!r:.40}: 1200x628 or one of {', '.join(NAMED)} would be right")
    found = Size(int(match[1]), int(match[2]))
    if not all(SHORTEST <= side <= LONGEST for side in (found.width, found.height)):
        raise CoopmapError(f"the size {found}: sides from {SHORTEST} to {LONGEST} pixels would be right")
    return found
