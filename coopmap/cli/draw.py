"""``coopmap draw``: an operation as a map, in one HTML file or as a picture."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option, operation_argument
from coopmap.cli.speech import say
from coopmap.errors import CoopmapError
from coopmap.records import read

if TYPE_CHECKING:
    from coopmap.maps import Drawing, Options, Theme
    from coopmap.maps.still import Size
    from coopmap.records import Collection, Operation

KILOBYTE = 1000
PAGES, STILLS = (".html", ".htm"), (".svg", ".png", ".pdf")
"""Endings of the files that can be written."""


@dataclass(frozen=True)
class Wishes:
    """What was asked for beside the operation."""

    language: str
    """The reader's language."""
    options: Options
    """What the composition leaves to the person."""
    theme: Theme
    """How it looks."""
    size: Size | None
    """How large a still is; None when nothing was said."""
    scale: int | None
    """Dots for each pixel of a PNG; None when nothing was said."""
    card: bool
    """Whether the picture for links to the page is written, too."""
    card_url: str
    """Where that picture will be found, for the page's head."""

    def check(self, ending: str) -> None:
        """Refuse wishes that a file of this kind cannot fulfil."""
        stills = ending not in PAGES
        if self.size and not stills:
            raise CoopmapError(
                "--size is for stills: a page fits its column; .svg, .png or .pdf would be right"
            )
        if self.scale and ending != ".png":
            raise CoopmapError(f"--scale is for PNG: {ending} has no pixels; .png would be right")
        if stills and (self.card or self.card_url):
            raise CoopmapError(f"--card and --card-url go with a page: {ending} is a picture itself")


@click.command(
    short_help="Draw an operation as a map: a page, or a picture.",
    epilog="Examples: coopmap draw operation-cumberland --open; coopmap draw ramsi -o ramsi.png --size 1:1; "
    "coopmap draw --all --out maps",
)
@operation_argument(required=False)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="The file to write: .html is a page; .svg, .png and .pdf are stills. Without it: ID.html here.",
)
@click.option("--all", "every", is_flag=True, help="Draw every operation of the collection.")
@click.option("--out", metavar="DIR", help="With --all: the folder to write into; made when it is not there.")
@click.option(
    "--as", "kind", metavar="KIND", help="With --all: html (when nothing is said), svg, png or pdf."
)
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
@click.option(
    "--theme",
    default="plain",
    show_default=True,
    metavar="NAME",
    help="How it looks: plain (light or dark as the reader has it), dark, print, or a .toml file.",
)
@click.option(
    "--size", metavar="SIZE", help="Of a still: 1200x628, or 1:1, 4:5, 16:9, 9:16. Without it: 1200x900."
)
@click.option("--scale", metavar="N", help="Of a PNG: 1, 2 or 3 dots a pixel.")
@click.option("--card", is_flag=True, help="Beside the page: ID-card.png, the picture for links to it.")
@click.option(
    "--card-url", default="", metavar="URL", help="Where that picture will be, for the page's head."
)
@click.option("--open", "opened", is_flag=True, help="Open the map in the browser.")
@data_option
def command(  # noqa: PLR0913 - one parameter for each option, as click calls it
    *,
    operation: str | None,
    output: str | None,
    every: bool,
    out: str | None,
    kind: str | None,
    lang: str,
    frame: str,
    inset: bool,
    arcs: bool | None,
    territories: bool,
    theme: str,
    size: str | None,
    scale: str | None,
    card: bool,
    card_url: str,
    opened: bool,
    data: str | None,
) -> None:
    """Draw the lead country and its partners into one file that asks nobody for anything."""
    from coopmap.maps import Options, read_theme

    wishes = Wishes(
        language=lang,
        options=Options(frame=frame, inset=inset, arcs=arcs, territories=territories),
        theme=read_theme(theme),
        size=_size_of(size),
        scale=_scale(scale),
        card=card,
        card_url=card_url,
    )
    if every:
        _refuse(operation, "--all draws every operation: leave the ID away, or leave --all away")
        _refuse(output, "--all writes many files: name a folder with --out, not a file with --output")
        _draw_all(read(data), folder=Path(out or "."), ending=_ending(kind or "html"), wishes=wishes)
        return
    _refuse(out, "--out goes with --all: name the file with --output")
    _refuse(kind, "--as goes with --all: the name after --output says what one file is")
    if operation is None:
        raise CoopmapError("draw what? name an operation ('coopmap list' names them all), or --all of them")
    _draw_one(read(data), operation, path=Path(output or f"{operation}.html"), wishes=wishes, opened=opened)


def _scale(text: str | None) -> int | None:
    if text is not None and not text.isdecimal():
        raise CoopmapError(f"the scale {text!r:.20}: 1, 2 or 3 would be right")
    return int(text) if text else None


def _refuse(given: str | None, sentence: str) -> None:
    if given is not None:
        raise CoopmapError(sentence)


def _draw_one(collection: Collection, operation: str, *, path: Path, wishes: Wishes, opened: bool) -> None:
    ending = path.suffix.lower()
    if ending not in PAGES + STILLS:
        raise CoopmapError(
            f"{path}: a name that ends in .html (a page) or .svg, .png, .pdf (a still) would be right"
        )
    drawing = _drawing(collection[operation], wishes, ending)
    for written in _save(drawing, path, wishes):
        say(f"{_who(drawing)} -> {written}, {_size(written)}")
    if opened:
        click.launch(path.resolve().as_uri())


def _ending(kind: str) -> str:
    if f".{kind}" not in PAGES + STILLS:
        raise CoopmapError(f"--as {kind!r:.20}: html, svg, png or pdf would be right")
    return f".{kind}"


def _size_of(asked: str | None) -> Size | None:
    if not asked:
        return None
    from coopmap.maps.still import size

    return size(asked)


def _drawing(operation: Operation, wishes: Wishes, ending: str) -> Drawing:
    from coopmap.maps import draw

    wishes.check(ending)
    drawing = draw(operation, language=wishes.language, options=wishes.options, theme=wishes.theme)
    return replace(drawing, card=wishes.card_url)


def _save(drawing: Drawing, path: Path, wishes: Wishes) -> list[Path]:
    """Write the file, and the card beside it when it is wished for."""
    written = [drawing.save(path, size=wishes.size, scale=wishes.scale or 1)]
    if wishes.card:
        from coopmap.maps.still import CARD

        written.append(drawing.save(path.with_name(f"{path.stem}-card.png"), size=CARD))
    return written


def _draw_all(collection: Collection, *, folder: Path, ending: str, wishes: Wishes) -> None:
    from coopmap.atlas import open_all

    folder.mkdir(parents=True, exist_ok=True)
    open_all()
    total = 0
    # A bar on a terminal; in a pipe click shows nothing until the end, and neither do we.
    with click.progressbar(
        collection.ids, label="Drawing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as waiting:
        for operation in waiting:
            drawing = _drawing(collection[operation], wishes, ending)
            written = _save(drawing, folder / f"{operation}{ending}", wishes)
            total += sum(path.stat().st_size for path in written)
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
