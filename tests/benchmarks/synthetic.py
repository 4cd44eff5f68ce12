"""A large collection that nobody wrote: operations and all that belongs to them, always the same."""

from __future__ import annotations

import csv
import random
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.countries import codes
from coopmap.records import KINDS, QUALIFIERS, TABLES
from tests.checkout import ROOT

if TYPE_CHECKING:
    pass

AGENCIES = ("", "", "", "Federal Police", "Customs Service", 'Ministry of the Interior, "Section 5"', "海警")
NOTES = (
    "",
    "",
    "",
    "",
    "Joined later, says the second source.",
    "Counted twice in the release;\nsee the source.",
)
ROLES = ("partner", "partner", "partner", "partner", "supporter", "host", "observer")

Rows = dict[str, list[list[object]]]


def make(folder: Path, *, operations: int = 100_000, each: int = 10) -> Path:
    """Write a collection with so many operations, each with so many countries on average."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "datapackage.json", folder)
    chance = random.Random(1)  # noqa: S311 - it shall be the same every time
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(file, lineterminator="\n")
            writers[table.name].writerow(table.header)
        for number in range(operations):
            for name, rows in one(number, each, chance).items():
                writers[name].writerows(rows)
    return folder


def one(number: int, each: int, chance: random.Random) -> Rows:
    """Give the rows of one operation; every second one has a source of its own."""
    name = f"operation-{number}"
    source = f"paper-{number // 2}"
    date = f"{chance.randint(1990, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    countries = chance.sample(ALL, chance.randint(1, 2 * each - 1))
    kind = chance.choice(list(KINDS))
    summary, note = f"The {number}th of its kind, with others.", chance.choice(NOTES)
    aliases, series = f"Op {number};No. {number}", f"series-{number % 500}"
    counted = (len(countries), "exact", "yes")
    rows: Rows = {table.name: [] for table in TABLES}
    rows["operations"] = [
        [name, f"Operation {number}", aliases, kind, date, "", date, *counted, series, summary, note]
    ]
    for place, country in enumerate(countries):
        role = "lead" if place == 0 else chance.choice(ROLES)
        agency, note = chance.choice(AGENCIES), chance.choice(NOTES)
        written = f"{country} as {number} wrote it" if chance.random() < 0.2 else country.title()
        rows["participations"].append([name, country, role, agency, "", "", "stated", source, written, note])
    rows["organisations"] = [[name, "Europol", "coordinator", ""]]
    arrests, exactly = chance.randint(1, 900), chance.choice(list(QUALIFIERS))
    rows["outcomes"] = [[name, "arrests", arrests, "", exactly, date, source, "yes"]]
    if number % 2 == 0:
        url = f"https://news.example/{number}"
        rows["sources"] = [[source, f"Paper {number % 300}", f"Raids, part {number}", url, date, ""]]
    return rows


ALL = sorted(codes())
