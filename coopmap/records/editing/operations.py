"""An operation is added, edited or removed, with everything that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.countries import label, resolve
from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.rows import (
    Cells,
    changed,
    gone,
    new,
    operation_row,
    participations,
    rows_of,
)
from coopmap.records.editing.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopmap.records.change import Change
    from coopmap.records.collection import Collection

PARTS = ("participations", "organisations", "outcomes")
"""The tables whose rows belong to one operation."""

DEFAULTS: dict[str, dict[str, str]] = {
    "participations": {"role": "partner", "status": "stated"},
    "organisations": {"role": "participant"},
    "outcomes": {"qualifier": "exact", "chosen": "yes"},
}
"""What a new row says when nothing else is said."""


def add(
    collection: Collection,
    *,
    operation: Cells,
    countries: Iterable[Cells] = (),
    organisations: Iterable[Cells] = (),
    outcomes: Iterable[Cells] = (),
    sources: Iterable[Cells] = (),
) -> tuple[Change, ...]:
    """Add an operation with its rows, each given by its cells; without an id it gets one from its name.

    Raises:
        CoopmapError: a cell cannot be read, or the id is taken.
    """
    named = {**operation, "id": operation.get("id") or free_id(collection, operation.get("name", ""))}
    check_free(collection, named["id"])
    rows = {"participations": countries, "organisations": organisations, "outcomes": outcomes}
    changes = [new("operations", named), *(new("sources", cells) for cells in sources)]
    for table, cells_of_rows in rows.items():
        for cells in cells_of_rows:
            filled = {name: text for name, text in cells.items() if text}
            changes.append(new(table, {**DEFAULTS[table], **filled, "operation": named["id"]}))
    check_once(changes)
    return tuple(changes)


def edit(
    collection: Collection, operation: str, *, cells: Cells, country: str = "", organisation: str = ""
) -> tuple[Change, ...]:
    """Change cells of an operation, or of a country or an organisation in it.

    Raises:
        CoopmapError: there is no such row or column, or a cell cannot be read.
    """
    row = operation_row(collection, operation)
    if country:
        return edit_country(collection, row, country=country, cells=cells)
    if organisation:
        return changed("organisations", organisation_row(collection, row, organisation), cells)
    if "id" in cells and cells["id"] != operation:
        check_free(collection, cells["id"])
        return (*changed("operations", row, cells), *renamed(collection, operation, cells["id"]))
    return changed("operations", row, cells)


def remove(
    collection: Collection,
    operation: str,
    *,
    country: str = "",
    organisation: str = "",
    with_sources: bool = False,
) -> tuple[Change, ...]:
    """Remove an operation with all its rows, or only a country or an organisation in it.

    Its sources stay, for other operations may name them; ``with_sources`` removes those that none names.

    Raises:
        CoopmapError: there is no such row.
    """
    row = operation_row(collection, operation)
    if country:
        return (gone("participations", country_row(collection, row, country)),)
    if organisation:
        return (gone("organisations", organisation_row(collection, row, organisation)),)
    parts = [(table, part) for table in PARTS for part in rows_of(collection, table, "operation", operation)]
    changes = [gone(table, part) for table, part in parts] + [gone("operations", row)]
    if with_sources:
        named = dict.fromkeys(part["source"] for _, part in parts if part.get("source"))
        changes += [
            gone("sources", source)
            for one in named
            if not any(user["operation"] != operation for user in users(collection, one))
            for source in rows_of(collection, "sources", "id", one)
        ]
    return tuple(changes)


def users(collection: Collection, source: str) -> list[dict[str, str]]:
    """Give the rows that name a source."""
    return [
        row
        for table in ("participations", "outcomes")
        for row in rows_of(collection, table, "source", source)
    ]


def target(collection: Collection, operation: str, word: str) -> dict[str, str]:
    """Say what a word means inside an operation: ``{"country": "DNK"}`` or ``{"organisation": "Europol"}``.

    Raises:
        CoopmapError: neither a country nor an organisation of the operation is called so.
    """
    row = operation_row(collection, operation)
    for each in rows_of(collection, "organisations", "operation", operation):
        if each["organisation"].casefold() == word.strip().casefold():
            return {"organisation": each["organisation"]}
    return {"country": country_row(collection, row, word)["country"]}


def country_row(collection: Collection, operation: Cells, country: str) -> dict[str, str]:
    """Give a country's row in an operation; the country in any spelling.

    Raises:
        CoopmapError: it takes no part.
    """
    rows = participations(collection, operation["id"])
    answer = resolve(country)
    if answer.code in rows:
        return rows[answer.code]
    if not answer.code:
        meant = [code for code in answer.candidates if code in rows]
        if len(meant) == 1:
            raise CoopmapError(
                f"{quoted(country)} may be several countries; {meant[0]} ({label(meant[0])}) takes part in "
                f"{operation['name']}"
            )
        reason = answer.reason.rstrip(". ") or "no country is called so"
        raise CoopmapError(f"{quoted(country)}: {reason}; a country of {operation['name']} would be right")
    raise CoopmapError(
        f"{label(answer.code)} takes no part in {operation['name']}; "
        f"'coopmap join {operation['id']} {answer.code}' records that it does"
    )


def organisation_row(collection: Collection, operation: Cells, organisation: str) -> dict[str, str]:
    """Give an organisation's row in an operation.

    Raises:
        CoopmapError: it has no part in it.
    """
    rows = rows_of(collection, "organisations", "operation", operation["id"])
    for row in rows:
        if row["organisation"].casefold() == organisation.casefold():
            return row
    known = ", ".join(row["organisation"] for row in rows) or "none"
    raise CoopmapError(f"no organisation {quoted(organisation)} in {operation['name']}; it has: {known}")


def edit_country(
    collection: Collection, operation: Cells, *, country: str, cells: Cells
) -> tuple[Change, ...]:
    """Change cells of a country's row; another country may take its place."""
    row = country_row(collection, operation, country)
    if "country" not in cells:
        return changed("participations", row, cells)
    answer = resolve(cells["country"])
    code = answer.code or cells["country"]
    if code != row["country"] and code in participations(collection, operation["id"]):
        raise CoopmapError(
            f"{label(code)} takes part in {operation['name']} already; "
            f"'coopmap remove {operation['id']} {row['country']}' removes {label(row['country'])}"
        )
    return changed("participations", row, {**cells, "country": code})


