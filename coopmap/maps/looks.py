"""Looks: how each participation is drawn, by its role unless its part is disputed or was given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records import ROLES

if TYPE_CHECKING:
    from coopmap.records import Participation

CONTESTED, WITHDRAWN = "contested", "withdrawn"

LOOKS = (*ROLES, CONTESTED, WITHDRAWN)
"""Every look of a participation, in the order of the key."""

LAYERS = ("observer", WITHDRAWN, "supporter", CONTESTED, "partner", "host", "co-lead", "lead")
"""The looks from the lowest to the uppermost layer; one not named here lies lowest."""

OUTLINED = ("lead", "co-lead", "host", "observer", "supporter", CONTESTED, WITHDRAWN)
"""The looks that have a line around them."""

_BY_STATUS = {"disputed": CONTESTED, "withdrawn": WITHDRAWN}
_FIXED = {CONTESTED: "bands", WITHDRAWN: "crosses", "disputed": "hatch"}


def look(one: Participation) -> str:
    """How a country's part is drawn: a part disputed or given up is never painted as a plain one."""
    return _BY_STATUS.get(one.status, one.role)


def drawn_over(patterns: tuple[tuple[str, str], ...], shown: frozenset[str]) -> list[tuple[str, str]]:
    """The patterns of the looks on a panel (``disputed``: its disputed areas), each with its kind.

    Args:
        patterns: what the theme draws over roles.
        shown: the looks on the panel.
    """
    return [(name, kind) for name, kind in (*patterns, *_FIXED.items()) if name in shown]
