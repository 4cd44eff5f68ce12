"""A country's name for a reader of a given language, as a newspaper would write it."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coopmap.countries.codes import country, is_code, rows
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from babel.core import Locale


NEWSROOM = "COOPMAP_LABELS"
"""The environment variable that names a newsroom's own file of names."""
COLUMNS = ("language", "code", "name")
"""What that file must have; further columns are its own."""


def label(code: str, language: str = "en", *, labels: str | Path = "") -> str:
    """Give a country's short name: ``label("BIH")`` is ``Bosnia and Herzegovina``.

    A newsroom's own names come first: a CSV file with the columns language, code and name, given as
    ``labels`` or named by the environment variable COOPMAP_LABELS. Else names are the Unicode CLDR's, but for
    those in ``tables/labels.csv``. A name the CLDR lacks in this language is given in English.

    Raises:
        CoopmapError: there is no such code or language, or the newsroom's file cannot be read.
    """
    alpha2 = country(code)["alpha2"]
    tag = language.replace("_", "-").lower()
    if file := labels or os.environ.get(NEWSROOM, ""):
        own = newsroom(str(file))
        if name := own.get((tag, code)) or own.get((tag.partition("-")[0], code)):
            return name
    if tag == "en":
        return english(code)
    locale = reader_of(language)
    override = overrides().get((locale.language, code))
    if override:
        return override
    found: str | None = locale.territories.get(alpha2)
    return found or english(code)


@cache
def newsroom(file: str) -> dict[tuple[str, str], str]:
    """Read a newsroom's own names, by language and code."""
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as opened:
            read = list(csv.DictReader(opened))
    except OSError as error:
        raise CoopmapError(f"the labels in {file} cannot be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise CoopmapError(f"the labels in {file} are no CSV in UTF-8: {error}") from None
    if missing := [column for column in COLUMNS if read and column not in read[0]]:
        raise CoopmapError(f"{file}: no column {', '.join(missing)}; language, code and name would be right")
    return {
        own_key(row, f"{file}, row {number}"): row["name"].strip() for number, row in enumerate(read, start=2)
    }


def own_key(row: dict[str, str], place: str) -> tuple[str, str]:
    """Give the language and the code of a newsroom's row."""
    cells = {column: (row[column] or "").strip() for column in COLUMNS}
    if not is_code(cells["code"]):
        raise CoopmapError(
            f"{place}: {cells['code']!r:.40} is no country code; a code such as DNK would be right"
        )
    for column in ("language", "name"):
        if not cells[column]:
            raise CoopmapError(f"{place}: the {column} is empty")
    reader_of(cells["language"])
    return cells["language"].replace("_", "-").lower(), cells["code"]


def english(code: str) -> str:
    """Give a country's English name without asking for the CLDR's data, which take long to load."""
    return english_names()[code]


@cache
def english_names() -> dict[str, str]:
    """Give every country's English name by its code."""
    return {row["alpha3"]: row["name"] for row in rows("english.csv")}


@cache
def reader_of(language: str) -> Locale:
    """Give the CLDR's data for a language tag such as ``en``, ``pt-BR`` or ``zh_Hant``."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - so that a list of records starts at once

    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, TypeError, UnknownLocaleError):
        raise CoopmapError(
            f"{language!r} is no language with country names: a tag like en, de, es or pt-BR would be right"
        ) from None


@cache
def overrides() -> dict[tuple[str, str], str]:
    """Give the names that differ from the CLDR's, by language and code."""
    return {(row["language"], row["code"]): row["name"] for row in rows("labels.csv")}
