"""PDF: a still for print, its text kept as text. The only place that knows typst, which writes the file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from coopmap.maps.still.font import paths

if TYPE_CHECKING:
    from coopmap.maps.still.size import Size

_PAGE = Path(__file__).parent / "page.typ"
_POINTS = 0.75
"""A pixel is so many points, as in every browser's print."""


def pdf(svg: str, *, size: Size, title: str) -> bytes:
    """The picture as a PDF of one page; no font of the machine is used, and no date is written into it."""
    with tempfile.TemporaryDirectory(prefix="coopmap-") as name:
        folder = Path(name)
        (folder / "still.svg").write_text(svg, encoding="utf-8")
        (folder / "page.typ").write_bytes(_PAGE.read_bytes())
        written = typst.compile(
            str(folder / "page.typ"),
            root=str(folder),
            format="pdf",
            font_paths=sorted({str(path.parent) for path in paths()}),
            ignore_system_fonts=True,
            sys_inputs={
                "title": title,
                "width": f"{size.width * _POINTS:g}",
                "height": f"{size.height * _POINTS:g}",
            },
        )
    if not isinstance(written, bytes):  # several files come back as a list; one page is one file
        return b"".join(written or [])
    return written
