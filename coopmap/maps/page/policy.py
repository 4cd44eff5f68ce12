"""The page's promise to ask nobody for anything, as a Content-Security-Policy that browsers enforce."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.maps.markup import attribute_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_IN_PAGE = re.compile(r'http-equiv="Content-Security-Policy" content="(?P<policy>[^"]*)"')


def policy(*, scripts: Iterable[str], styles: Iterable[str], loose_styles: bool = False) -> str:
    """Allow exactly these scripts and styles and images that stand in the page; everything else is refused.

    ``loose_styles`` allows any style written in the page: folium's own tooltips and popups carry style
    attributes. Styles cannot fetch anything either way.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            "style-src 'unsafe-inline'" if loose_styles else f"style-src {_hashes(styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def header_line(html: str) -> str:
    """Give the HTTP header that says the same as the policy in this page, for a host that sends its own."""
    match = _IN_PAGE.search(html)
    if match is None:
        raise CoopmapError("This page carries no Content-Security-Policy; a page drawn by coopmap does.")
    return f"Content-Security-Policy: {attribute_text(match['policy'])}"


def _hashes(blocks: Iterable[str]) -> str:
    digests = (hashlib.sha256(block.encode()).digest() for block in blocks)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)
