"""The third wall and a part of the fourth: Python holds no markup, and templates have one way to escape.

HTML, CSS, JavaScript and SVG live in files of their own beside the Python that uses them, and none of
those files asks another machine for anything.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT, files, planted, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLES = "fill|stroke|color|background|display|position|margin|padding|border|font|width|height|opacity"

MARKUP: dict[str, re.Pattern[str]] = {
    "HTML or SVG": re.compile(
        r"""(?<!\?P)</?[a-z][\w:-]*(\s[^<>]*)?/?> | <(!--|!doctype|!DOCTYPE) | &(\w{2,8}|\#x?[0-9a-f]+);
        | \b(class|href|src|style|fill|viewBox|xmlns|aria-\w+|data-\w+)\s*=\s*["'{]
        | <[a-z][\w:-]*(\s[^<>]*)?$ | ["'/]>""",
        re.VERBOSE,
    ),
    "CSS": re.compile(
        rf"""\{{\s*--?[\w-]+\s*: | \{{\s*[a-z-]+\s*:[^{{}}]*;
        | \b({STYLES})(-[a-z]+)*\s*:[^;{{}}]+; | @media\b""",
        re.VERBOSE,
    ),
    "JavaScript": re.compile(
        r"""\bfunction\b\s*\w*\s*\( | => | \b(var|let|const)\s+\w+\s*=
        | \b(document|window)\.\w | \bL\.\w+\( | addEventListener""",
        re.VERBOSE,
    ),
}
"""What a text looks like that belongs into a file of its own."""

UNESCAPED = {
    "a template switches escaping off": re.compile(r"\|\s*safe\b|autoescape\s+false"),
    "a script writes text as markup": re.compile(
        r"\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b",
    ),
}
"""The ways around the one escaping path."""

OUTSIDE = re.compile(r"""(https?:)?//[\w-]+(\.[\w-]+)+""")
NAMESPACES = ("http://www.w3.org",)
"""Names that look like addresses and are never fetched."""


def in_python(root: Path) -> list[str]:
    """Every text constant of the package that is markup, one sentence each."""
    return [
        f"{path.relative_to(root)}:{line}: this text is {language}; it belongs into a file: {text!r}"
        for path in files(root, under="coopmap", suffixes=(".py",))
        for line, text in _texts(path)
        for language, pattern in MARKUP.items()
        if pattern.search(text)
    ]


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text constant of a file, the text parts of f-strings included.

    Texts that stand alone are documentation, and a pattern of ``re`` recognises markup without writing any.
    """
    nodes = list(ast.walk(tree(path)))
    passed_over = set(map(id, _documentation_and_patterns(nodes)))
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node.lineno, node.value


def _documentation_and_patterns(nodes: list[ast.AST]) -> Iterator[ast.AST]:
    for node in nodes:
        match node:
            case ast.Expr(value=text):
                yield text
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[pattern, *_]):
                yield from ast.walk(pattern)


def in_templates(root: Path) -> list[str]:
    """Every template, script or sheet of styles that leaves the escaping path or asks another machine."""
    found = []
    for path in files(root, under="coopmap", suffixes=(".html", ".svg", ".js", ".css", ".j2", ".jinja")):
        text = path.read_text(encoding="utf-8")
        found += [
            f"{path.relative_to(root)}: {what}" for what, pattern in UNESCAPED.items() if pattern.search(text)
        ]
        found += [
            f"{path.relative_to(root)}: names the address {match[0]}"
            for match in OUTSIDE.finditer(text)
            if not match[0].startswith(NAMESPACES) and not _commented(text, match.start())
        ]
    return found


def _commented(text: str, position: int) -> bool:
    """Whether the line up to here is a comment, where an address is for the reader of the code."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return bool(re.match(r"\s*(//|/?\*|\{#|<!--)", line))


def test_python_holds_no_html_css_or_javascript() -> None:
    assert in_python(ROOT) == []


def test_templates_escape_everything_and_scripts_ask_no_other_machine() -> None:
    assert in_templates(ROOT) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('x = "<b>Denmark</b>"', "HTML"),
        ('x = f"<p class={x}>"', "HTML"),
        ('x = "</svg>"', "HTML"),
        ('x = "<!doctype html>"', "HTML"),
        ('x = "<path d=" + y', "HTML"),
        ('x = "Denmark&nbsp;led"', "HTML"),
        ("x = f'href=\"{y}\"'", "HTML"),
        ('x = "p { color: red; }"', "CSS"),
        ('x = ":root { --land: #eee }"', "CSS"),
        ('x = f"fill:{y};stroke: none;"', "CSS"),
        ('x = "function () { return 1 }"', "JavaScript"),
        ('x = "(a) => a"', "JavaScript"),
        ('x = "const map = 1"', "JavaScript"),
        ('x = "L.map(el)"', "JavaScript"),
    ],
)
def test_markup_in_python_is_named(tmp_path: Path, text: str, language: str) -> None:
    copy = planted(tmp_path, "coopmap/maps/wrong.py", text + "\n")
    found = [problem for problem in in_python(copy) if "wrong.py" in problem]
    assert found
    assert f"coopmap/maps/wrong.py:1: this text is {language}" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        '"""A <b>docstring</b> may say what a tag is: `a => b`."""',
        'x = r"(?P<name>\\w+)-(?P<year>[0-9]{4})"',
        'x = f"{y}: {z:,.2f} of {w:>8}"',
        'import re\nx = re.compile(r"<script[^>]*>")',
        'x = "Denmark and 18 partners -> map.html"',
        'x = "a < b and c > d; R&D, AT&T"',
        'x = f"<Collection of {y} operations>"',
        'x = "row 3: role is leed; should be one of lead, partner"',
    ],
)
def test_plain_words_are_no_markup(tmp_path: Path, text: str) -> None:
    copy = planted(tmp_path, "coopmap/maps/fine.py", text + "\n")
    assert [problem for problem in in_python(copy) if "fine.py" in problem] == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("wrong.html", "<p>{{ title | safe }}</p>", "a template switches escaping off"),
        ("wrong.js", "node.innerHTML = name;", "a script writes text as markup"),
        ("wrong.js", 'fetch("https://example.org/tiles");', "names the address https://example.org"),
        ("wrong.css", "p { background: url(//example.org/a.png) }", "names the address //example.org"),
        ("wrong.html", '<img src="http://example.org/a.png">', "names the address http://example.org"),
    ],
)
def test_a_leak_in_a_template_is_named(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    copy = planted(tmp_path, f"coopmap/maps/page/{name}", text + "\n")
    assert [problem for problem in in_templates(copy) if f"{name}: {sentence}" in problem]


def test_the_namespace_of_svg_and_a_comment_are_no_leak(tmp_path: Path) -> None:
    text = '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n// see https://example.org\n'
    assert in_templates(planted(tmp_path, "coopmap/maps/page/fine.svg", text)) == []
