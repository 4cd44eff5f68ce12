"""Every problem a review can find: its noun, how much it matters, and what it means."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Noun:
    """One sort of problem."""

    noun: str
    """What it is called: ``missing-lead``."""
    severity: str
    """How much it matters unless there is more to say: error, warning or note."""
    meaning: str
    """What it is, why it matters, and when it is no fault."""


@cache
def nouns() -> dict[str, Noun]:
    """Give every noun, in the order a reviewer thinks."""
    with (Path(__file__).parent / "nouns.csv").open(encoding="utf-8", newline="") as file:
        return {row["noun"]: Noun(**row) for row in csv.DictReader(file)}
