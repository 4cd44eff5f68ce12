"""A table as a pandas frame, for notebooks and analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from coopmap.records.cells import Value
    from coopmap.records.tables import Table

TYPES = {"count": "Int64", "yes-no": "boolean"}
"""The frame's types for contents that are not text and may be missing."""


def frame(table: Table, rows: list[dict[str, Value]]) -> pd.DataFrame:
    """Give a table's rows as a frame with the same columns, in the same order.

    Several names in one cell stay one text, as in the file: ``names.str.split(";")`` takes them apart.
    """
    columns = {
        column.name: series([joined(row[column.name]) for row in rows], column.content)
        for column in table.columns
    }
    return pd.DataFrame(columns, columns=list(table.header))


def series(values: list[Value], content: str) -> pd.Series:
    """Give a column: figures as numbers, texts as they stand."""
    if content == "number":
        return pd.Series(pd.to_numeric(pd.Series(values, dtype="object")))
    return pd.Series(values, dtype=TYPES.get(content, "object"))


def joined(value: Value) -> Value:
    """Give several names as one text."""
    return ";".join(value) if isinstance(value, tuple) else value
