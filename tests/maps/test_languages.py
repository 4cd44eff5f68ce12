"""A whole sheet in every language: nothing of it in English, every sentence filled and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

import pytest

from coopmap.maps import Sheet, compose
from coopmap.maps.summary import missing, summary
from coopmap.maps.wording import wording
from coopmap.records import Outcome, Source
from tests.maps.operations import country, operation, shipped
from tests.maps.test_words import LANGUAGES, OTHERS, sayings, words

SHARED = {
    "cs": "minus partner plus role",
    "da": "minus partner plus zoom",
    "de": "minus partner plus rest",
    "fi": "plus",
    "fr": "plus source",
    "ga": "plus",
    "hr": "minus partner plus",
    "it": "all",
    "lv": "plus",
    "mt": "minus plus",
    "nb": "minus partner zoom",
    "nl": "drugs plus rest",
    "pl": "minus partner plus role",
    "ro": "minus plus",
    "sk": "partner plus",
    "sl": "minus plus",
    "sv": "minus partner plus",
    "tr": "not",
}
"""Words of English that are words of these languages, too; ``Escape`` is written on the key everywhere."""

NORDIC = ("SWE", "NOR", "FIN", "ISL", "EST", "LVA", "LTU")

FULL = operation(
    country("DNK", "co-lead", since="2024-05", until="2024-06-03"),
    country("NLD", "co-lead"),
    *map(country, (*NORDIC, "USA", "UKR")),
    country("POL", "supporter", since="2024"),
    country("DEU", "host", until="2024-06"),
    country("CHE", "observer"),
    country("ITA", status="disputed"),
    country("ESP", status="withdrawn"),
    start="2024-05-27",
    end="2024-05-29",
    list_complete=False,
    declared_countries=30,
    declared_qualifier="at-least",
    outcomes=tuple(
        Outcome(
            operation="raid",
            measure=measure,
            value=value,
            unit=unit,
            qualifier=qualifier,
            as_of="2024-05-30",
            source="xyz-2024",
            chosen=True,
        )
        for measure, value, unit, qualifier in (
            ("arrests", 4, "", "exact"),
            ("money-seized", 51_500_000, "EUR", "about"),
            ("drugs-seized", 1_200, "kg", "at-least"),
            ("searches", 21, "", "exact"),
        )
    ),
    sources=(
        Source(
            id="xyz-2024",
            publisher="XYZ",
            title="",
            url="https://xyz.example",
            published="2024-05-30",
            retrieved="",
        ),
    ),
)
"""An operation of which the page has a word for everything."""

LEAST = {
    "one lead": operation(country("NLD", "lead"), country("USA"), country("BEL")),
    "one lead and one partner": operation(country("GBR", "lead"), country("CHE")),
    "a lead alone": operation(country("USA", "lead")),
    "co-leads alone": operation(country("FRA", "co-lead"), country("NLD", "co-lead")),
    "no lead": operation(country("SWE"), country("DNK"), list_complete=False),
    "one country": operation(country("DNK"), list_complete=False, declared_countries=20),
    "all in one part of the world": operation(country("DNK", "lead"), *map(country, NORDIC)),
}


@cache
def full_sheet(language: str) -> Sheet:
    return compose(FULL, language=language)


def texts(sheet: Sheet) -> Iterator[str]:
    """List what a sheet says in its reader's language."""
    yield from (sheet.subtitle, sheet.summary, sheet.stamp, sheet.updated, *sheet.notes)
    yield from (entry.label for entry in sheet.key)
    yield from (text for row in sheet.table for text in (row.name, row.role_name, row.note))
    yield from (text for figure in sheet.figures for text in (figure.value, figure.label))
    yield from (credit.text for credit in sheet.credits)
    yield from (getattr(sheet.words, each.name) for each in fields(sheet.words))


def tokens(text: str) -> set[str]:
    """The words of a text of three letters and more."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text)}


@cache
def english() -> set[str]:
    """Every word of the English file, names of places aside."""
    own = (
        forms
        for path, forms in sayings(words("en"))
        if path.split(".")[0] not in {"areas", "regions", "marks"}
    )
    gaps = tokens(
        "names named counted leads others boundaries declared region figure start end since until date text"
    )
    return {
        word for forms in own for text in forms.values() for word in tokens(re.sub(r"{.*?}", "", text))
    } - gaps


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_word_is_left_on_a_sheet(language: str) -> None:
    names = {word for row in full_sheet(language).table for word in tokens(row.name)}
    said = {word for text in texts(full_sheet(language)) for word in tokens(text)}
    assert (said & english()) - names <= {"escape", *SHARED.get(language, "").split()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_has_every_word_and_no_gap(language: str) -> None:
    sheet = full_sheet(language)
    assert sheet.language == language
    assert sheet.direction == ("rtl" if language in {"ar", "he"} else "ltr")
    assert len(sheet.key) == 8
    assert len(sheet.figures) == 4
    for text in texts(sheet):
        assert not re.search(r"[{}]", text)
    assert sheet.summary[0] == sheet.summary[0].upper()
    stop = words(language)["marks"]["stop"]
    assert all(text.endswith(stop) for text in (sheet.summary, sheet.stamp, *sheet.notes))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LEAST)
def test_every_kind_of_operation_can_be_told(language: str, name: str) -> None:
    told = wording(language)
    text = summary(LEAST[name], told) + missing(LEAST[name], told)
    assert not re.search(r"[{}]|\s\s|\s[.,]|[.:;] *[.:;]", text)
    assert text.endswith(told.word("marks", "stop"))
    for one in LEAST[name].participations if len(LEAST[name].participations) < 7 else ():
        # The dative of a plural has an ending of its own, and an article may lose its vowel.
        assert re.split(r"[\s-]", told.name_in_sentence(one.country))[-1][:6] in text


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_the_collection_is_told_without_a_loose_word(language: str) -> None:
    told = wording(language)
    for each in shipped().ids:
        text = summary(shipped()[each], told)
        assert not re.search(
            r"[{}]|\s\s|\b(de le|de les|à le|à les|bei dem|von dem|by (EU|UN|FBI))\b", text
        ), each
        assert text.endswith(".")
        assert text[0].isupper() or text[0].isdigit()
