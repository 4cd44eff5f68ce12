"""The order of the house: no drawers, no file too long, every module says what it is, nothing leads out."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT, files, planted

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 300
"""Lines a file may have."""

WRITTEN = (".py", ".js", ".css", ".html")
"""Files that people write line by line."""

DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "shared", "stuff", "lib"}
"""Names that say nothing, so that anything may be put there."""

MACHINE = re.compile(r"(?<![\w.:/])/(work|root|home|tmp|Users)(?![\w-])")
"""A folder of somebody's machine."""

HOSTS = re.compile(
    r"(?<![\w-])("
    + "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("unpkg", "com"),
            ("jsdelivr", "net"),
            ("cdnjs", "cloudflare", "com"),
            ("debian", "org"),
            ("anaconda", "org"),
        )
    )
    + r")\b",
)
"""Where packages are fetched from: the business of pip, not of coopmap."""

FOREIGN = re.compile(r"leaflet|jquery|bootstrap|d3|topojson|\.min$|\.bundle$", re.IGNORECASE)
"""Names of scripts and styles that are somebody else's work."""

LATER = re.compile("TO" + r"DO\b|FIX" + r"ME\b|\bHA" + r"CK\b")
"""Marks of work put off."""

HEAVY = {"pandas", "geopandas", "folium", "branca", "shapely", "pyproj", "numpy", "sqlalchemy", "psycopg"}
"""Libraries that a command must not wait for when it does not need them."""


def problems(root: Path) -> list[str]:
    """Everything out of order, one sentence each."""
    return [
        f"{path.relative_to(root)}: {sentence}"
        for path in files(root)
        for sentence in [*_by_name(path, root), *_by_text(path, root)]
    ]


def _by_name(path: Path, root: Path) -> list[str]:
    found = []
    parts = [part.split(".")[0].strip("_") for part in path.relative_to(root).parts]
    found += [f"'{part}' is a drawer; find the noun." for part in parts if part in DRAWERS]
    if path.suffix in {".js", ".css"} and FOREIGN.search(path.stem):
        found.append("looks like somebody else's work; depend on it instead.")
    return found


def _by_text(path: Path, root: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    found = [f"names the machine's folder {match[0]}." for match in MACHINE.finditer(text)]
    found += [f"names the package host {match[0]}." for match in HOSTS.finditer(text)]
    if path.suffix in WRITTEN:
        lines = text.count("\n")
        found += [f"{lines} lines; {LONGEST} is the most."] if lines > LONGEST else []
    if path.suffix in {*WRITTEN, ".md", ".toml"}:
        found += [f"puts work off: {match[0]}." for match in LATER.finditer(text)]
    if path.suffix in {".js", ".css"} and max(map(len, text.splitlines()), default=0) > LONGEST:
        found.append("is minified; a file here is one that people wrote.")
    if path.suffix == ".py" and path.relative_to(root).parts[0] in {"coopmap", "tests"}:
        found += _opening(text)
    return found


def _opening(text: str) -> list[str]:
    """A module opens with one sentence: a first line that stands alone and ends in a full stop."""
    lines = (ast.get_docstring(ast.parse(text)) or "").splitlines()
    if not lines:
        return ["opens without a sentence."]
    alone = len(lines) == 1 or not lines[1]
    whole = lines[0].endswith((".", "?", "!")) and len(lines[0].split()) > 3
    return [] if alone and whole else [f"does not open with one sentence: '{lines[0]}'."]


def loaded(code: str) -> set[str]:
    """The heavy libraries that a fresh Python has loaded after some code."""
    program = f"import sys\n{code}\nprint(*sorted(set(sys.modules) & {HEAVY!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_the_house_is_in_order() -> None:
    assert problems(ROOT) == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("coopmap/maps/utils.py", '"""Things of all kinds live here."""\n', "'utils' is a drawer"),
        ("coopmap/core/__init__.py", '"""The heart of the matter."""\n', "'core' is a drawer"),
        ("coopmap/maps/wrong.py", "x = 1\n", "opens without a sentence"),
        ("coopmap/maps/wrong.py", '"""Wrong."""\n', "does not open with one sentence"),
        ("coopmap/maps/wrong.py", '"""Opens with a sentence.\nAnd another."""\n', "does not open with one"),
        ("coopmap/maps/wrong.py", '"""Says what it is."""\n' + "\n" * 300, "301 lines; 300 is the most"),
        ("coopmap/maps/wrong.py", '"""Says what it is."""\n# TO' + "DO: later\n", "puts work off"),
        ("README.md", "See /" + "home/someone/maps.\n", "names the machine's folder"),
        ("data/sources.csv", "id,url\n1,/" + "tmp/x.csv", "names the machine's folder"),
        ("README.md", "Find it on pypi" + ".org.\n", "names the package host"),
        ("coopmap/maps/page/page.js", "fetch('//cdn.jsdelivr" + ".net/x')", "names the package host"),
        ("coopmap/maps/page/leaflet.js", "var L;\n", "somebody else's work"),
        ("coopmap/maps/page/jquery.css", "p{}\n", "somebody else's work"),
        ("coopmap/maps/page/map.js", "x();" * 100, "is minified"),
    ],
)
def test_disorder_is_named(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    tree = planted(tmp_path, name, text)
    found = [problem for problem in problems(tree) if problem.startswith(name)]
    assert len(found) == 1
    assert sentence in found[0]


def test_the_world_over_addresses_may_say_home_and_work(tmp_path: Path) -> None:
    text = "https://example.org/home/work/1.html and data/work/x and ../tmp/y\n"
    assert not [each for each in problems(planted(tmp_path, "a.md", text)) if each.startswith("a.md")]


@pytest.mark.parametrize("module", ["coopmap", "coopmap.cli", "coopmap.errors"])
def test_importing_loads_no_heavy_library(module: str) -> None:
    assert loaded(f"import {module}") == set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["draw", "--help"], ["list"]])
def test_a_light_command_loads_no_heavy_library(arguments: list[str]) -> None:
    code = f"""
sys.argv = ["coopmap", *{arguments!r}]
from coopmap.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""
    assert loaded(code) == set()


def test_the_watch_on_libraries_sees_one() -> None:
    assert loaded("import shapely") == {"numpy", "shapely"}
