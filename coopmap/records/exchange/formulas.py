"""Texts that a spreadsheet would run as a formula are written so that it does not, and read back exactly.

A text that begins with ``=``, ``+``, ``-``, ``@`` (or their full-width forms), a tab or a line end gets an
apostrophe in front when it is written for a spreadsheet. One that begins with apostrophes before such a sign
gets one more, so that taking one away always gives back what was there.
"""

from __future__ import annotations

import re

SIGNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
RISKY = re.compile(rf"'*\s*[{SIGNS}]")
MARKED = re.compile(rf"'+\s*[{SIGNS}]")


def neutralised(text: str) -> str:
    """Give a text as it can be written for a spreadsheet: ``=1+1`` becomes ``'=1+1``."""
    return f"'{text}" if RISKY.match(text) else text


def restored(text: str) -> str:
    """Give back what a text was before it was neutralised."""
    return text[1:] if MARKED.match(text) else text
