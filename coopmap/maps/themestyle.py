"""Theme style: a theme as the styles of a page or of a picture."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from coopmap.maps.markup import Markup, ready, render

if TYPE_CHECKING:
    from coopmap.maps.theme import Colours, Theme

_GENERIC = ("serif", "sans-serif", "monospace", "system-ui", "ui-sans-serif", "ui-serif")
"""Names of fonts that are words of the language of styles, and so stand without quotation marks."""


def theme_style(theme: Theme) -> Markup:
    """Everything a theme says, as styles; they depend on nothing else."""
    text = render(
        "theme.css",
        theme=theme,
        light=_named(theme.light),
        dark=_named(theme.dark),
        patterns=theme.patterns.named(),
        generic=_GENERIC,
    )
    return ready("".join(line.strip() + "\n" for line in text.splitlines() if line.strip()))


def _named(colours: Colours) -> list[tuple[str, str]]:
    return [(each.name.replace("_", "-"), getattr(colours, each.name)) for each in fields(colours)]
