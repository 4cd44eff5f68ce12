"""Operations made by hand, and the sheets of all the operations that ship."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from coopmap.maps import Sheet, compose
from coopmap.records import Collection, Operation, Organisation, Participation, read
from tests.copies import DATA


def country(code: str, role: str = "partner", **more: str) -> Participation:
    """Give a country in the operation."""
    values = {
        "agency": "",
        "since": "",
        "until": "",
        "status": "stated",
        "source": "",
        "as_written": "",
        "note": "",
    }
    return Participation(operation="raid", country=code, role=role, row=7, **{**values, **more})


def body(name: str, role: str = "coordinator") -> Organisation:
    """Give an organisation in the operation."""
    return Organisation(operation="raid", organisation=name, role=role, note="")


def operation(*participations: Participation, **changes: object) -> Operation:
    """Give an operation of these countries that is otherwise bare, with some fields changed."""
    bare = Operation(
        id="raid",
        name="Raid",
        aliases=(),
        kind="law-enforcement",
        start="",
        end="",
        announced="",
        declared_countries=None,
        declared_qualifier="",
        list_complete=None,
        series="",
        summary="",
        note="",
        participations=participations,
        organisations=(),
        outcomes=(),
        sources=(),
    )
    return replace(bare, **changes)  # type: ignore[arg-type]


@cache
def shipped() -> Collection:
    """Give the collection that ships."""
    return read(DATA)


@cache
def sheet_of(name: str) -> Sheet:
    """Give the sheet of an operation that ships, composed once."""
    return compose(shipped()[name])
