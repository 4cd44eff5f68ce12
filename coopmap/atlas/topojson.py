"""The shipped layers: TopoJSON files whose third coordinate is the level of detail.

Any TopoJSON reader opens them (mapshaper, QGIS); readers that do not know the third coordinate ignore it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from coopmap.atlas.coverage import Piece, on_paper
from coopmap.atlas.inputs import CLAIMS, COUNTRIES, LAKES
from coopmap.atlas.levels import TOLERANCES_KM, Levelled
from coopmap.atlas.mainlands import label_point, mainland_first

_STEP = 0.001
"""Degrees: the grid the points stand on (111 m at the equator)."""
_WEST, _SOUTH = -180.0, -90.0


def write_topology(
    path: Path, land: Levelled, water: Levelled, *, tolerance_km: float, smallest_km2: float
) -> Path:
    """Write the points needed at ``tolerance_km``, islands from ``smallest_km2`` up; returns ``path``."""
    lowest = next((rung for rung, tolerance in enumerate(TOLERANCES_KM) if tolerance >= tolerance_km), 0)
    arcs: list[list[list[int]]] = []
    objects = {
        "countries": _collection(land, arcs, lowest=lowest, smallest_km2=smallest_km2),
        "lakes": _collection(water, arcs, lowest=lowest, smallest_km2=0.0),
    }
    topology = {
        "type": "Topology",
        "source": [
            f"{s.licence} ({s.package} {s.version}, sha256 {s.sha256})" for s in (COUNTRIES, CLAIMS, LAKES)
        ],
        "licence": "public domain",
        "tolerances_km": TOLERANCES_KM[lowest:],
        "transform": {"scale": [_STEP, _STEP], "translate": [_WEST, _SOUTH]},
        "objects": objects,
        "arcs": arcs,
    }
    text = json.dumps(topology, separators=(",", ":"), ensure_ascii=False)
    path.write_text(
        text.replace('"arcs":[[[', '"arcs":[\n[[').replace("]],[[", "]],\n[[") + "\n", encoding="utf-8"
    )
    return path


def _collection(
    levelled: Levelled, arcs: list[list[list[int]]], *, lowest: int, smallest_km2: float
) -> dict[str, Any]:
    """The faces as geometries; the arcs they use are appended to ``arcs``."""
    by_face: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in levelled.pieces:
        by_face[piece.face.code, piece.face.area].append(piece)
    numbers: dict[int, int] = {}

    def number(arc: int) -> int:
        plain = arc if arc >= 0 else ~arc
        if plain not in numbers:
            numbers[plain] = len(arcs)
            arcs.append(_quantised(levelled, plain, lowest=lowest))
        return numbers[plain] if arc >= 0 else ~numbers[plain]

    geometries = []
    for (code, area), pieces in sorted(by_face.items()):
        sizes = shapely.area(on_paper(np.array([piece.polygon for piece in pieces], dtype=object)))
        order, main = mainland_first([piece.polygon for piece in pieces], sizes, code=code)
        kept = [index for index in order if sizes[index] >= smallest_km2 or index == order[0]]
        geometries.append(
            {
                "type": "MultiPolygon",
                "properties": {
                    "code": code,
                    "area": area,
                    "label": label_point(pieces[order[0]].polygon),
                    "mainland": sum(index in set(order[:main]) for index in kept),
                    "km2": [round(float(sizes[index]), 1) for index in kept],
                },
                "arcs": [[[number(arc) for arc in ring] for ring in pieces[index].rings] for index in kept],
            }
        )
    return {"type": "GeometryCollection", "geometries": geometries}


def _quantised(levelled: Levelled, arc: int, *, lowest: int) -> list[list[int]]:
    keep = levelled.levels[arc] >= lowest
    grid = np.round((levelled.arcs[arc][keep] - [_WEST, _SOUTH]) / _STEP).astype(int)
    steps = np.diff(grid, axis=0, prepend=[[0, 0]])
    levels = levelled.levels[arc][keep] - lowest
    rows = np.column_stack([steps, levels])
    moves = np.any(steps != 0, axis=1)
    moves[[0, -1]] = True
    return [[int(x), int(y), int(level)] for x, y, level in rows[moves]]
