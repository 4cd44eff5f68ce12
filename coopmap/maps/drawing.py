"""A drawing: the finished map of an operation, to look at in a notebook, to open, and to save as one file."""

from __future__ import annotations

import contextlib
import os
import tempfile
import webbrowser
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.maps.composition import Options, compose
from coopmap.maps.notebook import framed

if TYPE_CHECKING:
    from coopmap.maps.page import OperationMap
    from coopmap.maps.sheet import Sheet
    from coopmap.records import Operation


def draw(operation: Operation, *, language: str = "en", options: Options | None = None) -> Drawing:
    """Draw an operation: the map of the lead country and its partners.

    Args:
        operation: the record, as a collection gives it.
        language: the reader's language, a BCP 47 tag.
        options: what to overrule in the composition: frame, inset, arcs, territories.

    Raises:
        CoopmapError: nobody took part yet, the atlas lacks a country, or the language has no words.
    """
    return Drawing(compose(operation, language=language, options=options))


@dataclass(frozen=True)
class Drawing:
    """The map of one operation, ready to be shown."""

    sheet: Sheet
    """Everything the map shows."""

    def __repr__(self) -> str:
        """Say what is drawn, not the thousands of points it is drawn with."""
        return f"<Drawing of {self.sheet.title}: {len(self.sheet.table)} countries>"

    @cached_property
    def html(self) -> str:
        """The whole page as text; the same record gives the same bytes."""
        from coopmap.maps.page import page  # noqa: PLC0415 - folium is slow to load, and not always wanted

        return page(self.sheet)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file; whoever reads that file sees the old page or the new, never a half."""
        target = Path(path)
        try:
            _write(target, self.html)
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

        return folium_map(self.sheet)

    def _repr_html_(self) -> str:
        """Show the page in a notebook."""
        return framed(self.html, sheet=self.sheet)


def _write(target: Path, text: str) -> None:
    """Write beside the target and rename, so that no moment has half a file."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
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
