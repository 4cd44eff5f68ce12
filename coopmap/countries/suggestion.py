"""Which country a person probably meant by a code that does not exist."""

from __future__ import annotations

from difflib import get_close_matches

from coopmap.countries.codes import codes, is_code
from coopmap.countries.gazetteer import resolve
from coopmap.countries.labels import label


def suggest(text: str) -> str | None:
    """Give the code that was probably meant, if any: ``UK`` gives GBR, ``Denmark`` and ``DEN`` give DNK."""
    answer = resolve(text)
    if answer.code or len(answer.candidates) == 1:
        return answer.code or answer.candidates[0]
    written = " ".join(text.split()).upper()
    if len(written) <= len("XKX"):
        return swapped(written)
    names = {label(code).upper(): code for code in codes()}
    alike = get_close_matches(written[:100], names, n=1, cutoff=0.75)
    return names[alike[0]] if alike else None


def swapped(written: str) -> str | None:
    """Find the code whose last two letters were swapped: ``DKN`` gives DNK."""
    turned = written[:1] + written[:0:-1]
    return turned if is_code(turned) else None
