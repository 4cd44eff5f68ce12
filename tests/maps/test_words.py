"""Every language says everything: the same words as English, all its plural forms, nothing left unfilled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import coopmap.maps
from coopmap.atlas import area_names
from coopmap.countries import label
from coopmap.maps.wording import wording
from coopmap.records import Operation
from tests.maps.operations import shipped

FOLDER = Path(coopmap.maps.__file__).parent / "words"
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))
OTHERS = [language for language in LANGUAGES if language != "en"]

UNION = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv"
"""The official languages of the European Union."""
BEYOND = "nb is uk tr ru ar he zh ja"

FORMS = {"zero", "one", "two", "few", "many", "other"}
BY_LANGUAGE = {
    "alphabet",
    "article",
    "contractions",
    "dative",
    "in_sentence",
    "lists",
    "locale",
    "numbers",
    "organisations",
}
"""What depends on the language: which countries take an article, which letters it has."""

ALIKE = {"direction", "roles.partner", "key.co-lead", "summary.all_in_region", "summary.in_region"}
"""Words that many languages share with English, and those that one does; marks and names of places aside."""
SHARED = {
    "cs": {"page.role"},
    "da": {"measures.institutions"},
    "mt": {"measures.arrests"},
    "nl": {"summary.plus"},
    "ro": {"summary.plus"},
    "sv": {"measures.institutions"},
}


def operations() -> list[Operation]:
    return [shipped()[name] for name in shipped().ids]


def words(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def sayings(table: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """List every saying of a file with its forms; a word without plural forms has one, ``""``."""
    for key, value in table.items():
        path = f"{name}.{key}".lstrip(".")
        if path in BY_LANGUAGE:
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


def needed(language: str) -> set[str]:
    """Which plural forms the CLDR tells apart in a language."""
    return {*wording(language).locale.plural_form.tags, "other"}


def stands_for(language: str, form: str) -> set[int]:
    """Which of the numbers up to 200 take a form."""
    return {n for n in range(201) if wording(language).locale.plural_form(n) == form}


def test_every_language_that_was_promised_has_its_file() -> None:
    assert sorted(f"{UNION} {BEYOND}".split()) == LANGUAGES


def test_norwegian_has_two_tags() -> None:
    assert wording("no").language == "nb"


def test_every_language_has_its_direction() -> None:
    for language in LANGUAGES:
        order = wording(language).locale.character_order
        assert words(language)["direction"] == {"left-to-right": "ltr", "right-to-left": "rtl"}[order]
    assert {language for language in LANGUAGES if words(language)["direction"] == "rtl"} == {"ar", "he"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_lacks_a_word_or_has_one_too_many(language: str) -> None:
    assert sorted(dict(sayings(words(language)))) == sorted(dict(sayings(words("en"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_its_language_needs(language: str) -> None:
    english = dict(sayings(words("en")))
    for path, forms in sayings(words(language)):
        counts = set(english[path]) != {""} and needed(language) != {"other"}
        assert set(forms) in ([needed(language)] if counts else [{""}, needed(language)]), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_gap_to_fill_was_lost_or_invented(language: str) -> None:
    english = dict(sayings(words("en")))
    for path, forms in sayings(words(language)):
        wanted = {gap for form in english[path].values() for gap in gaps(form)}
        for form, text in forms.items():
            # A form for a single number may say that number as a word.
            spoken = {"n"} if form and len(stands_for(language, form)) <= 1 else set()
            assert gaps(text) | spoken >= wanted, (path, form)
            assert gaps(text) <= wanted, (path, form)
            assert text == text.strip() or path.startswith("marks."), (path, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_asks_only_for_forms_that_the_file_has(language: str) -> None:
    found = words(language)
    for _, forms in sayings(found):
        for text in forms.values():
            asked = {form for _, _, form, _ in Formatter().parse(text) if form}
            assert asked <= set(found)


@pytest.mark.parametrize("language", OTHERS)
def test_no_saying_was_left_in_english(language: str) -> None:
    english = dict(sayings(words("en")))
    alike = {
        path
        for path, forms in sayings(words(language))
        for form, text in forms.items()
        if text == english[path].get(form) and text != "{figure}"
        if path.split(".")[0] not in {"marks", "areas", "regions"}
    }
    assert alike - ALIKE <= SHARED.get(language, set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_inside_sentences_belong_to_countries(language: str) -> None:
    found = words(language)
    for code, name in found.get("in_sentence", {}).items():
        assert label(code)
        assert name == name.strip() != ""
    assert set(found.get("dative", {})) <= set(found.get("in_sentence", {}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_organisations_are_named_as_the_record_names_them(language: str) -> None:
    recorded = {body.organisation for one in operations() for body in one.organisations}
    assert set(words(language).get("organisations", {})) <= recorded


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_of_lists_and_contractions_can_be_read(language: str) -> None:
    found = words(language)
    for pattern in (*found.get("lists", {}), *found.get("contractions", {}), found.get("article", "")):
        assert re.compile(pattern)


def test_every_measure_of_the_collection_has_words() -> None:
    measures = {outcome.measure for one in operations() for outcome in one.outcomes}
    assert measures <= set(words("en")["measures"])


def test_disputed_areas_are_called_in_english_as_in_the_boundary_policy() -> None:
    english = words("en")["areas"]
    assert english == {area: area_names()[area] for area in english}


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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("cs", ["1 partnerská země", "3 partnerské země", "5 partnerských zemí", "21 partnerských zemí"]),
        ("pl", ["1 państwo partnerskie", "3 państwa partnerskie", "5 państw partnerskich"]),
        ("ru", ["1 страна-партнёр", "3 страны-партнёра", "5 стран-партнёров", "21 страна-партнёр"]),
        ("sl", ["1 partnerska država", "3 partnerske države", "5 partnerskih držav"]),
        ("lv", ["1 partnervalsts", "3 partnervalstis", "5 partnervalstis", "21 partnervalsts"]),
        ("ro", ["1 țară parteneră", "3 țări partenere", "5 țări partenere", "21 de țări partenere"]),
        ("ga", ["1 tír rannpháirteach", "3 thír rannpháirteacha", "5 thír rannpháirteacha"]),
        ("ja", ["参加1か国・地域", "参加3か国・地域"]),
    ],
)
def test_a_noun_agrees_with_its_number(language: str, said: list[str]) -> None:
    counted = [wording(language).plural("key", "partner", n) for n in (1, 3, 5, 21)]
    assert counted[: len(said)] == said


def test_an_article_is_put_before_a_name_where_the_language_wants_one() -> None:
    codes = ["DNK", "NLD", "CHE"]
    assert str(wording("de").names(codes)) == "Dänemark, die Niederlande und die Schweiz"
    assert str(wording("fr").names(codes)) == "le Danemark, les Pays-Bas et la Suisse"
    assert str(wording("ar").names(codes)) == "الدانمرك وهولندا وسويسرا"


def test_a_name_stands_in_the_case_that_its_sentence_asks_for() -> None:
    german = wording("de")
    assert f"{german.names(['DNK', 'NLD', 'CHE']):dative}" == "Dänemark, den Niederlanden und der Schweiz"
    assert german.word("summary", "alone", leads=german.names(["GBR"])) == (
        "Die Leitung lag beim Vereinigten Königreich."
    )


@pytest.mark.parametrize(
    ("language", "codes", "said"),
    [
        ("es", ["FRA", "ITA"], "Francia e Italia"),
        ("es", ["FRA", "ESP"], "Francia y España"),
        ("uk", ["FRA", "ITA"], "Франція та Італія"),
        ("mt", ["FRA", "BEL", "CAN"], "Franza, il-Belġju u l-Kanada"),
        ("zh", ["FRA", "ITA", "ESP"], "法国、意大利和西班牙"),
        ("ja", ["FRA", "ITA"], "フランス、イタリア"),
    ],
)
def test_the_last_two_of_a_list_are_joined_as_the_language_joins_them(
    language: str, codes: list[str], said: str
) -> None:
    assert str(wording(language).names(codes)) == said


def test_latin_names_keep_their_order_in_a_sentence_from_right_to_left() -> None:
    hebrew = wording("he")
    names = hebrew.listed([hebrew.organisation(name) for name in ("SADC", "UNODC")])
    assert names == "\u2068SADC\u2069 \N{HEBREW LETTER VAV}\N{HEBREW PUNCTUATION MAQAF}\u2068UNODC\u2069"
