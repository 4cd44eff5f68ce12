"""Sheets made by hand for the tests: a few square countries round Copenhagen, and one in Equal Earth."""

from __future__ import annotations

from dataclasses import replace
from math import asin, cos, pi, radians, sin, sqrt

import numpy as np

from coopmap.maps.sheet import (
    Area,
    Credit,
    Figure,
    KeyEntry,
    Panel,
    Place,
    Ring,
    Sheet,
    TableRow,
    View,
    Words,
)

HOSTILE = (
    "</script><img src=x onerror=alert(1)>`${x}` {{7*7}} {% x %} \" ' & <!-- \u2028 \u202eyo\u202c \x00\x1b"
)
"""Text that would run, break out or vanish, if it were ever taken for markup."""

COPENHAGEN = (55.68, 12.57)
AUCKLAND = (-36.85, 174.76)

WORDS = Words(
    country="Country",
    role="Role",
    note="Agency and note",
    table_caption="The 8 countries and their roles",
    map_hint="Arrow keys walk through the countries, plus and minus zoom, 0 shows all, Escape leaves.",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    reset="Show the whole map",
    inset="The rest of the map",
    source="Source:",
    separator="; ",
)

SQUARES = [
    # code, name, role, role as a word, west, south, east, north
    ("DNK", "Denmark", "lead", "lead", 8.2, 54.8, 12.7, 57.6),
    ("SWE", "Sweden", "co-lead", "co-lead", 12.7, 55.4, 18.5, 66.0),
    ("DEU", "Germany", "partner", "partner", 6.5, 47.5, 14.5, 54.8),
    ("FRA", "France", "partner", "partner", -3.5, 43.0, 6.5, 50.0),
    ("POL", "Poland", "supporter", "supporter", 14.5, 49.2, 23.8, 54.4),
    ("ITA", "Italy", "host", "host", 8.0, 40.0, 15.5, 46.5),
    ("NOR", "Norway", "observer", "observer", 5.5, 58.2, 12.0, 65.0),
]


def projected(view: View, place: tuple[float, float]) -> tuple[float, float]:
    """Where a latitude and longitude stands on a view, in picture units: the formulas, written once more."""
    lat, east = radians(place[0]), radians(place[1] - view.longitude)
    if view.projection == "equal-earth":
        t = asin(sqrt(3) / 2 * sin(lat))
        slope = 1.340264 - 3 * 0.081106 * t**2 + 7 * 0.000893 * t**6 + 9 * 0.003796 * t**8
        east = (east + pi) % (2 * pi) - pi
        x = 2 * east * cos(t) / (sqrt(3) * slope)
        y = t * (1.340264 - 0.081106 * t**2 + 0.000893 * t**6 + 0.003796 * t**8)
    else:
        centre = radians(view.latitude)
        k = sqrt(2 / (1 + sin(centre) * sin(lat) + cos(centre) * cos(lat) * cos(east)))
        x = k * cos(lat) * sin(east)
        y = k * (cos(centre) * sin(lat) - sin(centre) * cos(lat) * cos(east))
    return (x - view.left) * view.scale, (view.top - y) * view.scale


EUROPE = View(
    projection="lambert-azimuthal",
    longitude=11.0,
    latitude=53.0,
    scale=7000.0,
    left=-0.28,
    top=0.25,
    width=4000,
    height=3500,
)

PACIFIC = View(
    projection="equal-earth",
    longitude=170.0,
    latitude=0.0,
    scale=700.0,
    left=-2.86,
    top=1.36,
    width=4000,
    height=1900,
)


def square(view: View, west: float, south: float, east: float, north: float) -> Ring:
    """A square of degrees, with points on its sides so that they bend as the projection bends."""
    along = np.linspace(0, 1, 12)[:-1]
    sides = [
        *((north, west + t * (east - west)) for t in along),
        *((north + t * (south - north), east) for t in along),
        *((south, east + t * (west - east)) for t in along),
        *((south + t * (north - south), west) for t in along),
    ]
    return np.array([projected(view, side) for side in sides]).round().astype(np.int32)


def place(view: View, code: str, name: str, role: str, word: str, *edges: float) -> Place:
    west, south, east, north = edges
    x, y = projected(view, ((south + north) / 2, (west + east) / 2))
    return Place(
        code=code,
        name=name,
        role=role,
        look=role,
        role_name=word,
        outline=(square(view, *edges),),
        anchor=(round(x), round(y)),
        dot=False,
    )


