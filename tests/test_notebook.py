"""What a student types: the words of ``coopmap``, the map in a notebook, and the notebooks that ship."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import coopmap
from coopmap.errors import CoopmapError
from tests.checkout import ROOT
from tests.copies import DATA

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def opened(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def test_a_notebook_shows_the_map_and_saves_it(tmp_path: Path) -> None:
    drawing = coopmap.read(DATA)["operation-cumberland"].draw()
    shown = drawing._repr_html_()
    frame = re.search(r'<iframe[^>]*srcdoc="([^"]*)"', shown)
    assert frame
    page = html.unescape(frame[1])
    assert "Operation Cumberland" in page
    assert drawing.save(tmp_path / "map.html") == tmp_path / "map.html"
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == page


def test_an_operation_knows_what_is_wrong_before_it_is_drawn() -> None:
    operation = coopmap.read(DATA)["operation-cumberland"]
    with pytest.raises(CoopmapError, match=r"^no words for the language 'xx': "):
        operation.draw(language="xx")
    with pytest.raises(CoopmapError, match=r"did you mean operation-cumberland\?$"):
        coopmap.read(DATA)["operation-cumberlan"]


def test_a_drawable_operation_is_the_record() -> None:
    operation = coopmap.read(DATA)["ramsi"]
    assert isinstance(operation, coopmap.Operation)
    assert coopmap.draw(operation).html == operation.draw().html
    assert coopmap.folium_map(operation).page() == operation.draw().html


@pytest.mark.parametrize("word", coopmap.__all__)
def test_every_public_word_can_be_fetched(word: str) -> None:
    assert callable(getattr(coopmap, word))
    assert word in dir(coopmap)


def test_a_misspelt_word_is_answered_with_the_list() -> None:
    with pytest.raises(AttributeError) as caught:
        coopmap.shape  # noqa: B018
    assert str(caught.value) == f"coopmap has no 'shape'; it has {', '.join(coopmap.__all__)}"


def test_no_module_takes_the_place_of_a_word() -> None:
    """A module named like a word of its room replaces the word as soon as somebody loads the module."""
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "coopmap").rglob("*.py"))
        if path.stem not in {"__init__", "__main__"}
    ]
    for name in names:
        import_module(name)
    doors = {name.rpartition(".")[0] for name in names}
    hidden = [
        f"{door}.{word}"
        for door in sorted(doors)
        for word in getattr(import_module(door), "__all__", [])
        if isinstance(getattr(import_module(door), word), ModuleType)
    ]
    assert hidden == []


def test_importing_coopmap_loads_nothing_heavy() -> None:
    script = (
        "import sys, coopmap\n"
        "print(sorted({'pandas', 'numpy', 'geopandas', 'shapely', 'folium', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "[]\n"


def test_there_is_a_notebook_to_begin_with() -> None:
    assert [path.name for path in NOTEBOOKS][:1] == ["1-first-map.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.stem))
def test_a_notebook_runs_from_top_to_bottom(path: Path) -> None:
    notebook = opened(path)
    before = sorted(path.parent.iterdir())
    NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(path.parent)}}).execute()
    assert sorted(path.parent.iterdir()) == before, "what it writes belongs elsewhere"
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell.execution_count for cell in cells)
    shown = [output for cell in cells for output in cell.outputs if "text/html" in output.get("data", {})]
    assert any("<iframe" in output["data"]["text/html"] for output in shown)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.stem))
def test_a_notebook_is_kept_without_what_it_printed(path: Path) -> None:
    notebook = opened(path)
    kinds = [cell.cell_type for cell in notebook.cells]
    assert kinds[0] == "markdown"
    for above, cell in zip(kinds, notebook.cells[1:], strict=False):
        if cell.cell_type == "code":
            assert above == "markdown", "a sentence says what each step does"
            assert cell.outputs == []
            assert cell.execution_count is None
