"""Outlines are written as short SVG paths that draw exactly the points given."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coopmap.maps.pathdata import path_data

if TYPE_CHECKING:
    from coopmap.maps.sheet import Ring


def ring(*points: tuple[int, int]) -> Ring:
    return np.array(points, dtype=np.int32)


def drawn(path: str) -> list[list[tuple[int, int]]]:
    """Follow a path with a pen, as a browser does."""
    rings: list[list[tuple[int, int]]] = []
    x = y = 0
    for letter, rest in re.findall(r"([mlhvz])([^mlhvz]*)", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", rest)]
        if letter == "z":
            x, y = rings[-1][0]
            continue
        match letter:
            case "h":
                pairs = [(dx, 0) for dx in numbers]
            case "v":
                pairs = [(0, dy) for dy in numbers]
            case _:
                pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if letter == "m":
            rings.append([])
        for dx, dy in pairs:
            x, y = x + dx, y + dy
            rings[-1].append((x, y))
    return rings


def test_a_path_is_relative_and_short() -> None:
    square = ring((3, 4), (13, 4), (13, 14), (3, 14))
    triangle = ring((5, 5), (7, 9), (6, 2))
    assert path_data([square, triangle]) == "m3 4h10v10h-10zm2 1 2 4-1-7z"
    assert path_data([square, triangle], closed=False) == "m3 4h10v10h-10m2-9 2 4-1-7"


def test_nothing_is_an_empty_path() -> None:
    assert path_data([]) == path_data([ring((1, 1))]) == ""


points = st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000))


@given(st.lists(st.lists(points, min_size=2, max_size=6), max_size=4), st.booleans())
def test_the_path_draws_the_points(shapes: list[list[tuple[int, int]]], closed: bool) -> None:  # noqa: FBT001
    assert drawn(path_data([ring(*shape) for shape in shapes], closed=closed)) == shapes


def test_ten_thousand_points_take_a_blink() -> None:
    random = np.random.default_rng(1)
    rings = [np.cumsum(random.integers(-9, 9, (100, 2)), axis=0).astype(np.int32) for _ in range(100)]
    path_data(rings)
    start = time.perf_counter()
    path_data(rings)
    assert time.perf_counter() - start < 0.05
