"""What was done to a collection, step by step: the rows of its log become changes again, to be told."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from coopmap.records.change import Change
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.collection import Collection
    from coopmap.records.spreadsheet import Spreadsheet

KEYS = {table.name: table.key for table in TABLES}
"""The columns that tell each table's rows apart."""

JOINT = " + "
"""What stands between the values of a key."""

Line = dict[str, str]
"""One row of the log: one cell that was changed."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one person did at one moment."""

    when: str
    """The moment, in UTC: ``2026-03-04T10:15:00Z``."""
    editor: str
    """Who; empty when nobody said so."""
    reason: str
    """Why, if it was said."""
    changes: tuple[Change, ...]
    """What was changed."""


def history(collection: Collection, operation: str = "") -> tuple[Step, ...]:
    """Give what was done to a collection, or to one operation or source of it; the newest step last."""
    store = collection.store
    if not operation:
        return steps(store.spreadsheet("changes"))
    found = steps(store.excerpt("changes", "operation", operation))
    return found or steps(store.excerpt("changes", "key", operation))


def steps(log: Spreadsheet) -> tuple[Step, ...]:
    """Sort the log's rows into steps."""
    lines = [log.cells(row) for row in log.rows]
    return tuple(
        Step(when=when, editor=editor, reason=reason, changes=tuple(changes_in(list(part))))
        for (when, editor, reason), group in groupby(lines, key=moment)
        for part in apart(list(group))
    )


def moment(line: Line) -> tuple[str, str, str]:
    """Give what the rows of one step have in common."""
    return line["when"], line["editor"], line["reason"]


def apart(lines: list[Line]) -> Iterator[list[Line]]:
    """Part steps of the same second: where a cell changes again, another step begins."""
    part: list[Line] = []
    seen: set[tuple[str, str, str]] = set()
    for line in lines:
        cell = line["table"], line["key"], line["column"]
        if cell in seen:
            yield part
            part, seen = [], set()
        seen.add(cell)
        part.append(line)
    if part:
        yield part


def changes_in(lines: list[Line]) -> Iterator[Change]:
    """Make the changes of one step from its cells."""
    rows: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line["table"] in KEYS:
            rows.setdefault((line["table"], line["key"]), []).append(line)
    for (table, key), cells in rows.items():
        yield change_of(table, key, cells)


def change_of(table: str, key: str, cells: list[Line]) -> Change:
    """Make the change of one row; it is new, or gone, when its key itself came or went."""
    columns = KEYS[table]
    before = {line["column"]: line["before"] for line in cells}
    after = {line["column"]: line["after"] for line in cells}
    in_key = [name for name in columns if name in before]
    return Change(
        table=table,
        key=tuple(key.split(JOINT, maxsplit=len(columns) - 1)),
        before=None if in_key and not any(before[name] for name in in_key) else before,
        after=None if in_key and not any(after[name] for name in in_key) else after,
    )
