"""The words people put into headers and cells, and what they mean: read from lists in ``words/``."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

from coopmap.records.vocabulary import ROLES

WORDS = Path(__file__).parent / "words"
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
FILLERS = frozenset(
    [
        "the",
        "of",
        "a",
        "der",
        "die",
        "das",
        "des",
        "den",
        "de",
        "du",
        "d",
        "la",
        "le",
        "les",
        "l",
        "el",
        "los",
        "las",
        "del",
        "list",
        "liste",
        "lista",
        "all",
    ]
)
"""Words of a header that say nothing: *List of the countries* are *countries*."""

MEANINGS = {
    "operation": (
        *("id", "name", "aliases", "kind", "start", "end"),
        *("announced", "declared_countries", "series", "summary"),
    ),
    "countries": ("country", *ROLES),
    "country": ("role", "agency", "since", "until", "status", "as_written"),
    "source": ("source", "publisher", "url", "published"),
    "bodies": ("organisation", "coordinator"),
    "either": ("note",),
}  # fmt: skip
"""What a column can mean, by what it is about."""


def meaning(header: str) -> str:
    """Say what a header means: ``Land`` is ``country``; nothing when it is not known."""
    known = lexicon("headers")
    for form in (header, ASIDE.sub(" ", header)):
        written = folded(form)
        for variant in (written, re.sub(r" ?[0-9]+$", "", written), _without_fillers(written)):
            if variant in known:
                return known[variant]
    return ""


def role_of(word: str) -> str:
    """Give the role a word names, or nothing."""
    return lexicon("roles").get(folded(word), "")


def kind_of(word: str) -> str:
    """Give the kind a word names, or nothing."""
    return lexicon("kinds").get(folded(word), "")


def status_of(word: str) -> str:
    """Give the status a word names, or nothing."""
    return lexicon("statuses").get(folded(word), "")


def mark_of(cell: str) -> str | None:
    """Say what a mark in a matrix means: a role, nothing for "did not take part", None if it is unknown."""
    took_part = lexicon("marks").get(mark(cell))
    if took_part:
        return "partner" if took_part == "yes" else ""
    return role_of(cell) or None


def mark(cell: str) -> str:
    """Give a mark in the form the list has."""
    return unicodedata.normalize("NFC", cell.strip().casefold()).replace("\ufe0f", "")


@cache
def folded(text: str) -> str:
    """Give a header in small letters, its words parted by single blanks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w]+|_", " ", plain).split())


def _without_fillers(written: str) -> str:
    return " ".join(word for word in written.split() if word not in FILLERS)


@cache
def lexicon(name: str) -> dict[str, str]:
    """Read a list: what is written, and what it means."""
    with (WORDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        form = mark if name == "marks" else folded
        return {form(written): means for written, means, *_ in rows}


ALL_MEANINGS = tuple(word for words in MEANINGS.values() for word in words)
"""Every word that ``--map`` may name."""
