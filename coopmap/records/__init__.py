"""What happened, who took part, what came of it, and who says so: operations and the tables they stand in."""

from __future__ import annotations

from coopmap.records.collection import Collection, UnknownOperation, read
from coopmap.records.operation import Operation, Organisation, Outcome, Participation, Source
from coopmap.records.plain import plain
from coopmap.records.problem import Problem
from coopmap.records.review import review
from coopmap.records.tables import TABLES
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
    "KINDS",
    "LEADING",
    "ORGANISATION_ROLES",
    "QUALIFIERS",
    "ROLES",
    "SEVERITIES",
    "STATUSES",
    "TABLES",
    "Collection",
    "Operation",
    "Organisation",
    "Outcome",
    "Participation",
    "Problem",
    "Source",
    "UnknownOperation",
    "plain",
    "read",
    "review",
]
