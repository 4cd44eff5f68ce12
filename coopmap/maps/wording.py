"""Wording: the map's own words in the reader's language, with the right plurals, lists, dates and numbers.

The words are one plain file per language in ``words/``; dates, numbers and lists follow the Unicode CLDR.
A gap in a sentence may ask for a form of the names that fill it: ``{leads:dative}`` takes them from the table
``[dative]``, as far as they stand there.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_currency, format_decimal, get_currency_symbol

from coopmap.countries import label
from coopmap.errors import CoopmapError
from coopmap.maps.alphabet import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopmap.records import Participation

_FOLDER = Path(__file__).parent / "words"
_FULL, _MONTH = 3, 2
_LARGE_SUM, _NEXT_UNIT = 1_000_000, 1_000_000_000

_ALIKE = {"no": "nb"}
"""Tags that mean the same language."""


@cache
def wording(language: str) -> Wording:
    """The words of one language.

    Raises:
        CoopmapError: there is no file of words for this language.
    """
    tag = _ALIKE.get(language, language)
    known = sorted(found.stem for found in _FOLDER.glob("*.toml"))
    if tag not in known:
        raise CoopmapError(f"no words for the language {language!r}: {', '.join(known)} would be right")
    with (_FOLDER / f"{tag}.toml").open("rb") as opened:
        words = tomllib.load(opened)
    return Wording(tag, words, Locale.parse(words.get("locale", tag), sep="-"))


@dataclass(frozen=True)
class Names:
    """Countries that fill a gap of a sentence, in the form that the gap asks for."""

    words: Wording
    """The reader's language."""
    codes: tuple[str, ...]
    """Which countries."""

    def __str__(self) -> str:
        """``Denmark, the Netherlands and Spain``."""
        return format(self)

    def __format__(self, form: str) -> str:
        """The same in a form that the language's file has a table for: ``dative``."""
        return self.words.listed([self.words.name_in_sentence(code, form) for code in self.codes])


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
        return self._filled(self.words[table][key], **filled)

    def plural(self, table: str, key: str, n: float, **filled: object) -> str:
        """One sentence of the file in the plural form that ``n`` takes, filled in.

        The paragraph spells small numbers; a key and a table count in figures.
        """
        forms: dict[str, str] | str = self.words[table][key]
        found = forms if isinstance(forms, str) else forms[self.locale.plural_form(n)]
        spelled = self.words.get("numbers", {}) if table == "summary" else {}
        return self._filled(found, n=spelled.get(str(n)) or self.number(n), **filled)

    def _filled(self, text: str, /, **filled: object) -> str:
        """A saying with its gaps filled, and what grows together there: ``beim`` from ``bei dem``."""
        return self._mended(text.format(**filled), "contractions")

    def _mended(self, text: str, table: str) -> str:
        """A text after the replacements of a table, which is a language's own and may be missing."""
        for pattern, instead in self.words.get(table, {}).items():
            text = re.sub(pattern, instead, text)
        return text

    def name(self, code: str) -> str:
        """A country's name on its own: ``Netherlands``."""
        return label(code, str(self.locale))

    def place_in_alphabet(self, code: str) -> str:
        """What a country is sorted by."""
        return self.place(self.name(code))

    def place(self, name: str) -> str:
        """What a name is sorted by, in the order of the language's letters."""
        noun = re.sub(self.words["article"], "", name) if "article" in self.words else name
        return alphabetical(noun, self.words.get("alphabet", ""))

    def role(self, one: Participation) -> str:
        """What a country did: ``Partner``, and whether that is disputed or over: ``Partner (disputed)``."""
        role = self.word("roles", one.role)
        status = self.words["status"].get(one.status)
        return self.word("marks", "aside", text=role, aside=status) if status else role

    def name_in_sentence(self, code: str, form: str = "") -> str:
        """A country's name inside a sentence: ``the Netherlands``, ``den Niederlanden``."""
        found: str | None = self.words.get(form or "in_sentence", {}).get(code)
        return found or self.name(code)

    def names(self, codes: Iterable[str]) -> Names:
        """Several countries inside a sentence: ``Denmark, the Netherlands and Spain``."""
        return Names(self, tuple(codes))

    def organisation(self, name: str) -> str:
        """An organisation inside a sentence: ``the African Union``."""
        found: str | None = self.words.get("organisations", {}).get(name)
        return found or self.apart(name)

    def area(self, area: str) -> str:
        """A disputed area's name; its own id when the file has none."""
        found: str = self.words["areas"].get(area, area)
        return found

    def listed(self, parts: list[str]) -> str:
        """Several things as one: ``a, b and c``."""
        return self._mended(format_list(parts, locale=self.locale), "lists")

    def joined(self, parts: Iterable[str], mark: str) -> str:
        """Texts in a row with a mark of the language between them, those that are empty left out."""
        return self.word("marks", mark).join(part for part in parts if part)

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
        # Chinese and Japanese have one compact form: 5150万 is as long as it gets.
        kind: Literal["long", "short"] = "long" if "long" in self.locale.compact_decimal_formats else "short"
        figure = format_compact_decimal(value, format_type=kind, locale=self.locale, fraction_digits=1)
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
