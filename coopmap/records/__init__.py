"""What happened, who took part, what came of it, and who says so: operations and the tables they stand in."""

from __future__ import annotations

from coopmap.records.change import Change, Conflict
from coopmap.records.collection import Collection, UnknownOperation, read
from coopmap.records.comparison import compare, names_in
from coopmap.records.history import Step, history, names_told
from coopmap.records.operation import Operation, Organisation, Outcome, Participation, Source
from coopmap.records.plain import plain
from coopmap.records.problem import Problem
from coopmap.records.review import review
from coopmap.records.store import Store, open_store
from coopmap.records.tables import CHANGES, TABLES
from coopmap.records.vocabulary import (
    KINDS,
    LEADING,
    ORGANISATION_ROLES,
    QUALIFIERS,
    ROLES,
    SEVERITIES,
    STATUSES,
)

__all__ = [
    "CHANGES",
    "KINDS",
    "LEADING",
    "ORGANISATION_ROLES",
    "QUALIFIERS",
    "ROLES",
    "SEVERITIES",
    "STATUSES",
    "TABLES",
    "Change",
    "Collection",
    "Conflict",
    "Operation",
    "Organisation",
    "Outcome",
    "Participation",
    "Problem",
    "Source",
    "Step",
    "Store",
    "UnknownOperation",
    "compare",
    "history",
    "names_in",
    "names_told",
    "open_store",
    "plain",
    "read",
    "review",
]
