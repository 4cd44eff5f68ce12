"""What happened, who took part, what came of it, and who says so: operations and the tables they stand in."""

from __future__ import annotations

from coopmap.records.change import Change, Conflict
from coopmap.records.collection import Collection, UnknownOperation, read
from coopmap.records.comparison import compare, names_in
from coopmap.records.history import Step, history, names_told
from coopmap.records.nouns import Noun, nouns
from coopmap.records.operation import Operation, Organisation, Outcome, Participation, Source
from coopmap.records.plain import plain
from coopmap.records.problem import Problem
from coopmap.records.review import (
    ACCEPTED,
    Acceptance,
    acceptance_in,
    lines_of,
    review,
    review_all,
    review_one,
)
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
    "ACCEPTED",
    "CHANGES",
    "KINDS",
    "LEADING",
    "ORGANISATION_ROLES",
    "QUALIFIERS",
    "ROLES",
    "SEVERITIES",
    "STATUSES",
    "TABLES",
    "Acceptance",
    "Change",
    "Collection",
    "Conflict",
    "Noun",
    "Operation",
    "Organisation",
    "Outcome",
    "Participation",
    "Problem",
    "Source",
    "Step",
    "Store",
    "UnknownOperation",
    "acceptance_in",
    "compare",
    "history",
    "lines_of",
    "names_in",
    "names_told",
    "nouns",
    "open_store",
    "plain",
    "read",
    "review",
    "review_all",
    "review_one",
]
