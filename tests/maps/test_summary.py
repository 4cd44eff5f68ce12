"""The map in a paragraph: who led, who joined, who hosted, and how many are not named."""

from __future__ import annotations

import pytest

from coopmap.maps.summary import missing, summary
from coopmap.maps.wording import wording
from coopmap.records import Operation
from tests.maps.operations import body, country, operation, sheet_of, shipped

WORDS = wording("en")
NORDIC = ("SWE", "NOR", "FIN", "ISL", "EST", "LVA", "LTU")


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            operation(country("DNK", "lead"), country("SWE")),
            "Denmark led one other country: Sweden.",
        ),
        (
            operation(country("NLD", "lead"), country("USA"), country("BEL"), country("DEU")),
            "The Netherlands led three other countries: Belgium, Germany and the United States.",
        ),
        (
            operation(country("FRA", "co-lead"), country("NLD", "co-lead"), country("USA")),
            "France and the Netherlands led jointly, with one other country: the United States.",
        ),
        (
            operation(country("FRA", "co-lead"), country("DEU", "co-lead"), country("NLD", "co-lead")),
            "France, Germany and the Netherlands led.",
        ),
        (
            operation(country("SWE"), country("DNK")),
            "A total of two countries took part: Denmark and Sweden.",
        ),
        (
            operation(country("DNK")),
            "One country took part: Denmark.",
        ),
        (
            operation(country("DEU", "lead")),
            "Germany led.",
        ),
        (
            operation(country("DNK", "lead"), *map(country, NORDIC)),
            "Denmark led seven other countries: all in Europe.",
        ),
        (
            operation(country("DNK", "lead"), *map(country, (*NORDIC, "AUS"))),
            "Denmark led eight other countries: seven in Europe, plus Australia.",
        ),
        (
            operation(country("KEN", "lead"), *map(country, (*NORDIC, "GHA", "NGA", "RWA"))),
            "Kenya led 10 other countries: seven in Europe and three in Africa.",
        ),
        (
            operation(country("DNK", "lead"), country("SWE", "supporter"), country("NOR")),
            "Denmark led two other countries: Norway and Sweden.",
        ),
    ],
)
def test_who_led_and_who_joined(record: Operation, sentence: str) -> None:
    assert summary(record, WORDS) == sentence


def test_scattered_countries_are_named_one_by_one() -> None:
    codes = ("DNK", "ALA", "KEN", "GHA", "JPN", "KOR", "AUS")
    record = operation(country("USA", "lead"), *map(country, codes))
    assert summary(record, WORDS) == (
        "The United States led seven other countries: "
        "Åland Islands, Australia, Denmark, Ghana, Japan, Kenya and South Korea."
    )


def test_a_host_is_no_participant_and_an_observer_neither() -> None:
    record = operation(
        country("AUS", "lead"), country("FJI"), country("SLB", "host"), country("USA", "observer")
    )
    assert summary(record, WORDS) == (
        "Australia led one other country: Fiji. Host: the Solomon Islands. Observed by the United States."
    )


def test_only_coordinators_are_named_as_such() -> None:
    record = operation(
        country("DNK", "lead"),
        country("SWE"),
        organisations=(body("Europol"), body("Eurojust"), body("A bank", "funder")),
    )
    assert summary(record, WORDS).endswith("Sweden. Coordinated by Europol and Eurojust.")


@pytest.mark.parametrize(
    ("complete", "declared", "qualifier", "sentence"),
    [
        (True, 9, "exact", ""),
        (None, 9, "exact", ""),
        (False, None, "", "The list of countries is known to be incomplete."),
        (False, 2, "exact", "The list of countries is known to be incomplete."),
        (False, 15, "exact", "The source speaks of 15 countries; two are named."),
        (False, 1_000, "at-least", "The source speaks of at least 1,000 countries; two are named."),
        (False, 30, "about", "The source speaks of about 30 countries; two are named."),
    ],
)
def test_an_incomplete_list_says_so(
    *, complete: bool | None, declared: int | None, qualifier: str, sentence: str
) -> None:
    record = operation(
        country("DNK", "lead"),
        country("SWE"),
        country("FIN", "host"),
        list_complete=complete,
        declared_countries=declared,
        declared_qualifier=qualifier,
    )
    assert missing(record, WORDS) == sentence


def test_one_country_is_named_in_the_singular() -> None:
    record = operation(country("DEU", "lead"), list_complete=False, declared_countries=20)
    assert missing(record, WORDS) == "The source speaks of 20 countries; only one is named."


def test_real_operations_read_like_sentences() -> None:
    assert sheet_of("operation-endgame-2024").summary == (
        "France, Germany and the Netherlands led jointly, with 10 other countries: "
        "eight in Europe, plus Armenia and the United States. Coordinated by Europol and Eurojust."
    )
    assert sheet_of("ramsi").summary.startswith(
        "Australia led 14 other countries: all in Oceania. Host: the Solomon Islands. Coordinated by "
    )
    assert sheet_of("kfor-2017").summary == (
        "A total of 26 countries took part: 24 in Europe, plus Armenia and Canada. Host: Kosovo. "
        "Ukraine withdrew. Coordinated by NATO."
    )


@pytest.mark.parametrize("name", shipped().ids)
def test_no_country_is_left_out(name: str) -> None:
    """Every country is named, or counted in its part of the world."""
    text = sheet_of(name).summary
    record = shipped()[name]
    parts = text.split(". ")[0].split(": ", 1)
    named = sum(
        WORDS.name_in_sentence(one.country).casefold() in text.casefold() for one in record.participations
    )
    spelled = {word: int(number) for number, word in WORDS.words["numbers"].items()}
    counts = [spelled.get(word, word) for word in parts[-1].replace(",", " ").split()]
    counted = sum(int(count) for count in counts if str(count).isdigit())
    everyone = "all in " in text or len(parts) == 1
    assert everyone or named + counted >= len(record.participations)
