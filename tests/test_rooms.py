"""Two of the four walls, read from the imports: rooms know only rooms upstream, libraries stay at home.

A room is a folder of coopmap. It imports other rooms through their door, the words that the room's
``__init__`` lists in ``__all__``. Imports inside functions and imports for the type checker count too:
whoever names a type of another room or of a library knows it.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT, files, planted, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEFORE: dict[str, set[str]] = {
    "errors": set(),
    "countries": set(),
    "records": {"countries"},
    "press": {"records"},
    "atlas": {"countries"},
    "maps": {"countries", "records", "atlas"},
    "site": {"maps"},
    "studio": {"records", "press", "maps", "site"},
    "notebook": {"countries", "records", "press", "atlas", "maps", "site"},
    "cli": {"countries", "records", "press", "atlas", "maps", "site", "studio"},
}
"""Room -> the rooms just upstream of it; what is upstream of those may be known as well."""

ALONE = {"__init__", "__main__", "errors", "notebook"}
"""The only files of coopmap that stand outside a room."""

HOMES: dict[str, tuple[str, ...]] = {
    "branca": ("maps/page/",),
    "click": ("cli/",),
    "filelock": ("records/package/lock.py",),
    "folium": ("maps/page/",),
    "fontTools": ("maps/still/font.py",),
    "geopandas": ("atlas/",),
    "jinja2": ("maps/markup.py", "maps/compiled.py"),
    "markupsafe": ("maps/markup.py",),
    "pyogrio": ("atlas/",),
    "pyproj": ("atlas/",),
    "rapidfuzz": ("countries/",),
    "resvg_py": ("maps/still/raster.py",),
    "shapely": ("atlas/",),
    "sqlalchemy": ("records/database/",),
    "typst": ("maps/still/pdf.py",),
    "xstatic": ("maps/page/",),
}
"""Library -> the only places that may name it."""

AT_HOME_EVERYWHERE = {"babel", "numpy", "pandas"}
"""Libraries that any room may name."""


@dataclass(frozen=True, kw_only=True)
class Import:
    """One module that a file names."""

    file: str
    """The file, from ``coopmap/`` on."""
    line: int
    module: str
    """The module in full, ``coopmap.records``; relative imports begin with their dots."""
    words: tuple[str, ...]
    """What is taken from it, if anything."""
    for_types: bool
    """Inside ``if TYPE_CHECKING:``."""


def problems(root: Path) -> list[str]:
    """Every import that breaks a wall, one sentence each."""
    return [
        f"{each.file}:{each.line}: {sentence}"
        for path in files(root, under="coopmap", suffixes=(".py",))
        for each in imports(path, root)
        for sentence in _wrongs(each, root)
    ] + _strays(root)


def imports(path: Path, root: Path) -> Iterator[Import]:
    """Read a file's imports: at the top, inside functions, for types, and by ``import_module``."""
    file = path.relative_to(root).as_posix()
    nodes = _nodes(tree(path))
    typed = {id(node) for guard in nodes if _guards_types(guard) for node in ast.walk(guard)}
    for node in nodes:
        for module, words in _named(node):
            line = getattr(node, "lineno", 0)
            yield Import(file=file, line=line, module=module, words=words, for_types=id(node) in typed)


@cache
def _nodes(module: ast.Module) -> list[ast.AST]:
    return list(ast.walk(module))


def _guards_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def _named(node: ast.AST) -> list[tuple[str, tuple[str, ...]]]:
    match node:
        case ast.Import(names=names):
            return [(alias.name, ()) for alias in names]
        case ast.ImportFrom(module=module, names=names, level=level):
            return [("." * level + (module or ""), tuple(alias.name for alias in names))]
        case ast.Call(
            func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(module)), *_],
        ):
            return [(module, ())]
    return []


def _wrongs(each: Import, root: Path) -> list[str]:
    if each.module.startswith("."):
        return [f"'{each.module}' is relative; name the room in full."]
    first, *rest = each.module.split(".")
    if first == "coopmap":
        return _wrong_rooms(each, rest, root)
    if first in sys.stdlib_module_names or first in AT_HOME_EVERYWHERE:
        return []
    if first not in HOMES:
        return [f"{first} is none of coopmap's libraries."]
    if not each.file.removeprefix("coopmap/").startswith(HOMES[first]):
        return [f"{first} lives in coopmap/{' and coopmap/'.join(HOMES[first])}, nowhere else."]
    return []


def _wrong_rooms(each: Import, rest: list[str], root: Path) -> list[str]:
    if not rest:
        return ["imports the root of the house; name the room."]
    here = _room(each.file)
    if here in ALONE - {"errors"}:  # the root's own words come from the doors of all rooms
        return _past_the_door(each, rest, root)
    there = rest[0]
    if there == here:
        own = each.file.removesuffix("/__init__.py").removesuffix(".py").split("/")
        visits = ["coopmap", *rest] == own[: len(rest) + 1] and len(own) > len(rest) + 1
        at_the_door = visits and not all(_is_module(each.module, word, root) for word in each.words or ("",))
        return ["stands inside this room; the door is for other rooms."] if at_the_door else []
    if there != "errors" and there not in _upstream(here):
        return [f"coopmap/{there} is not upstream of coopmap/{here}."]
    return _past_the_door(each, rest, root)


