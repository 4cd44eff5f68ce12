"""The XML inside a spreadsheet is read as a stream, element by element, and never trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from typing import IO

PIECE = 1 << 16
SPACE = " "
"""What stands between a namespace and a name."""


class Listener(Protocol):
    """What listens while XML is read; names come without their namespaces."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""

    def end(self, tag: str) -> None:
        """Hear that an element ends."""

    def text(self, text: str) -> None:
        """Hear a piece of text."""


def listen(stream: IO[bytes], listener: Listener, place: str) -> None:
    """Read XML to its end.

    Raises:
        CoopmapError: it declares entities, as no spreadsheet does and every XML bomb must.
        ExpatError: it is no XML.
    """

    def refuse(*_: object) -> None:
        raise CoopmapError(f"{place} declares XML entities, which no spreadsheet does; it is not read")

    parser = expat.ParserCreate(namespace_separator=SPACE)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: listener.start(bare(tag), attributes)
    parser.EndElementHandler = lambda tag: listener.end(bare(tag))
    parser.CharacterDataHandler = listener.text
    while piece := stream.read(PIECE):
        parser.Parse(piece, False)  # noqa: FBT003 - expat takes no keywords
    parser.Parse(b"", True)  # noqa: FBT003


def bare(name: str) -> str:
    """Give a name without its namespace."""
    return name.rpartition(SPACE)[2]


class Collector:
    """Remembers the attributes of the elements with certain names."""

    def __init__(self, *tags: str) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []
        self._tags = tags

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Remember an element that was asked for."""
        if tag in self._tags:
            self.found.append((tag, {bare(name): value for name, value in attributes.items()}))

    def end(self, tag: str) -> None:
        """Nothing is needed at the end of an element."""

    def text(self, text: str) -> None:
        """Nothing is needed of the text."""
