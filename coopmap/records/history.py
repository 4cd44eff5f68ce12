"""What was done to a collection, step by step: the rows of its log become changes again, to be told."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from coopmap.records.change import Change
from coopmap.records.comparison import names_in
from coopmap.records.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    """Give what was done to a collection, or to one operation or source of it; the newest step last.

    An operation or source that got another id brings along what was done under its earlier one.
    """
    log = collection.store
    if not operation:
        return steps(log.spreadsheet("changes"))
    ids, waiting = [], [operation]
    while waiting:
        ids.append(waiting.pop())
        renamed = steps(log.excerpt("changes", "after", ids[-1]))
        waiting += [old for old in renames(renamed) if old not in ids]
    found = [step for one in reversed(ids) for step in steps(log.excerpt("changes", "operation", one))]
    found = found or [step for one in reversed(ids) for step in steps(log.excerpt("changes", "key", one))]
    return tuple(sorted(found, key=lambda step: step.when))


def names_told(done: Sequence[Step], collection: Collection) -> dict[str, str]:
    """Give the names of the operations in a log, under every id they had: today's, else the last one told."""
    named = {change.key[0] for step in done for change in step.changes}
    became = renames(done)
    today = names_in(collection, named | set(became.values()))
    told = {
        change.key[0]: row["name"]
        for step in done
        for change in step.changes
        for row in (change.before, change.after)
        if change.table == "operations" and row and row.get("name")
    }
    names = {}
    for operation in named:
        last = operation
        for _ in became:  # an id may have become another one several times
            last = became.get(last, last) if last not in today else last
        names[operation] = today.get(last) or told.get(last) or told.get(operation) or operation
    return names


def renames(done: Iterable[Step]) -> dict[str, str]:
    """Give the ids that became other ones."""
    return {
        change.before["id"]: change.after["id"]
        for step in done
        for change in step.changes
        if change.before
        and change.after
        and change.table in {"operations", "sources"}
        and "id" in change.after
    }


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
