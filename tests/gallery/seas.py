"""Sheets of operations in Africa, in the Americas, in Asia, in the Pacific and in the Arctic."""

from __future__ import annotations

from coopmap.maps import Sheet, compose
from tests.maps.operations import shipped


def serengeti() -> Sheet:
    """Africa only, nobody led, Mauritius far out in the ocean."""
    return compose(shipped()["operation-serengeti-2024"])


def lake_chad() -> Sheet:
    """Five neighbours, one of which withdrew."""
    return compose(shipped()["mnjtf"])


def ramsi() -> Sheet:
    """The Pacific across the date line: fourteen island states, most of them specks, one lead, one host."""
    return compose(shipped()["ramsi"])


def tighten_the_net() -> Sheet:
    """East and South-East Asia, with Brunei and Singapore as specks."""
    return compose(shipped()["operation-tighten-the-net-2022"])


def orion() -> Sheet:
    """The Americas with the Caribbean's small islands, and six countries of Europe."""
    return compose(shipped()["orion-vi"])


def haiti() -> Sheet:
    """The lead is on another continent than the host and all partners."""
    return compose(shipped()["haiti-mss-2025"])


def arctic() -> Sheet:
    """The host is a territory of the lead: Greenland."""
    return compose(shipped()["arctic-endurance-2026"])


SHEETS = (serengeti, lake_chad, ramsi, tighten_the_net, orion, haiti, arctic)
