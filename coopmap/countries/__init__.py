"""Who is who: country codes, the parts of the world, and names in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopmap.countries.codes import codes, is_code, region, subregion

if TYPE_CHECKING:
    from coopmap.countries.labels import label
    from coopmap.countries.suggestion import suggest

__all__ = ["codes", "is_code", "label", "region", "subregion", "suggest"]

NAMING = {"label": "labels", "suggest": "suggestion"}
"""Words that need the CLDR's names, fetched when asked for so that a list of records prints at once."""


def __getattr__(word: str) -> Any:  # noqa: ANN401 - a module's words have many types
    """Fetch a naming word the first time it is asked for."""
    if word not in NAMING:
        raise AttributeError(f"coopmap.countries has no {word!r}; it has: {', '.join(__all__)}")
    from importlib import import_module  # noqa: PLC0415 - only when a name is asked for

    return getattr(import_module(f"coopmap.countries.{NAMING[word]}"), word)
