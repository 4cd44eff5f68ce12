"""Every country's name in every language of the CLDR leads to that country, or is refused with a reason."""

from __future__ import annotations

from babel import localedata

from coopmap.countries import resolve
from coopmap.countries.codes import countries

TELLING = {("Nikaraagua", "NIC"), ("Nikaraagua", "NGA"), ("لتونی", "LTU"), ("موریتانیا", "MUS")}
"""The CLDR's Colognian calls Nigeria by Nicaragua's name; Mazanderani Lithuania by Latvia's, Western Balochi
Mauritius by Mauritania's, in Persian and Pashto."""


def test_every_name_of_every_locale() -> None:
    alpha2 = {row["alpha2"]: code for code, row in countries().items()}
    asked = {
        (name, alpha2[code])
        for locale in localedata.locale_identifiers()
        for code, name in localedata.load(locale).get("territories", {}).items()
        if code in alpha2
    }
    answers = [(name, code, resolve.__wrapped__(name)) for name, code in sorted(asked)]
    wrong = [(name, code) for name, code, answer in answers if answer.code not in {"", code}]
    refused = [name for name, _, answer in answers if not answer.code]
    assert set(wrong) <= TELLING
    assert all(answer.reason for _, _, answer in answers if not answer.code)
    assert len(refused) < 0.01 * len(asked), refused
