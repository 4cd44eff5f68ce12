"""``coopmap import``: operations from the files people have."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopmap.cli.options import data_option
from coopmap.cli.speech import aligned, say
from coopmap.errors import CoopmapError
from coopmap.records import KINDS, read

if TYPE_CHECKING:
    from coopmap.records import Collection
    from coopmap.records.exchange import Filing, Foreign, Understanding

STANDARD_INPUT = "-"
MOST_TOLD = 30
"""Faults, and changes of what is recorded, that are told one by one."""
MOST_REMARKS = 20
"""Remarks that are told one by one."""
TABLES = {
    "operations": ("operation", "operations"),
    "participations": ("country taking part", "countries taking part"),
    "organisations": ("organisation", "organisations"),
    "outcomes": ("outcome", "outcomes"),
    "sources": ("source", "sources"),
}
"""What a row of each table is called, one and several."""


@click.command(
    short_help="Take operations from a spreadsheet, a JSON file or a list.",
    epilog="Examples: coopmap import answers.xlsx --dry-run; "
    "coopmap import list.txt --name 'Operation Falcon'; coopmap import table.csv --map 'Land=country'",
)
@click.argument("file", metavar="FILE")
@click.option("--operation", default="", metavar="ID", help="The file is about this one operation.")
@click.option("--name", default="", metavar="NAME", help="The file is about one operation of this name.")
@click.option(
    "--kind",
    default="",
    type=click.Choice(["", *KINDS]),
    metavar="KIND",
    help=f"The kind of operations that the file gives none: {', '.join(KINDS)}.",
)
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="COLUMN=MEANING",
    help="What a column holds, by its header or letter, such as 'Land=country'; 'Land=' leaves it out.",
)
@click.option("--sheet", default="", metavar="NAME", help="The sheet to read, when there are several.")
@click.option("--encoding", default="", metavar="NAME", help="The encoding of a text, such as cp1250.")
@click.option("--update", is_flag=True, help="Change operations that the collection has already.")
@click.option("--dry-run", is_flag=True, help="Show what would be taken up, and write nothing.")
@data_option
def command(  # noqa: PLR0913 - one parameter for each option, as click calls it
    *,
    file: str,
    operation: str,
    name: str,
    kind: str,
    mapped: tuple[str, ...],
    sheet: str,
    encoding: str,
    update: bool,
    dry_run: bool,
    data: str | None,
) -> None:
    """Take up operations from CSV, TSV, XLSX, ODS, JSON, a data package, or a list of countries.

    It shows what it understood, names what it could not, and takes up everything or nothing. FILE may be -
    for standard input.
    """
    from coopmap.records.editing import check_own
    from coopmap.records.exchange import Wishes, filing, understand

    wishes = Wishes(
        operation=operation,
        name=name,
        kind=kind,
        columns=dict(map(_mapping, mapped)),
        sheet=sheet,
        encoding=encoding,
    )
    collection = read(data)
    if not dry_run:
        check_own(collection, named=bool(data or os.environ.get("COOPMAP_DATA")))
    found = _read(file, encoding)
    understood = understand(found, collection, wishes)
    _tell(found, understood)
    filed = filing(understood, collection)
    _refuse_faults(understood, filed)
    _refuse_existing(understood, filed, update=update)
    _tell_changes(filed, collection)
    if dry_run:
        say(f"{understood.place}: nothing was written, as --dry-run asks")
        return
    if filed.changes:
        collection.apply(filed.changes, reason=f"imported from {_named(file)}")
    say(f"{understood.place} -> {collection.place}: {_counted(filed)}")


def _mapping(text: str) -> tuple[str, str]:
    column, equals, means = text.rpartition("=")
    if not equals or not column.strip():
        raise CoopmapError(
            f"--map {text!r:.60}: a column and what it holds, such as 'Land=country', would be right"
        )
    return column.strip(), means.strip()


def _read(file: str, encoding: str) -> Foreign:
    from coopmap.records.exchange import foreign, foreign_folder

    if file == STANDARD_INPUT:
        return foreign(sys.stdin.buffer.read(), "standard input", encoding=encoding)
    path = Path(file)
    if path.is_dir():
        return foreign_folder(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise CoopmapError(f"{file}: there is no such file") from None
    except (OSError, ValueError) as error:
        raise CoopmapError(
            f"{file!r:.100} cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from None
    return foreign(content, file, encoding=encoding)


def _named(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else Path(file).name


def _tell(found: Foreign, understood: Understanding) -> None:
    """Say what was understood."""
    form = ", ".join([found.form, *found.assumed])
    say(f"{understood.place} ({form}): {understood.shape}")
    rows = [
        [f"column {letter}", header or "(no header)", f"-> {MEANINGS.get(means, means.replace('_', ' '))}"]
        for letter, header, means in understood.columns
        if header or means
    ]
    shown, marks = rows[:MOST_REMARKS], len(rows) - MOST_REMARKS
    if shown:
        say(aligned([[_short(cell) for cell in row] for row in shown], indent="  "))
    if marks > 0:
        say(f"  and {marks} more columns")
    assumed = understood.assumed[len(found.assumed) :]
    if assumed:
        say(f"  assumed: {'; '.join(assumed)}")
    _tell_some(understood.remarks, MOST_REMARKS, to_error=False)


MEANINGS = {"": "left out", "mark": "marks", "name": "operation"}
"""How meanings are told."""


def _short(cell: str) -> str:
    longest = 40
    flat = " ".join(cell.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def _tell_some(sentences: list[str], most: int, *, to_error: bool) -> None:
    for sentence in sentences[:most]:
        say(f"  {' '.join(sentence.split())}", to_error=to_error)
    if len(sentences) > most:
        say(f"  and {len(sentences) - most} more", to_error=to_error)


def _refuse_faults(understood: Understanding, filed: Filing) -> None:
    faults = [*understood.faults, *filed.faults]
    if faults:
        _tell_some(faults, MOST_TOLD, to_error=True)
        many = f"{len(faults)} things" if len(faults) > 1 else "one thing"
        raise CoopmapError(f"{understood.place}: {many} could not be understood; nothing was imported")
    if not understood.drafts:
        raise CoopmapError(f"{understood.place}: no row with an operation or a country; nothing was imported")


def _refuse_existing(understood: Understanding, filed: Filing, *, update: bool) -> None:
    if update:
        return
    there = [*filed.existing, *filed.differing]
    if there:
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""  # noqa: PLR2004 - enough to recognise
        raise CoopmapError(
            f"{understood.place}: {', '.join(there[:3])}{more} recorded already; nothing was imported, "
            f"and --update would change them"
        )


def _tell_changes(filed: Filing, collection: Collection) -> None:
    """Tell in words what becomes different of the operations that are recorded already."""
    from coopmap.records import names_in
    from coopmap.records.telling import tell_all

    existing = set(filed.existing)
    changes = [
        change
        for change in filed.changes
        if change.before is not None or (change.table != "sources" and change.key[0] in existing)
    ]
    if changes:
        told = tell_all(changes, names=names_in(collection, existing))
        _tell_some(list(told), MOST_TOLD, to_error=False)


def _counted(filed: Filing) -> str:
    """Say how many rows were new or changed: ``3 operations, 27 countries taking part``."""
    new = [change.table for change in filed.changes if change.before is None]
    changed = len(filed.changes) - len(new)
    parts = [
        f"{new.count(table):,} {several if new.count(table) > 1 else one}"
        for table, (one, several) in TABLES.items()
        if table in new
    ]
    if changed:
        parts.append(f"{changed:,} row{'s' if changed > 1 else ''} changed")
    return ", ".join(parts) or "nothing is new"
