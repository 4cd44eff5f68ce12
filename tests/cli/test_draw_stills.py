"""``coopmap draw`` makes pictures, themes and cards, and refuses in one line what cannot be."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.copies import Copy, run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


def png_size(file: Path) -> tuple[int, int]:
    wide, tall = struct.unpack(">II", file.read_bytes()[16:24])
    return wide, tall


def test_the_name_s_ending_says_what_is_drawn(here: Path, copy: Copy) -> None:
    for name, start in {
        "a.svg": b"<svg ",
        "a.png": b"\x89PNG",
        "a.pdf": b"%PDF-",
        "a.html": b"<!doc",
    }.items():
        done = copy.run("draw", "operation-nova", "-o", name)
        assert done.exit_code == 0, done.output
        assert done.stdout.startswith(f"Germany and 4 partners -> {name}, ")
        assert (here / name).read_bytes().startswith(start)


def test_a_png_has_the_size_and_scale_asked_for(here: Path, copy: Copy) -> None:
    assert copy.run("draw", "operation-nova", "-o", "a.png").exit_code == 0
    assert png_size(here / "a.png") == (1200, 900)
    assert copy.run("draw", "operation-nova", "-o", "b.png", "--size", "4:5", "--scale", "2").exit_code == 0
    assert png_size(here / "b.png") == (2160, 2700)


def test_a_card_stands_beside_its_page(here: Path, copy: Copy) -> None:
    done = copy.run("draw", "operation-nova", "--card", "--card-url", "https://example.org/nova.png")
    assert done.exit_code == 0, done.output
    assert sorted(file.name for file in here.iterdir()) == ["operation-nova-card.png", "operation-nova.html"]
    assert png_size(here / "operation-nova-card.png") == (1200, 628)
    page = (here / "operation-nova.html").read_text(encoding="utf-8")
    assert '<meta property="og:image" content="https://example.org/nova.png">' in page
    assert '<meta property="og:title" content="Operation Nova (Safe-Inet VPN)">' in page


def test_a_page_without_an_address_names_no_picture(here: Path, copy: Copy) -> None:
    assert copy.run("draw", "operation-nova").exit_code == 0
    assert "og:image" not in (here / "operation-nova.html").read_text(encoding="utf-8")


ENDINGS = "a name that ends in .html (a page) or .svg, .png, .pdf (a still) would be right"
STILL = ".svg, .png or .pdf would be right"
SIZES = "1200x628 or one of 1:1, 4:5, 16:9, 9:16 would be right"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["-o", "a.gif"],
            f"a.gif: {ENDINGS}",
        ),
        (
            ["--size", "1:1"],
            "--size is for stills: a page fits its column; .svg, .png or .pdf would be right",
        ),
        (
            ["-o", "a.png", "--size", "big"],
            f"the size 'big': {SIZES}",
        ),
        (["-o", "a.png", "--size", "90x90"], "the size 90x90: sides from 320 to 4000 pixels would be right"),
        (["-o", "a.png", "--scale", "9"], "the scale 9: 1, 2, 3 would be right"),
        (["-o", "a.png", "--scale", "x"], "the scale 'x': 1, 2 or 3 would be right"),
        (["-o", "a.pdf", "--scale", "2"], "--scale is for PNG: .pdf has no pixels; .png would be right"),
        (["-o", "a.png", "--card"], "--card and --card-url go with a page: .png is a picture itself"),
        (["--as", "png"], "--as goes with --all: the name after --output says what one file is"),
        (
            ["--theme", "sepia"],
            (
                "no theme is called 'sepia': dark, plain, print, "
                "or a file whose name ends in .toml would be right"
            ),
        ),
        (
            ["--card-url", "javascript:alert(1)"],
            (
                "the card's address 'javascript:alert(1)': "
                "one that begins with https:// or http:// would be right"
            ),
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(copy: Copy, words: list[str], sentence: str) -> None:
    assert copy.complaint("draw", "operation-nova", *words) == f"coopmap: {sentence}"
    assert list(Path.cwd().iterdir()) == []


def test_a_theme_file_colours_the_page(here: Path, copy: Copy) -> None:
    (here / "daily.toml").write_text('[light]\nlead = "#123456"\n', encoding="utf-8")
    assert copy.run("draw", "operation-nova", "--theme", "daily.toml").exit_code == 0
    assert "#123456" in (here / "operation-nova.html").read_text(encoding="utf-8")


def test_help_names_the_stills() -> None:
    text = run("draw", "--help").stdout
    assert all(word in text for word in ("--size", "--scale", "--theme", "--card", ".png", "16:9"))
