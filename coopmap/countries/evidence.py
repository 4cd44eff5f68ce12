"""What published lists call countries, and what they call something else."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import localedata

from coopmap.countries.codes import countries
from coopmap.countries.inputs import (
    CITIES,
    LANGUAGES,
    NAMES,
    NATIONALITIES,
    NATIONS,
    PLACES,
    SPELLINGS,
    TERRITORIES,
    texts,
)
from coopmap.countries.spelling import LITTLE, key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Evidence = dict[str, set[str]]
"""The codes of the countries that lists call by a name."""

ORGANISATIONS = {"EU", "EZ", "UN"}
"""What the CLDR names among the territories and is an organisation."""
UNITED_NATIONS = ("English", "French", "Spanish", "Russian", "Chinese", "Arabic")


WIDESPREAD = LITTLE["widespread"]
"""Languages that the CLDR knows thoroughly and many people write; the others' names are rarer."""


def trusted(folder: Path) -> Evidence:
    """Give the names of the Unicode CLDR in widespread languages, and the United Nations' terms."""
    return gathered((*cldr(folder, widespread=True), *united_nations(folder)))


def rare(folder: Path) -> Evidence:
    """Give the names of the Unicode CLDR in the other languages."""
    return gathered(cldr(folder, widespread=False))


def families(folder: Path) -> tuple[Evidence, ...]:
    """Give the lists of the second tier, one for each family: lists that copied one another are one."""
    return (
        gathered((*countrynames(folder), *rigour(folder))),
        gathered(languages(folder)),
        gathered(nationalities(folder)),
    )


def gathered(pairs: tuple[tuple[str, str], ...] | Iterator[tuple[str, str]]) -> Evidence:
    """Collect pairs of a name and a code."""
    found: Evidence = defaultdict(set)
    for name, code in pairs:
        if compared := key(name):
            found[compared].add(code)
    return dict(found)


def cldr(folder: Path, *, widespread: bool) -> Iterator[tuple[str, str]]:
    """Read the names of countries in the languages of the CLDR, their short and other forms, too."""
    for name, code, language in cldr_territories(folder):
        if code in alpha2() and (language.split("-")[0] in WIDESPREAD) == widespread:
            yield name, alpha2()[code]


def cldr_territories(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Read all that the CLDR names as a territory, with its code and the language; Babel's copy, too."""
    for locale in localedata.locale_identifiers():
        for code, name in localedata.load(locale).get("territories", {}).items():
            yield name, code, locale.split("_")[0]
    for path, text in texts(NAMES, folder, ending="/territories.json"):
        language = path.split("/")[-2]
        listed = json.loads(text)["main"][language]["localeDisplayNames"]["territories"]
        for code, name in listed.items():
            if name != code:
                yield name, code.split("-alt-")[0], language


def united_nations(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the United Nations' short, formal and statistical names in six languages."""
    for _, text in texts(NATIONS, folder, ending="Taxonomy.csv"):
        for row in csv.DictReader(text.splitlines()):
            code = {"XKX": "XKX"}.get(row["x Alpha3 codes"], row["ISO 3166-1 Alpha 3-Codes"])
            if code not in countries():
                continue
            columns = [f"{language} Short" for language in UNITED_NATIONS]
            columns += [f"M49 {language}" for language in UNITED_NATIONS]
            for column in ("Preferred Term", "English Formal", *columns):
                name = re.sub(r"[*]", "", row[column] or "").strip()
                yield name, code
                yield re.sub(r"\s*\((?:the|el|la|los|las|les?)\)$|^the ", "", name), code


def countrynames(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the list of spellings of the package countrynames."""
    for _, text in texts(SPELLINGS, folder, ending="countrynames/data.yaml"):
        code = ""
        for line in text.splitlines():
            if line and line[0] not in " #":
                code = line.strip(": '\"")
            elif (match := re.match(r"\s+- +(.+)", line)) and code in alpha2():
                yield match[1].strip().strip("'\""), alpha2()[code]


def rigour(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the list of territories of the package rigour, countries alone."""
    for _, text in texts(TERRITORIES, folder, ending="territories/data.jsonl"):
        for row in map(json.loads, text.splitlines()):
            code = row["code"].upper()
            if code in alpha2():
                names: list[str] = [row["name"], row["full_name"], *row["names_strong"], *row["names_weak"]]
                yield from ((name, alpha2()[code]) for name in names)


def languages(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the names by language of the package i18n-iso-countries."""
    for path, text in texts(LANGUAGES, folder, ending=".json"):
        if "/langs/" in path:
            for code, names in json.loads(text)["countries"].items():
                if code in alpha2():
                    yield from (
                        (name, alpha2()[code]) for name in ([names] if isinstance(names, str) else names)
                    )


def nationalities(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the adjectives by language of the package i18n-nationality."""
    for path, text in texts(NATIONALITIES, folder, ending=".json"):
        if "/langs/" in path:
            for code, name in json.loads(text)["nationalities"].items():
                if code in alpha2():
                    yield name, alpha2()[code]


def places(folder: Path) -> dict[str, str]:
    """Give names that are no country's, with what they are: ``in DEU``, ``city``, ``region``."""
    found: dict[str, str] = {}
    for name, code, _ in cldr_territories(folder):
        if code.isdigit() or code == "QO":
            found[key(name)] = "region"
        elif code in ORGANISATIONS:
            found[key(name)] = "organisation"
    for name in cities(folder):
        found.setdefault(key(name), "city")
    for name, code in subdivisions(folder):
        found.setdefault(key(name), f"in {code}")
    return {name: kind for name, kind in found.items() if name}


def cities(folder: Path) -> Iterator[str]:
    """Read the cities that name the world's clocks, in every language of the CLDR."""
    for path, text in texts(CITIES, folder, ending="/timeZoneNames.json"):
        zones = json.loads(text)["main"][path.split("/")[-2]]["dates"]["timeZoneNames"].get("zone", {})
        yield from exemplars(zones)


def exemplars(zones: dict[str, Any]) -> Iterator[str]:
    """Find the cities in a tree of zones."""
    for each in zones.values():
        if isinstance(each, dict):
            if "exemplarCity" in each:
                yield each["exemplarCity"]
            yield from exemplars(each)


def subdivisions(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the parts of countries that ISO 3166-2 lists, in every language of the CLDR that names them."""
    for _, text in texts(PLACES, folder, ending=".json"):
        listed = (
            json.loads(text).get("subdivisions", {}).get("localeDisplayNames", {}).get("subdivisions", {})
        )
        for code, name in listed.items():
            if (parent := alpha2().get(code[:2].upper())) and isinstance(name, str):
                yield name, parent


@cache
def alpha2() -> dict[str, str]:
    """Give alpha-3 codes by alpha-2 codes."""
    return {row["alpha2"]: code for code, row in countries().items()}
