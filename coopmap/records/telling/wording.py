"""How countries, dates, figures and lists are written inside a sentence."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.countries import is_code, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 80
"""The longest text that is repeated in a sentence; of a longer one it is told that it changed."""

ENDS = len("2025"), len("2025-03")
"""How long a date is that names a year, or a month."""


@cache
def forms() -> dict[str, Any]:
    """Read the forms of the sentences."""
    return tomllib.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))


def word(name: str) -> Any:  # noqa: ANN401 - a word, or its singular and plural
    """Give one of the words between the forms."""
    return forms()["words"][name]


def place_name(code: str) -> str:
    """Give a country's name as it stands inside a sentence: ``the Netherlands``."""
    if not is_code(code):
        return code
    return f"the {label(code)}" if code in forms()["articles"]["codes"] else label(code)


def listed(names: Sequence[str]) -> str:
    """Join names: ``Denmark, Sweden and the Netherlands``."""
    if len(names) < 2:  # noqa: PLR2004 - from two on there is an "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} {word('and')} {names[-1]}"


def counted(number: int, noun: str) -> str:
    """Count things: ``1 country``, ``19 countries``."""
    return f"{number} {word(noun)[number != 1]}"


def dated(date: str) -> str:
    """Put a date into a sentence: ``on 2025-03-04``, ``in 2025-03``; nothing for no date."""
    if not date:
        return ""
    form = word("year") if len(date) == ENDS[0] else word("month") if len(date) == ENDS[1] else word("day")
    return str(form.format(date=date))


def role(name: str, *, many: bool, article: bool = False) -> str:
    """Give a role for one country or several: ``partner``, ``a partner``, ``partners``."""
    known = forms()["roles"].get(name)
    if not known:
        return name.replace("-", " ")
    return str(known[2 if many else 1 if article else 0])


def figure(cells: Mapping[str, str]) -> str:
    """Give a figure: ``at least 1,250,000 EUR``; ``the figure`` when the log does not repeat it."""
    value = " ".join(filter(None, (grouped(cells.get("value", "")), cells.get("unit", ""))))
    form = forms()["qualifiers"].get(cells.get("qualifier", ""), "{figure}")
    return str(form.format(figure=value or word("it")))


def grouped(value: str) -> str:
    """Part the thousands of a number."""
    whole, point, part = value.partition(".")
    return f"{int(whole):,}{point}{part}" if whole.isascii() and whole.isdecimal() else value


def figure_of(measure: str, unit: str | None) -> str:
    """Name what a figure counts or weighs: ``the number of arrests``, ``the amount of drugs seized``."""
    form = word("figure_for" if unit is None else "amount" if unit else "count")
    return str(form.format(measure=measure.replace("-", " ")))


def quoted(text: str) -> str:
    """Put a text into quotation marks, on one line."""
    return f"\u201c{' '.join(text.split())}\u201d"