def dot(view: View, code: str, name: str, role: str, at: tuple[float, float]) -> Place:
    x, y = projected(view, at)
    return Place(
        code=code,
        name=name,
        role=role,
        look=role,
        role_name=role,
        outline=(),
        anchor=(round(x), round(y)),
        dot=True,
    )


def panel(view: View = EUROPE) -> Panel:
    places = [place(view, *each) for each in SQUARES]
    land = [square(view, *edges) for edges in [(-9, 37, -1, 43), (14.5, 44, 28, 49.2), (-8, 50.5, 1.5, 58.5)]]
    if view is PACIFIC:
        places = [
            place(view, "AUS", "Australia", "lead", "lead", 114, -38, 153, -12),
            place(view, "FJI", "Fiji", "partner", "partner", 177, -19, 182, -16),
        ]
        land = [square(view, *edges) for edges in [(-10, -34, 50, 36), (60, 10, 145, 70), (200, 15, 300, 68)]]
    return Panel(
        view=view,
        places=(*places, dot(view, "MCO", "Monaco", "partner", (43.7, 7.4))),
        land=tuple(land),
        borders=(square(view, 6.5, 49.0, 6.6, 50.0)[:12],),
        lakes=(square(view, 13.0, 58.4, 14.2, 59.3),),
        disputed=(Area(name="A border strip", outline=(square(view, 12.5, 50, 17, 51.5),)),),
    )


def sheet(view: View = EUROPE, **changes: object) -> Sheet:
    """The usual sheet, with some fields changed."""
    drawn = panel(view)
    rows = [
        TableRow(
            code=each.code, name=each.name, role=each.role, look=each.look, role_name=each.role_name, note=""
        )
        for each in drawn.places
    ]
    rows[0] = replace(rows[0], note="National police, from 2024 to February 2025")
    usual = Sheet(
        id="operation-square",
        language="en",
        direction="ltr",
        title="Eight countries, one investigation",
        subtitle="Countries that took part in Operation Square, February 2025",
        summary="Denmark led Operation Square together with Sweden; six other countries took part.",
        key=(
            KeyEntry(look="lead", label="Denmark led the operation"),
            KeyEntry(look="co-lead", label="Sweden led with it"),
            KeyEntry(look="partner", label="3 partner countries"),
            KeyEntry(look="supporter", label="Poland supported"),
            KeyEntry(look="host", label="Italy was the host"),
            KeyEntry(look="observer", label="Norway observed"),
            KeyEntry(look="disputed", label="Disputed area"),
        ),
        panels=(drawn,),
        table=tuple(rows),
        figures=(
            Figure(value="25", label="arrests"),
            Figure(value="273", label="suspects identified"),
            Figure(value="at least 3,000", label="items seized"),
        ),
        notes=("The sources name 8 of 9 countries.",),
        credits=(
            Credit(text="Europol, “Press release”, 28 February 2025", url="https://example.org/a?b=1&c=2"),
            Credit(text="A paper", url=""),
        ),
        stamp="Boundaries: Natural Earth 5.1.1, public domain. Their drawing takes no side.",
        updated="Last change of the record: 28 February 2025",
        version="coopmap 0.1.0, record 1a2b3c4d",
        words=WORDS,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def hostile() -> Sheet:
    """The usual sheet with hostile text in every place where a record's text may stand."""
    usual = sheet()
    drawn = usual.panels[0]
    return replace(
        usual,
        title=HOSTILE,
        subtitle=HOSTILE,
        summary=HOSTILE,
        key=(KeyEntry(look=HOSTILE, label=HOSTILE),),
        panels=(
            replace(
                drawn,
                places=tuple(
                    replace(each, name=HOSTILE, role_name=HOSTILE, role=HOSTILE, look=HOSTILE)
                    for each in drawn.places
                ),
                disputed=tuple(replace(area, name=HOSTILE) for area in drawn.disputed),
            ),
        ),
        table=tuple(
            replace(row, name=HOSTILE, role_name=HOSTILE, look=HOSTILE, note=HOSTILE) for row in usual.table
        ),
        figures=(Figure(value=HOSTILE, label=HOSTILE),),
        notes=(HOSTILE,),
        credits=(
            Credit(text=HOSTILE, url="javascript:alert(1)"),
            Credit(text=HOSTILE, url="https://example.org/" + HOSTILE),
        ),
        stamp=HOSTILE,
        updated=HOSTILE,
        version=HOSTILE,
        words=Words(**dict.fromkeys(WORDS.__dataclass_fields__, HOSTILE)),
    )
