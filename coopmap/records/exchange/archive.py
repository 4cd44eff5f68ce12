"""A zip file is opened with care: what would fill the memory is refused before it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

LARGEST = 400_000_000
"""Bytes that all members together may be, unpacked."""
MOST_MEMBERS = 5_000
WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that office programs use."""
ENCRYPTED = 0x1
"""The flag of a member that is locked."""

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    NotImplementedError,
    OSError,
    RuntimeError,
)
"""What Python's readers raise on broken files."""


class Archive:
    """The members of a zip file, by name."""

    def __init__(self, content: bytes, place: str) -> None:
        self.place = place
        with unbroken(place):
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise CoopmapError(f"{place} has {len(members):,} parts; at most {MOST_MEMBERS:,} can be read")
        if (size := sum(member.file_size for member in members)) > LARGEST:
            raise CoopmapError(
                f"{place} unpacks to {size / 1e6:,.0f} MB; at most {LARGEST / 1e6:,.0f} MB can be read"
            )
        if any(member.flag_bits & ENCRYPTED for member in members):
            raise CoopmapError(f"{place} is locked with a password; save it without one")
        if any(member.compress_type not in WAYS for member in members):
            raise CoopmapError(f"{place} is packed in a way that cannot be read; save it anew")
        self.names = tuple(member.filename for member in members)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def open(self, name: str) -> IO[bytes]:
        """Open a member to read it as a stream.

        Raises:
            KeyError: there is no such member.
        """
        return self._zip.open(name)

    def read(self, name: str) -> bytes:
        """Give all of a member."""
        with unbroken(self.place):
            return self._zip.read(name)


@contextmanager
def unbroken(place: str) -> Iterator[None]:
    """Tell in one line when a file turns out to be broken."""
    try:
        yield
    except DAMAGE as error:
        story = " ".join(f"{type(error).__name__}: {error}".split())
        raise CoopmapError(f"{place} is damaged, or not what its name says ({story:.80})") from None
