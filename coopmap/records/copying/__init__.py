"""A whole collection moves from one place to another: folder to database, database to folder."""

from __future__ import annotations

from coopmap.records.copying.moving import Whole, holds, whole, write

__all__ = ["Whole", "holds", "whole", "write"]
