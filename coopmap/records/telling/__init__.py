"""Changes told in words that a newspaper can print as a correction."""

from __future__ import annotations

from coopmap.records.telling.lines import Told, tell, tell_all, told

__all__ = ["Told", "tell", "tell_all", "told"]