def _past_the_door(each: Import, rest: list[str], root: Path) -> list[str]:
    if rest == ["errors"]:
        return []
    door = root.joinpath("coopmap", *rest, "__init__.py")
    if not door.exists() and len(rest) == 1:  # a room of one file is its own door
        door = root / "coopmap" / f"{rest[0]}.py"
    if not door.exists():
        return [f"'{each.module}' reaches past the door of coopmap/{rest[0]}."]
    hidden = [word for word in each.words if word not in _public(door)]
    return [f"'{word}' is no public word of {each.module}." for word in hidden]


def _public(door: Path) -> set[str]:
    for node in tree(door).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return set(ast.literal_eval(value))
    return set()


def _is_module(module: str, word: str, root: Path) -> bool:
    """Whether a word taken from a room is a file or folder of it: ``from coopmap.maps import sheet``."""
    place = root.joinpath(*module.split("."), word)
    return bool(word) and (place.with_suffix(".py").exists() or (place / "__init__.py").exists())


def _room(file: str) -> str:
    return file.split("/")[1].removesuffix(".py")


def _upstream(room: str) -> set[str]:
    near = BEFORE[room]
    return near.union(*(_upstream(each) for each in near))


def _strays(root: Path) -> list[str]:
    rooms = {_room(path.relative_to(root).as_posix()) for path in files(root, under="coopmap")}
    strays = sorted(rooms - set(BEFORE) - ALONE - {"py.typed", "collection"})
    return [f"coopmap/{stray} is no room of the house." for stray in strays]


def ring(root: Path) -> list[str]:
    """Modules that import one another in a ring, if any; what is imported for types alone does not count."""
    graph: dict[str, set[str]] = {}
    for path in files(root, under="coopmap", suffixes=(".py",)):
        name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        if name != "coopmap":
            needed = [each for each in imports(path, root) if not each.for_types]
            graph[name] = {module for each in needed for module in _modules(each, root)}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _modules(each: Import, root: Path) -> Iterator[str]:
    for word in each.words or ("",):
        yield f"{each.module}.{word}" if _is_module(each.module, word, root) else each.module


def test_the_rooms_know_only_rooms_upstream_and_libraries_stay_at_home() -> None:
    assert problems(ROOT) == []


def test_no_modules_import_one_another_in_a_ring() -> None:
    assert ring(ROOT) == []


WRONG = [
    ("records/wrong.py", "from coopmap.maps import Sheet", "maps is not upstream of coopmap/records"),
    ("countries/wrong.py", "def f():\n    import coopmap.records", "records is not upstream"),
    ("atlas/wrong.py", "from coopmap.records import Operation", "records is not upstream of coopmap/atlas"),
    ("maps/wrong.py", "from coopmap.records.model import x", "reaches past the door of coopmap/records"),
    ("maps/wrong.py", "from coopmap.countries import _hidden", "'_hidden' is no public word"),
    ("maps/wrong.py", "from .sheet import Sheet", "'.sheet' is relative"),
    ("maps/wrong.py", "import coopmap", "imports the root of the house"),
    ("maps/wrong.py", "from coopmap import errors", "imports the root of the house"),
    ("maps/wrong.py", "from coopmap.maps import Sheet", "stands inside this room"),
    ("maps/page/wrong.py", "from coopmap.maps.page import x", "stands inside this room"),
    ("maps/wrong.py", "from coopmap.cli import main", "cli is not upstream of coopmap/maps"),
    ("maps/wrong.py", "import folium.plugins", "folium lives in coopmap/maps/page/, nowhere else"),
    ("maps/page/wrong.py", "from shapely import box", "shapely lives in coopmap/atlas/, nowhere else"),
    ("records/wrong.py", "import sqlalchemy", "sqlalchemy lives in coopmap/records/database/"),
    ("records/wrong.py", "def f():\n    import click", "click lives in coopmap/cli/"),
    (
        "maps/wrong.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import geopandas",
        "geopandas lives in coopmap/atlas/",
    ),
    ("maps/wrong.py", "import importlib\nimportlib.import_module('pyproj')", "pyproj lives in"),
    ("maps/wrong.py", "import requests", "requests is none of coopmap's libraries"),
    ("wrong/__init__.py", "", "coopmap/wrong is no room of the house"),
]


@pytest.mark.parametrize(("name", "text", "sentence"), WRONG, ids=[text or name for name, text, _ in WRONG])
def test_a_wrong_import_is_named_in_a_sentence(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    copy = planted(tmp_path, f"coopmap/{name}", text + "\n")
    found = [problem for problem in problems(copy) if "wrong" in problem.partition(" ")[0]]
    assert len(found) == 1
    assert sentence in found[0]


def test_a_ring_is_named(tmp_path: Path) -> None:
    room = tmp_path / "coopmap" / "maps"
    room.mkdir(parents=True)
    (room / "there.py").write_text("from coopmap.maps.back import x\n", encoding="utf-8")
    (room / "back.py").write_text("def f():\n    import coopmap.maps.there\n", encoding="utf-8")
    assert set(ring(tmp_path)) == {"coopmap.maps.there", "coopmap.maps.back"}
