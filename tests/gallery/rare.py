"""Sheets of operations made by hand, for what the collection has no example of."""

from __future__ import annotations

from coopmap.maps import Sheet, compose
from tests.maps.operations import country, operation


def small_states() -> Sheet:
    """The smallest states of Europe and nobody else: every one of them a dot, two of them inside Italy."""
    codes = ("MCO", "LIE", "SMR", "VAT", "MLT", "LUX", "AND")
    return compose(
        operation(
            country("LUX", "lead"), *(country(code) for code in codes if code != "LUX"), name="Seven small"
        )
    )


def small_islands() -> Sheet:
    """City states and atolls from the Gulf to the date line, the lead one of them."""
    codes = ("BHR", "NRU", "TUV", "MDV", "PLW")
    return compose(
        operation(country("SGP", "lead"), *(country(code) for code in codes), name="Six specks in two oceans")
    )


def every_role() -> Sheet:
    """All roles at once, side by side, one country that disputes its part and one that withdrew."""
    return compose(
        operation(
            country("DEU", "lead"),
            country("FRA", "co-lead"),
            country("POL"),
            country("CZE"),
            country("ITA", "supporter"),
            country("AUT", "host"),
            country("CHE", "observer"),
            country("HUN", status="disputed"),
            country("ESP", status="withdrawn"),
            country("MLT", "supporter"),
            country("LUX", "host"),
            country("LIE", "observer"),
            name="Every role",
        )
    )


def disputed_places() -> Sheet:
    """Kosovo, Taiwan and Palestine took part, and so did their neighbours."""
    codes = ("XKX", "TWN", "PSE", "SRB", "ISR", "ALB", "JPN", "KOR", "CYP", "MAR")
    return compose(
        operation(country("XKX", "lead"), *(country(code) for code in codes[1:]), name="Places in dispute")
    )


def across_the_date_line() -> Sheet:
    """Russia and the United States face each other over the Bering Strait; both reach over the date line."""
    codes = ("RUS", "USA", "CAN", "JPN", "KOR", "FJI")
    return compose(
        operation(
            country("USA", "lead"), *(country(code) for code in codes if code != "USA"), name="North Pacific"
        )
    )


SHEETS = (small_states, small_islands, every_role, disputed_places, across_the_date_line)
