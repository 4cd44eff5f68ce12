"""What came of an operation is recorded: one figure of each measure stays the chosen one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.operations import DEFAULTS
from coopmap.records.editing.rows import Cells, changed, gone, new, operation_row, rows_of
from coopmap.records.editing.slug import slug

if TYPE_CHECKING:
    from coopmap.records.change import Change
    from coopmap.records.collection import Collection

NO_CELLS: dict[str, str] = {}

THOUSANDS = re.compile(r"[0-9]{1,3}(?:[ ,'\u2019\u00a0\u202f][0-9]{3})+")
"""A number with its thousands parted: ``1,250,000``."""
EITHER = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
"""A number that is large in one language and small in another: ``1.250``."""


def outcome(
    collection: Collection,
    operation: str,
    measure: str,
    *,
    cells: Cells = NO_CELLS,
    chosen: bool | None = None,
) -> tuple[Change, ...]:
    """Record a source's figure, or change it; ``cells`` hold value, unit, qualifier, as_of, source.

    The first figure of a measure is chosen; ``chosen`` chooses another one, and the old one steps back.

    Raises:
        CoopmapError: a cell cannot be read, it is not clear which figure is meant, or none would be chosen.
    """
    row = operation_row(collection, operation)
    figures = figures_of(collection, operation, slug(measure))
    asked = {name: text for name, text in cells.items() if text}
    if "value" in asked:
        asked["value"] = number(asked["value"])
    there = figure_meant(figures, asked, row, measure) if figures else None
    if there is None:
        return added(collection, row, {**asked, "measure": slug(measure) or measure}, figures, chosen=chosen)
    yes = choice(there, figures, chosen=chosen)
    kept = {name: text for name, text in asked.items() if name != "source"}
    return (*changed("outcomes", there, {**kept, **yes}), *stepping(there, figures, yes))


def remove_outcome(
    collection: Collection, operation: str, measure: str, *, source: str = ""
) -> tuple[Change, ...]:
    """Remove a source's figure; when it was the chosen one and one other is left, that one is chosen.

    Raises:
        CoopmapError: there is no such figure, or several would be left and none chosen.
    """
    row = operation_row(collection, operation)
    figures = figures_of(collection, operation, slug(measure))
    there = figure_meant(figures, {"source": source} if source else {}, row, measure) if figures else None
    if there is None:
        raise CoopmapError(unknown(collection, row, measure, source))
    others = [one for one in figures if one is not there]
    heir = successor(there, others) if there["chosen"] == "yes" and others else ()
    return (gone("outcomes", there), *heir)


def number(text: str) -> str:
    """Give a figure in digits: ``1,250,000`` becomes 1250000.

    Raises:
        CoopmapError: it may mean two things.
    """
    if EITHER.fullmatch(text.strip()):
        whole, part = text.strip().split(".")
        raise CoopmapError(
            f"value: {quoted(text)} may mean {whole}{part} or {whole}.{part.rstrip('0') or '0'}; "
            f"one of the two would be right"
        )
    return re.sub("[^0-9]", "", text) if THOUSANDS.fullmatch(text.strip()) else text


def figures_of(collection: Collection, operation: str, measure: str) -> list[dict[str, str]]:
    """Give an operation's figures for a measure."""
    rows = rows_of(collection, "outcomes", "operation", operation)
    return [row for row in rows if row["measure"] == measure]


def measures_alike(collection: Collection, operation: str, measure: str) -> str:
    """Give a measure of the operation that is spelt nearly so, if it has not this one: arrests for arests."""
    known = {row["measure"] for row in rows_of(collection, "outcomes", "operation", operation)}
    made = slug(measure)
    alike = get_close_matches(made, known, n=1, cutoff=0.85) if made not in known else []
    return alike[0] if alike else ""


