"""A cell of a spreadsheet becomes a value, or a sentence that says what would have been right."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from coopmap.countries import is_code, label, suggest
from coopmap.records.dates import earliest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopmap.records.tables import Column

Value = str | int | float | bool | tuple[str, ...] | None
"""What a cell can become."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
UNSAFE = re.compile(r'[\s<>"]')
COUNT = re.compile(r"[0-9]{1,9}")
NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")
LONGEST_ID = 100

LONGEST_TEXT = 100_000
"""Letters that a cell may hold; every spreadsheet program reads that many, and so does Python."""


class Misread(ValueError):  # noqa: N818 - it is caught next door and named there
    """A cell that cannot be read; its text says what was seen and what would have been right."""


def value_of(cell: str, column: Column) -> Value:
    """Give the value of a cell.

    Raises:
        Misread: the cell holds something its column does not allow.
    """
    if not cell and column.required:
        raise Misread(f"the cell is empty; {expected(column)} would be right")
    return READERS[column.content](cell, column)


def quoted(text: str) -> str:
    """Show what a cell holds, in quotes, on one line and not too long."""
    longest = 60
    return repr(text if len(text) <= longest else text[:longest] + "…")


def text_of(cell: str, _: Column) -> str:
    """Give a text as it stands."""
    return cell


def names_of(cell: str, _: Column) -> tuple[str, ...]:
    """Give the names in a cell, which a semicolon separates."""
    return tuple(name for part in cell.split(";") if (name := part.strip()))


def id_of(cell: str, column: Column) -> str:
    """Give an id: small letters, digits and single hyphens, so that it can name a file and an address."""
    if cell and (not ID.fullmatch(cell) or len(cell) > LONGEST_ID):
        raise Misread(f"{quoted(cell)} is no id; {expected(column)} would be right")
    return cell


def word_of(cell: str, column: Column) -> str:
    """Give one of the column's own words."""
    if not cell or cell in column.words:
        return cell
    alike = get_close_matches(cell[:LONGEST_ID].lower(), column.words, n=1)
    hint = f"; did you mean {alike[0]}?" if alike else f"; {expected(column)} would be right"
    raise Misread(f"{quoted(cell)} is no {column.name}{hint}")


def date_of(cell: str, column: Column) -> str:
    """Give a date as text, once it is sure that the day exists."""
    try:
        if cell:
            earliest(cell)
    except ValueError:
        raise Misread(f"{quoted(cell)} is no date; {expected(column)} would be right") from None
    return cell


def code_of(cell: str, column: Column) -> str:
    """Give a country's code."""
    if is_code(cell):
        return cell
    meant = suggest(cell)
    hint = f"did you mean {meant} ({label(meant)})?" if meant else f"{expected(column)} would be right"
    raise Misread(f"{quoted(cell)} is no country code; {hint}")


def count_of(cell: str, column: Column) -> int | None:
    """Give a whole number."""
    if not cell:
        return None
    if not COUNT.fullmatch(cell):
        raise Misread(f"{quoted(cell)} is no whole number; {expected(column)} would be right")
    return int(cell)


def number_of(cell: str, column: Column) -> int | float:
    """Give a number, whole if it is written so."""
    if not NUMBER.fullmatch(cell):
        raise Misread(f"{quoted(cell)} is no number; {expected(column)} would be right")
    return float(cell) if "." in cell else int(cell)


def yes_no_of(cell: str, column: Column) -> bool | None:
    """Give yes or no."""
    if not cell:
        return None
    if cell.lower() not in {"yes", "no"}:
        raise Misread(f"{quoted(cell)} is neither yes nor no; {expected(column)} would be right")
    return cell.lower() == "yes"


def address_of(cell: str, column: Column) -> str:
    """Give a web address that is safe to put under a link."""
    if cell and not is_address(cell):
        raise Misread(f"{quoted(cell)} is no web address; {expected(column)} would be right")
    return cell


def unwritable(text: str) -> str:
    """Say what keeps a text from being kept in any store, if anything does."""
    if "\0" in text:
        return "the text has a NUL character; leave it out"
    if len(text) > LONGEST_TEXT:
        return f"the text has {len(text):,} letters; {LONGEST_TEXT:,} are the most"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"{text[error.start]!a} is half a letter and cannot be written in UTF-8; leave it out"
    return ""


def is_address(text: str) -> bool:
    """Say whether the text is one http or https address."""
    if not text.isprintable() or UNSAFE.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def expected(column: Column) -> str:
    """Say what would be right in a column."""
    if column.content == "word":
        return f"{', '.join(column.words[:-1])} or {column.words[-1]}"
    return EXPECTED[column.content]


READERS: dict[str, Callable[[str, Column], Value]] = {
    "text": text_of,
    "names": names_of,
    "id": id_of,
    "word": word_of,
    "date": date_of,
    "code": code_of,
    "count": count_of,
    "number": number_of,
    "yes-no": yes_no_of,
    "address": address_of,
}
"""How each kind of content is read."""

EXPECTED = {
    "text": "a text",
    "names": "names separated by semicolons",
    "id": "small letters, digits and hyphens, such as operation-cumberland,",
    "date": "a day, month or year that exists, such as 2025-02-28, 2025-02 or 2025,",
    "code": "an ISO 3166-1 alpha-3 code such as DNK, or XKX,",
    "count": "digits alone, such as 19,",
    "number": "digits with at most a decimal point, such as 1000 or 2.5,",
    "yes-no": "yes or no",
    "address": "one that begins with https:// or http://",
}
"""What would be right for each kind of content."""
