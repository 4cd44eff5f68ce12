"""``coopmap export``: operations for spreadsheets, programs, maps and networks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option
from coopmap.cli.speech import say
from coopmap.errors import CoopmapError
from coopmap.records import Collection, read

if TYPE_CHECKING:
    from coopmap.records.exchange import Selection

STANDARD_OUTPUT = "-"
KILOBYTE = 1000
FORMATS = {
    "package": "the data package, a folder of CSV files",
    "zip": "the data package in one file",
    "xlsx": "a workbook with a sheet for each table",
    "csv": "one table for spreadsheets, a row for each country",
    "json": "all tables for programs",
    "geojson": "a feature for each country, with its shape",
    "graphml": "the network of countries that worked together",
    "sqlite": "a database",
}
"""What can be written."""
ENDINGS = {
    ".zip": "zip",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".json": "json",
    ".geojson": "geojson",
    ".graphml": "graphml",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}
"""The format that a name's ending asks for; a name without one is a folder."""
TEXTS = ("csv", "json", "geojson", "graphml")
"""Formats that can go to standard output."""


@click.command(
    short_help="Write operations for spreadsheets, programs, maps and networks.",
    epilog="Examples: coopmap export -o operations.xlsx; coopmap export -o network.graphml; "
    "coopmap export operation-cumberland -o - --format json",
)
@click.argument("operations", metavar="[ID]...", nargs=-1)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="TARGET",
    help=f"The file to write ({', '.join(ENDINGS)}), or a folder; - is standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    metavar="FORMAT",
    help=f"When the name does not say it: {'; '.join(f'{name}, {what}' for name, what in FORMATS.items())}.",
)
@click.option("--force", is_flag=True, help="Replace a data package or a database that is there already.")
@data_option
def command(
    *, operations: tuple[str, ...], output: str, form: str | None, force: bool, data: str | None
) -> None:
    """Write the operations named, or all, with their countries, outcomes and sources.

    In files for spreadsheets (csv, xlsx) a text that would run as a formula gets an apostrophe in front,
    which 'coopmap import' takes away again. The other formats hold every text as it is recorded.
    """
    from coopmap.records.exchange import selection

    kind = form or _kind(output)
    collection = read(data)
    ids = tuple(dict.fromkeys(operations))
    if output == STANDARD_OUTPUT:
        if kind not in TEXTS:
            raise CoopmapError(f"{kind} cannot go to standard output; {', '.join(TEXTS)} can")
        click.echo(_content(kind, collection, selection(collection, ids)), nl=False)
        return
    path = Path(output)
    chosen = selection(collection, ids)
    if kind == "sqlite":
        _database(path, chosen, force=force)
    elif kind == "package":
        _folder(path, chosen, force=force)
    else:
        _file(path, _content(kind, collection, chosen))
    say(f"{_counted(chosen)} -> {output}, {_size(path)}")


def _kind(output: str) -> str:
    if output == STANDARD_OUTPUT:
        raise CoopmapError("--output -: say what to write, such as --format json")
    suffix = Path(output).suffix.lower()
    if suffix and suffix not in ENDINGS:
        raise CoopmapError(
            f"{output}: a name that ends in {', '.join(ENDINGS)} would be right, or a folder's without ending"
        )
    return ENDINGS.get(suffix, "package")


def _content(kind: str, collection: Collection, chosen: Selection) -> bytes:
    """Give the bytes of a file."""
    from coopmap.records.exchange import as_csv, as_graphml, as_json, package_files, workbook, zipped

    if kind == "geojson":
        from coopmap.maps import as_geojson

        return as_geojson(collection[one] for one in chosen.ids)
    writers: dict[str, Callable[[Selection], bytes]] = {
        "csv": as_csv,
        "json": as_json,
        "graphml": as_graphml,
        "xlsx": workbook,
        "zip": lambda selected: zipped(package_files(selected)),
    }
    return writers[kind](chosen)


def _file(path: Path, content: bytes) -> None:
    from coopmap.records.exchange import place_file

    place_file(path, content)


def _folder(path: Path, chosen: Selection, *, force: bool) -> None:
    from coopmap.records.exchange import package_files, place_folder

    place_folder(path, package_files(chosen), force=force)


def _database(path: Path, chosen: Selection, *, force: bool) -> None:
    from coopmap.records.exchange import write_sqlite

    write_sqlite(path, chosen, force=force)


def _counted(chosen: Selection) -> str:
    number = len(chosen.tables["operations"].rows)
    return f"{number:,} operation{'' if number == 1 else 's'}"


def _size(path: Path) -> str:
    files = path.rglob("*") if path.is_dir() else [path]
    return f"{sum(file.stat().st_size for file in files if file.is_file()) / KILOBYTE:,.0f} KB"
