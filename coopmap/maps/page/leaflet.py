"""Leaflet, the library that moves the map: its files are read from the installed package xstatic-leaflet."""

from __future__ import annotations

import base64
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from coopmap.errors import CoopmapError
from coopmap.maps.markup import Markup, ready

_FOLDER = "xstatic/pkg/leaflet/data"
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S*\s*$")
_ADDRESS = re.compile(r"url\((?P<quote>['\"]?)(?P<target>[^)]*?)(?P=quote)\)")


@cache
def script() -> Markup:
    """Leaflet's script with its licence on top, without the line that sends a browser for a source map."""
    return ready(_SOURCE_MAP.sub("\n", _text("leaflet.js")))


@cache
def style(*, images: bool) -> Markup:
    """Leaflet's styles; its images as data inside, or left out where no element of the page shows them."""

    def inlined(match: re.Match[str]) -> str:
        shown = images and match["target"].startswith("images/")
        return f"url({image(match['target'].removeprefix('images/'))})" if shown else "none"

    return ready(_ADDRESS.sub(inlined, _text("leaflet.css")))


@cache
def image(name: str) -> str:
    """One of Leaflet's images (``marker-icon.png``) as a data address."""
    return "data:image/png;base64," + base64.b64encode(_bytes(f"images/{name}")).decode("ascii")


def _text(name: str) -> str:
    return _bytes(name).decode("utf-8").replace("\r\n", "\n")


def _bytes(name: str) -> bytes:
    try:
        return Path(str(distribution("XStatic-Leaflet").locate_file(f"{_FOLDER}/{name}"))).read_bytes()
    except (PackageNotFoundError, OSError) as error:
        raise CoopmapError(
            f"Leaflet's file {name} is not installed; install the package xstatic-leaflet 1.9.3 again."
        ) from error
