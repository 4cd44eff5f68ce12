"""The development set: names in nine categories, a CSV file each, with the code that is due or none."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

BARS = {
    "codes": 99.5,
    "english": 95.0,
    "languages": 96.0,
    "historical": 92.0,
    "subnational": 99.0,
    "typos": 88.0,
    "organisations": 100.0,
    "ambiguous": 98.0,
    "adjectives": 90.0,
}
"""What must be right in each category, per cent."""
OVERALL = 95.0
"""What must be right over all, per cent."""


@dataclass(frozen=True)
class Name:
    """One name of the set."""

    name: str
    """As it is written."""
    code: str
    """The code that is due; empty where the name must be refused."""


def names(category: str) -> list[Name]:
    """Read a category's file."""
    path = Path(__file__).with_name(f"{category}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [Name(row["name"], row["code"]) for row in csv.DictReader(file)]
