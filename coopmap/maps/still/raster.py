"""Raster: a still as pixels. The only place that knows resvg, which draws SVG without any system library."""

from __future__ import annotations

import resvg_py

from coopmap.maps.still.font import FACES, paths


def png(svg: str, *, scale: int) -> bytes:
    """The picture as a PNG, so many dots for each pixel; no font of the machine is used."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            skip_system_fonts=True,
            font_files=[str(path) for path in paths()],
            font_family=FACES[0].family,
            sans_serif_family=FACES[0].family,
        )
    )
