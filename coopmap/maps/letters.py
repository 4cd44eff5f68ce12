"""How wide a word is: the advance widths of Arial's metrics, which most sans-serif faces on screens share."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "letters.csv"
_EM = 1000
_WIDE, _USUAL, _JOINED = 1.0, 0.6, 0.52
_SAFETY = 1.05
"""Faces that stand in for Arial run a little wider."""


def width(text: str, *, bold: bool = False) -> float:
    """The width of one line of text, in multiples of the type size."""
    column = 1 if bold else 0
    return _SAFETY * sum(_advance(letter, column) for letter in unicodedata.normalize("NFC", text))


def _advance(letter: str, column: int) -> float:
    known = _advances().get(letter)
    if known:
        return known[column]
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.bidirectional(letter) == "AL":
        # Arabic letters are narrower joined than alone, and differ from face to face: most words keep within.
        return _JOINED
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _USUAL


@cache
def _advances() -> dict[str, tuple[float, float]]:
    with _TABLE.open(encoding="utf-8", newline="") as opened:
        return {
            letter: (int(row["regular"]) / _EM, int(row["bold"]) / _EM)
            for row in csv.DictReader(opened)
            for letter in row["letters"]
        }
