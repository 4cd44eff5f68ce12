"""Countries and their territories side by side: Denmark and Greenland, France and Réunion."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopmap.countries import codes, territories
from coopmap.records.problem import problem
from coopmap.records.review.called import label
from coopmap.records.review.commands import remove
from coopmap.records.review.naming import answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation
    from coopmap.records.problem import Problem


def territory_problems(operation: Operation) -> Iterator[Problem]:
    """Tell of a country and its territory in two rows, which a source may count as one."""
    present = {one.country for one in operation.participations if one.role != "host"}
    if owners().keys().isdisjoint(present):
        return
    for one in operation.participations:
        owner = owners().get(one.country, "")
        if owner in present and one.role != "host":
            name = one.as_written
            named = name == label(one.country) or (bool(name) and answered(name).code == one.country)
            sentence = f"{label(one.country)} and {label(owner)}, to which it belongs, are two rows."
            mend = f"nothing, if the source names both; else {remove(one.operation, one.country)}"
            severity = "note" if named else "warning"
            yield problem("territory-beside-country", sentence, one, mend=mend, severity=severity)


@cache
def owners() -> dict[str, str]:
    """Give the country of each territory that has a code of its own."""
    return {territory: code for code in codes() for territory in territories(code)}
