"""A record without a fault, to be spoilt by the tests of the review, and collections made of such records."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING, Any

from coopmap.records import TABLES, Collection, Operation, Organisation, Outcome, Participation, Source
from tests.copies import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from coopmap.records import Problem


def country(code: str, role: str = "partner", **more: str) -> Participation:
    """Give a country's row."""
    values = {"agency": "", "since": "", "until": "", "status": "stated", "as_written": "", "note": ""}
    return Participation(
        **{"operation": "raid", "country": code, "role": role, "row": 7, "source": "paper", **values, **more}  # type: ignore[arg-type]
    )


def figure(**more: Any) -> Outcome:
    """Give a figure's row."""
    values = {"value": 3, "unit": "", "qualifier": "exact", "as_of": "", "source": "paper", "chosen": True}
    return Outcome(**{"operation": "raid", "measure": "arrests", "row": 9, **values, **more})


def body(name: str, role: str = "coordinator") -> Organisation:
    """Give an organisation's row."""
    return Organisation(operation="raid", organisation=name, role=role, note="", row=5)


def paper(source_id: str = "paper", **more: str) -> Source:
    """Give a source's row."""
    values = {"publisher": "The Paper", "title": "Raids", "url": "", "published": "", "retrieved": ""}
    return Source(**{"id": source_id, "row": 3, **values, **more})  # type: ignore[arg-type]


RAID = Operation(
    id="raid",
    name="Raid",
    aliases=(),
    kind="law-enforcement",
    start="2024-05",
    end="2024-06-10",
    announced="2024-06-11",
    declared_countries=2,
    declared_qualifier="exact",
    list_complete=True,
    series="",
    summary="",
    note="",
    participations=(country("DNK", "lead"), country("SWE")),
    organisations=(body("Europol"),),
    outcomes=(figure(),),
    sources=(paper(),),
    row=4,
)
"""A record without a fault."""


def told(problem: Problem) -> tuple[str, str, str, str, str]:
    """Give a problem as the tests expect it."""
    return (problem.severity, problem.noun, problem.place, problem.sentence, problem.mend)


def collection(folder: Path, *operations: Operation, sources: tuple[Source, ...] = (paper(),)) -> Collection:
    """Write operations as a collection and open it."""
    folder.mkdir(exist_ok=True)
    shutil.copy(DATA / "datapackage.json", folder)
    rows = {
        "operations": operations,
        "participations": [one for operation in operations for one in operation.participations],
        "organisations": [one for operation in operations for one in operation.organisations],
        "outcomes": [one for operation in operations for one in operation.outcomes],
        "sources": sources,
    }
    for table in TABLES:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.header)
            for row in rows[table.name]:
                writer.writerow([cell(getattr(row, column)) for column in table.header])
    return Collection.open(folder)


def cell(value: Any) -> str:
    """Give a value as a cell holds it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
