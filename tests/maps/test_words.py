"""Every language says everything: the same words as English, all its plural forms, nothing left unfilled."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.core import Locale

import coopmap.maps
from coopmap.maps import compose
from coopmap.maps.wording import wording
from tests.maps.operations import shipped

FOLDER = Path(coopmap.maps.__file__).parent / "words"
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))
OTHERS = [language for language in LANGUAGES if language != "en"]

FORMS = {"zero", "one", "two", "few", "many", "other"}
BY_LANGUAGE = "in_sentence"
"""The table whose rows depend on the language: which countries take an article."""


def words(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def sayings(table: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """List every saying of a file with its forms; a word without plural forms has one, ``""``."""
    for key, value in table.items():
        path = f"{name}.{key}".lstrip(".")
        if path == BY_LANGUAGE:
            continue
        if isinstance(value, str):
            yield path, {"": value}
        elif set(value) <= FORMS and value:
            yield path, value
        else:
            yield from sayings(value, path)


def gaps(text: str) -> set[str]:
    """Name the words in braces."""
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def stands_for(language: str, form: str) -> set[int]:
    """Which of the numbers up to 200 take a form."""
    locale = Locale.parse(language)
    return {n for n in range(201) if locale.plural_form(n) == form}


def test_there_are_languages_of_both_directions() -> None:
    assert {"ar", "de", "en", "fr"} <= set(LANGUAGES)
    directions = {language: words(language)["direction"] for language in LANGUAGES}
    assert directions == {
        language: Locale.parse(language)
        .character_order.replace("left-to-right", "ltr")
        .replace("right-to-left", "rtl")
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_lacks_a_word(language: str) -> None:
    assert sorted(dict(sayings(words(language)))) == sorted(dict(sayings(words("en"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_its_language_needs(language: str) -> None:
    needed = {*Locale.parse(language).plural_form.tags, "other"}
    for path, forms in sayings(words(language)):
        assert set(forms) in ({""}, needed), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_lacks_a_gap_to_fill(language: str) -> None:
    english = dict(sayings(words("en")))
    for path, forms in sayings(words(language)):
        model = english[path]
        wanted = gaps(model.get("other", model.get("", "")))
        for form, text in forms.items():
            # A form for a single number may say that number as a word.
            spoken = {"n"} if form and len(stands_for(language, form)) <= 1 else set()
            assert gaps(text) | spoken >= wanted, (path, form)
            assert gaps(text) <= {*wanted, "n"}, (path, form)


@pytest.mark.parametrize("language", OTHERS)
def test_no_saying_was_left_in_english(language: str) -> None:
    english = dict(sayings(words("en")))
    alike = {
        path
        for path, forms in sayings(words(language))
        for form, text in forms.items()
        if text == english[path].get(form) and text.replace("{figure}", "")
    }
    # Words that the languages share, and the direction.
    assert alike <= {
        "direction",
        "page.source",
        "roles.partner",
        "summary.in_region",
        "regions.Europe",
    }


@pytest.mark.parametrize("language", OTHERS)
def test_every_operation_can_be_told_in_every_language(language: str) -> None:
    for name in ("operation-cumberland", "kfor-2017", "encrochat-takedown", "prosperity", "mnjtf"):
        for found in (each for each in shipped().ids if name in each):
            sheet = compose(shipped()[found], language=language)
            said = (
                sheet.summary,
                sheet.stamp,
                sheet.updated,
                *sheet.notes,
                *(key.label for key in sheet.key),
            )
            assert not any("{" in text or "}" in text for text in said)
            assert sheet.direction == ("rtl" if language == "ar" else "ltr")
            assert sheet.summary[0] == sheet.summary[0].upper()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "دولة شريكة واحدة"),
        (2, "دولتان شريكتان"),
        (3, "3 دول شريكة"),
        (11, "11 دولة شريكة"),
        (100, "100 دولة شريكة"),
    ],
)
def test_arabic_counts_countries_by_its_own_rules(count: int, said: str) -> None:
    assert wording("ar").plural("key", "partner", count, names="") == said


def test_an_article_is_put_before_a_name_where_the_language_wants_one() -> None:
    codes = ["DNK", "NLD", "CHE"]
    assert wording("de").names(codes) == "Dänemark, die Niederlande und die Schweiz"
    assert wording("fr").names(codes) == "le Danemark, les Pays-Bas et la Suisse"
    assert wording("ar").names(codes) == "الدانمرك وهولندا وسويسرا"
