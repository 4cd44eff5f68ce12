"""The documents are true: what they tell a person to type or to read is there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.checkout import ROOT, files

README = ROOT / "README.md"

SET_UP = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/coopmap draw operation-cumberland",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
)
"""All the set-up there is: to draw, and to test."""

DOCUMENTS = [path.relative_to(ROOT).as_posix() for path in files(suffixes=(".md",))]

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
NAMED = re.compile(r"`((?:coopmap|data|tests|notebooks|\.ci)/[\w./-]*)`")
"""Files and folders of the checkout that a document names in passing."""


def commands() -> list[str]:
    """Name the commands that ``coopmap --help`` lists."""
    done = subprocess.run(
        [sys.executable, "-c", "from coopmap.cli import main; main(['--help'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    listing = done.stdout.partition("Commands:")[2]
    return re.findall(r"^  ([a-z][\w-]*)", listing, re.MULTILINE)


def test_every_command_is_in_the_readme() -> None:
    found = commands()
    assert found
    text = README.read_text(encoding="utf-8")
    assert [command for command in found if f"coopmap {command}" not in text] == []


@pytest.mark.parametrize("command", SET_UP)
def test_the_readme_sets_up_in_one_line(command: str) -> None:
    assert command in README.read_text(encoding="utf-8")


def test_the_run_of_all_tests_is_the_readme_s_own_line() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == SET_UP[1]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_relative_link_leads_somewhere(name: str) -> None:
    document = ROOT / name
    links = LINK.findall(document.read_text(encoding="utf-8"))
    inside = [link for link in links if not re.match(r"[a-z]+:|#", link)]
    assert [link for link in inside if not (document.parent / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_named_is_there(name: str) -> None:
    named = NAMED.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_library_s_licence_is_noted() -> None:
    text = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    libraries = [re.split(r"[<>=]", line)[0] for line in settings["project"]["dependencies"]]
    assert [library for library in libraries if f"\n| {library} | " not in text] == []


def test_the_licence_is_one_that_everybody_knows() -> None:
    assert Path(ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
