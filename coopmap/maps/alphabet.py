"""Alphabet: the order in which a language lists names; Øst is no neighbour of Ost in Denmark."""

from __future__ import annotations

import unicodedata

_LISTED, _STRANGE = 0x4000, 0x8000
"""Where the letters of an alphabet begin in the keys, and those of other scripts."""
_DOTLESS, _DOTTED = "\N{LATIN SMALL LETTER DOTLESS I}", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"


def alphabetical(name: str, letters: str = "") -> str:
    """What a name is sorted by.

    Args:
        name: in its own spelling.
        letters: the language's letters in their order, ``a b c ch d``; others stand where they stand without
            accents. Without letters: the order of Unicode, without accents and capitals.
    """
    order = {letter: chr(_LISTED + rank) for rank, letter in enumerate(letters.split())}
    if not order:
        return bare(name)
    longest, rest, key = max(map(len, order)), _small(name, order), ""
    while rest:
        taken = next((rest[:n] for n in range(longest, 0, -1) if rest[:n] in order), rest[0])
        key += order.get(taken) or "".join(order.get(each) or _other(each) for each in bare(taken))
        rest = rest[len(taken) :]
    return key


def bare(text: str) -> str:
    """A text without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _small(name: str, order: dict[str, str]) -> str:
    """A name in small letters, as a language writes them that has an i without a dot."""
    composed = unicodedata.normalize("NFC", name)
    return (
        composed.replace("I", _DOTLESS).replace(_DOTTED, "i") if _DOTLESS in order else composed
    ).casefold()


def _other(letter: str) -> str:
    return chr(_STRANGE) + letter if letter.isalpha() else letter
