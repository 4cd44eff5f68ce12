"""What the cells of a line say of an operation or a country, in the form of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.slug import slug
from coopmap.records.exchange.days import AMBIGUOUS, day_of, order_in
from coopmap.records.exchange.lexicon import MEANINGS, kind_of, status_of
from coopmap.records.vocabulary import KINDS, STATUSES

if TYPE_CHECKING:
    from coopmap.records.exchange.layout import Layout

DATES = ("start", "end", "announced", "since", "until", "published")
OF_OPERATION = MEANINGS["operation"]
OF_COUNTRY = ("agency", "since", "until", "status", "as_written")
SPAN = (" - ", " – ", " — ", " to ", " bis ", " au ", "–", "/")  # noqa: RUF001 - people write dashes
"""What may stand between two dates in one cell."""


class Orders:
    """Whether the day or the month comes first in each column of dates; all columns of a table agree."""

    def __init__(self, layout: Layout) -> None:
        cells = [
            cell
            for line in layout.lines
            for means, cell in zip(layout.meanings, line.cells, strict=True)
            if means in DATES and cell
        ]
        self.order = order_in(cells)

    def date(self, text: str) -> str:
        """Give a date in the record's form.

        Raises:
            CoopmapError: it is no date, or could be two.
        """
        when = day_of(text, order=self.order)
        if when == AMBIGUOUS:
            raise CoopmapError(f"{quoted(text)} could be two days; a date such as 2025-03-04 would be right")
        if not when:
            raise CoopmapError(
                f"{quoted(text)} is no date; one such as 2025-03-04, 2025-03 or 2025 would be right"
            )
        return when

    def span(self, text: str) -> tuple[str, str]:
        """Give the first and last day of a cell that holds one date or two."""
        if day_of(text, order=self.order) in ("", AMBIGUOUS):
            for between in SPAN:
                first, found, last = text.partition(between)
                days = [day_of(part, order=self.order) for part in (first, last)]
                if found and all(days) and AMBIGUOUS not in days:
                    return days[0], days[1]
        return self.date(text), ""


def facts_of(said: dict[str, list[str]], about: str, orders: Orders) -> dict[str, str]:
    """Give what a line says of its operation or of its country, by column of the record.

    Raises:
        CoopmapError: a cell holds something that cannot be right.
    """
    facts: dict[str, str] = {}
    for means in OF_OPERATION if about == "operation" else OF_COUNTRY:
        if means not in said:
            continue
        text = "; ".join(dict.fromkeys(said[means]))
        if means == "start":
            facts["start"], last = orders.span(text)
            if last:
                facts["end"] = last
        else:
            facts[means] = _fact(means, text, orders)
    return facts


def _fact(means: str, text: str, orders: Orders) -> str:
    if means in DATES:
        return orders.date(text)
    if means == "kind":
        return _word(kind_of(text), text, "kind", tuple(KINDS))
    if means == "status":
        return _word(status_of(text), text, "status", tuple(STATUSES))
    if means in ("id", "series"):
        return slug(text)
    if means == "aliases":
        return ";".join(part for piece in text.split(";") if (part := piece.strip()))
    return " ".join(text.split()) if means == "name" else text


def _word(found: str, text: str, what: str, words: tuple[str, ...]) -> str:
    if not found:
        raise CoopmapError(f"{quoted(text)} is no {what}; {', '.join(words)} would be right")
    return found
