"""The tables of a database that keeps a collection, with the rules that the database itself enforces.

A missing cell is NULL, so no text is ever empty. Every cell is kept as the text it was, because ``2.50`` is
what the source says and ``2025-02`` is a date. What the rules below refuse, coopmap refuses before, in a
sentence; they are there for those who write into the database by other means.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

from coopmap.records import tables
from coopmap.records.cells import LONGEST_ID

VERSION = 1
"""The version of these tables; another one is refused, never guessed at."""

ROOM = 1 << 32
"""How far apart rows are set; the room between them is for rows that come later."""

FIRST = 2
"""The number of the first row, as a spreadsheet counts: the header is row 1."""

METADATA = MetaData()

COLLECTION = Table(
    "collection",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("descriptor", Text, nullable=False),
    Column("headers", Text, nullable=False),
    CheckConstraint("id = 1", name="collection_is_one"),
)
"""One row: what ``datapackage.json`` says, and the header of every table, as JSON."""

DIGIT = "[0-9]"

RULES: dict[str, tuple[str, str]] = {
    "id": (
        (
            "{0} NOT GLOB '*[^a-z0-9-]*' AND {0} NOT GLOB '-*' AND {0} NOT GLOB '*-' "
            f"AND {{0}} NOT GLOB '*--*' AND length({{0}}) <= {LONGEST_ID}"
        ),
        f"{{0}} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length({{0}}) <= {LONGEST_ID}",
    ),
    "code": ("{0} GLOB '[A-Z][A-Z][A-Z]'", "{0} ~ '^[A-Z]{{3}}$'"),
    "date": (
        " OR ".join(
            f"{{0}} GLOB '{form}'"
            for form in (
                DIGIT * 4,
                f"{DIGIT * 4}-[01]{DIGIT}",
                f"{DIGIT * 4}-[01]{DIGIT}-[0-3]{DIGIT}",
            )
        ),
        "{0} ~ '^[0-9]{{4}}(-[01][0-9](-[0-3][0-9])?)?$'",
    ),
    "count": ("{0} NOT GLOB '*[^0-9]*' AND length({0}) <= 9", "{0} ~ '^[0-9]{{1,9}}$'"),
    "number": (
        "{0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '*.*.*' AND {0} NOT GLOB '.*' AND {0} NOT GLOB '*.'",
        "{0} ~ '^[0-9]{{1,15}}(\\.[0-9]{{1,9}})?$'",
    ),
    "yes-no": ("lower({0}) IN ('yes', 'no')", "lower({0}) IN ('yes', 'no')"),
    "address": (
        "lower({0}) GLOB 'http://?*' OR lower({0}) GLOB 'https://?*'",
        "lower({0}) ~ '^https?://.'",
    ),
}
"""What a cell of each content looks like, in the language of SQLite and of PostgreSQL."""


def table_of(table: tables.Table) -> Table:
    """Give the database's table for one of the collection's."""
    columns = [Column(each.name, Text, nullable=not each.required) for each in table.columns]
    return Table(
        table.name,
        METADATA,
        Column("position", BigInteger, nullable=False),
        *columns,
        Column("extra", Text),
        *rules_of(table),
    )


def rules_of(table: tables.Table) -> list[SchemaItem]:
    """Give what the database enforces on a table: keys, references and what a cell looks like."""
    if table.key:
        rules: list[SchemaItem] = [
            PrimaryKeyConstraint(*table.key, name=f"{table.name}_key"),
            UniqueConstraint("position", name=f"{table.name}_position"),
        ]
    else:
        rules = [PrimaryKeyConstraint("position", name=f"{table.name}_key")]
    for column in table.columns:
        rules += cell_rules(table.name, column)
        if column.refers_to:
            rules += reference(table, column)
    return rules


def cell_rules(table: str, column: tables.Column) -> list[SchemaItem]:
    """Give the rules for the cells of a column."""
    name, quoted = f"{table}_{column.name}", f'"{column.name}"'
    rules: list[SchemaItem] = [CheckConstraint(f"{quoted} <> ''", name=f"{name}_not_empty")]
    if column.words:
        words = ", ".join(f"'{word}'" for word in column.words)
        rules.append(CheckConstraint(f"{quoted} IN ({words})", name=f"{name}_word"))
    for dialect, rule in zip(("sqlite", "postgresql"), RULES.get(column.content, ()), strict=False):
        check = CheckConstraint(rule.format(quoted), name=f"{name}_{column.content}".replace("-", "_"))
        rules.append(check.ddl_if(dialect=dialect))
    return rules


def reference(table: tables.Table, column: tables.Column) -> list[SchemaItem]:
    """Let a column refer to another table; the database looks at the end of a transaction."""
    name = f"{table.name}_{column.name}"
    key = ForeignKeyConstraint(
        [column.name],
        [f"{column.refers_to}.id"],
        name=f"{name}_known",
        deferrable=True,
        initially="DEFERRED",
    )
    return [key] if column.name == table.key[0] else [key, Index(f"{name}_index", column.name)]


STORED = {table.name: table_of(table) for table in (*tables.TABLES, tables.CHANGES)}
"""The database's tables, by name."""

Index("changes_operation_index", STORED["changes"].c.operation)
