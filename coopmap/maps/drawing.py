"""A drawing: the finished map of an operation, to look at in a notebook, to open, and to save as one file."""

from __future__ import annotations

import contextlib
import os
import tempfile
import webbrowser
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.maps.composition import Options, compose
from coopmap.maps.notebook import framed
from coopmap.maps.theme import Theme
from coopmap.maps.themefile import read_theme

if TYPE_CHECKING:
    from coopmap.maps.page import Look, OperationMap
    from coopmap.maps.sheet import Sheet
    from coopmap.maps.still import Size, Still
    from coopmap.records import Operation


PAGES, STILLS = (".html", ".htm"), (".svg", ".png", ".pdf")
"""Endings of the files that a drawing is saved as."""


def draw(
    operation: Operation,
    *,
    language: str = "en",
    options: Options | None = None,
    theme: str | Path | Theme = "plain",
) -> Drawing:
    """Draw an operation: the map of the lead country and its partners.

    Args:
        operation: the record, as a collection gives it.
        language: the reader's language, a BCP 47 tag.
        options: what to overrule in the composition: frame, inset, arcs, territories.
        theme: how it looks: plain, dark, print, or the path of a theme file of your own.

    Raises:
        CoopmapError: nobody took part yet, the atlas lacks a country, or the language has no words.
    """
    wanted, look = options or Options(), theme if isinstance(theme, Theme) else read_theme(theme)
    return Drawing(compose(operation, language=language, options=wanted), operation, wanted, look)


@dataclass(frozen=True)
class Drawing:
    """The map of one operation, ready to be shown."""

    sheet: Sheet
    """Everything the map shows."""
    operation: Operation | None = None
    """What is drawn; stills are composed from it anew."""
    options: Options = field(default_factory=Options)
    """What was overruled in the composition."""
    theme: Theme = field(default_factory=read_theme)
    """How it looks."""
    card: str = ""
    """Address of the picture that stands for the page where it is linked to."""

    def __repr__(self) -> str:
        """Say what is drawn, not the thousands of points it is drawn with."""
        return f"<Drawing of {self.sheet.title}: {len(self.sheet.table)} countries>"

    @cached_property
    def html(self) -> str:
        """The whole page as text; the same record gives the same bytes."""
        from coopmap.maps.page import page  # noqa: PLC0415 - folium is slow to load, and not always wanted

        return page(self.sheet, look=self._look())

    def still(self, size: Size | str | None = None) -> Still:
        """Lay the map out anew for a picture of one size: ``1:1``, ``16:9``, ``1200x628`` ...

        Raises:
            CoopmapError: the size is none, or has no room for the title, the key and the sources.
        """
        from coopmap.maps.still import DEFAULT, still  # noqa: PLC0415 - a page needs no fonts measured
        from coopmap.maps.still import size as size_of  # noqa: PLC0415 - as above

        if self.operation is None:
            raise CoopmapError(
                f"{self.sheet.id}: a still is composed from its operation; draw(operation) would be right"
            )
        return still(
            self.operation,
            size=size_of(size) if isinstance(size, str) else size or DEFAULT,
            theme=self.theme,
            options=self.options,
            sheet=self.sheet,
        )

    def save(self, path: str | Path, *, size: Size | str | None = None, scale: int = 1) -> Path:
        """Write a page (.html) or a still (.svg, .png, .pdf), as the file's ending says.

        Whoever reads that file sees the old map or the new, never a half.

        Args:
            path: the file.
            size: of a still, in pixels or by the name of a ratio.
            scale: dots for each pixel of a PNG: 1, 2 or 3.

        Raises:
            CoopmapError: the ending is none of these, or the file cannot be written.
        """
        target = Path(path)
        ending = target.suffix.lower()
        if ending not in PAGES + STILLS and not target.is_dir():
            raise CoopmapError(
                f"{target}: a name that ends in .html (a page) or .svg, .png, .pdf (a still) would be right"
            )
        drawn = (
            self.html.encode("utf-8") if ending not in STILLS else self.still(size).file(ending, scale=scale)
        )
        try:
            _write(target, drawn)
        except OSError as error:
            raise CoopmapError(_why(target, error)) from error
        return target

    def open(self) -> Path:
        """Show the page in the browser, out of a file in the folder for temporary files."""
        folder = Path(tempfile.mkdtemp(prefix="coopmap-"))
        file = self.save(folder / f"{self.sheet.id}.html")
        webbrowser.open(file.resolve().as_uri())
        return file

    def folium_map(self) -> OperationMap:
        """Give the page as a folium map, to add markers and layers of your own to."""
        from coopmap.maps.page import folium_map  # noqa: PLC0415 - as above

        return folium_map(self.sheet, look=self._look())

    def _look(self) -> Look:
        from coopmap.maps.page import Look  # noqa: PLC0415 - as above

        return Look(theme=self.theme, card=self.card)

    def _repr_html_(self) -> str:
        """Show the page in a notebook."""
        return framed(self.html, sheet=self.sheet)


def _write(target: Path, drawn: bytes) -> None:
    """Write beside the target and rename, so that no moment has half a file."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(drawn)
        beside.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _umask() -> int:
    """Learn which permissions new files are not given, which can only be asked by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _why(target: Path, error: OSError) -> str:
    if not target.parent.is_dir():
        return (
            f"The folder '{target.parent}' does not exist; make it, or name another place for {target.name}."
        )
    if target.is_dir():
        return f"'{target}' is a folder; name a file in it, as in {target / 'map.html'}."
    return f"'{target}' cannot be written ({error.strerror}); name a file that you may write."
