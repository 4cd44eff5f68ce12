"""Projections: how places on the round earth are laid out on flat paper, keeping areas true.

Both projections work on the sphere of radius 1 and are the same formulas that the page's script
uses, so that a marker added in the browser stands exactly on the drawn map.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (n, 2): longitude and latitude in degrees, or projected X and Y in earth radii."""

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = np.sqrt(3.0) / 2.0
_POLE = np.pi / 3
_NEWTON_STEPS = 10


class Projection(Protocol):
    """What a panel needs to know of a projection."""

    @property
    def name(self) -> str:
        """``equal-earth`` or ``lambert-azimuthal``."""

    @property
    def longitude(self) -> float:
        """The central meridian, degrees east."""

    @property
    def latitude(self) -> float:
        """The central latitude, degrees north."""

    def project(self, places: Points) -> Points:
        """Longitude and latitude (degrees) to X and Y (earth radii, Y to the north)."""

    def unproject(self, paper: Points) -> Points:
        """X and Y (earth radii) to longitude and latitude (degrees)."""


@dataclass(frozen=True)
class EqualEarth:
    """The Equal Earth projection (Šavrič, Patterson and Jenny 2018), centred on any meridian.

    Longitudes are not wrapped: a place a little past the edge is drawn a little past the edge.
    """

    longitude: float
    latitude: float = 0.0
    name: str = "equal-earth"

    def project(self, places: Points) -> Points:
        """Longitude and latitude (degrees) to X and Y (earth radii, Y to the north)."""
        theta = np.arcsin(_M * np.sin(np.radians(places[:, 1])))
        x = np.radians(places[:, 0] - self.longitude) * np.cos(theta) / (_M * _slope(theta))
        return np.column_stack([x, _height(theta)])

    def unproject(self, paper: Points) -> Points:
        """X and Y (earth radii) to longitude and latitude (degrees), by Newton's method."""
        theta = paper[:, 1] / _A1
        for _ in range(_NEWTON_STEPS):
            theta = np.clip(theta - (_height(theta) - paper[:, 1]) / _slope(theta), -_POLE, _POLE)
        east = _M * paper[:, 0] * _slope(theta) / np.cos(theta)
        north = np.arcsin(np.clip(np.sin(theta) / _M, -1.0, 1.0))
        return np.column_stack([np.degrees(east) + self.longitude, np.degrees(north)])


def _height(theta: NDArray[np.float64]) -> NDArray[np.float64]:
    square = theta * theta
    return np.asarray(theta * (_A1 + _A2 * square + square**3 * (_A3 + _A4 * square)))


def _slope(theta: NDArray[np.float64]) -> NDArray[np.float64]:
    square = theta * theta
    return np.asarray(_A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square))


@dataclass(frozen=True)
class LambertAzimuthal:
    """The Lambert azimuthal equal-area projection, centred on any place: true for a continent or less."""

    longitude: float
    latitude: float
    name: str = "lambert-azimuthal"

    def project(self, places: Points) -> Points:
        """Longitude and latitude (degrees) to X and Y (earth radii, Y to the north).

        The antipode of the centre has no place on the paper: it lands on the rim, two radii away.
        """
        east = np.radians(places[:, 0] - self.longitude)
        north = np.radians(places[:, 1])
        centre = np.radians(self.latitude)
        sin_n, cos_n, cos_e = np.sin(north), np.cos(north), np.cos(east)
        toward = np.sin(centre) * sin_n + np.cos(centre) * cos_n * cos_e
        k = np.sqrt(2.0 / np.maximum(1.0 + toward, 1e-12))
        x = k * cos_n * np.sin(east)
        y = k * (np.cos(centre) * sin_n - np.sin(centre) * cos_n * cos_e)
        return np.column_stack([x, y])

    def unproject(self, paper: Points) -> Points:
        """X and Y (earth radii) to longitude and latitude (degrees)."""
        x, y = paper[:, 0], paper[:, 1]
        rho = np.maximum(np.hypot(x, y), 1e-12)
        arc = 2 * np.arcsin(np.clip(rho / 2, 0.0, 1.0))
        centre = np.radians(self.latitude)
        north = np.cos(arc) * np.sin(centre) + y * np.sin(arc) * np.cos(centre) / rho
        east = np.arctan2(
            x * np.sin(arc), rho * np.cos(centre) * np.cos(arc) - y * np.sin(centre) * np.sin(arc)
        )
        return np.column_stack(
            [np.degrees(east) + self.longitude, np.degrees(np.arcsin(np.clip(north, -1.0, 1.0)))]
        )


def unit_vectors(places: Points) -> NDArray[np.float64]:
    """Longitude and latitude (degrees) as points on the unit sphere, shape (n, 3)."""
    lon, lat = np.radians(places[:, 0]), np.radians(places[:, 1])
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def longitude_latitude(vector: NDArray[np.float64]) -> tuple[float, float]:
    """The place (degrees) that a vector from the middle of the earth points at."""
    x, y, z = (float(part) for part in vector)
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))
