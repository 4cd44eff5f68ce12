"""Changing a collection: each word gives the changes to make and writes nothing; ``apply`` writes them.

``collection.apply(join(collection, "operation-cumberland", "Estonia", cells={"since": "2025-03-04"}))``
"""

from __future__ import annotations

from coopmap.records.editing.operations import add, edit, remove, target
from coopmap.records.editing.outcomes import measures_alike, outcome, remove_outcome
from coopmap.records.editing.participants import date_of_groups, join, leave, participants, role, rows_under
from coopmap.records.editing.rehearsal import check_own, rehearse
from coopmap.records.editing.roster import Named, Roster, roster
from coopmap.records.editing.rows import check_cell
from coopmap.records.editing.slug import slug
from coopmap.records.editing.sources import (
    attach,
    change_source,
    new_source,
    remove_source,
    source_at,
    source_row,
)

__all__ = [
    "Named",
    "Roster",
    "add",
    "attach",
    "change_source",
    "check_cell",
    "check_own",
    "date_of_groups",
    "edit",
    "join",
    "leave",
    "measures_alike",
    "new_source",
    "outcome",
    "participants",
    "rehearse",
    "remove",
    "remove_outcome",
    "remove_source",
    "role",
    "roster",
    "rows_under",
    "slug",
    "source_at",
    "source_row",
    "target",
]
