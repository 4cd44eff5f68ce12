"""Records go out as a SQLite database, which ``--data sqlite:///FILE`` opens again."""

from __future__ import annotations

import shutil
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.exchange.writing import description
from coopmap.records.spreadsheet import Spreadsheet

if TYPE_CHECKING:
    from coopmap.records.exchange.selection import Selection


def write_sqlite(path: Path, selection: Selection, *, force: bool) -> None:
    """Write a database; one that was there before is replaced only by force, when the new one is whole.

    Raises:
        CoopmapError: there is something already, or the folder cannot be written.
    """
    if path.exists() and not (force and path.is_file()):
        hint = "--force replaces it" if path.is_file() else "the name of a file would be right"
        raise CoopmapError(f"{path} is there already; {hint}")
    spreadsheets = {
        name: Spreadsheet(
            place=f"{selection.place}, {name}",
            table=selected.table,
            header=selected.header,
            numbers=range(2, len(selected.rows) + 2),
            values=selected.rows,
        )
        for name, selected in selection.tables.items()
    }
    try:
        beside = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
        try:
            whole = beside / "whole.sqlite"
            write = import_module("coopmap.records.database").write_database
            write(
                f"sqlite:///{whole.resolve()}",
                descriptor=description(selection),
                spreadsheets=spreadsheets,
            )
            whole.replace(path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise CoopmapError(f"{path} cannot be written: {error.strerror or error}") from None
