"""What came of reading a country's name: a code, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How one name was read."""

    written: str
    """What was asked."""
    code: str = ""
    """The country's alpha-3 code; empty when the name was refused."""
    reason: str = ""
    """One sentence: why it was refused, or how it was read; empty when there is nothing to tell."""
    candidates: tuple[str, ...] = ()
    """The codes that may have been meant, when it was refused: Congo gives COD and COG."""
    corrected: bool = False
    """Whether a misspelling was mended."""
