"""Who is who: country codes, the parts of the world, and names in the reader's language."""

from __future__ import annotations

from coopmap.countries.codes import codes, is_code, region, subregion, territories
from coopmap.countries.labels import label
from coopmap.countries.suggestion import suggest

__all__ = ["codes", "is_code", "label", "region", "subregion", "suggest", "territories"]
