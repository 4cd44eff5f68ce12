"""An id made from a name: ``Operation Café Noir`` becomes ``operation-cafe-noir``."""

from __future__ import annotations

import re
import unicodedata

from coopmap.records.cells import LONGEST_ID

APART = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "\u0131": "i"}
)
"""Latin letters that the Unicode standard does not take apart into a plain letter and a mark."""


def slug(text: str) -> str:
    """Give the small letters, digits and hyphens of a name; nothing when it has no Latin letter or digit."""
    marked = unicodedata.normalize("NFKD", text.casefold().translate(APART))
    folded = "".join(letter for letter in marked if not unicodedata.combining(letter))
    words = re.findall("[a-z0-9]+", re.sub(r"(?<=\w)['\u2019](?=s\b)", "", folded))
    return shortened("-".join(words)) if words else ""


def shortened(made: str) -> str:
    """Cut an id that is too long, at the end of a word where there is one."""
    if len(made) <= LONGEST_ID:
        return made
    return made[: LONGEST_ID + 1].rpartition("-")[0] or made[:LONGEST_ID]
