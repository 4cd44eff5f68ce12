"""How a name is written, made comparable: letters, marks, punctuation, word order.

A name is looked up three times: as it is written (capitals and punctuation apart), without its marks and
in plain letters, and as a bag of words in any order. The marks decide before they are dropped: Áo is
Austria in Vietnamese, AO is Angola.
"""

from __future__ import annotations

import re
import unicodedata

from coopmap.countries.codes import rows

LONGEST = 150
"""Letters that a name may have; what is longer is no name."""

PLAIN = str.maketrans({row["letter"]: row["plain"] for row in rows("letters.csv")})
"""Letters that have a plainer sister."""

TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters that a keyboard without them writes as two."""

MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
"""Marks above, below and within letters of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts."""

HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]")
"""Signs that nobody sees: soft hyphens, joiners, marks of direction."""

ELISION = re.compile(r"\b(l|d|dell|all|nell)['’](?=[^\W\d])", re.IGNORECASE)  # noqa: RUF001 - both are written
"""An article run into a name: l'Italie."""

APOSTROPHES = re.compile("[\"'`´‘’‚‛“”„«»‹›ʼʹʾʿ′″׳״]")  # noqa: RUF001 - all of them are written
GAPS = re.compile(r"[\s\-‐-―_./,;:()\[\]{}\\|+*~•·。、，（）｡､–—−?!#@=<>%^…]+")  # noqa: RUF001 - they are what people write
BRACKETS = re.compile(r"[()\[\]]")
SEVERED = re.compile(r"[,;/:]|\s[-–—]\s")  # noqa: RUF001 - a dash is one
"""What sets the parts of a name apart."""
DOTTED = re.compile(r"(?<![^\W\d_]{2})([^\W\d_])\.(?=[^\W\d_](?:\.|\b))")
"""A single letter with a dot before another: U.S.A., D.R. Congo."""

LITTLE = {row["kind"]: frozenset(row["words"].split()) for row in rows("little.csv")}
"""Little words of many languages: articles, and links that carry no name."""
LINKS = LITTLE["link"]
SHORT = {row["short"]: row["full"] for row in rows("shortened.csv")}
"""English words as tables shorten them, and what they stand for."""


def key(text: str) -> str:
    """Give a name as it is compared first: small letters with their marks, words parted by one space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", HIDDEN.sub("", text))
    if "'" in text or "’" in text:  # noqa: RUF001 - both are written
        text = ELISION.sub(r"\1 ", text)
    if "." in text:
        text = DOTTED.sub(r"\1", text)
    text = APOSTROPHES.sub("", text).replace("&", " and ").casefold().replace("i\u0307", "i")
    return " ".join(GAPS.sub(" ", text).split())


def plain(name: str) -> str:
    """Give a key without its marks and in plain letters: ``türkiye`` becomes ``turkiye``."""
    bare = MARKS.sub("", unicodedata.normalize("NFD", name.translate(PLAIN)))
    return " ".join(unicodedata.normalize("NFC", bare).translate(PLAIN).split())


def transcribed(name: str) -> str:
    """Give a key with two letters for one, as old keyboards wrote: ``österreich`` becomes ``oesterreich``."""
    return plain(name.translate(TRANSCRIBED))


def words(name: str) -> tuple[str, ...]:
    """Give the words of a plain name that carry it, shortened ones in full: ``st lucia`` has ``saint``."""
    full = " ".join(SHORT.get(word, word) for word in name.split())
    return tuple(word for word in full.split() if word not in LINKS)


def bag(name: str) -> str:
    """Give the words of a plain name in the order of the alphabet, if there are several.

    ``korea republic of`` and ``republic of korea`` are the same bag. It begins with an equals sign, which
    no key can hold.
    """
    found = sorted(set(words(name)))
    return "=" + " ".join(found) if len(found) > 1 else ""


def parts(text: str) -> tuple[str, ...]:
    """Give the two or more parts of a name that are set apart: ``Myanmar (Burma)``, ``Hong Kong, China``.

    What stands in brackets is a part before commas are looked at; little words are no part.
    """
    for mark in (BRACKETS, SEVERED):
        found = tuple(part for piece in mark.split(text) if carries(part := piece.strip()))
        if len(found) > 1 or (found and found[0] != text.strip()):
            return found
    return ()


def carries(part: str) -> bool:
    """Say whether a part of a name is more than little words: ``(the)`` is not."""
    return bool(set(key(part).split()) - LINKS)
