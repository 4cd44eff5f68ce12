"""Colours as different eyes see them, and how far apart they are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Colour = NDArray[np.float64]
"""Linear red, green and blue, each from 0 to 1."""

EYES = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
    "greyscale": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
}
"""What becomes of linear colours: Machado, Oliveira and Fernandes 2009, full severity; grey by luminance."""

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def colour(text: str) -> Colour:
    """Read ``#rgb`` or ``#rrggbb``."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    values = np.array([int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def seen(of: Colour, eyes: str) -> Colour:
    """Give the colour as somebody sees it."""
    return np.asarray(np.clip(EYES[eyes] @ of, 0.0, 1.0))


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of WCAG 2, from 1 to 21."""
    dark, light = sorted(float(each @ np.array([0.2126, 0.7152, 0.0722])) for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(of: Colour) -> Colour:
    """Give CIE L*, a*, b*."""
    ratio = _TO_XYZ @ of / _WHITE
    root = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def distance(one: Colour, other: Colour) -> float:
    """Give the distance CIEDE2000 of two colours."""
    return ciede2000(lab(one), lab(other))


def ciede2000(one: Colour, other: Colour) -> float:
    """Give the distance of two colours in L*, a*, b* (Sharma, Wu and Dalal 2005)."""
    lightness = np.array([one[0], other[0]])
    flat = np.array([np.hypot(*one[1:]), np.hypot(*other[1:])]).mean() ** 7
    stretch = 1 + 0.5 * (1 - np.sqrt(flat / (flat + 25.0**7)))
    a, b = stretch * np.array([one[1], other[1]]), np.array([one[2], other[2]])
    chroma, hue = np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
    grey = chroma.prod() == 0
    turn = 0.0 if grey else (hue[1] - hue[0] + 180) % 360 - 180
    middle = hue.sum() if grey else (hue[0] + turn / 2) % 360
    mean_l, mean_c = lightness.mean(), chroma.mean()
    weight = (
        1
        - 0.17 * np.cos(np.radians(middle - 30))
        + 0.24 * np.cos(np.radians(2 * middle))
        + 0.32 * np.cos(np.radians(3 * middle + 6))
        - 0.20 * np.cos(np.radians(4 * middle - 63))
    )
    by_lightness = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    by_chroma, by_hue = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * weight
    apart = np.array(
        [
            np.diff(lightness)[0] / by_lightness,
            np.diff(chroma)[0] / by_chroma,
            2 * np.sqrt(chroma.prod()) * np.sin(np.radians(turn / 2)) / by_hue,
        ]
    )
    bend = np.sin(np.radians(60 * np.exp(-(((middle - 275) / 25) ** 2))))
    rotation = -2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)) * bend
    return float(np.sqrt((apart**2).sum() + rotation * apart[1] * apart[2]))
