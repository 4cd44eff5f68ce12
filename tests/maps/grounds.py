"""Ground made by hand for the tests: a map drawn in letters, each letter a country's land."""

from __future__ import annotations

import numpy as np

from coopmap.atlas import Ground

CELL = 10.0
"""Picture units of one letter."""


def ground(*rows: str, times: int = 1) -> Ground:
    """Give the ground of a drawing, a dot for the sea; a letter is ``times`` by ``times`` cells."""
    codes = tuple(sorted(set("".join(rows)) - {"."}))
    index = {code: number for number, code in enumerate(codes)} | {".": -1}
    cells = np.array([[index[letter] for letter in row] for row in rows], dtype=np.int16)
    return Ground(codes, np.kron(cells, np.ones((times, times), dtype=np.int16)), CELL)


def sea(columns: int, rows: int) -> Ground:
    """Give the ground of nothing but water."""
    return Ground((), np.full((rows, columns), -1, dtype=np.int16), CELL)


def everything(of: Ground) -> tuple[float, float, float, float]:
    """Give the box of the whole ground."""
    return 0.0, 0.0, of.width, of.height
