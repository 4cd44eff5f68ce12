"""Which country a person probably meant by a code that does not exist."""

from __future__ import annotations

from coopmap.countries.codes import is_code
from coopmap.countries.gazetteer import resolve


def suggest(text: str) -> str | None:
    """Give the code that was probably meant, if any: ``UK`` gives GBR, ``Denmark`` and ``DEN`` give DNK.

    A suggestion is looser than an answer: it is for a person to accept. Where two countries may be meant
    there is none.
    """
    answer = resolve(text)
    if answer.code or len(answer.candidates) == 1:
        return answer.code or answer.candidates[0]
    written = " ".join(text[:100].split()).upper()
    return swapped(written) if len(written) == len("XKX") else None


def swapped(written: str) -> str | None:
    """Find the code whose last two letters were swapped: ``DKN`` gives DNK."""
    turned = written[:1] + written[:0:-1]
    return turned if is_code(turned) else None
