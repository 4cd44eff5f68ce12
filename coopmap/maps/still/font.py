"""Font: the open typefaces of stills, read out of the packages that bring them.

A page leaves the type to its reader. A still cannot ask anybody, so it brings its letters along and looks the
same everywhere.
"""

from __future__ import annotations

import base64
import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fontTools.ttLib import TTFont

_MISSING_WIDTH = 0.66
_UNKNOWN = "\N{BLACK SQUARE}"
"""Stands for a letter that no typeface of ours has; all of them have this one."""


@dataclass(frozen=True)
class Face:
    """A typeface, regular and bold."""

    family: str
    """What it is called inside its files."""
    package: str
    """The package that brings it."""
    regular: str
    """File of the regular weight."""
    bold: str
    """File of the bold weight."""


FACES = (
    Face("Source Sans Pro", "font-source-sans-pro", "SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"),
    Face(
        "IBM Plex Sans Arabic",
        "fontpkg-ibm-plex-sans-arabic",
        "IBMPlexSansArabic-Regular.ttf",
        "IBMPlexSansArabic-Bold.ttf",
    ),
)
"""In order of preference: Latin, Greek and Cyrillic letters, then Arabic ones (with Latin beside them)."""


def face_of(text: str) -> Face:
    """The typeface that has the most of a text's letters; the first of those that have all."""
    letters = {ord(letter) for letter in text if not letter.isspace()}
    return max(FACES, key=lambda face: len(letters & _widths(face, bold=False).keys()))


def legible(text: str) -> bool:
    """Whether a typeface of ours has at least half of a text's letters."""
    known = _widths(face_of(text), bold=False)
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(ord(letter) in known for letter in letters) >= len(letters)


def measure(text: str, *, bold: bool = False) -> float:
    """How wide one line of text is, in multiples of the type size."""
    widths = _widths(face_of(text), bold=bold)
    return sum(_width(letter, widths) for letter in text)


def _width(letter: str, widths: dict[int, float]) -> float:
    known = widths.get(ord(letter))
    if known is not None:
        return known
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else _MISSING_WIDTH


@cache
def _widths(face: Face, *, bold: bool) -> dict[int, float]:
    font = _opened(path(face, bold=bold))
    em, advances = font["head"].unitsPerEm, font["hmtx"]
    return {letter: advances[glyph][0] / em for letter, glyph in font.getBestCmap().items()}


@cache
def path(face: Face, *, bold: bool) -> Path:
    """The file of one weight.

    Raises:
        CoopmapError: the package that brings it is not installed as it should be.
    """
    wanted = face.bold if bold else face.regular
    try:
        found = [Path(str(file.locate())) for file in files(face.package) or () if file.name == wanted]
    except PackageNotFoundError:
        found = []
    if not found or not found[0].is_file():
        raise CoopmapError(
            f"a typeface of stills is missing ({wanted}); 'pip install {face.package}' brings it"
        )
    return found[0]


def paths() -> list[Path]:
    """Every font file that stills are set in."""
    return [path(face, bold=bold) for face in FACES for bold in (False, True)]


def printable(text: str) -> str:
    """The text with a mark in place of every letter that its typeface does not have."""
    known = _widths(face_of(text), bold=False)
    return "".join(_printable(letter, known) for letter in text)


def _printable(letter: str, known: dict[int, float]) -> str:
    if ord(letter) in known:
        return letter
    return "" if unicodedata.category(letter) == "Cf" else _UNKNOWN


@cache
def embedded(letters: str, face: Face, *, bold: bool) -> str:
    """These letters of a typeface, and no others, as a font file in a ``data:`` address."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - slow to load, wanted by SVG files only

    font = _opened(path(face, bold=bold))
    options = Options()
    options.flavor = "woff"
    options.hinting = False
    options.drop_tables += ["meta"]
    options.name_IDs = [0, 1, 2, 13, 14]  # whose it is and under which licence stays in the file
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff"
    file = io.BytesIO()
    font.save(file)
    return f"data:font/woff;base64,{base64.b64encode(file.getvalue()).decode('ascii')}"


def letters_of(texts: Iterable[str]) -> str:
    """Every letter of these texts once, in order."""
    return "".join(sorted(set().union(*texts)))


def _opened(path: Path) -> TTFont:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to load, wanted by stills only

    return TTFont(path, recalcTimestamp=False)
