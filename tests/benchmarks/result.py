"""One measured bar: the values, what they are held against, and whether they pass."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, kw_only=True)
class Result:
    """What was measured for one bar."""

    bar: str
    """What was measured, in words."""
    values: Sequence[float]
    """Every value measured."""
    unit: str
    """KB (1000 bytes), ms, s, or what was counted."""
    most: float | None = None
    """The bar: the largest figure that passes; None for a figure that is only reported."""
    against: Sequence[float] = ()
    """The values of the peer, taken in turns with ours: then the bar is on the ratio of the medians."""
    judged: Literal["median", "worst"] = "median"
    """Which of the values must keep the bar."""

    @property
    def figure(self) -> float:
        """The one figure that the bar is about."""
        if self.against:
            return median(self.values) / median(self.against)
        return max(self.values) if self.judged == "worst" else median(self.values)

    @property
    def passed(self) -> bool:
        """Whether the bar is kept."""
        return self.most is None or self.figure <= self.most


def table(results: Sequence[Result]) -> str:
    """Set the results as columns of plain text."""
    rows = [("bar", "median (min..max)", "peer", "ratio", "at most", "verdict"), *map(_row, results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _row(result: Result) -> tuple[str, ...]:
    ratio = f"{result.figure:.2f}" if result.against else ""
    peer = _spread(result.against, result.unit) if result.against else ""
    most = "" if result.most is None else f"{result.most:g}{'x' if result.against else f' {result.unit}'}"
    bar = f"{result.bar} (worst counts)" if result.judged == "worst" else result.bar
    verdict = "" if result.most is None else "pass" if result.passed else "MISS"
    return bar, _spread(result.values, result.unit), peer, ratio, most, verdict


def _spread(values: Sequence[float], unit: str) -> str:
    middle, least, most = (f"{value:.4g}" for value in (median(values), min(values), max(values)))
    return f"{middle} {unit}" if least == most else f"{middle} ({least}..{most}) {unit}"
