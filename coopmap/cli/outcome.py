"""``coopmap outcome``: what came of an operation, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coopmap.cli.changing import change_options, note, source_options
from coopmap.cli.options import operation_argument
from coopmap.errors import CoopmapError
from coopmap.records import QUALIFIERS

if TYPE_CHECKING:
    from coopmap.cli.changing import Citation, Desk


@click.command(
    short_help="Record, correct or remove a figure.",
    epilog="Examples: coopmap outcome operation-cumberland arrests 27 --as-of 2025-03-04; "
    "coopmap outcome operation-cumberland arrests --source heise-online-2025-02-28 --chosen",
)
@operation_argument()
@click.argument("measure", metavar="MEASURE")
@click.argument("value", metavar="[VALUE]", required=False, default="")
@click.option(
    "--unit", default="", metavar="TEXT", help="EUR, kg; none when the measure says what was counted."
)
@click.option(
    "--qualifier", default="", metavar="WORD", help=f"How exactly: {', '.join(QUALIFIERS)}. First: exact."
)
@click.option("--as-of", default="", metavar="DATE", help="The date the figure stands for.")
@click.option("--chosen/--not-chosen", default=None, help="Whether it is shown when sources differ.")
@click.option("--remove", is_flag=True, help="Remove the figure.")
@source_options
@change_options
def command(  # noqa: PLR0913 - one parameter for each option, as click calls it
    *,
    operation: str,
    measure: str,
    value: str,
    unit: str,
    qualifier: str,
    as_of: str,
    chosen: bool | None,
    remove: bool,
    cited: Citation,
    desk: Desk,
) -> None:
    """Record a source's figure for a measure such as arrests or money-seized, or correct it.

    Without a source it is the operation's only figure of the measure, or only source. Of several figures of
    one measure exactly one stays chosen: choosing one lets the other step back.
    """
    from coopmap.records.editing import measures_alike, outcome, remove_outcome

    source, new = cited.settled(desk.collection)
    cells = {"value": value, "unit": unit, "qualifier": qualifier, "as_of": as_of, "source": source}
    if remove:
        if value or unit or qualifier or as_of or chosen is not None:
            raise CoopmapError("--remove takes a figure away: only its measure and its source go with it")
        desk.carry_out(remove_outcome(desk.collection, operation, measure, source=source))
        return
    changes = outcome(desk.collection, operation, measure, cells=cells, chosen=chosen)
    alike = (
        measures_alike(desk.collection, operation, measure) if changes and changes[0].before is None else ""
    )
    if alike:
        note(f"{measure} is a new measure; {alike} is there already")
    desk.carry_out((*new, *changes) if changes else ())
