"""``coopmap join``: a country takes part in an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import change_options, source_options
from coopmap.cli.options import operation_argument
from coopmap.records import ROLES

if TYPE_CHECKING:
    from coopmap.cli.changing import Citation, Desk


@click.command(
    short_help="Record that countries joined an operation.",
    epilog="Examples: coopmap join operation-cumberland Estonia --date 2025-03-04; "
    'coopmap join eunavfor-aspides "EU except Malta and Cyprus" --role supporter --dry-run',
)
@operation_argument()
@click.argument("countries", metavar="COUNTRY...", nargs=-1, required=True)
@click.option("--date", default="", metavar="DATE", help="When they joined: 2025-03-04, 2025-03 or 2025.")
@click.option(
    "--role", default="partner", show_default=True, metavar="ROLE", help=f"As what: {', '.join(ROLES)}."
)
@click.option("--agency", default="", metavar="TEXT", help="The force, ministry or service that takes part.")
@click.option("--note", default="", metavar="TEXT", help="Anything a reader should know.")
@source_options
@change_options
def command(  # noqa: PLR0913 - one parameter for each option, as click calls it
    *,
    operation: str,
    countries: tuple[str, ...],
    date: str,
    role: str,
    agency: str,
    note: str,
    cited: Citation,
    desk: Desk,
) -> None:
    """Record that countries take part, in any spelling: names, codes, lists, groups such as Nordics."""
    from coopmap.records.editing import date_of_groups, join

    source, new = cited.settled(desk.collection)
    listed = desk.roster(countries, on=date or date_of_groups(desk.collection, operation))
    cells = {"role": role, "since": date, "agency": agency, "source": source, "note": note}
    changes = join(desk.collection, operation, listed, cells=cells)
    desk.carry_out((*new, *changes) if changes else ())
