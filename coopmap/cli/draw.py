"""``coopmap draw``: an operation as a map in one HTML file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option, operation_argument
from coopmap.cli.speech import say
from coopmap.errors import CoopmapError
from coopmap.records import read

if TYPE_CHECKING:
    from coopmap.maps import Drawing, Options
    from coopmap.records import Collection

KILOBYTE = 1000


@dataclass(frozen=True)
class Wishes:
    """What was asked for beside the operation."""

    language: str
    """The reader's language."""
    options: Options
    """What the composition leaves to the person."""


@click.command(
    short_help="Draw an operation as a map in one HTML file.",
    epilog="Examples: coopmap draw operation-cumberland --open; coopmap draw --all --out maps",
)
@operation_argument(required=False)
@click.option("-o", "--output", metavar="FILE", help="The file to write. Without it: ID.html in this folder.")
@click.option("--all", "every", is_flag=True, help="Draw every operation of the collection.")
@click.option("--out", metavar="DIR", help="With --all: the folder to write into; made when it is not there.")
@click.option("--lang", default="en", show_default=True, metavar="TAG", help="The reader's language.")
@click.option(
    "--frame",
    default="auto",
    show_default=True,
    metavar="NAME",
    help="Where to look: world, europe, africa, asia, middle-east, north-america, south-america, americas, "
    "oceania, pacific; auto chooses it from who took part.",
)
@click.option("--inset/--no-inset", default=True, help="Whether far-off countries stand on an inset.")
@click.option(
    "--arcs/--no-arcs",
    default=None,
    help="Lines from the leads to their partners; without it: when they help.",
)
@click.option(
    "--territories", is_flag=True, help="Paint overseas territories like the country they belong to."
)
@click.option("--open", "opened", is_flag=True, help="Open the map in the browser.")
@data_option
def command(  # noqa: PLR0913 - one parameter for each option, as click calls it
    *,
    operation: str | None,
    output: str | None,
    every: bool,
    out: str | None,
    lang: str,
    frame: str,
    inset: bool,
    arcs: bool | None,
    territories: bool,
    opened: bool,
    data: str | None,
) -> None:
    """Draw the lead country and its partners into one file that asks nobody for anything."""
    from coopmap.maps import Options

    wishes = Wishes(lang, Options(frame=frame, inset=inset, arcs=arcs, territories=territories))
    if every:
        _refuse(operation, "--all draws every operation: leave the ID away, or leave --all away")
        _refuse(output, "--all writes many files: name a folder with --out, not a file with --output")
        _draw_all(read(data), folder=Path(out or "."), wishes=wishes)
        return
    _refuse(out, "--out goes with --all: name the file with --output")
    if operation is None:
        raise CoopmapError("draw what? name an operation ('coopmap list' names them all), or --all of them")
    _draw_one(read(data), operation, path=Path(output or f"{operation}.html"), wishes=wishes, opened=opened)


def _refuse(given: str | None, sentence: str) -> None:
    if given is not None:
        raise CoopmapError(sentence)


def _draw_one(collection: Collection, operation: str, *, path: Path, wishes: Wishes, opened: bool) -> None:
    from coopmap.maps import draw

    if path.suffix.lower() not in {".html", ".htm"}:
        raise CoopmapError(
            f"{path}: only pages can be drawn so far; a name that ends in .html would be right"
        )
    drawing = draw(collection[operation], language=wishes.language, options=wishes.options)
    drawing.save(path)
    say(f"{_who(drawing)} -> {path}, {_size(path)}")
    if opened:
        click.launch(path.resolve().as_uri())


def _draw_all(collection: Collection, *, folder: Path, wishes: Wishes) -> None:
    from coopmap.atlas import open_all
    from coopmap.maps import draw

    folder.mkdir(parents=True, exist_ok=True)
    open_all()
    total = 0
    # A bar on a terminal; in a pipe click shows nothing until the end, and neither do we.
    with click.progressbar(
        collection.ids, label="Drawing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as waiting:
        for operation in waiting:
            drawing = draw(collection[operation], language=wishes.language, options=wishes.options)
            path = drawing.save(folder / f"{operation}.html")
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
