"""Who is who: country codes, names in any language, groups, and the parts of the world."""

from __future__ import annotations

from coopmap.countries.answer import Answer
from coopmap.countries.codes import codes, home_parts, is_code, region, subregion, territories
from coopmap.countries.existence import before_it, existed, since
from coopmap.countries.gazetteer import resolve
from coopmap.countries.groups import is_group, members
from coopmap.countries.labels import label
from coopmap.countries.suggestion import suggest

__all__ = [
    "Answer",
    "before_it",
    "codes",
    "existed",
    "home_parts",
    "is_code",
    "is_group",
    "label",
    "members",
    "region",
    "resolve",
    "since",
    "subregion",
    "suggest",
    "territories",
]
