"""Theme files: the themes that ship and a newsroom's own, checked so that nothing in them can be code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopmap.errors import CoopmapError
from coopmap.maps.theme import Colours, Lines, Patterns, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER = Path(__file__).parent / "themes"
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FONT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,59}")
_SCHEMES = ("reader", "light", "dark")
_PATTERNS = ("none", "stripes", "dots", "cross")
_WIDEST, _ROUNDEST, _LONGEST_CREDIT, _MOST_FONTS = 6, 24, 200, 8
_LARGEST_FILE = 100_000
_LEAST_CONTRAST = 1.5
"""A lead or partner stands out from the land around it by at least this ratio (of WCAG's luminances)."""

_Values = dict[str, Any]


def read_theme(name_or_path: str | Path = "plain") -> Theme:
    """One of coopmap's themes by its name, or a newsroom's own by its file.

    Raises:
        CoopmapError: there is no such theme or file, or something in it is not as it should be.
    """
    if isinstance(name_or_path, str) and name_or_path in names():
        return _shipped(name_or_path)
    path = Path(name_or_path)
    if path.suffix.lower() != ".toml":
        raise CoopmapError(
            f"no theme is called {str(name_or_path)!r}: {', '.join(names())}, "
            "or a file whose name ends in .toml would be right"
        )
    return _theme(path, str(name_or_path))


@cache
def names() -> tuple[str, ...]:
    """The themes that ship."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def _shipped(name: str) -> Theme:
    return _theme(_FOLDER / f"{name}.toml", name)


def _theme(path: Path, name: str) -> Theme:
    plain = _read(_FOLDER / "plain.toml")
    values = _overlaid(plain, _read(path), file=path)
    found = Theme(
        name=name,
        scheme=values["scheme"],
        credit=values["credit"],
        radius=values["radius"],
        font=tuple(values["font"]),
        lines=Lines(**values["lines"]),
        patterns=Patterns(**_underscored(values["patterns"])),
        light=Colours(**_underscored(values["light"])),
        dark=Colours(**_underscored(values["dark"])),
    )
    for scheme in ("light", "dark"):
        _stand_out(getattr(found, scheme), scheme, path)
    return found


def _read(path: Path) -> _Values:
    try:
        with path.open("rb") as opened:
            text = opened.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise CoopmapError(
            f"{path}: cannot be read ({error.strerror}); a theme file would be right"
        ) from error
    if len(text) > _LARGEST_FILE:
        raise CoopmapError(f"{path}: more than {_LARGEST_FILE} bytes; a theme is a small file of settings")
    try:
        return tomllib.loads(text.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CoopmapError(
            f'{path}: not TOML ({" ".join(str(error).split())}); lines like lead = "#b5162d" would be right'
        ) from error


def _overlaid(plain: _Values, own: _Values, *, file: Path, table: str = "") -> _Values:
    """The plain values with a file's own in their place, every one of them checked."""
    found = dict(plain)
    for key, value in own.items():
        where = f"{table}.{key}" if table else key
        if key not in plain:
            raise CoopmapError(f"{file}: {where}: no such key; {', '.join(plain)} would be right")
        if isinstance(plain[key], dict):
            if not isinstance(value, dict):
                raise _wrong(file, where, value, f"a table [{where}]")
            found[key] = _overlaid(plain[key], value, file=file, table=where)
        else:
            right, fits = _RULES[table or key]
            if not fits(value):
                raise _wrong(file, where, value, right)
            found[key] = value
    return found


def _wrong(file: Path, where: str, value: object, right: str) -> CoopmapError:
    return CoopmapError(f"{file}: {where}: {value!r:.80} was seen; {right} would be right")


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _is_fonts(value: object) -> bool:
    return (
        isinstance(value, list)
        and 0 < len(value) <= _MOST_FONTS
        and all(isinstance(font, str) and _FONT.fullmatch(font) for font in value)
    )


def _is_credit(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_CREDIT and value.isprintable()


def _up_to(most: float) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most

    return fits


_COLOURS = ("a colour like #b5162d", _is_colour)
_RULES: dict[str, tuple[str, Callable[[object], bool]]] = {
    "scheme": (" or ".join(_SCHEMES), lambda value: value in _SCHEMES),
    "credit": (f"one line of at most {_LONGEST_CREDIT} characters", _is_credit),
    "radius": (f"a number of pixels from 0 to {_ROUNDEST}", _up_to(_ROUNDEST)),
    "font": (f"a list of one to {_MOST_FONTS} names of fonts (letters, digits, spaces)", _is_fonts),
    "lines": (f"a number of pixels from 0 to {_WIDEST}", _up_to(_WIDEST)),
    "patterns": (" or ".join(_PATTERNS), lambda value: value in _PATTERNS),
    "light": _COLOURS,
    "dark": _COLOURS,
}
"""What each key, or each key of a table, may hold: in words, and as a test."""


def _underscored(values: _Values) -> _Values:
    return {key.replace("-", "_"): value for key, value in values.items()}


def _stand_out(colours: Colours, scheme: str, file: Path) -> None:
    """Refuse a theme in which nobody could tell who took part."""
    for role in ("lead", "partner"):
        ratio = contrast(getattr(colours, role), colours.land)
        if ratio < _LEAST_CONTRAST:
            raise CoopmapError(
                f"{file}: {scheme}.{role}: {getattr(colours, role)} has a contrast of {ratio:.2f} to "
                f"{scheme}.land ({colours.land}); at least {_LEAST_CONTRAST} would be right"
            )


def contrast(one: str, other: str) -> float:
    """How much two colours differ in brightness, from 1 (not at all) to 21 (black and white), as in WCAG."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > len("#rgb") else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
