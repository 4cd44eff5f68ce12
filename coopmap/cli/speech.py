"""What the commands say: texts for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable


def say(text: str = "", *, to_error: bool = False) -> None:
    """Print a text; control characters from a record are shown as ``?`` and cannot steer the terminal."""
    click.echo(printable(text), err=to_error)


def printable(text: str) -> str:
    """Give a text with ``?`` for every character that could steer a terminal."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)


def say_json(value: object) -> None:
    """Print a value as JSON in UTF-8, whatever the terminal speaks."""
    click.echo((json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode(), nl=False)


def say_csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print rows as CSV in UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    click.echo(text.getvalue().encode(), nl=False)


def aligned(rows: list[list[str]], *, indent: str = "", width: int = 0) -> str:
    """Lay out rows in columns; a line longer than the width (if there is one) ends in an ellipsis."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        indent + "  ".join(cell.ljust(room) for cell, room in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join(line if not width or len(line) <= width else line[: width - 1] + "…" for line in lines)