def renamed(collection: Collection, operation: str, to: str) -> tuple[Change, ...]:
    """Let the rows of an operation follow when its id changes."""
    return tuple(
        change
        for table in PARTS
        for row in rows_of(collection, table, "operation", operation)
        for change in changed(table, row, {"operation": to})
    )


def free_id(collection: Collection, name: str) -> str:
    """Make an id from a name that no operation of the collection has yet.

    Raises:
        CoopmapError: the name has no letter that an id may have.
    """
    made = slug(name)
    if not made:
        reason = f"no id can be made from {quoted(name)}" if name.strip() else "the name is missing"
        raise CoopmapError(f"{reason}; an id such as operation-cumberland would be right")
    return first_free(collection, "operations", made)


def first_free(collection: Collection, table: str, made: str) -> str:
    """Give an id, or the same with the first number behind it that makes it free."""
    number, free = 1, made
    while rows_of(collection, table, "id", free):
        number += 1
        free = f"{made}-{number}"
    return free


def check_free(collection: Collection, operation: str) -> None:
    """See to it that no operation has this id."""
    taken = rows_of(collection, "operations", "id", operation)
    if taken:
        raise CoopmapError(
            f"the id {operation} belongs to {taken[0]['name']} already; another id would be right"
        )


def check_once(changes: Iterable[Change]) -> None:
    """See to it that no row is added twice."""
    seen = set()
    for change in changes:
        if (change.table, change.key) in seen:
            raise CoopmapError(
                f"{' + '.join(change.key)} stands twice in {change.table}; once would be right"
            )
        seen.add((change.table, change.key))
