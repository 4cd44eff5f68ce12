"""A country's name for a reader of a given language, as a newspaper would write it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopmap.countries.codes import country, rows
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from babel.core import Locale


def label(code: str, language: str = "en") -> str:
    """Give a country's short name: ``label("BIH")`` is ``Bosnia and Herzegovina``.

    Names are the Unicode CLDR's, but for those in ``tables/labels.csv``. A name the CLDR lacks in this
    language is given in English.
    """
    alpha2 = country(code)["alpha2"]
    locale = reader_of(language)
    override = overrides().get((locale.language, code))
    if override:
        return override
    name: str | None = locale.territories.get(alpha2)
    return name or label(code, "en")


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
