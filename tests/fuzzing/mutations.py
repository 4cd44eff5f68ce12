"""Ways in which files get spoilt: on the wire, by programs, by people, and on purpose."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

CELLS = (
    *("", "\0", "=cmd|'/c calc'!A1", "+1", "@x", "-", "'=1", "\ufeff", "\u202eabc", "\U0001f600", "9" * 400),
    *(
        "1e999999",
        "-1",
        "NaN",
        "2024-02-31",
        "31/02/2024",
        "03/04/2024",
        "99999999",
        "0",
        "true",
        "DNK",
        "ZZZ",
    ),
    *(
        "Congo",
        "Korea",
        "Europol",
        "Nordics",
        "EU except Malta",
        "EU except Mars",
        "all but Denmark",
        "X" * 5000,
    ),
    *(
        "Denmark, " * 200,
        '"',
        '""',
        "a;b\tc,d",
        "\r\n",
        "\x1b[2J",
        "_x0000_",
        "_xD800_",
        "../../x",
        "http://[",
        "x",
    ),
    *(
        "NATO@",
        "EU@9999-99-99",
        "EU@x",
        "Denmark (lead",
        "(lead)",
        "((((((((",
        "; ; ;",
        ", and , and",
        "\u0661",
    ),
)
"""Cells that have confused programs before."""

ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp437", "utf-7", "koi8-r", "shift_jis", "utf-8-sig")


def spoilt(content: bytes, random: Random) -> bytes:
    """Give a file, spoilt in one to three ways."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        content = random.choice(PACKED if content.startswith(b"PK") and random.random() < 0.8 else WAYS)(
            content, random
        )
    return content


def flipped(content: bytes, random: Random) -> bytes:
    """Flip some bits."""
    spoiled = bytearray(content)
    for _ in range(random.randint(1, 8) if spoiled else 0):
        spoiled[random.randrange(len(spoiled))] ^= 1 << random.randrange(8)
    return bytes(spoiled)


def cut(content: bytes, random: Random) -> bytes:
    """Lose the end."""
    return content[: random.randrange(len(content) + 1)]


def moved(content: bytes, random: Random) -> bytes:
    """Repeat, lose or move a piece."""
    one, other = sorted(random.randrange(len(content) + 1) for _ in range(2))
    piece = content[one:other][:5000]
    at = random.randrange(len(content) + 1)
    return random.choice(
        (
            content[:one] + content[other:],
            content[:at] + piece + content[at:],
            content[:at] + piece * 20 + content[at:],
        )
    )


def planted(content: bytes, random: Random) -> bytes:
    """Put something strange somewhere."""
    at = random.randrange(len(content) + 1)
    strange = random.choice(
        (*CELLS, "\0" * 5, "[" * 3000, "{" * 3000, '{"a":' * 500, "<!DOCTYPE a>", "\ud800")
    )
    return content[:at] + strange.encode("utf-8", "surrogatepass") + content[at:]


def random_bytes(_: bytes, random: Random) -> bytes:
    """Be nothing at all."""
    beginning = random.choice(
        (b"", b"PK\x03\x04", b"[", b"{", b"\xff\xfe", b"\xef\xbb\xbf", b"a,b\n", b"country\n")
    )
    return beginning + random.randbytes(random.randrange(300))


def recoded(content: bytes, random: Random) -> bytes:
    """Be in another encoding than a program expects."""
    text = content.decode("utf-8", "replace")
    return text.encode(random.choice(ENCODINGS), "replace")


def swapped(content: bytes, random: Random) -> bytes:
    """Swap cells, or put strange ones in their places."""
    text = content.decode("utf-8", "replace")
    delimiter = random.choice((",", ";", "\t", "\n", '"'))
    cells = text.split(delimiter)
    for _ in range(random.randint(1, 4)):
        one, other = random.randrange(len(cells)), random.randrange(len(cells))
        if random.random() < 0.5:
            cells[one], cells[other] = cells[other], cells[one]
        else:
            cells[one] = random.choice(CELLS)
    return delimiter.join(cells).encode("utf-8", "surrogatepass")


def inside(content: bytes, random: Random) -> bytes:
    """Spoil a part inside a zip file, and pack it again."""
    parts = _parts(content)
    if not parts:
        return flipped(content, random)
    name = random.choice(sorted(parts))
    parts[name] = random.choice(WAYS)(parts[name], random)
    return _packed(parts, random)


def parts_gone(content: bytes, random: Random) -> bytes:
    """Lose a part of a zip file, or let two change places."""
    parts = _parts(content)
    if not parts:
        return cut(content, random)
    one, other = random.choice(sorted(parts)), random.choice(sorted(parts))
    if random.random() < 0.5:
        del parts[one]
    else:
        parts[one], parts[other] = parts[other], parts[one]
    return _packed(parts, random)


def attributes(content: bytes, random: Random) -> bytes:
    """Give the XML inside a zip file numbers and references that make no sense."""
    parts = _parts(content)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names:
        return inside(content, random)
    name = random.choice(sorted(names))
    pieces = parts[name].split(b'"')
    for _ in range(random.randint(1, 3)):
        pieces[random.randrange(len(pieces))] = random.choice(
            (
                b"XFD1048576",
                b"A0",
                b"ZZZ9999999",
                b"-1",
                b"999999999999",
                b"1e9",
                b"",
                b"\xff",
                b"s",
                b"inlineStr",
                b"d",
            )
        )
    parts[name] = b'"'.join(pieces)
    return _packed(parts, random)


def lying(content: bytes, random: Random) -> bytes:
    """Let the directory of a zip file lie about a size."""
    at = content.rfind(b"PK\x01\x02")
    if at < 0 or at + 28 > len(content):
        return flipped(content, random)
    return (
        content[: at + 20]
        + struct.pack("<II", random.getrandbits(32), random.getrandbits(32))
        + content[at + 28 :]
    )


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        KeyError,
    ):
        return {}


def _packed(parts: dict[str, bytes], random: Random) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    flipped, cut, moved, planted, planted, random_bytes, recoded, swapped, swapped, swapped,
)  # fmt: skip
PACKED: tuple[Callable[[bytes, Random], bytes], ...] = (
    inside,
    inside,
    parts_gone,
    attributes,
    attributes,
    lying,
)
