"""Roles can be told apart by everyone: with any kind of colour vision, in grey, on white and on black."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pytest

from coopmap.maps.looks import CONTESTED, LOOKS, WITHDRAWN, drawn_over
from coopmap.maps.theme import Colours, Theme
from coopmap.maps.themefile import names, read_theme
from tests.maps.vision import EYES, Colour, ciede2000, colour, contrast, distance, seen

APART = 10.0
"""CIEDE2000: fills this far apart are told apart by anybody who sees them side by side."""
CLEAR = 3.0
"""Contrast at which a line or a pattern is seen on its ground."""
GROUND = ("land", "sea")
"""What lies around the participants."""
FILLS = {"co-lead": "lead", CONTESTED: "land", WITHDRAWN: "land"}
"""The looks whose ground has the colour of something else: a part in doubt lies on bare land."""

BY_MARK = {
    "plain light": {
        "co-lead, lead",
        "contested, host",
        "host, withdrawn",
        "host, land",
        "host, supporter",
        "land, observer",
        "land, supporter",
        "observer, sea",
        "observer, supporter",
        "sea, supporter",
    },
    "plain dark": {
        "co-lead, lead",
        "land, observer",
        "land, supporter",
        "observer, sea",
    },
    "print light": {
        "co-lead, lead",
        "contested, host",
        "host, withdrawn",
        "host, land",
        "host, observer",
        "host, sea",
        "host, supporter",
        "land, observer",
        "land, supporter",
        "observer, sea",
        "observer, supporter",
        "sea, supporter",
    },
}
"""The pairs that somebody tells apart by pattern or outline alone; all others differ in their fills, too."""
DOUBTFUL = {
    "contested, land",
    "contested, observer",
    "contested, sea",
    "contested, supporter",
    "contested, withdrawn",
    "land, withdrawn",
    "observer, withdrawn",
    "sea, withdrawn",
    "supporter, withdrawn",
}
"""A part in doubt lies on bare land, so its bands or crosses alone tell it from all that is pale."""


@dataclass(frozen=True)
class Look:
    """How a role, the land or the sea is drawn."""

    fill: Colour
    """The colour of its area, below any pattern."""
    marks: tuple[tuple[str, Colour], ...]
    """What is drawn over it: the kind of pattern or outline, and its colour."""

    def clear(self, eyes: str) -> set[str]:
        """Which of its marks somebody sees on it."""
        own = seen(self.fill, eyes)
        return {kind for kind, ink in self.marks if contrast(seen(ink, eyes), own) >= CLEAR}


def schemes() -> dict[str, tuple[Theme, Colours]]:
    """List every set of colours that a reader may be shown."""
    found = {}
    for name in names():
        theme = read_theme(name)
        if theme.scheme != "dark":
            found[f"{name} light"] = (theme, theme.light)
        if theme.scheme != "light":
            found[f"{name} dark"] = (theme, theme.dark)
    return found


SCHEMES = schemes()


def looks(scheme: str) -> dict[str, Look]:
    """Give every look of a country, and of what lies around them."""
    theme, colours = SCHEMES[scheme]
    patterns = dict(drawn_over(theme.patterns.named(), frozenset(LOOKS)))
    inks = {"dots": colours.spot, "bands": colours.spot, "crosses": colours.spot}
    found = {}
    for name in (*LOOKS, *GROUND):
        marks = []
        if name in patterns:
            marks.append((patterns[name], colour(inks.get(patterns[name], colours.stripe))))
        outline = {"host": ("dashes", colours.host_line), "observer": ("line", colours.spot)}.get(name)
        if outline:
            marks.append((outline[0], colour(outline[1])))
        found[name] = Look(colour(getattr(colours, FILLS.get(name, name))), tuple(marks))
    return found


def pairs(scheme: str) -> list[tuple[str, str]]:
    return [pair for pair in combinations(sorted(looks(scheme)), 2) if set(pair) != set(GROUND)]


def by_fill(scheme: str, one: str, other: str, eyes: str) -> bool:
    look = looks(scheme)
    return distance(seen(look[one].fill, eyes), seen(look[other].fill, eyes)) >= APART


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_any_two_roles_side_by_side_differ_in_fill_or_in_mark(scheme: str, eyes: str) -> None:
    look = looks(scheme)
    for one, other in pairs(scheme):
        marked = look[one].clear(eyes) != look[other].clear(eyes)
        assert by_fill(scheme, one, other, eyes) or marked, (one, other)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_is_known_which_pairs_rely_on_their_marks(scheme: str) -> None:
    relying = {
        f"{one}, {other}"
        for one, other in pairs(scheme)
        if not all(by_fill(scheme, one, other, eyes) for eyes in EYES)
    }
    assert relying == BY_MARK["plain dark" if scheme == "dark dark" else scheme] | DOUBTFUL


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_participant_stands_out_from_the_land_by_fill_or_by_outline(scheme: str) -> None:
    _, colours = SCHEMES[scheme]
    look = looks(scheme)
    outlines = {
        "lead": colours.lead_line,
        "co-lead": colours.lead_line,
        "host": colours.host_line,
        "supporter": colours.spot,
        "observer": colours.spot,
        CONTESTED: colours.partner,
        WITHDRAWN: colours.spot,
    }
    for role in LOOKS:
        grounds = [contrast(look[role].fill, look["land"].fill)]
        if role in outlines:
            grounds.append(contrast(colour(outlines[role]), look["land"].fill))
        assert max(grounds) >= CLEAR, role
    for role in ("lead", "partner"):
        assert contrast(look[role].fill, look["land"].fill) >= CLEAR, role


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_lead_differs_from_its_partners_in_grey(scheme: str) -> None:
    look = looks(scheme)
    assert by_fill(scheme, "lead", "partner", "greyscale")
    assert contrast(look["lead"].fill, look["partner"].fill) >= 1.6


@pytest.mark.parametrize("scheme", SCHEMES)
def test_names_can_be_read_on_their_halo(scheme: str) -> None:
    _, colours = SCHEMES[scheme]
    assert contrast(colour(colours.ink), colour(colours.halo[:7])) >= 7
    assert contrast(colour(colours.text), colour(colours.paper)) >= 7
    assert contrast(colour(colours.quiet), colour(colours.paper)) >= 4.5


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ],
)
def test_the_distance_of_colours_is_the_published_one(
    one: tuple[float, ...], other: tuple[float, ...], apart: float
) -> None:
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(apart, abs=1e-4)


def test_grey_stays_grey_for_all_eyes() -> None:
    for eyes in EYES:
        assert seen(colour("#808080"), eyes) == pytest.approx(colour("#808080"), abs=1e-5)
