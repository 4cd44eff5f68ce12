"""Wording: the map's own words in the reader's language, with the right plurals, lists, dates and numbers.

The words are one plain file per language in ``words/``; dates, numbers and lists follow the Unicode CLDR.
"""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_currency, format_decimal, get_currency_symbol

from coopmap.countries import label
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.records import Participation

_FOLDER = Path(__file__).parent / "words"
_FULL, _MONTH = 3, 2
_LARGE_SUM, _NEXT_UNIT = 1_000_000, 1_000_000_000


@cache
def wording(language: str) -> Wording:
    """The words of one language.

    Raises:
        CoopmapError: there is no file of words for this language.
    """
    path = _FOLDER / f"{language}.toml"
    known = sorted(found.stem for found in _FOLDER.glob("*.toml"))
    if language not in known:
        raise CoopmapError(f"no words for the language {language!r}: {', '.join(known)} would be right")
    with path.open("rb") as opened:
        return Wording(language, tomllib.load(opened), Locale.parse(language, sep="-"))


@dataclass(frozen=True)
class Wording:
    """How one language says what a map has to say."""

    language: str
    """BCP 47 tag."""
    words: dict[str, Any]
    """The file's tables."""
    locale: Locale
    """The CLDR's rules for the language."""

    def word(self, table: str, key: str, **filled: object) -> str:
        """One word or sentence of the file, filled in."""
        found: str = self.words[table][key]
        return found.format(**filled)

    def plural(self, table: str, key: str, n: float, **filled: object) -> str:
        """One sentence of the file in the plural form that ``n`` takes, filled in."""
        forms: dict[str, str] = self.words[table][key]
        form = self.locale.plural_form(n)
        return forms.get(form, forms["other"]).format(n=self.number(n), **filled)

    def name(self, code: str) -> str:
        """A country's name on its own: ``Netherlands``."""
        return label(code, self.language)

    def place_in_alphabet(self, code: str) -> str:
        """What a country is sorted by: its name without regard to accents and capitals."""
        bare = unicodedata.normalize("NFKD", self.name(code))
        return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()

    def role(self, one: Participation) -> str:
        """What a country did: ``Partner``, and whether that is disputed or over: ``Partner (disputed)``."""
        role = self.word("roles", one.role)
        status = self.words["status"].get(one.status)
        return f"{role} ({status})" if status else role

    def name_in_sentence(self, code: str) -> str:
        """A country's name inside a sentence: ``the Netherlands``."""
        found: str | None = self.words["in_sentence"].get(code)
        return found or self.name(code)

    def names(self, codes: list[str]) -> str:
        """Several countries inside a sentence: ``Denmark, the Netherlands and Spain``."""
        return self.listed([self.name_in_sentence(code) for code in codes])

    def listed(self, parts: list[str]) -> str:
        """Several things as one: ``a, b and c``."""
        text = format_list(parts, locale=self.locale)
        # Newspapers in English do without the serial comma that the CLDR puts.
        return text.replace(", and ", " and ") if self.language == "en" else text

    def apart(self, text: str) -> str:
        """A text that keeps its own order of words beside one that may run the other way."""
        if not text or self.words["direction"] == "ltr":
            return text
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"

    def number(self, value: float) -> str:
        """A number as readers write it: ``3,000``."""
        return format_decimal(value, locale=self.locale)

    def quantity(self, value: float, unit: str) -> str:
        """A number with its unit: ``12,300 kg``, ``€51.5 million``."""
        if len(unit) == _FULL and unit.isupper():
            return self._sum(value, unit)
        return f"{self.number(value)} {unit}".strip()

    def _sum(self, value: float, currency: str) -> str:
        if value < _LARGE_SUM:
            return self._plain_sum(value, currency)
        # The CLDR has no long compact form for currencies, so its long number takes the place of a 1.
        if value < _NEXT_UNIT and round(value / _LARGE_SUM, 1) >= _NEXT_UNIT / _LARGE_SUM:
            value = _NEXT_UNIT  # else 999,999,999 would be "1000 million"
        figure = format_compact_decimal(value, format_type="long", locale=self.locale, fraction_digits=1)
        return self._plain_sum(1, currency).replace("1", figure, 1)

    def _plain_sum(self, value: float, currency: str) -> str:
        pattern = self.locale.currency_formats["standard"].pattern
        if float(value).is_integer():
            pattern = pattern.replace("0.00", "0")
        if get_currency_symbol(currency, self.locale)[-1].isalpha():
            # "DKK 500": a symbol made of letters does not stick to the figure.
            pattern = pattern.replace("¤#", "¤\N{NO-BREAK SPACE}#")
        return format_currency(value, currency, pattern, self.locale, currency_digits=False)

    def date(self, text: str) -> str:
        """A date that may be partial (``2025-02-26``, ``2024-05``, ``2019``) as readers write it."""
        parts = [int(part) for part in text.split("-")]
        if len(parts) == _FULL:
            return format_date(
                dt.date(parts[0], parts[1], parts[2]),
                "d MMMM y" if self.language == "en" else "long",
                self.locale,
            )
        if len(parts) == _MONTH:
            return format_skeleton("yMMMM", dt.date(parts[0], parts[1], 1), locale=self.locale)
        return text

    def period(self, start: str, end: str) -> str:
        """From when to when, as far as the record knows; empty when it knows neither."""
        if start and end and start != end:
            return self.word("dates", "range", start=self.date(start), end=self.date(end))
        return self.date(start or end) if start or end else ""

    def measure(self, measure: str, n: float) -> str:
        """What was counted, in the form that ``n`` takes."""
        if measure in self.words["measures"]:
            return self.plural("measures", measure, n)
        return measure.replace("-", " ")
