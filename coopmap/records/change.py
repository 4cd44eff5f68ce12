"""A change of one row, written down before it is made: what stood there and what shall stand there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coopmap.errors import CoopmapError


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row that is new, goes, or gets other cells."""

    table: str
    """The table the row stands in: ``participations``."""
    key: tuple[str, ...]
    """The values of the table's key columns: of the row as it was, or of the new row."""
    before: Mapping[str, str] | None
    """The cells as they were seen, by column; nothing when the row is new."""
    after: Mapping[str, str] | None
    """The cells as they shall be; columns left out stay as they are. Nothing when the row goes."""


class Conflict(CoopmapError):  # noqa: N818 - an error is a noun here
    """A row that is no longer what somebody saw who wants to change it."""
