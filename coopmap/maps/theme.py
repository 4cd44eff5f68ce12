"""Theme: how a map looks (colours, type, line weights), as a value."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, kw_only=True)
class Colours:
    """The colours of one scheme, each written ``#rrggbb`` or ``#rrggbbaa``."""

    paper: str
    """Behind everything."""
    text: str
    quiet: str
    """Subtitle, source line, heads of the table."""
    rule: str
    """Lines of the table, edges of buttons."""
    glow: str
    """The table's row of the country looked at."""
    focus: str
    """The ring around what the keyboard is on."""
    sea: str
    land: str
    """Countries that did not take part."""
    line: str
    """Borders between neighbours."""
    ink: str
    """Names on the map."""
    halo: str
    """Around the names, so that they can be read on any ground."""
    lead: str
    lead_line: str
    """Outline of leads."""
    stripe: str
    """The ink of stripes and crosses."""
    partner: str
    supporter: str
    spot: str
    """The ink of dots, and the outline of supporters and observers."""
    host: str
    host_line: str
    """Outline of hosts."""
    observer: str
    other: str
    """Any role without a colour of its own."""
    hatch: str
    """The lines over disputed areas."""
    arc: str
    """From a lead to its partners."""


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Widths of lines in pixels."""

    border: float
    """Between neighbours."""
    outline: float
    """Around leads."""
    arc: float
    """From a lead to a partner."""
    leader: float
    """From a name to its country."""


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """What is drawn over a role's colour: ``none``, ``stripes``, ``dots`` or ``cross``."""

    lead: str
    co_lead: str
    partner: str
    supporter: str

    def named(self) -> tuple[tuple[str, str], ...]:
        """The roles that have a pattern, with its kind."""
        pairs = ((each.name.replace("_", "-"), getattr(self, each.name)) for each in fields(self))
        return tuple((role, kind) for role, kind in pairs if kind != "none")


@dataclass(frozen=True, kw_only=True)
class Theme:
    """How a map looks."""

    name: str
    """``plain``, ``dark``, ``print``, or the file it was read from."""
    scheme: str
    """``reader`` follows the reader's own setting; ``light`` and ``dark`` do not."""
    credit: str
    """A line at the foot of the map; may be empty."""
    radius: float
    """Corners of buttons and notes, pixels."""
    font: tuple[str, ...]
    """Names of fonts for pages; the first that the reader has is used. Stills bring their own."""
    lines: Lines
    patterns: Patterns
    light: Colours
    dark: Colours

    @property
    def still(self) -> Colours:
        """The colours of a picture that cannot ask its reader: dark only when the theme always is."""
        return self.dark if self.scheme == "dark" else self.light
