"""What countries are called in English, each asked for once."""

from __future__ import annotations

from functools import cache

from coopmap.countries import label as named


@cache
def label(code: str) -> str:
    """Give a country's short English name."""
    return named(code)
