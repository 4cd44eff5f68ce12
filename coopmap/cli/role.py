"""``coopmap role``: a country gets another role in an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import change_options
from coopmap.cli.options import operation_argument

if TYPE_CHECKING:
    from coopmap.cli.changing import Desk


@click.command(
    short_help="Give a country another role in an operation.",
    epilog="Examples: coopmap role operation-cumberland Denmark co-lead; "
    "coopmap role operation-cumberland Denmark Sweden co-lead",
)
@operation_argument()
@click.argument("countries", metavar="COUNTRY...", nargs=-1, required=True)
@click.argument("to", metavar="ROLE")
@change_options
def command(*, operation: str, countries: tuple[str, ...], to: str, desk: Desk) -> None:
    """Give countries another role: lead, co-lead, partner, supporter, host or observer."""
    from coopmap.records.editing import date_of_groups, role

    listed = desk.roster(countries, on=date_of_groups(desk.collection, operation))
    desk.carry_out(role(desk.collection, operation, listed, to=to))
