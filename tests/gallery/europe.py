"""Sheets of operations whose countries are mostly in Europe."""

from __future__ import annotations

from coopmap.maps import Sheet, compose
from tests.maps.operations import shipped


def cumberland() -> Sheet:
    """The ordinary hard case: a small lead, a crowd in Europe, Australia and New Zealand far off."""
    return compose(shipped()["operation-cumberland"])


def taken_down() -> Sheet:
    """Europe only, one lead, few partners: arcs, and no inset."""
    return compose(shipped()["operation-taken-down"])


def endgame() -> Sheet:
    """Three co-leads side by side, Armenia at the edge, the United States elsewhere."""
    return compose(shipped()["operation-endgame-2024"])


def irini() -> Sheet:
    """In French. Nobody led; Malta and Luxembourg are dots among large neighbours."""
    return compose(shipped()["eunavfor-irini-2020"], language="fr")


def joint_action_days() -> Sheet:
    """In German. Thirty-four countries, the whole Balkans with Kosovo, and the lead in a far corner."""
    return compose(shipped()["empact-jad-see-2020"], language="de")


def encrochat() -> Sheet:
    """Two countries, both leads, in a list that is known to be incomplete."""
    return compose(shipped()["encrochat-takedown"])


def mh17() -> Sheet:
    """A lead in Europe with half of its partners on the other side of the world."""
    return compose(shipped()["mh17-jit"])


SHEETS = (cumberland, taken_down, endgame, irini, joint_action_days, encrochat, mh17)
