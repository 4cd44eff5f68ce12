"""A drawing is saved whole or not at all, shown in a notebook, and gives its map to folium."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps.drawing import Drawing
from coopmap.maps.page import page
from tests.maps.sheets import hostile, sheet

if TYPE_CHECKING:
    from pathlib import Path


def test_a_saved_drawing_is_the_page(tmp_path: Path) -> None:
    path = Drawing(sheet()).save(tmp_path / "map.html")
    assert path.read_bytes() == page(sheet()).encode()
    assert Drawing(hostile()).save(str(path)) == path
    assert path.read_bytes() == page(hostile()).encode()
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        CoopmapError, match=r"^The folder '.*no' does not exist; make it, or name another .*map"
    ):
        Drawing(sheet()).save(tmp_path / "no" / "map.html")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CoopmapError, match=r" is a folder; name a file in it, as in .*map\.html\.$"):
        Drawing(sheet()).save(tmp_path)
    assert list(tmp_path.parent.glob("*.part")) == []


def test_a_notebook_frames_the_whole_page() -> None:
    shown = Drawing(hostile())._repr_html_()
    match = re.search(r'srcdoc="([^"]*)"', shown)
    assert match
    assert html.unescape(match[1]) == page(hostile())
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in shown


def test_a_drawing_gives_a_folium_map() -> None:
    assert Drawing(sheet()).folium_map().page() == page(sheet())


def test_opening_shows_a_file_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    file = Drawing(sheet()).open()
    assert shown == [file.as_uri()]
    assert file.name == "operation-square.html"
    file.unlink()
    file.parent.rmdir()
