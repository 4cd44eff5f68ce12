"""What is to be said of each change: a form of sentence, the countries it is about, and what fills it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopmap.records.tables import TABLES
from coopmap.records.telling.wording import LONGEST, dated, figure, figure_of, forms, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopmap.records.change import Change

CONTENT = {(table.name, column.name): column.content for table in TABLES for column in table.columns}
"""What the cells of each column hold."""


@dataclass(frozen=True)
class Said:
    """One thing to say; of several countries at once when it is the same for all."""

    form: str
    """The form of sentence in ``forms.toml``."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """What fills it."""
    countries: tuple[str, ...] = ()
    """The countries it is about."""
    column: tuple[str, str] = ("", "")
    """The table and column, for the forms that name a column."""


def said(changes: Sequence[Change]) -> list[Said]:
    """Say what a set of changes to one operation, or to sources, amounts to."""
    things = [thing for change in changes for thing in SAYERS[change.table](change)]
    return merged(choices(things))


def merged(things: list[Said]) -> list[Said]:
    """Say what is the same for several countries only once."""
    kept: list[Said] = []
    for thing in things:
        alike = next((at for at, one in enumerate(kept) if thing.countries and same(one, thing)), None)
        if alike is None:
            kept.append(thing)
        else:
            kept[alike] = replace(kept[alike], countries=kept[alike].countries + thing.countries)
    return kept


def same(one: Said, other: Said) -> bool:
    """Say whether two things differ in their countries alone."""
    return (one.form, one.slots, one.column) == (other.form, other.slots, other.column)


def choices(things: list[Said]) -> list[Said]:
    """Make one thing of a figure that is chosen now and the one that stepped back for it."""
    back = {one.slots["measure"]: one for one in things if one.form == "not-chosen"}
    ahead = {one.slots["measure"] for one in things if one.form in {"chosen", "figure-added"}}
    told: list[Said] = []
    for thing in things:
        measure = thing.slots.get("measure", "")
        if thing.form == "not-chosen" and measure in ahead:
            continue
        if thing.form in {"chosen", "figure-added"} and measure in back:
            old = back[measure].slots
            told.append(
                Said("choice", {**thing.slots, "before": old["after"], "before_source": old["source"]})
            )
        else:
            told.append(thing)
    return told


def of_operation(change: Change) -> Iterator[Said]:
    """Say what became of an operation's own row."""
    if change.before is None or change.after is None:
        yield Said("operation-added" if change.before is None else "operation-removed")
        return
    for name, after in change.after.items():
        if name == "list_complete":
            yield Said({"yes": "complete", "no": "incomplete"}.get(after.lower(), "unmarked"))
        else:
            yield generic(change, name)


def of_participation(change: Change) -> Iterator[Said]:
    """Say what became of a country's row."""
    country = (change.key[1],)
    if change.before is None:
        row = change.after or {}
        slots = {"role": row.get("role", ""), "since": dated(row.get("since", ""))}
        yield Said("joined" if slots["since"] else "country-added", slots, country)
    elif change.after is None:
        yield Said("country-removed", {"role": change.before.get("role", "")}, country)
    else:
        yield from of_country(change.before, dict(change.after), change, country)


def of_country(
    before: Mapping[str, str], after: dict[str, str], change: Change, country: tuple[str, ...]
) -> Iterator[Said]:
    """Say which of a country's cells became other ones."""
    after.pop("operation", "")
    if "country" in after:
        yield Said("replaced", {"before": change.key[1], "after": after.pop("country")})
    if "role" in after:
        yield Said("role", {"role": after.pop("role"), "before_role": before.get("role", "")}, country)
    if after.get("status") == "withdrawn":
        del after["status"]
        yield Said("withdrew", {"until": dated(after.pop("until", ""))}, country)
    elif after.get("until") and not before.get("until"):
        yield Said("left", {"until": dated(after.pop("until"))}, country)
    if "status" in after:
        disputed = after.pop("status") == "disputed"
        slots = {} if disputed else {"before": before.get("status", "")}
        yield Said("disputed" if disputed else "undisputed", slots, country)
    if after.get("source") and not before.get("source"):
        yield Said("sourced", {"source": after.pop("source")}, country)
    for name in after:
        yield generic(change, name, countries=country)


