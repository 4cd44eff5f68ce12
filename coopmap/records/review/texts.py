"""Characters in a text that nobody typed on purpose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import is_normalized, name

from coopmap.records.cells import quoted
from coopmap.records.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopmap.records.operation import Operation, Source
    from coopmap.records.problem import At, Problem


def text_problems(operation: Operation) -> Iterator[Problem]:
    """Look at every text of an operation."""
    if not any(map(LOOKED_AT.__getitem__, written_in(operation))):
        return
    yield from texts_of(operation, "name", "summary", "note")
    for alias in operation.aliases:
        if LOOKED_AT[alias]:
            yield from told(alias, "aliases", operation)
    for one in operation.participations:
        yield from texts_of(one, "agency", "as_written", "note")
    for body in operation.organisations:
        yield from texts_of(body, "organisation", "note")
    for figure in operation.outcomes:
        yield from texts_of(figure, "unit")


def written_in(operation: Operation) -> list[str]:
    """Give every text of an operation, in no order."""
    texts = [operation.name, operation.summary, operation.note, *operation.aliases]
    for one in operation.participations:
        texts += (one.agency, one.as_written, one.note)
    for body in operation.organisations:
        texts += (body.organisation, body.note)
    texts += [one.unit for one in operation.outcomes]
    return texts


def source_texts(one: Source) -> Iterator[Problem]:
    """Look at the texts of a source."""
    yield from texts_of(one, "publisher", "title")


def texts_of(at: At, *columns: str) -> Iterator[Problem]:
    """Look at some cells of a row."""
    for column in columns:
        text = getattr(at, column)
        if LOOKED_AT[text]:
            yield from told(text, column, at)


def told(text: str, column: str, at: At) -> Iterator[Problem]:
    """Take the closer look."""
    hidden = HIDDEN.findall(text)
    if hidden:
        names = ", ".join(dict.fromkeys(name(one, f"U+{ord(one):04X}").capitalize() for one in hidden[:3]))
        sentence = f"Under {column} stands an invisible character: {names}."
        yield problem(
            "hidden-characters", sentence, at, mend=f"retype the text: {shown(HIDDEN.sub('', text))}"
        )
    whole = GARBLED.sub(degarbled, text)
    if whole != text or "\ufffd" in text:
        mend = f"write {shown(whole)}" if whole != text else "copy the text anew from its source"
        yield problem("garbled-text", f"Under {column} stands garbled text: {shown(text)}.", at, mend=mend)
    elif not is_normalized("NFC", text):
        sentence = f"Under {column}, accents stand apart from their letters: {shown(text)}."
        yield problem("loose-accents", sentence, at, mend="retype the letters with accents")
    if "  " in text:
        sentence = f"Under {column} stand two blanks in a row: {shown(text)}."
        yield problem("double-blank", sentence, at, mend="leave one blank")
    markup = MARKUP.search(text)
    if markup:
        sentence = f"Under {column} stands {markup[0]!r}, a remains of a web page."
        yield problem("markup-in-text", sentence, at, mend="write the character itself, or leave it out")


def degarbled(match: re.Match[str]) -> str:
    """Read a run of letters as it was meant: ``Ã©`` is é; what was meant as it stands, stays."""
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except ValueError:
        return match[0]


def shown(text: str) -> str:
    """Show a text, not too long and without a full stop of its own."""
    return quoted(" ".join(text.split()))


class LookedAt(dict[str, bool]):
    """Whether texts need a closer look; nearly none does, and the same ones come again and again."""

    def __missing__(self, text: str) -> bool:
        if len(self) > REMEMBERED:
            self.clear()
        self[text] = found = self._needs_it(text)
        return found

    def _needs_it(self, text: str) -> bool:
        if "  " in text or "&" in text or "<" in text:
            return True
        if text.isascii():
            return not text.isprintable() and bool(HIDDEN.search(text))
        return bool(GARBLED.search(text) or HIDDEN.search(text)) or not is_normalized("NFC", text)


LOOKED_AT = LookedAt()
REMEMBERED = 200_000
"""As many texts are remembered."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ue000-\uf8ff\ufff9-\ufffc]"
)
"""Control characters, direction marks, zero-width blanks, and the like; joiners belong to letters."""

GARBLED = re.compile(r"\ufffd|[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}")
"""Runs of the characters that UTF-8 becomes when it is read as Windows-1252."""

MARKUP = re.compile(
    r"&(?:[a-z]{2,8}|#[0-9]{2,6}|#x[0-9a-f]{2,6});|</?(?:br|p|b|i|a|em|strong|span|div|sup)\b[^>]{0,80}>",
    re.IGNORECASE,
)
"""What is left of a web page."""
