"""A collection kept in a database that a desk shares, instead of a folder of CSV files."""

from __future__ import annotations

from coopmap.records.database.making import holds_collection, write_database
from coopmap.records.database.store import Database

__all__ = ["Database", "holds_collection", "write_database"]
