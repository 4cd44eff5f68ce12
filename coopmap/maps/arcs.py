"""Arcs: thin lines from each lead to its partners, over the shortest way on the earth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coopmap.atlas import Frame, geodesic, middle
from coopmap.maps.looks import WITHDRAWN, look
from coopmap.maps.sheet import Arc
from coopmap.records import LEADING

if TYPE_CHECKING:
    from coopmap.records import Participation

MOST = 20
"""More partners than this, and arcs would hide the map instead of explaining it."""


def arcs(
    participations: list[Participation],
    frames: list[Frame],
    wanted: bool,  # noqa: FBT001 - passed on
) -> list[tuple[Arc, ...]]:
    """For each frame its arcs; an arc is drawn on the first frame that shows both its ends.

    No arc leads to a country that withdrew.
    """
    found: list[list[Arc]] = [[] for _ in frames]
    if not wanted:
        return [tuple(each) for each in found]
    leads = [one.country for one in participations if one.role in LEADING]
    partners = [one.country for one in participations if one.role not in LEADING and look(one) != WITHDRAWN]
    for rank, lead in enumerate(leads):
        for partner in partners:
            for each, frame in zip(found, frames, strict=True):
                if frame.shows(middle(lead)) and frame.shows(middle(partner)):
                    lines = geodesic(middle(lead), middle(partner), frame)
                    rings = tuple(np.round(line).astype(np.int32) for line in lines)
                    each.append(Arc(lead=lead, partner=partner, rank=rank, line=rings))
                    break
    return [tuple(each) for each in found]


def sensible(participations: list[Participation]) -> bool:
    """Whether arcs explain this operation: a lead is known, and the partners are not too many."""
    leads = sum(one.role in LEADING for one in participations)
    return 0 < leads * (len(participations) - leads) <= MOST
