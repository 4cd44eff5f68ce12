"""The gallery is as it was when somebody last looked at it: each sheet against its print."""

from __future__ import annotations

import pytest

from tests.gallery.printing import FOLDER, text
from tests.gallery.sheets import MADE, NAMES, sheet

REWRITE = "python -m tests.gallery --print"
"""Writes the prints anew, once a person has looked at what changed."""


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_is_as_printed(name: str) -> None:
    file = FOLDER / f"{name}.txt"
    assert file.is_file(), f"no print of {name}; look at the sheet, then: {REWRITE}"
    assert text(sheet(name)) == file.read_text(encoding="utf-8"), f"if it is for the better: {REWRITE}"


def test_there_are_no_prints_without_a_sheet() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.txt")) == sorted(NAMES)


def test_the_gallery_has_twenty_four_sheets_each_with_a_reason() -> None:
    assert len(NAMES) == 24
    assert len({made.__doc__ for made in MADE.values()}) == 24
    assert all(made.__doc__ for made in MADE.values())
