"""What the tables of a collection hold: every column, and what may stand in its cells."""

from __future__ import annotations

from dataclasses import dataclass

from coopmap.records.vocabulary import KINDS, ORGANISATION_ROLES, QUALIFIERS, ROLES, STATUSES


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a table."""

    name: str
    """The word in the header."""
    content: str = "text"
    """What its cells hold: text, names, id, word, date, code, count, number, yes-no or address."""
    required: bool = False
    """Whether its cells may not be empty."""
    words: tuple[str, ...] = ()
    """The words it may hold, when it holds a word."""
    refers_to: str = ""
    """The table whose ids it holds, if any."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of a collection."""

    name: str
    """Its name in ``datapackage.json``: ``operations``."""
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    columns: tuple[Column, ...]
    """Its columns, in order."""

    @property
    def header(self) -> tuple[str, ...]:
        """The words of the first row."""
        return tuple(column.name for column in self.columns)


OPERATIONS = Table(
    name="operations",
    key=("id",),
    columns=(
        Column(name="id", content="id", required=True),
        Column(name="name", required=True),
        Column(name="aliases", content="names"),
        Column(name="kind", content="word", required=True, words=tuple(KINDS)),
        Column(name="start", content="date"),
        Column(name="end", content="date"),
        Column(name="announced", content="date"),
        Column(name="declared_countries", content="count"),
        Column(name="declared_qualifier", content="word", words=tuple(QUALIFIERS)),
        Column(name="list_complete", content="yes-no"),
        Column(name="series", content="id"),
        Column(name="summary"),
        Column(name="note"),
    ),
)

PARTICIPATIONS = Table(
    name="participations",
    key=("operation", "country"),
    columns=(
        Column(name="operation", content="id", required=True, refers_to="operations"),
        Column(name="country", content="code", required=True),
        Column(name="role", content="word", required=True, words=tuple(ROLES)),
        Column(name="agency"),
        Column(name="since", content="date"),
        Column(name="until", content="date"),
        Column(name="status", content="word", required=True, words=tuple(STATUSES)),
        Column(name="source", content="id", refers_to="sources"),
        Column(name="as_written"),
        Column(name="note"),
    ),
)

ORGANISATIONS = Table(
    name="organisations",
    key=("operation", "organisation"),
    columns=(
        Column(name="operation", content="id", required=True, refers_to="operations"),
        Column(name="organisation", required=True),
        Column(name="role", content="word", required=True, words=tuple(ORGANISATION_ROLES)),
        Column(name="note"),
    ),
)

OUTCOMES = Table(
    name="outcomes",
    key=("operation", "measure", "source"),
    columns=(
        Column(name="operation", content="id", required=True, refers_to="operations"),
        Column(name="measure", content="id", required=True),
        Column(name="value", content="number", required=True),
        Column(name="unit"),
        Column(name="qualifier", content="word", required=True, words=tuple(QUALIFIERS)),
        Column(name="as_of", content="date"),
        Column(name="source", content="id", required=True, refers_to="sources"),
        Column(name="chosen", content="yes-no", required=True),
    ),
)

SOURCES = Table(
    name="sources",
    key=("id",),
    columns=(
        Column(name="id", content="id", required=True),
        Column(name="publisher", required=True),
        Column(name="title"),
        Column(name="url", content="address"),
        Column(name="published", content="date"),
        Column(name="retrieved", content="date"),
    ),
)

CHANGES = Table(
    name="changes",
    key=(),
    columns=(
        Column(name="when", required=True),
        Column(name="editor"),
        Column(name="operation", content="id"),
        Column(name="table", required=True),
        Column(name="key", required=True),
        Column(name="column", required=True),
        Column(name="before"),
        Column(name="after"),
        Column(name="reason"),
    ),
)
"""The log: one row is a cell that was changed."""

TABLES = (OPERATIONS, PARTICIPATIONS, ORGANISATIONS, OUTCOMES, SOURCES)
"""All five, in reading order."""

ALL_TABLES = {table.name: table for table in (*TABLES, CHANGES)}
"""The five and the log, by name."""
