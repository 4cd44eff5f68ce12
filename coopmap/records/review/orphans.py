"""Sources that nothing names, and one address under several ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopmap.records.problem import problem
from coopmap.records.review.commands import source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from coopmap.records.operation import Source
    from coopmap.records.problem import Problem

TRIMMED = re.compile(
    r"^https?://(?:www\.)?|#(?![!/]).*$|(?<=[?&])(?:utm_\w+|fbclid|gclid)=[^&#]*&?", re.IGNORECASE
)
"""What may differ between two writings of one address."""


def orphan_problems(sources: Mapping[str, Source], named: AbstractSet[str]) -> Iterator[Problem]:
    """Look for sources that nothing names."""
    for one in sources.values():
        if one.id not in named:
            mend = f"coopmap source {one.id} --attach OPERATION, or --remove"
            yield problem("unused-source", f"Nothing names the source {one.id}.", one, mend=mend)


def repeated_addresses(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Look for one page under several ids."""
    seen: dict[str, Source] = {}
    for one in sources.values():
        if not one.url:
            continue
        first = seen.setdefault(TRIMMED.sub("", one.url).rstrip("/?&"), one)
        if first is not one:
            sentence = f"{one.id} has the same address as {first.id} (row {first.row})."
            reurl = source(one.id, "url", "ADDRESS")
            mend = f"name {first.id} instead and coopmap source {one.id} --remove; or {reurl}"
            severity = "note" if days(one) != days(first) else ""  # the page may have changed between them
            yield problem("repeated-address", sentence, one, mend=mend, severity=severity)


def days(one: Source) -> tuple[str, str]:
    """Give the days a source appeared and was read."""
    return one.published, one.retrieved
