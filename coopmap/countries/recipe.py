"""The recipe: from published lists of names to the two tables that names are looked up in.

Run it again with ``python -m coopmap.countries.recipe FOLDER``; FOLDER keeps the downloads. It fetches the
packages named in ``inputs.py``, checks their checksums, and writes ``tables/names.txt`` (names that are a
country's) and ``tables/places.txt`` (names that are none: parts of countries, cities, regions of the world).
What people add by hand stands in the CSV tables beside them, is read when the program runs, and wins.

The steps: trust the Unicode CLDR in every language and the United Nations' terms; refuse what they call
something else; take other lists' spellings only when two independent ones agree, or when they share a
distinctive word with a trusted name of the same country; write every name as it is compared.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from coopmap.countries.codes import TABLES, rows
from coopmap.countries.evidence import Evidence, families, nationalities, places, rare, trusted
from coopmap.countries.inflection import CONFUSED
from coopmap.countries.labels import english_names
from coopmap.countries.spelling import bag, key, plain, transcribed, words
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Iterable

Names = dict[str, str]
"""A country's code by a name as it is compared."""

STEM = 3
"""Letters that an adjective must share with a name of its country."""
DISTINCTIVE = 4
"""Letters of a Latin, Greek or Cyrillic word that can tell countries apart."""


def compile_tables(folder: Path) -> tuple[Path, ...]:
    """Write the tables from the downloads in the folder; returns their paths.

    Raises:
        CoopmapError: an input is missing, damaged or not the expected release.
    """
    core = trusted(folder)
    elsewhere = places(folder)
    names = settled(core)
    second = spellings(names, families(folder), elsewhere)
    second = adjectives(nationalities(folder), names | second, elsewhere) | second
    accepted = spread(names | second, core)
    rarer = {
        name: code
        for name, code in spread(settled(rare(folder)), core).items()
        if name not in accepted and name not in core and not misleading(name, code)
    }
    refused = {
        name: kind
        for name, kind in elsewhere.items()
        if not {name, plain(name)} & (accepted.keys() | rarer.keys())
    }
    return write("names.txt", accepted), write("rarer.txt", rarer), write("places.txt", refused)


def doubtful(form: str, code: str) -> bool:
    """Say whether a form without marks is too short or one slip from another country: *nigera* is Niger."""
    return len(form) < DISTINCTIVE or (form[0] != "=" and form.isascii() and misleading(form, code))


def misleading(name: str, code: str) -> bool:
    """Say whether a rarer name is one slip from another country's English name: *ugana* is Ghana."""
    return any(
        OSA.distance(name, plain(key(other)), score_cutoff=1) <= 1
        for other_code, other in english_names().items()
        if other_code != code
    )


def settled(core: Evidence) -> Names:
    """Give the names that mean one country alone in all of the trusted lists."""
    return {name: next(iter(codes)) for name, codes in core.items() if len(codes) == 1}


def spellings(names: Names, lists: tuple[Evidence, ...], elsewhere: Names) -> Names:
    """Give the spellings of the second tier that count."""
    owners = distinctive(names)
    own = vocabulary(names)
    abroad = {plain(name) for name in elsewhere} | {plain(key(row["name"])) for row in rows("refusals.csv")}
    known = {plain(name): code for name, code in names.items()}
    found: dict[str, set[str]] = defaultdict(set)
    for number, each in enumerate(lists):
        others = [other for place, other in enumerate(lists) if place != number]
        for name, codes in each.items():
            for code in codes:
                agreed = any(code in other.get(name, ()) for other in others)
                shared = any(owners.get(word) == code for word in words(plain(name)))
                if shared or (agreed and code not in CONFUSED):
                    found[name].add(code)
    return {
        name: next(iter(codes))
        for name, codes in found.items()
        if len(codes) == 1
        and name not in elsewhere
        and plain(name) not in elsewhere
        and known.get(plain(name)) in {None, *codes}
        and not any(owners.get(word, *codes) not in codes for word in words(plain(name)))
        and not any(word in abroad and word not in own[code] for code in codes for word in runs(plain(name)))
    }


def adjectives(listed: Iterable[tuple[str, str]], names: Names, elsewhere: Names) -> Names:
    """Give the adjectives that begin as a name of their country does and are nothing else's."""
    begun: dict[str, set[str]] = defaultdict(set)
    for name, code in names.items():
        begun[code].add(plain(name)[:STEM])
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in listed:
        found[key(name)].add(code)
    return {
        name: next(iter(codes))
        for name, codes in found.items()
        if len(codes) == 1
        and not codes & CONFUSED
        and plain(name)[:STEM] in begun[next(iter(codes))]
        and not {name, plain(name)} & (names.keys() | elsewhere.keys())
    }


def vocabulary(names: Names) -> dict[str, set[str]]:
    """Give the words of each country's trusted names."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in names.items():
        found[code].update(runs(plain(name)))
    return found


def runs(name: str) -> set[str]:
    """Give the words of a name, and each two and three that follow one another."""
    each = name.split()
    return {" ".join(each[start : start + size]) for size in (1, 2, 3) for start in range(len(each))}


def distinctive(names: Names) -> Names:
    """Give the words that stand in names of one country alone, with its code."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in names.items():
        for word in words(plain(name)):
            if len(word) >= DISTINCTIVE or not word.isascii():
                found[word].add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


def spread(names: Names, core: Evidence) -> Names:
    """Add each name in its other forms: without marks, with two letters for one, as a bag of words."""
    result = dict(names)
    taken = {name for name, codes in core.items() if len(codes) > 1}
    for form in (plain, transcribed, lambda name: bag(plain(name))):
        found: dict[str, set[str]] = defaultdict(set)
        for name, code in names.items():
            found[form(name)].add(code)
        for name, codes in found.items():
            code = next(iter(codes))
            if len(codes) == 1 and name not in taken and name not in result and not doubtful(name, code):
                result[name] = code
    return result


def write(table: str, names: Names) -> Path:
    """Write a table: a block for each country or kind, headed by it, one name a line."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, code in names.items():
        blocks[code].append(name)
    path = TABLES / table
    text = "\n\n".join("\n".join([code, *sorted(blocks[code])]) for code in sorted(blocks))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path


def main() -> None:
    """Compile into the room's own tables; the downloads stay in the folder named, if one is named."""
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            written = compile_tables(folder.resolve())
        except CoopmapError as error:
            sys.exit(f"coopmap: {error}")
    for path in written:
        sys.stdout.write(f"{path.name}: {path.stat().st_size / 1000:.0f} KB\n")


if __name__ == "__main__":
    main()
