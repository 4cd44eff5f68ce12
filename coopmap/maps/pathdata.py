"""Path data: outlines written the short way that SVG understands, as steps from point to point."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coopmap.maps.sheet import Ring

_LETTERS = np.array(["l", "h", "v"], dtype=object)
"""Commands: a step both ways, a step sideways only, a step up or down only."""


def path_data(rings: Sequence[Ring], *, closed: bool = True) -> str:
    """Write rings (or, not closed, lines) as one path: ``m3 4 5-6h7zm2 2v9z``.

    Everything after the first point is relative, so that numbers stay short; a minus sign separates by
    itself; rings of fewer than two points are left out.
    """
    rings = [ring for ring in rings if len(ring) > 1]
    if not rings:
        return ""
    points = np.concatenate(rings).astype(np.int64)
    ends = np.cumsum([len(ring) for ring in rings])
    starts = np.concatenate([[0], ends[:-1]])
    steps = np.diff(points, axis=0, prepend=points[:1])
    if closed:  # after "z" the pen is back at the start of the ring, not at its last point
        steps[starts[1:]] = points[starts[1:]] - points[starts[:-1]]
    steps[0] = points[0]
    return _written(steps, starts, closed=closed)


def _written(steps: NDArray[np.int64], starts: NDArray[np.int64], *, closed: bool) -> str:
    moves = np.zeros(len(steps), dtype=bool)
    moves[starts] = True
    kind = np.where(moves, 0, np.where(steps[:, 1] == 0, 1, np.where(steps[:, 0] == 0, 2, 0)))
    before = np.concatenate([[0], kind[:-1]])
    letters = np.where(kind != before, _LETTERS[kind], "")
    letters[moves] = "zm" if closed else "m"
    letters[0] = "m"
    numbers = _numbers(1 << int(np.abs(steps).max()).bit_length())
    tokens = np.empty((len(steps), 3), dtype=object)
    tokens[:, 0] = letters
    tokens[:, 1:] = numbers[steps]
    tokens[kind == 2, 1] = ""  # noqa: PLR2004 - "v", see _LETTERS
    tokens[kind == 1, 2] = ""
    text = "".join(tokens.ravel().tolist())
    for letter in "mlhv":
        text = text.replace(letter + " ", letter)
    return text + "z" if closed else text


@lru_cache(maxsize=8)
def _numbers(bound: int) -> NDArray[np.object_]:
    """Whole numbers as text: at n stands `` n``, at -n (counted from the end, as numpy does) ``-n``."""
    return np.array([f" {n}" for n in range(bound)] + [f"{n}" for n in range(-bound, 0)], dtype=object)
