"""``coopmap draw``: an operation as a map in one HTML file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option, operation_argument
from coopmap.cli.speech import say
from coopmap.errors import CoopmapError
from coopmap.records import read

if TYPE_CHECKING:
    from coopmap.maps import Drawing
    from coopmap.records import Collection

KILOBYTE = 1000


@click.command(
    short_help="Draw an operation as a map in one HTML file.",
    epilog="Examples: coopmap draw operation-cumberland --open; coopmap draw --all --out maps",
)
@operation_argument(required=False)
@click.option("-o", "--output", metavar="FILE", help="The file to write. Without it: ID.html in this folder.")
@click.option("--all", "every", is_flag=True, help="Draw every operation of the collection.")
@click.option("--out", metavar="DIR", help="With --all: the folder to write into; made when it is not there.")
@click.option("--lang", default="en", show_default=True, metavar="TAG", help="The reader's language.")
@click.option("--open", "opened", is_flag=True, help="Open the map in the browser.")
@data_option
def command(  # noqa: PLR0913 - one parameter for each option, as click calls it
    *,
    operation: str | None,
    output: str | None,
    every: bool,
    out: str | None,
    lang: str,
    opened: bool,
    data: str | None,
) -> None:
    """Draw the lead country and its partners into one file that asks nobody for anything."""
    if every:
        _refuse(operation, "--all draws every operation: leave the ID away, or leave --all away")
        _refuse(output, "--all writes many files: name a folder with --out, not a file with --output")
        _draw_all(read(data), folder=Path(out or "."), language=lang)
        return
    _refuse(out, "--out goes with --all: name the file with --output")
    if operation is None:
        raise CoopmapError("draw what? name an operation ('coopmap list' names them all), or --all of them")
    _draw_one(read(data), operation, path=Path(output or f"{operation}.html"), language=lang, opened=opened)


def _refuse(given: str | None, sentence: str) -> None:
    if given is not None:
        raise CoopmapError(sentence)


def _draw_one(collection: Collection, operation: str, *, path: Path, language: str, opened: bool) -> None:
    from coopmap.maps import draw

    if path.suffix.lower() not in {".html", ".htm"}:
        raise CoopmapError(
            f"{path}: only pages can be drawn so far; a name that ends in .html would be right"
        )
    drawing = draw(collection[operation], language=language)
    drawing.save(path)
    say(f"{_who(drawing)} -> {path}, {_size(path)}")
    if opened:
        click.launch(path.resolve().as_uri())


def _draw_all(collection: Collection, *, folder: Path, language: str) -> None:
    from coopmap.maps import draw

    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    # A bar on a terminal; in a pipe click shows nothing until the end, and neither do we.
    with click.progressbar(
        collection.ids, label="Drawing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as waiting:
        for operation in waiting:
            path = draw(collection[operation], language=language).save(folder / f"{operation}.html")
            total += path.stat().st_size
    say(f"{len(collection)} operations -> {folder}, {total / KILOBYTE**2:.1f} MB")


def _who(drawing: Drawing) -> str:
    """``Denmark and 18 partners``."""
    rows = drawing.sheet.table
    leads = [row.name for row in rows if row.role in {"lead", "co-lead"}]
    rest = len(rows) - len(leads)
    if not leads:
        return f"{len(rows)} {'country' if len(rows) == 1 else 'countries'}"
    named = " and ".join([", ".join(leads[:-1]), leads[-1]] if len(leads) > 1 else leads)
    return f"{named} and {rest} partner{'' if rest == 1 else 's'}" if rest else named


def _size(path: Path) -> str:
    return f"{path.stat().st_size / KILOBYTE:.0f} KB"
