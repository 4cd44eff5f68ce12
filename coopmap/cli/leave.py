"""``coopmap leave``: a country leaves an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import change_options
from coopmap.cli.options import operation_argument

if TYPE_CHECKING:
    from coopmap.cli.changing import Desk


@click.command(
    short_help="Record that countries left an operation.",
    epilog="Example: coopmap leave operation-prosperity-guardian Denmark --date 2024-04 --withdrawn",
)
@operation_argument()
@click.argument("countries", metavar="COUNTRY...", nargs=-1, required=True)
@click.option("--date", default="", metavar="DATE", help="When they left: 2025-03-04, 2025-03 or 2025.")
@click.option("--withdrawn", is_flag=True, help="They left before the end: their status becomes withdrawn.")
@change_options
def command(*, operation: str, countries: tuple[str, ...], date: str, withdrawn: bool, desk: Desk) -> None:
    """Record when countries left; their row stays, for they took part."""
    from coopmap.records.editing import date_of_groups, leave

    listed = desk.roster(countries, on=date or date_of_groups(desk.collection, operation))
    desk.carry_out(leave(desk.collection, operation, listed, date=date, withdrawn=withdrawn))