def figure_meant(
    figures: list[dict[str, str]], asked: Cells, operation: Cells, measure: str
) -> dict[str, str] | None:
    """Find the figure that is meant: the one of the source, or the only one; none when it is a new one."""
    if asked.get("source"):
        return next((one for one in figures if one["source"] == asked["source"]), None)
    if len(figures) == 1:
        return figures[0]
    listed = ", ".join(f"{one['value']} ({one['source']})" for one in figures)
    raise CoopmapError(
        f"{operation['name']} has {len(figures)} figures for {spoken(measure)}: {listed}; "
        f"a source would be right"
    )


def added(
    collection: Collection,
    operation: Cells,
    cells: Cells,
    figures: list[dict[str, str]],
    *,
    chosen: bool | None,
) -> tuple[Change, ...]:
    """Record a figure that was not there."""
    if "value" not in cells:
        raise CoopmapError(unknown(collection, operation, cells["measure"], cells.get("source", "")))
    source = cells.get("source") or only_source(collection, operation)
    if not figures and chosen is False:
        raise CoopmapError(
            f"it is the only figure for {spoken(cells['measure'])}, and one must be chosen; "
            f"leave --not-chosen out"
        )
    yes = {"chosen": "yes" if chosen or not figures else "no"}
    row = {**DEFAULTS["outcomes"], **cells, **yes, "operation": operation["id"], "source": source}
    return (new("outcomes", row), *stepping(row, figures, yes))


def only_source(collection: Collection, operation: Cells) -> str:
    """Give the one source that the operation's rows name."""
    rows = [
        *rows_of(collection, "participations", "operation", operation["id"]),
        *rows_of(collection, "outcomes", "operation", operation["id"]),
    ]
    named = list(dict.fromkeys(row["source"] for row in rows if row["source"]))
    if len(named) != 1:
        known = f"{operation['name']} names {', '.join(named)}" if named else "'coopmap source new' adds one"
        raise CoopmapError(f"who gives the figure? a source would be right; {known}")
    return named[0]


def choice(there: Cells, figures: list[dict[str, str]], *, chosen: bool | None) -> dict[str, str]:
    """Say whether a figure is to be chosen, if anything is said about it."""
    if chosen is None:
        return {}
    if not chosen and len(figures) == 1:
        raise CoopmapError(
            f"it is the only figure for {spoken(there['measure'])}, and one must be chosen; "
            f"'coopmap outcome {there['operation']} {there['measure']} --remove' removes it"
        )
    return {"chosen": "yes" if chosen else "no"}


def stepping(one: Cells, figures: list[dict[str, str]], yes: Cells) -> tuple[Change, ...]:
    """Let the other figures of a measure step back, or the only other one step forward."""
    others = [each for each in figures if each["source"] != one["source"]]
    if yes.get("chosen") == "yes":
        return tuple(change for each in others for change in changed("outcomes", each, {"chosen": "no"}))
    if yes.get("chosen") == "no" and one.get("chosen") == "yes" and len(figures) == len(others) + 1:
        return successor(one, others)
    return ()


def successor(one: Cells, others: list[dict[str, str]]) -> tuple[Change, ...]:
    """Choose the figure that is left when the chosen one steps back."""
    if any(each["chosen"] == "yes" for each in others):
        return ()
    if len(others) > 1:
        listed = ", ".join(f"{each['value']} ({each['source']})" for each in others)
        raise CoopmapError(
            f"which figure for {spoken(one['measure'])} is to be chosen instead: {listed}? "
            f"--source and --chosen at one of them, first, would be right"
        )
    return changed("outcomes", others[0], {"chosen": "yes"})


def unknown(collection: Collection, operation: Cells, measure: str, source: str) -> str:
    """Say that there is no such figure, and which there are."""
    rows = rows_of(collection, "outcomes", "operation", operation["id"])
    known = ", ".join(dict.fromkeys(row["measure"] for row in rows)) or "none"
    of = f" from {source}" if source else ""
    return (
        f"{operation['name']} has no figure for {spoken(measure)}{of}; a value would be right for a new one, "
        f"and its measures are: {known}"
    )


def spoken(measure: str) -> str:
    """Give a measure in words: ``items seized``."""
    return measure.replace("-", " ")
