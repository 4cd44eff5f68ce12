"""The log says of every changed cell when it was changed, by whom and why, and what stood there before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.records.cells import unwritable
from coopmap.records.tables import ALL_TABLES

if TYPE_CHECKING:
    from coopmap.records.change import Change

JOINT = " + "
"""What stands between the values of a key."""

RESOURCE = Path(__file__).parent / "changes.json"
"""How ``datapackage.json`` describes the log, column by column."""


def now() -> str:
    """Give the time as the log writes it: ``2025-03-04T09:30:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def entries(
    changes: Iterable[Change], *, when: str, editor: str = "", reason: str = ""
) -> Iterator[tuple[str, ...]]:
    """Give the log's rows for some changes: one for each cell that differs, in the order of its columns.

    Args:
        changes: what is changed, each with all cells of its row before and after, as ``settle`` gives them.
        when: the time, from ``now``.
        editor: who did it; empty when nobody said.
        reason: why, in a few words.
    """
    editor, reason = said("editor", editor), said("reason", reason)
    for change in changes:
        before, after = change.before or {}, change.after or {}
        about = operation_of(change.table, after or before)
        key = JOINT.join(change.key)
        for column in {**before, **after}:
            was, shall = before.get(column, ""), after.get(column, "")
            if was != shall:
                yield (when, editor, about, change.table, key, column, was, shall, reason)


def said(what: str, text: str) -> str:
    """Give what somebody said, on one line."""
    fault = unwritable(text)
    if fault:
        raise CoopmapError(f"the {what}: {fault}")
    return " ".join(text.split())


def operation_of(table: str, cells: Mapping[str, str]) -> str:
    """Say which operation a row belongs to; a source belongs to none."""
    first = ALL_TABLES[table].columns[0]
    if table == "operations":
        return cells.get("id", "")
    return cells.get(first.name, "") if first.refers_to == "operations" else ""


def resource(path: str) -> dict[str, Any]:
    """Describe the log for ``datapackage.json``, kept in a file of this name."""
    described: dict[str, Any] = json.loads(RESOURCE.read_text(encoding="utf-8"))
    return {**described, "path": path}
