"""A theme says how a map looks; a file that says something else is refused in one sentence."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps import draw, read_theme
from coopmap.maps.page import page
from coopmap.maps.theme import Colours
from coopmap.maps.themefile import contrast, names
from coopmap.maps.themestyle import theme_style
from tests.maps.operations import shipped
from tests.maps.sheets import sheet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "daily.toml"


def refused(file: Path, text: str) -> str:
    """Write a theme that must be refused, and give the sentence without the folder."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CoopmapError) as caught:
        read_theme(file)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence.replace(str(file), "daily.toml")


def test_three_themes_ship() -> None:
    assert names() == ("dark", "plain", "print")
    assert [read_theme(name).scheme for name in names()] == ["dark", "reader", "light"]


def test_a_newsroom_s_theme_says_only_what_differs(file: Path) -> None:
    file.write_text('credit = "Map: The Daily"\n[light]\nlead = "#004488"\n', encoding="utf-8")
    own, plain = read_theme(file), read_theme()
    assert (own.credit, own.light.lead) == ("Map: The Daily", "#004488")
    differing = [
        each.name
        for each in fields(Colours)
        if getattr(own.light, each.name) != getattr(plain.light, each.name)
    ]
    assert differing == ["lead"]
    assert (own.dark, own.lines, own.font) == (plain.dark, plain.lines, plain.font)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[light]\nsee = '#fff'", r"daily\.toml: light\.see: no such key; paper, text, .* would be right"),
        ("light = 3", r"daily\.toml: light: 3 was seen; a table \[light\] would be right"),
        (
            "[dark]\nsea = 'red;} body{}'",
            r"daily\.toml: dark\.sea: 'red;} body{}' was seen; a colour like #b5162d would be right",
        ),
        ("[dark]\nsea = '#ff'", r"daily\.toml: dark\.sea: '#ff' was seen; .*"),
        ("font = ['x\"; } </style>']", r"daily\.toml: font: .* was seen; a list of one to 8 names .*"),
        ("font = []", r"daily\.toml: font: \[\] was seen; .*"),
        (
            "radius = true",
            r"daily\.toml: radius: True was seen; a number of pixels from 0 to 24 would be right",
        ),
        ("[lines]\narc = nan", r"daily\.toml: lines\.arc: nan was seen; .* from 0 to 6 would be right"),
        ("[patterns]\nlead = 'plaid'", r"daily\.toml: patterns\.lead: 'plaid' was seen; none or stripes .*"),
        (
            "scheme = 'sepia'",
            r"daily\.toml: scheme: 'sepia' was seen; reader or light or dark would be right",
        ),
        ('credit = "a\\u0007"', r"daily\.toml: credit: 'a\\x07' was seen; one line of at most 200 .*"),
        ("lead = ", r"daily\.toml: not TOML \(.*\); lines like .* would be right"),
    ],
)
def test_a_theme_that_is_not_right_is_refused_in_one_sentence(file: Path, text: str, sentence: str) -> None:
    assert re.fullmatch(sentence, refused(file, text))


def test_a_theme_in_which_the_lead_is_lost_is_refused_with_its_contrast(file: Path) -> None:
    assert refused(file, "[light]\nlead = '#e0ddd6'") == (
        "daily.toml: light.lead: #e0ddd6 has a contrast of 1.06 to light.land (#e6e3dc); "
        "at least 1.5 would be right"
    )


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CoopmapError, match=r"no theme is called 'sepia': dark, plain, print, or a file"):
        read_theme("sepia")
    with pytest.raises(CoopmapError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        read_theme(tmp_path / "none.toml")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", names())
def test_every_property_a_style_asks_for_is_the_theme_s(name: str) -> None:
    style = theme_style(read_theme(name))
    text = page(sheet())
    asked = set(re.findall(r"var\(--coopmap-([\w-]+)", text))
    said = set(re.findall(r"--coopmap-([\w-]+):", style))
    set_by_the_page = set(re.findall(r"--coopmap-([\w-]+):", text)) - set(
        re.findall(r"--coopmap-([\w-]+):", theme_style(read_theme()))
    )
    assert asked <= said | set_by_the_page


def test_the_print_theme_is_grey_and_tells_leads_by_pattern() -> None:
    theme = read_theme("print")
    for each in fields(Colours):
        red, green, blue = re.findall("..", _long(getattr(theme.light, each.name)))[:3]
        assert red == green == blue, each.name
    assert "lead" in dict(theme.patterns.named())
    assert "url(#coopmap-lead)" in theme_style(theme)


def _long(colour: str) -> str:
    return colour[1:] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:])


def test_a_theme_changes_the_page_s_colours_font_and_credit(file: Path) -> None:
    file.write_text(
        'scheme = "dark"\ncredit = "Map: <b>Daily</b>"\nfont = ["Daily Sans", "serif"]\n', encoding="utf-8"
    )
    html = draw(shipped()["operation-nova"], theme=file).html
    assert '<meta name="color-scheme" content="dark">' in html
    assert "Map: &lt;b&gt;Daily&lt;/b&gt;" in html
    assert '--coopmap-font: "Daily Sans", serif;' in html
    assert "prefers-color-scheme" not in html
