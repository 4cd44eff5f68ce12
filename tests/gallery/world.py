"""Sheets of operations whose countries are all over the world."""

from __future__ import annotations

from coopmap.maps import Sheet, compose
from tests.maps.operations import shipped


def coalition() -> Sheet:
    """Fifty-eight countries all over the world, more than half of them in Europe."""
    return compose(shipped()["coalition-against-isis-2016"])


def haechi() -> Sheet:
    """Thirty-four countries, no lead; Liechtenstein, the Maldives, Mauritius and other specks."""
    return compose(shipped()["operation-haechi-iv"])


def combined_task_force() -> Sheet:
    """The lead in the far south, its partners in a crowd in the north."""
    return compose(shipped()["ctf-150-2010"])


def prosperity_guardian() -> Sheet:
    """Two countries dispute that they took part; Bahrain and the Seychelles are specks."""
    return compose(shipped()["operation-prosperity-guardian"])


def earthquake() -> Sheet:
    """In Arabic, from right to left. A host, Kosovo, Taiwan, and an incomplete list."""
    return compose(shipped()["turkiye-quake-international-2023"], language="ar")


SHEETS = (coalition, haechi, combined_task_force, prosperity_guardian, earthquake)
