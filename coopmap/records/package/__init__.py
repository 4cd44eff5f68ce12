"""A collection kept as a folder of CSV files, which any spreadsheet opens and no change damages."""

from __future__ import annotations

from coopmap.records.package.descriptor import DESCRIPTOR, parsed
from coopmap.records.package.making import holds_package, write_package
from coopmap.records.package.store import Package, nearest_folder, shipped

__all__ = [
    "DESCRIPTOR",
    "Package",
    "holds_package",
    "nearest_folder",
    "parsed",
    "shipped",
    "write_package",
]
