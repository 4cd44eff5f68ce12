"""``coopmap draw`` as a person types it: one file, one sentence, and nothing left behind when it fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.copies import DATA, Copy, run

KEPT = ("operation-cumberland", "operation-nova", "ramsi", "encrochat-takedown", "mosaic-expedition")
"""The operations of the small collection."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Copy:
    """Copy the shipped collection, but for most of its operations."""
    copy = Copy.made_in(tmp_path)
    for file in ("operations.csv", "participations.csv", "organisations.csv", "outcomes.csv"):
        head, *rows = (copy.folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [row for row in rows if row.split(",")[0] in KEPT]
        (copy.folder / file).write_text("".join([head, *kept]), encoding="utf-8")
    return copy


def process(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own, in a folder and an environment."""
    return subprocess.run(
        [sys.executable, "-m", "coopmap", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_command_draws_the_map_and_says_so(here: Path) -> None:
    done = process(here, "draw", "operation-cumberland", "--data", str(DATA))
    assert (done.returncode, done.stderr) == (0, "")
    said = re.fullmatch(r"Denmark and 18 partners -> operation-cumberland\.html, (\d+) KB\n", done.stdout)
    assert said
    (written,) = here.iterdir()
    assert written.name == "operation-cumberland.html"
    assert abs(written.stat().st_size / 1000 - int(said[1])) <= 0.5
    page = written.read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "Operation Cumberland" in page


def test_the_shipped_collection_is_there_from_any_folder(here: Path) -> None:
    done = process(here, "draw", "operation-cumberland", COOPMAP_DATA="")
    assert (done.returncode, done.stderr) == (0, "")
    assert (here / "operation-cumberland.html").exists()


@pytest.mark.parametrize("option", ["-o", "--output"])
@pytest.mark.parametrize("name", ["map.html", "Map.HTM", "a map é.html"])
def test_the_file_can_be_named(here: Path, small: Copy, option: str, name: str) -> None:
    result = small.run("draw", "ramsi", option, name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Australia and 15 partners -> {name}, ")
    assert [path.name for path in here.iterdir()] == [name]


@pytest.mark.parametrize(
    ("operation", "who"),
    [
        ("encrochat-takedown", "France and Netherlands"),
        ("mosaic-expedition", "Germany"),
        ("operation-nova", "Germany and 4 partners"),
    ],
)
def test_the_sentence_names_who_led(here: Path, small: Copy, operation: str, who: str) -> None:
    result = small.run("draw", operation)
    assert result.stdout.startswith(f"{who} -> {operation}.html, ")
    assert (here / f"{operation}.html").exists()


def test_every_operation_is_drawn_into_a_folder(here: Path, small: Copy) -> None:
    result = small.run("draw", "--all", "--out", "new/maps")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"5 operations -> new/maps, \d+\.\d MB\n", result.stdout)
    assert sorted(path.stem for path in (here / "new" / "maps").iterdir()) == sorted(KEPT)
    # The same page as if it had been drawn alone.
    small.run("draw", "ramsi")
    assert (here / "ramsi.html").read_bytes() == (here / "new" / "maps" / "ramsi.html").read_bytes()


def test_in_a_pipe_there_is_no_bar(here: Path, small: Copy) -> None:
    done = process(here, "draw", "--all", "--out", "maps", "--data", str(small.folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert "\r" not in done.stdout


def test_what_was_drawn_before_is_replaced(here: Path, small: Copy) -> None:
    (here / "ramsi.html").write_text("old", encoding="utf-8")
    assert small.run("draw", "ramsi").exit_code == 0
    assert (here / "ramsi.html").stat().st_size > 50_000
    assert [path.name for path in here.iterdir()] == ["ramsi.html"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["operation-cumberlan"],
            "no operation 'operation-cumberlan' in FOLDER; did you mean operation-cumberland?",
        ),
        (
            ["ramsi", "-o", "no/map.html"],
            "The folder 'no' does not exist; make it, or name another place for map.html.",
        ),
        (
            ["ramsi", "-o", "map"],
            "map: a name that ends in .html (a page) or .svg, .png, .pdf (a still) would be right",
        ),
        (["ramsi", "--all"], "--all draws every operation: leave the ID away, or leave --all away"),
        (
            ["--all", "-o", "map.html"],
            "--all writes many files: name a folder with --out, not a file with --output",
        ),
        (["ramsi", "--out", "maps"], "--out goes with --all: name the file with --output"),
        ([], "draw what? name an operation ('coopmap list' names them all), or --all of them"),
        (
            ["ramsi", "--lang", "xx"],
            (
                "no words for the language 'xx': ar, bg, cs, da, de, el, en, es, et, fi, fr, ga, he, hr, "
                "hu, is, it, ja, lt, lv, mt, nb, nl, pl, pt, ro, ru, sk, sl, sv, tr, uk, zh would be right"
            ),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_told_in_one_line(here: Path, small: Copy, words: list[str], sentence: str) -> None:
    assert small.complaint("draw", *words) == f"coopmap: {sentence}"
    assert list(here.iterdir()) == []


def test_an_operation_without_countries_cannot_be_drawn(here: Path, small: Copy) -> None:
    line = (small.folder / "operations.csv").read_text(encoding="utf-8").splitlines()[1]
    small.add("operations.csv", line.replace("operation-cumberland,", "operation-empty,", 1))
    complaint = small.complaint("draw", "operation-empty")
    assert complaint == (
        "coopmap: operation-empty: no country takes part yet; "
        "a row in participations.csv would give a map to draw"
    )
    assert list(here.iterdir()) == []


def test_an_old_map_survives_a_failed_drawing(here: Path, small: Copy) -> None:
    (here / "ramsi.html").write_text("old", encoding="utf-8")
    small.complaint("draw", "ramsi", "--lang", "xx")
    assert (here / "ramsi.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in here.iterdir()] == ["ramsi.html"]


def test_a_disk_that_fails_half_way_leaves_nothing(
    here: Path, small: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    complaint = small.complaint("draw", "ramsi")
    assert "ramsi.html" in complaint
    assert "No space left on device" in complaint
    assert list(here.iterdir()) == []


def test_a_traceback_is_never_shown(here: Path) -> None:
    for words in (["operation-cumberlan"], ["--all", "--out", "/dev/null/maps"], ["ramsi", "-o", "/"]):
        done = process(here, "draw", *words, "--data", str(DATA))
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("coopmap: ")
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr


def test_the_same_record_gives_the_same_bytes_anywhere(here: Path) -> None:
    environments = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    ]
    pages = []
    for number, environment in enumerate(environments):
        folder = here / str(number)
        folder.mkdir()
        done = process(folder, "draw", "operation-cumberland", "--data", str(DATA), **environment)
        assert (done.returncode, done.stderr) == (0, "")
        pages.append((folder / "operation-cumberland.html").read_bytes())
    assert pages[0] == pages[1]


def test_the_map_can_be_opened_at_once(small: Copy, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("click.launch", shown.append)
    assert small.run("draw", "ramsi", "--open").exit_code == 0
    assert shown == [(here / "ramsi.html").as_uri()]


def test_help_says_how() -> None:
    text = run("draw", "--help").stdout
    assert "coopmap draw operation-cumberland --open" in text
    assert "coopmap draw --all --out maps" in " ".join(text.split())
