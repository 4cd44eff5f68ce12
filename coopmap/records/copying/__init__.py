"""A whole collection is begun, or moves from one place to another: folder to database, database to folder."""

from __future__ import annotations

from coopmap.records.copying.blank import blank
from coopmap.records.copying.moving import Whole, holds, whole, write

__all__ = ["Whole", "blank", "holds", "whole", "write"]
