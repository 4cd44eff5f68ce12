"""Nothing is hidden, cut or covered on any sheet, the gallery's or one that ships: reckoned, not seen."""

from __future__ import annotations

import pytest

from tests.gallery.faults import faults
from tests.gallery.reckoning import reckoned
from tests.gallery.sheets import NAMES, sheet
from tests.gallery.sight import WIDTHS
from tests.maps.operations import sheet_of, shipped


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_hidden_cut_or_covered_in_the_gallery(name: str) -> None:
    found = {width: faults(sheet(name), reckoned(sheet(name), width)) for width in WIDTHS}
    assert not any(found.values()), found


@pytest.mark.parametrize("name", shipped().ids)
def test_nothing_is_hidden_cut_or_covered_on_any_shipped_map(name: str) -> None:
    found = {
        width: faults(sheet_of(name), reckoned(sheet_of(name), width)) for width in (*WIDTHS, 545, 600, 850)
    }
    assert not any(found.values()), found
