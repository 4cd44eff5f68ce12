"""The checkout under test: which files it consists of, and a copy of its Python to plant mistakes in."""

from __future__ import annotations

import ast
import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder with pyproject.toml."""

PASSED_OVER = {"__pycache__", "build", "dist", "node_modules"}
"""Folders that no checkout keeps, for a tree that git does not know."""


def files(root: Path = ROOT, *, under: str = ".", suffixes: tuple[str, ...] = ()) -> list[Path]:
    """List what git keeps (or would keep), in order; everything, in a tree that git does not know."""
    listed = _known_to_git(root) if (root / ".git").exists() else _walked(root)
    inside = (path for path in listed if path.is_relative_to(root / under) and path.is_file())
    return sorted(path for path in inside if not suffixes or path.suffix in suffixes)


def _known_to_git(root: Path) -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return [root / name for name in names.split("\0") if name]


def _walked(root: Path) -> list[Path]:
    return [
        path
        for path in root.rglob("*")
        if not any(
            part in PASSED_OVER or (part.startswith(".") and part != ".ci")
            for part in path.relative_to(root).parts[:-1]
        )
    ]


def tree(path: Path) -> ast.Module:
    """Give the syntax tree of a Python file."""
    return _tree(path.read_text(encoding="utf-8"))


@cache
def _tree(text: str) -> ast.Module:
    return ast.parse(text)


def planted(folder: Path, name: str, text: str) -> Path:
    """Copy the package's Python into a folder, write one more file there, and answer with the folder."""
    for path in files(under="coopmap", suffixes=(".py",)):
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder
