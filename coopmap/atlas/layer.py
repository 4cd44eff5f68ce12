"""A layer: the shipped shapes in memory, as arrays that a panel can be cut from quickly.

The layers are TopoJSON with every arc on a line of its own; the arcs are read as one run of numbers,
which is several times faster than reading them as nested lists.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coopmap.atlas.projection import Points
from coopmap.errors import CoopmapError

_FOLDER = Path(__file__).parent / "layers"
_ARCS = b'"arcs":[\n'
_NOT_NUMBERS = b"[]{}\n "

LAKE = "lake"
"""The code under which lakes travel."""


@dataclass(frozen=True)
class Face:
    """A country, a disputed area or a lake: land (or water) of one look."""

    code: str
    """ISO 3166-1 alpha-3 or XKX; empty where the land is nobody's; ``lake``."""
    area: str
    """Id of the disputed area; empty where nobody disputes it."""
    label: tuple[float, float]
    """A place well inside the mainland, longitude and latitude."""
    polygons: tuple[tuple[int, ...], ...]
    """For each polygon the numbers of its rings, outer ring first; mainland polygons come first."""


@dataclass(frozen=True)
class Layer:
    """Every ring and border of a layer, point for point."""

    tolerances_km: tuple[float, ...]
    """What each level means: a point of level n is needed at ``tolerances_km[n]`` and finer."""
    faces: tuple[Face, ...]
    """In the order of the file."""
    places: Points
    """All points of all rings and then all borders, degrees, shape (n, 2)."""
    levels: NDArray[np.int8]
    """For each point its level."""
    arcs: NDArray[np.int64]
    """For each point the number of the coast or border line it belongs to."""
    sides: tuple[frozenset[str], ...]
    """For each of those lines the codes on its two sides; one where it is a coast."""
    starts: NDArray[np.int64]
    """Where each ring (and then each border) begins in ``places``; one more entry for the end."""
    rings: int
    """How many of the runs are rings; the rest are borders."""
    face_of: NDArray[np.int64]
    """For each ring the index of its face."""
    km2: NDArray[np.float64]
    """For each ring the area of its polygon."""
    mainland: NDArray[np.bool_]
    """For each ring whether its polygon belongs to the mainland."""
    foremost: NDArray[np.bool_]
    """For each ring whether its polygon is the one that stands for its face."""


@cache
def layer(name: str) -> Layer:
    """The layer ``world`` (for panels wider than a continent) or ``coverage`` (for all others).

    Raises:
        CoopmapError: the layer's file is missing from the installation.
    """
    path = _FOLDER / f"{name}.topojson"
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CoopmapError(
            f"{path.name}: the atlas cannot be read ({error.strerror}); install coopmap again"
        ) from None
    at = raw.rindex(_ARCS)
    head: dict[str, Any] = json.loads(raw[:at].rstrip().rstrip(b",") + b"}")
    lines = raw[at + len(_ARCS) :].split(b"\n")
    numbers = np.fromstring(raw[at + len(_ARCS) :].translate(None, _NOT_NUMBERS), dtype=np.int64, sep=",")
    return _assemble(
        head, [line.count(b"[") - 1 for line in lines if line.startswith(b"[")], numbers.reshape(-1, 3)
    )


def _assemble(head: dict[str, Any], lengths: list[int], steps: NDArray[np.int64]) -> Layer:
    starts = np.concatenate([[0], np.cumsum(lengths)])
    grid = np.cumsum(steps[:, :2], axis=0)
    before = np.concatenate([np.zeros((1, 2), dtype=np.int64), grid])[starts[:-1]]
    grid -= np.repeat(before, lengths, axis=0)
    transform = head["transform"]
    places = grid * np.array(transform["scale"]) + np.array(transform["translate"])
    builder = _Builder(starts)
    for geometry in (*head["objects"]["countries"]["geometries"], *_lakes(head)):
        builder.add(geometry)
    return builder.layer(tuple(head["tolerances_km"]), places, steps[:, 2].astype(np.int8))


def _lakes(head: dict[str, Any]) -> list[dict[str, Any]]:
    geometries: list[dict[str, Any]] = head["objects"]["lakes"]["geometries"]
    for geometry in geometries:
        geometry["properties"]["code"] = LAKE
    return geometries


class _Builder:
    """Strings the arcs together into rings and notes which arcs are borders."""

    def __init__(self, arc_starts: NDArray[np.int64]) -> None:
        self._arc_starts = arc_starts
        self._runs: list[NDArray[np.int64]] = []
        self._rows: list[tuple[int, float, bool, bool]] = []
        self._faces: list[Face] = []
        self._sides: dict[int, set[str]] = {}

    def add(self, geometry: dict[str, Any]) -> None:
        """Take in one geometry of the file."""
        said = geometry["properties"]
        polygons: list[tuple[int, ...]] = []
        for number, (rings, km2) in enumerate(zip(geometry["arcs"], said["km2"], strict=True)):
            first = len(self._runs)
            for arcs in rings:
                self._runs.append(self._ring(arcs, said["code"]))
                self._rows.append((len(self._faces), km2, number < said["mainland"], number == 0))
            polygons.append(tuple(range(first, len(self._runs))))
        label = said["label"]
        self._faces.append(Face(said["code"], said["area"], (label[0], label[1]), tuple(polygons)))

    def _ring(self, arcs: list[int], code: str) -> NDArray[np.int64]:
        runs = []
        for arc in arcs:
            plain = arc if arc >= 0 else ~arc
            self._sides.setdefault(plain, set()).add(code)
            run = self._arc(plain)
            runs.append(run[:-1] if arc >= 0 else run[:0:-1])
        return np.concatenate(runs)

    def _arc(self, arc: int) -> NDArray[np.int64]:
        return np.arange(self._arc_starts[arc], self._arc_starts[arc + 1])

    def layer(self, tolerances_km: tuple[float, ...], places: Points, levels: NDArray[np.int8]) -> Layer:
        """The finished layer."""
        borders = [self._arc(arc) for arc, codes in self._sides.items() if len(codes) > 1]
        runs = [*self._runs, *borders]
        order = np.concatenate(runs)
        lengths = np.diff(self._arc_starts)
        face_of, km2, mainland, foremost = zip(*self._rows, strict=True)
        return Layer(
            tolerances_km=tolerances_km,
            faces=tuple(self._faces),
            places=places[order],
            levels=levels[order],
            arcs=np.repeat(np.arange(len(lengths)), lengths)[order],
            sides=tuple(frozenset(self._sides.get(arc, ())) for arc in range(len(lengths))),
            starts=np.concatenate([[0], np.cumsum([len(run) for run in runs])]),
            rings=len(self._runs),
            face_of=np.array(face_of),
            km2=np.array(km2),
            mainland=np.array(mainland),
            foremost=np.array(foremost),
        )
