"""Countries join an operation, leave it, and change their role in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.countries import label
from coopmap.errors import CoopmapError
from coopmap.records.editing.operations import DEFAULTS, country_row
from coopmap.records.editing.roster import Roster, roster
from coopmap.records.editing.rows import Cells, changed, checked, new, operation_row, participations
from coopmap.records.vocabulary import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopmap.records.change import Change
    from coopmap.records.collection import Collection
    from coopmap.records.editing.roster import Named

NO_CELLS: dict[str, str] = {}


def join(
    collection: Collection, operation: str, countries: str | Roster, *, cells: Cells = NO_CELLS
) -> tuple[Change, ...]:
    """Let countries take part; ``cells`` say how: role, since, agency, source, note.

    A country that takes part so already is passed over, and so is a member of a group in whatever role.

    Raises:
        CoopmapError: a country takes part in another way already, or a cell cannot be read.
    """
    row = operation_row(collection, operation)
    asked = {name: text for name, text in cells.items() if text}
    there = participations(collection, operation)
    listed = named_in(countries, asked.get("since") or row["start"] or row["announced"])
    if not listed:
        raise CoopmapError("no country is named; names or codes, such as Estonia, would be right")
    changes = []
    for one in listed:
        wanted = {**DEFAULTS["participations"], **asked}
        if one.code not in there:
            changes.append(new("participations", {**row_of(one, operation), **asked}))
        elif not one.group:
            check_same(there[one.code], checked_cells(wanted), operation=row)
    return tuple(changes)


def leave(
    collection: Collection,
    operation: str,
    countries: str | Roster,
    *,
    date: str = "",
    withdrawn: bool = False,
) -> tuple[Change, ...]:
    """Let countries leave on a date; ``withdrawn`` also records that they left before the end.

    Raises:
        CoopmapError: a country takes no part, or there is nothing to record.
    """
    row = operation_row(collection, operation)
    if not date and not withdrawn:
        raise CoopmapError("when did they leave? a date such as 2025-03-04 would be right")
    cells = {"until": date} if date else {}
    if withdrawn:
        cells["status"] = "withdrawn"
    return each_changed(collection, row, countries, cells)


def role(collection: Collection, operation: str, countries: str | Roster, *, to: str) -> tuple[Change, ...]:
    """Give countries of an operation another role.

    Raises:
        CoopmapError: a country takes no part, or there is no such role.
    """
    return each_changed(collection, operation_row(collection, operation), countries, {"role": to})


def participants(
    roles: Mapping[str, str], *, on: str = "", source: str = "", higher_wins: bool = False
) -> tuple[dict[str, str], ...]:
    """Read the lists of an operation's countries by role, and give the cells of their rows.

    Several countries under ``lead`` led together and become co-leads.

    Raises:
        CoopmapError: a name is refused, or a country stands under two roles and the higher is not to win.
    """
    return rows_under(
        {role: roster(text, on=on) for role, text in roles.items()}, source, higher_wins=higher_wins
    )


def rows_under(
    rosters: Mapping[str, Roster], source: str = "", *, higher_wins: bool = False
) -> tuple[dict[str, str], ...]:
    """Give the cells of countries' rows, the higher roles first."""
    rows: dict[str, dict[str, str]] = {}
    for name in ROLES:
        listed = rosters.get(name, Roster(()))
        given = "co-lead" if name == "lead" and len(listed) > 1 else name
        for one in listed:
            if one.code not in rows:
                rows[one.code] = {**row_of(one, ""), "role": given, "source": source}
            elif not higher_wins:
                raise CoopmapError(
                    f"{label(one.code)} is named as {rows[one.code]['role']} and as {name}; "
                    f"one role would be right, or --higher-role-wins"
                )
    return tuple(rows.values())


def row_of(one: Named, operation: str) -> dict[str, str]:
    """Give the cells of a new row for a country."""
    return {
        **DEFAULTS["participations"],
        "operation": operation,
        "country": one.code,
        "agency": one.agency,
        "as_written": one.written,
    }


def date_of_groups(collection: Collection, operation: str) -> str:
    """Give the date that decides who belonged to a group: the operation's start."""
    row = operation_row(collection, operation)
    return row["start"] or row["announced"]


def named_in(countries: str | Roster, on: str) -> Roster:
    """Read countries as they were written, unless that is done already."""
    return roster(countries, on=on) if isinstance(countries, str) else countries


def checked_cells(cells: Cells) -> dict[str, str]:
    """See to it that cells of a participation can be read."""
    return checked("participations", cells, only=cells)


def check_same(there: Cells, wanted: Cells, *, operation: Cells) -> None:
    """See to it that a country that takes part already does so in the way that is asked for."""
    for column, text in wanted.items():
        if column != "status" and there.get(column, "") != text:
            country, now = label(there["country"]), there.get(column, "")
            held = f"with {now} as {column}" if now else f"without {column}"
            as_role = f"as {now}" if column == "role" else f"as {there['role']}, {held}"
            raise CoopmapError(
                f"{country} takes part in {operation['name']} already, {as_role}; "
                f"'coopmap edit {operation['id']} {there['country']} {column}={text}' changes that"
            )


def each_changed(
    collection: Collection, operation: Cells, countries: str | Roster, cells: Cells
) -> tuple[Change, ...]:
    """Give the same cells to several countries' rows; members of a group that are not in it do not count."""
    listed = named_in(countries, operation["start"] or operation["announced"])
    there = participations(collection, operation["id"])
    checked_cells(cells)
    return tuple(
        change
        for one in listed
        if one.code in there or not one.group
        for change in changed(
            "participations", there.get(one.code) or country_row(collection, operation, one.code), cells
        )
    )
