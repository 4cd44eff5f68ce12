"""Records come in from the files people have, and go out into the files people want."""

from __future__ import annotations

from coopmap.records.exchange.draft import Draft, Understanding
from coopmap.records.exchange.filing import Filing, filing
from coopmap.records.exchange.foreign import foreign, foreign_folder
from coopmap.records.exchange.grid import Foreign
from coopmap.records.exchange.identity import Wishes
from coopmap.records.exchange.network import as_graphml
from coopmap.records.exchange.placing import place_file, place_folder
from coopmap.records.exchange.selection import Selection, selection
from coopmap.records.exchange.sqlitefile import write_sqlite
from coopmap.records.exchange.understanding import understand
from coopmap.records.exchange.workbook import workbook
from coopmap.records.exchange.writing import as_csv, as_json, package_files
from coopmap.records.exchange.zipping import zipped

__all__ = [
    "Draft",
    "Filing",
    "Foreign",
    "Selection",
    "Understanding",
    "Wishes",
    "as_csv",
    "as_graphml",
    "as_json",
    "filing",
    "foreign",
    "foreign_folder",
    "package_files",
    "place_file",
    "place_folder",
    "selection",
    "understand",
    "workbook",
    "write_sqlite",
    "zipped",
]
