"""The bytes of a text file become text, and it is said which encoding was assumed."""

from __future__ import annotations

import codecs
import re

from coopmap.errors import CoopmapError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
"""The marks a text may begin with; a mark settles the matter."""

MARKUP = re.compile(r"\s*<[!?a-zA-Z]")
"""How a web page or any other XML begins."""

FOREIGN = (
    (b"%PDF", "a PDF", "copy the table out of it and paste it"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file (.xls)", "save it as .xlsx"),
    (b"\x89PNG", "a picture", "type the countries into a list"),
    (b"\xff\xd8\xff", "a picture", "type the countries into a list"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"SQLite format 3\0", "a SQLite database", "use 'coopmap copy' for it"),
    (b"{\\rtf", "an RTF text", "save it as plain text"),
)
"""How files begin that hold no plain text: what they are and what to do."""


def decoded(content: bytes, place: str, *, encoding: str = "") -> tuple[str, str]:
    """Give the text of a file and the name of its encoding.

    A mark settles it; what reads as UTF-8 is UTF-8; anything else is taken for Windows-1252, as western
    spreadsheets still write, and said to be assumed.

    Raises:
        CoopmapError: it is no text, or not in the encoding it was said to be in.
    """
    for beginning, what, mend in FOREIGN:
        if content.startswith(beginning):
            raise CoopmapError(f"{place} is {what}, no table or list that can be read; {mend}")
    text, name = _named(content, place, encoding) if encoding else _guessed(content, place)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CoopmapError(f"{place}, line {line}: a NUL character; a file of plain text would be right")
    if MARKUP.match(text):
        raise CoopmapError(f"{place} is a web page or XML; a table saved as CSV or XLSX would be right")
    return text, name


def _named(content: bytes, place: str, encoding: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), encoding
    except UnicodeError as error:
        raise CoopmapError(f"{place} is not in {encoding}: {_first(error)}") from None
    except (LookupError, ValueError):
        raise CoopmapError(
            f"no encoding {encoding!r:.40}; one such as utf-8 or cp1250 would be right"
        ) from None


def _guessed(content: bytes, place: str) -> tuple[str, str]:
    for mark, encoding, name in MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), name
            except UnicodeDecodeError as error:
                raise CoopmapError(f"{place} says it is {name}, but is not: {_first(error)}") from None
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "Windows-1252 (assumed: it is no UTF-8)"
    except UnicodeDecodeError as error:
        raise CoopmapError(
            f"{place} is neither UTF-8 nor Windows-1252: {_first(error)}; name its encoding with --encoding"
        ) from None


def _first(error: UnicodeError) -> str:
    """Say which byte was the first that did not fit."""
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return f"byte 0x{error.object[error.start]:02x} in line {line} does not fit"
    return str(error)
