"""Form: the exact space that a still gives its map, and how one or two panels fill it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopmap.atlas import Frame
from coopmap.maps.framing import WIDTH, Framing, Shape, framing
from coopmap.maps.lettering import letter
from coopmap.maps.sheet import Lettering, Seat

if TYPE_CHECKING:
    from coopmap.maps.columns import Shown
    from coopmap.maps.lettering import Measure

_TIGHT = Shape(0.05, 20.0)
"""Frames are fitted tightly first and then extended to the form, so that none is larger than it must be."""

_LOW, _HALF, _HIGH = 0.42, 0.56, 0.74
"""Of a space that two panels share, the main one takes at least so much (above; beside) and at most."""
_WORTH = 0.16
"""What an inset of its own, as large as one in a corner, is worth against a main panel as large as can be."""
_MOST_WORTH = 1.7
"""A larger inset is worth more, up to so many times."""
_HIDES = 0.03
"""An inset in a corner hides land."""
_EMPTY = 0.3
"""An inset's box that its land does not fill is a waste of so much."""
_CORNER = 0.34
"""A usual inset in a corner takes this share of the width."""


def looked_at(codes: tuple[str, ...], *, leads: frozenset[str], inset: bool, place: str) -> Framing:
    """Where a still looks, before its form is known; the words are those of ``framing``."""
    return framing(codes, leads=leads, shape=_TIGHT, inset=inset, place=place)


@dataclass(frozen=True, kw_only=True)
class Form:
    """A space of so many pixels for the map."""

    width: float
    """Pixels from left to right."""
    height: float
    """Pixels from top to bottom."""
    size: float
    """Type size of the names, pixels."""
    measure: Measure
    """How wide a text is in the still's font."""
    frames: Framing
    """Where to look, as tightly as the countries allow."""

    @property
    def gap(self) -> float:
        """Pixels between two panels."""
        return 0.28 * self.size


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One way to fill a form."""

    form: Form
    """The space."""
    frames: Framing
    """Where the panels look, each with exactly its box's proportions."""
    seat: Seat | None
    """Where the inset stands when it has a box of its own; None when a corner must be found for it."""
    worth: float
    """The larger the countries are drawn, the higher."""

    def letter_main(self, shown: Shown, inset: tuple[Seat, Frame] | None) -> tuple[Lettering, ...]:
        """Place the main panel's names."""
        frame = self.frames.main
        taken: tuple[tuple[float, float, float, float], ...] = ()
        if inset is not None and self.seat is None and inset[0].corner != "below":
            seat, other = inset
            wide = seat.share * frame.width + self.form.gap * frame.width / self.form.width
            tall = wide * other.height / other.width
            left = 0.0 if seat.corner.endswith("left") else frame.width - wide
            top = 0.0 if seat.corner.startswith("top") else frame.height - tall
            taken = ((left, top, left + wide, top + tall),)
        return self._letter(shown, self._main_width, 1.0, taken)

    def letter_inset(self, shown: Shown, seat: Seat) -> tuple[Lettering, ...]:
        """Place the inset's names, a little smaller in a corner."""
        return self._letter(shown, seat.share * self._main_width, 1.0 if self.seat else 0.88, ())

    @property
    def filled(self) -> float:
        """How much of the main panel's box the countries span: 1 for all of it."""
        tight, box = self.form.frames.main, self.frames.main
        return _alike(tight.width / tight.height, box.width / box.height)

    @property
    def _main_width(self) -> float:
        main = self.frames.main
        return min(self.form.width, self.form.height * main.width / main.height)

    def _letter(
        self, shown: Shown, width: float, smaller: float, taken: tuple[tuple[float, float, float, float], ...]
    ) -> tuple[Lettering, ...]:
        frame, size = shown.frame, self.form.size * smaller
        unit = frame.width / width
        edge = 0.25 * size * unit
        labels = letter(
            shown.names,
            shown.ground,
            size=size * unit,
            taken=taken,
            within=(edge, edge, frame.width - edge, frame.height - edge),
            measure=self.form.measure,
        )
        return (Lettering(narrowest=0, size=size, labels=labels),)


def plans(form: Form) -> list[Plan]:
    """Every way to fill the form with its frames, the best first."""
    tight = form.frames
    whole = extended(tight.main, form.width / form.height)
    if tight.inset is None:
        return [
            Plan(form=form, frames=replace(tight, main=whole), seat=None, worth=_sight(whole, form.width))
        ]
    corner = Plan(
        form=form,
        frames=replace(tight, main=whole),
        seat=None,
        worth=_sight(whole, form.width) * (1 + _WORTH - _HIDES),
    )
    return sorted([corner, _below(form), _beside(form)], key=lambda plan: -plan.worth)


def _below(form: Form) -> Plan:
    """The inset below the main panel, both as wide as the form."""
    natural = form.width * form.frames.main.height / form.frames.main.width
    tall = min(max(natural, _LOW * form.height), _HIGH * form.height)
    rest = form.height - tall - form.gap
    return _split(form, main=(form.width, tall), inset=(form.width, rest), corner="below")


def _beside(form: Form) -> Plan:
    """The inset to the right of the main panel, both as tall as the form."""
    natural = form.height * form.frames.main.width / form.frames.main.height
    wide = min(max(natural, _HALF * form.width), _HIGH * form.width)
    rest = form.width - wide - form.gap
    return _split(form, main=(wide, form.height), inset=(rest, form.height), corner="beside")


def _split(form: Form, *, main: tuple[float, float], inset: tuple[float, float], corner: str) -> Plan:
    tight, other = form.frames, form.frames.inset or form.frames.main
    first = extended(tight.main, main[0] / main[1])
    second = extended(other, inset[0] / inset[1])
    usual = _sight(other, _CORNER * form.width)
    larger = min(_sight(second, inset[0]) / usual, _MOST_WORTH)
    filled = _alike(other.width / other.height, inset[0] / inset[1])
    best = _sight(extended(tight.main, form.width / form.height), form.width)
    return Plan(
        form=form,
        frames=replace(tight, main=first, inset=second),
        seat=Seat(corner=corner, share=inset[0] / main[0]),
        worth=_sight(first, main[0]) + best * (_WORTH * larger * filled - _EMPTY * (1 - filled)),
    )


def _alike(one: float, other: float) -> float:
    """How well one form fits another: 1 when width by height are the same, less when half stays empty."""
    return min(one, other) / max(one, other)


def _sight(frame: Frame, width: float) -> float:
    """Pixels for one earth radius when the frame is so many pixels wide."""
    return frame.scale * width / frame.width


def extended(frame: Frame, ratio: float) -> Frame:
    """The same place with more land or sea around it, so that width by height is exactly as asked."""
    wide, tall = frame.width / frame.scale, frame.height / frame.scale
    width, height = max(wide, tall * ratio), max(tall, wide / ratio)
    scale = WIDTH / width
    return replace(
        frame,
        scale=scale,
        left=frame.left - (width - wide) / 2,
        top=frame.top + (height - tall) / 2,
        width=WIDTH,
        height=round(height * scale),
    )