def of_organisation(change: Change) -> Iterator[Said]:
    """Say what became of an organisation's row."""
    body = {"body": change.key[1]}
    if change.before is None or change.after is None:
        row = change.after or change.before or {}
        form = "body-added" if change.before is None else "body-removed"
        yield Said(form, {**body, "role": row.get("role", "")})
        return
    for name, after in change.after.items():
        if name == "role":
            yield Said("body-role", {**body, "role": after, "before": change.before.get("role", "")})
        elif name != "operation":
            yield generic(change, name, slots=body)


def of_outcome(change: Change) -> Iterator[Said]:
    """Say what became of a figure."""
    before, after = dict(change.before or {}), {**(change.before or {}), **(change.after or {})}
    _, measure, source = change.key
    whole = change.before is None or change.after is None
    slots = {
        "measure": measure.replace("-", " "),
        "figure_of": figure_of(measure, after.get("unit", "" if whole else None)),
        "source": source,
        "before": figure(before),
        "after": figure(after),
    }
    if change.before is None or change.after is None:
        form = "figure-added" if change.before is None else "figure-removed"
        aside = (change.after or change.before or {}).get("chosen", "yes").lower() == "no"
        yield Said(form + ("-aside" if aside else ""), slots)
        return
    if slots["before"] != slots["after"]:
        yield Said("corrected", slots, column=("outcomes", "value"))
    if "chosen" in change.after:
        yield Said("chosen" if change.after["chosen"].lower() == "yes" else "not-chosen", slots)
    for name in change.after:
        if name not in {"value", "unit", "qualifier", "chosen", "operation"}:
            yield generic(change, name, slots={"figure_of": slots["figure_of"]})


def of_source(change: Change) -> Iterator[Said]:
    """Say what became of a source."""
    row = change.after or change.before or {}
    title = quoted(row["title"]) if row.get("title") else ""
    citation = ", ".join(filter(None, (row.get("publisher", ""), title, row.get("published", ""))))
    if change.before is None or change.after is None:
        form = "source-added" if change.before is None else "source-removed"
        yield Said(form, {"id": change.key[0], "citation": citation})
        return
    for name in change.after:
        yield generic(change, name, slots={"id": change.key[0]})


SAYERS = {
    "operations": of_operation,
    "participations": of_participation,
    "organisations": of_organisation,
    "outcomes": of_outcome,
    "sources": of_source,
}
"""Who speaks about the rows of which table, in the order in which they are told."""

NOTHING: dict[str, str] = {}


def generic(
    change: Change, column: str, *, slots: Mapping[str, str] = NOTHING, countries: tuple[str, ...] = ()
) -> Said:
    """Say that a cell was filled, emptied or corrected."""
    before, after = (change.before or {}).get(column, ""), (change.after or {}).get(column, "")
    long = column in {"summary", "note"} or max(len(before), len(after)) > LONGEST
    act = ("changed" if long else "corrected") if before and after else "filled" if after else "emptied"
    shown = {
        "before": shown_cell(change.table, column, before),
        "after": shown_cell(change.table, column, after),
    }
    known = column in forms()["columns"][change.table]
    own = {} if known else {"row": ", ".join(change.key[1:]) or change.key[0]}
    form = f"text-{act}" if long else act
    return Said(form, {**slots, **own, **({} if long else shown)}, countries, (change.table, column))


def shown_cell(table: str, column: str, cell: str) -> str:
    """Give a cell as it stands in a sentence: texts in quotation marks, words and dates plain."""
    if not cell:
        return ""
    content = CONTENT.get((table, column), "text")
    return (
        quoted(cell)
        if content in {"text", "names"}
        else cell.replace("-", " ")
        if content == "word"
        else cell
    )
