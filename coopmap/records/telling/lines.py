"""Changes told line by line: "Operation Cumberland: Estonia was added as a partner; ..."."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopmap.records.telling.saying import SAYERS, Said, said
from coopmap.records.telling.wording import counted, forms, listed, place_name, role
from coopmap.records.vocabulary import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopmap.records.change import Change

NO_NAMES: dict[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class Told:
    """The changes to one operation in one line."""

    operation: str
    """The operation's id; empty for sources that no operation among the changes names."""
    line: str
    """The line: a sentence, or several parted by semicolons."""
    changes: tuple[Change, ...]
    """What it tells."""


def tell(change: Change, *, names: Mapping[str, str] = NO_NAMES) -> str:
    """Tell one change, such as that Estonia joined Operation Cumberland as partner on 2025-03-04."""
    return "".join(tell_all((change,), names=names))


def tell_all(changes: Iterable[Change], *, names: Mapping[str, str] = NO_NAMES) -> tuple[str, ...]:
    """Tell changes, one line for each operation; ``names`` gives operations' names by their ids."""
    return tuple(one.line for one in told(changes, names=names))


def told(changes: Iterable[Change], *, names: Mapping[str, str] = NO_NAMES) -> tuple[Told, ...]:
    """Tell changes, with the changes that each line tells."""
    groups = grouped(tuple(changes))
    return tuple(
        Told(operation=operation, line=line, changes=tuple(group))
        for operation, group in groups.items()
        if (line := line_of(in_order(group), name_in(group, names.get(operation, operation))))
    )


def grouped(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """Sort changes by operation; a source goes with the first operation whose rows name it."""
    named = {
        row["source"]: change.key[0]
        for change in reversed(changes)
        for row in (change.before, change.after)
        if change.table != "sources" and row and row.get("source")
    }
    earlier = {
        change.after["id"]: change.key[0]
        for change in changes
        if change.table == "operations" and change.before and change.after and "id" in change.after
    }
    groups: dict[str, list[Change]] = {}
    for change in changes:
        operation = named.get(change.key[0], "") if change.table == "sources" else change.key[0]
        groups.setdefault(earlier.get(operation, operation), []).append(change)
    return groups


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Give changes in the order in which they are told, without those that only follow a new id."""
    order = list(SAYERS)
    renamed = {
        change.before["id"]: change.after["id"]
        for change in changes
        if change.table == "sources" and change.before and change.after and "id" in change.after
    }
    kept = [change for change in changes if not follows(change, renamed)]
    return sorted(kept, key=lambda change: order.index(change.table))


def follows(change: Change, renamed: Mapping[str, str]) -> bool:
    """Say whether a row only names its source by the source's new id."""
    if change.before is None or change.after is None or "source" not in change.after:
        return False
    only = set(change.after) == {"source"}
    return only and renamed.get(change.before["source"]) == change.after["source"]


def name_in(changes: Iterable[Change], name: str) -> str:
    """Give the operation's name, from its own row if that is among the changes."""
    for change in changes:
        if change.table == "operations":
            for row in (change.after, change.before):
                if row and row.get("name"):
                    return row["name"]
    return name


def line_of(changes: Sequence[Change], name: str) -> str:
    """Tell the changes of one operation in one line; nothing when there is nothing to tell."""
    things = said(changes)
    whole = next((one for one in things if one.form in {"operation-added", "operation-removed"}), None)
    if whole:
        # Rows that come or go with their operation are told in its sentence.
        rest = [one for one in things if one.form.startswith("source-")]
        first = alone(Said(whole.form, {"parts": parts(changes)}), name)
        return sentence("; ".join([first, *(within(one) for one in rest)]), name)
    if not things:
        return ""
    if len(things) == 1 and name:
        return sentence(alone(things[0], name), name)
    clauses = "; ".join(within(one) for one in things)
    return sentence(f"{name}: {clauses}" if name else clauses, name)


def alone(thing: Said, name: str) -> str:
    """Give a thing as a sentence of its own."""
    form = forms()["forms"][thing.form].get("alone")
    return filled(form, thing, name) if form else f"{name}: {within(thing)}"


def within(thing: Said) -> str:
    """Give a thing as it stands behind the operation's name."""
    return filled(forms()["forms"][thing.form]["within"], thing, "")


def filled(form: str, thing: Said, name: str) -> str:
    """Fill a form of sentence."""
    many = len(thing.countries) > 1
    slots = dict(thing.slots)
    if thing.countries:
        slots["a_role"] = role(slots.get("role", ""), many=many, article=True)
        slots["role"] = role(slots.get("role", ""), many=many)
        slots["before_role"] = role(slots.get("before_role", ""), many=many)
    if thing.form == "replaced":
        slots = {word: place_name(code) for word, code in slots.items()}
    slots |= {
        "who": listed([place_name(code) for code in thing.countries]),
        "was": "were" if many else "was",
        "is": "are" if many else "is",
        "operation": name,
    }
    if thing.column != ("", ""):
        slots["thing"] = thing_named(thing.column, slots)
    return " ".join(form.format(**slots).split())


def thing_named(column: tuple[str, str], slots: Mapping[str, str]) -> str:
    """Name what a column holds: ``the agency of Denmark``."""
    table, name = column
    known = forms()["columns"][table].get(name)
    if known:
        return str(known.format(**slots))
    return str(forms()["columns"]["other"]["any"].format(column=name.replace("_", " "), **slots))


def parts(changes: Sequence[Change]) -> str:
    """Say what comes or goes with an operation: who as what when it comes, how much when it goes."""
    rows = {
        table: [row for change in changes if change.table == table and (row := change.after or change.before)]
        for table in SAYERS
    }
    figures = counted(len(rows["outcomes"]), "figure")
    if any(change.table == "operations" and change.after is None for change in changes):
        gone = [
            counted(len(rows["participations"]), "country"),
            *([counted(len(rows["organisations"]), "organisation")] if rows["organisations"] else []),
            *([figures] if rows["outcomes"] else []),
        ]
        return f", with {listed(gone)}"
    by_role = {
        name: [row["country"] for row in rows["participations"] if row["role"] == name] for name in ROLES
    }
    with_them = [
        f"{listed([place_name(code) for code in codes])} as {role(name, many=len(codes) > 1)}"
        for name, codes in by_role.items()
        if codes
    ]
    with_them += [f"{row['organisation']} as {row['role']}" for row in rows["organisations"]]
    with_them += [figures] if rows["outcomes"] else []
    return f", with {listed(with_them)}" if with_them else ""


def sentence(text: str, name: str) -> str:
    """Give a text a full stop, and a capital letter unless it begins with the operation's own name."""
    first = text[:1] if name and text.startswith(name) else text[:1].upper()
    return f"{first}{text[1:].rstrip('.')}."
