"""A role behind a country's name in a list: ``Denmark (lead), Norway, Iceland (observer)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopmap.records.exchange.lexicon import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ASIDE = re.compile(r"\(([^()]{1,40})\)")
APART = ",;\n\r|"
"""What parts the names of a list."""
AND = re.compile(r"\s*(?:and|und|et|y|&)\s+")


def parted_by_role(text: str) -> Iterator[tuple[str, str]]:
    """Give the parts of a list with the role that stands behind them; without one, all the rest together."""
    rest: list[str] = []
    end = 0
    for match in ASIDE.finditer(text):
        role = role_of(match[1])
        if not role:
            continue
        before = text[end : match.start()]
        cut = max(map(before.rfind, APART)) + 1
        rest.append(before[:cut])
        end = match.end()
        yield role, _without_and(before[cut:])
    names = [name for part in _rest(rest, text[end:]) if (name := _without_and(part))]
    if names:
        yield "", "\n".join(names)


def _without_and(name: str) -> str:
    """Give ``Norway`` of ``and Norway``."""
    match = AND.match(f"{name} ")
    return name[match.end() :].strip() if match else name.strip()


def _rest(before: list[str], last: str) -> list[str]:
    """Give what is left of a list when names with a role are taken out."""
    if not before:
        return [last] if last.strip() else []
    return [piece for part in (*before, last) if (piece := part.strip(f" {APART}"))]
