"""What a foreign table means: which line is its header, and what each of its columns holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from coopmap.countries import is_group, resolve
from coopmap.errors import CoopmapError
from coopmap.records.cells import ID, quoted
from coopmap.records.editing.roster import roster
from coopmap.records.exchange.lexicon import ALL_MEANINGS, folded, mark_of, meaning
from coopmap.records.vocabulary import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopmap.records.exchange.grid import Grid, Line

HEADER_WITHIN = 25
"""Lines among which the header is looked for; titles and remarks may stand above it."""
LOOKED_AT = 200
"""Lines whose cells are looked at to find out what a column holds."""
NAMES_LOOKED_AT = 25
"""Lines whose cells are looked at for names of countries: a word that is none takes a while to refuse."""
LONGEST_LIST = 1_500
"""Letters that a list of countries in one cell may have, to be taken for one by what it holds."""
REMEMBERED = 4_096
MOST = 0.7
"""The share of a column's cells that must be countries to take it for a column of countries."""
WEIGHT = 3
"""How much more a header's word tells than a country's name, which may stand in any line."""

FIRST = 2
"""What speaks for the first line with several cells, besides."""

COUNTRY_COLUMNS = ("country", *ROLES)
"""Meanings of columns that hold countries."""
OPERATION_COLUMNS = ("id", "name")
"""Meanings of columns that say which operation a line is about."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a foreign table is laid out."""

    shape: str
    """``rows`` (each line tells of an operation), ``countries across``, ``countries down`` (a matrix either
    way) or ``list``."""
    grid: Grid
    """The table."""
    header: Line | None
    """The line with the headers, if there is one."""
    meanings: tuple[str, ...]
    """What each column holds: a word of ``words/headers.csv``, ``mark`` in a matrix, nothing if left out."""
    lines: tuple[Line, ...]
    """The lines below the header."""

    def columns(self) -> list[tuple[str, str, str]]:
        """Give each column's letter, header and meaning."""
        words = self.header.cells if self.header else ("",) * len(self.meanings)
        return list(zip(self.grid.letters, words, self.meanings, strict=True))


def layout_of(grid: Grid, overruled: Mapping[str, str], *, one_operation: bool) -> Layout:
    """Find out how a table is laid out.

    Args:
        grid: the table.
        overruled: what a person says columns mean, by their header or letter.
        one_operation: whether it is known to be about one operation alone.

    Raises:
        CoopmapError: nothing in it can be understood, or a column that was named is not there.
    """
    header, meanings = _header(grid, overruled)
    lines = tuple(line for line in grid.lines if header is None or line.number > header.number)
    if not lines:
        raise CoopmapError(f"{grid.place}: there is a header, but no line below it")
    found = Layout(shape="rows", grid=grid, header=header, meanings=meanings, lines=lines)
    if header is None:
        return _without_header(found, overruled)
    across = _countries_across(found)
    if across:
        return across
    found = _named(_with_countries(found))
    if not _has(found, COUNTRY_COLUMNS):
        words = [cell for cell in header.cells if cell]
        raise CoopmapError(
            f"{grid.at(header)}: no column of countries among {quoted(', '.join(words))}; "
            f"name it with --map, such as --map {quoted(words[0] + '=country')}"
        )
    return found if one_operation else _countries_down(found) or found


def _header(grid: Grid, overruled: Mapping[str, str]) -> tuple[Line | None, tuple[str, ...]]:
    """Find the line that says most about the columns, and what it says."""
    wanted = {folded(name): _checked(means) for name, means in overruled.items()}
    best: Line | None = None
    most = 0
    first = next((line for line in grid.lines if sum(map(bool, line.cells)) > 1), None)
    for line in grid.lines[:HEADER_WITHIN]:
        score = _score(line, wanted)
        if score >= WEIGHT and line is first:
            score += FIRST
        if score > most:
            best, most = line, score
    enough = WEIGHT if len(grid.letters) == 1 else WEIGHT + 1
    if most < enough and not (best and wanted and most >= WEIGHT):
        best = None
    cells = best.cells if best else ("",) * len(grid.letters)
    meanings = tuple(
        wanted.get(folded(cell), wanted.get(folded(letter), meaning(cell)))
        for cell, letter in zip(cells, grid.letters, strict=True)
    )
    missing = [
        name for name in overruled if folded(name) not in {*map(folded, cells), *map(folded, grid.letters)}
    ]
    if missing:
        there = ", ".join(cell for cell in cells if cell) or ", ".join(grid.letters)
        raise CoopmapError(f"{grid.place}: no column {quoted(missing[0])}; there are {quoted(there)}")
    return best, meanings


def _checked(means: str) -> str:
    if means and means not in ALL_MEANINGS:
        raise CoopmapError(f"--map: no column means {means!r:.40}; {', '.join(ALL_MEANINGS)} would be right")
    return means


def _score(line: Line, wanted: Mapping[str, str]) -> int:
    """Say how much a line looks like a header."""
    known = {meaning(cell) or wanted.get(folded(cell), "") for cell in line.cells if cell}
    others = [cell for cell in line.cells if cell and not meaning(cell)]
    return WEIGHT * len(known - {""}) + sum(is_country(cell) for cell in others)


@lru_cache(maxsize=REMEMBERED)
def is_country(cell: str) -> bool:
    """Say whether a cell is one country's name, spelt right."""
    if len(cell) > 80 or cell.isdigit():  # noqa: PLR2004 - no country has a longer name; 380 is a number here
        return False
    answer = resolve(cell)
    return bool(answer.code) and not answer.corrected


@lru_cache(maxsize=REMEMBERED)
def are_countries(cell: str) -> bool:
    """Say whether a cell holds countries or groups and nothing else."""
    if is_country(cell) or is_group(cell):
        return True
    try:
        return not cell.isdigit() and len(cell) <= LONGEST_LIST and bool(roster(cell))
    except CoopmapError:
        return False


def _without_header(found: Layout, overruled: Mapping[str, str]) -> Layout:
    """Take a table without header for a list, if it has one column."""
    if overruled and any(found.meanings):
        return _named(_with_countries(found))
    columns = len(found.meanings)
    if columns == 1:
        return replace(found, shape="list", meanings=("country",))
    guessed = _with_countries(found)
    if "country" in guessed.meanings and columns == len(("operation", "country")):
        other = tuple("country" if means == "country" else "name" for means in guessed.meanings)
        return replace(guessed, meanings=other)
    first = found.lines[0]
    raise CoopmapError(
        f"{found.grid.at(first)}: no header was found; a first row such as 'operation, country, role', or "
        f"--map 'A=name' --map 'B=country', would be right"
    )


def _countries_across(found: Layout) -> Layout | None:
    """See whether the headers are countries and the cells below them marks."""
    header = found.header
    if header is None or "country" in found.meanings:
        return None
    free = [place for place, means in enumerate(found.meanings) if not means and header.cells[place]]
    countries = [place for place in free if is_country(header.cells[place])]
    if len(countries) < 2 or len(countries) < MOST * len(free):  # noqa: PLR2004 - one column is no matrix
        return None
    marked = [place for place in free if place in countries or _marks(found, place)]
    means = tuple("mark" if place in marked else means for place, means in enumerate(found.meanings))
    return _named(replace(found, shape="countries across", meanings=means))


def _with_countries(found: Layout) -> Layout:
    """Find a column of countries by what it holds, when no header says so."""
    if _has(found, COUNTRY_COLUMNS):
        return found
    shares = [(_share(found, place), -place) for place, means in enumerate(found.meanings) if not means]
    share, place = max(shares, default=(0.0, 0))
    if share < MOST:
        return found
    return replace(
        found, meanings=tuple("country" if at == -place else means for at, means in enumerate(found.meanings))
    )


def _share(found: Layout, place: int) -> float:
    """Give the share of a column's cells that are countries."""
    cells = [cell for line in found.lines[:NAMES_LOOKED_AT] if (cell := line.cells[place])]
    return sum(map(are_countries, cells)) / len(cells) if cells else 0


def _named(found: Layout) -> Layout:
    """Tell an operation's name from its id by what stands in the column."""
    if "id" in found.meanings or "name" not in found.meanings:
        return found
    place = found.meanings.index("name")
    word = folded(found.header.cells[place]) if found.header else ""
    cells = [cell for line in found.lines[:LOOKED_AT] if (cell := line.cells[place])]
    ids = word == "operation" and any("-" in cell for cell in cells) and all(map(ID.fullmatch, cells))
    if not ids:
        return found
    return replace(
        found, meanings=tuple("id" if at == place else means for at, means in enumerate(found.meanings))
    )


def _countries_down(found: Layout) -> Layout | None:
    """See whether each line is a country and each further column an operation with marks."""
    header = found.header
    if header is None or _has(found, OPERATION_COLUMNS) or found.meanings.count("country") != 1:
        return None
    free = [place for place, means in enumerate(found.meanings) if not means and header.cells[place]]
    marked = [place for place in free if _marks(found, place)]
    if not marked:
        return None
    means = tuple("mark" if place in marked else means for place, means in enumerate(found.meanings))
    return replace(found, shape="countries down", meanings=means)


def _marks(found: Layout, place: int) -> bool:
    """Say whether a column holds marks and nothing else."""
    cells = {cell for line in found.lines[:LOOKED_AT] if (cell := line.cells[place])}
    return bool(cells) and all(mark_of(cell) is not None for cell in cells)


def _has(found: Layout, meanings: tuple[str, ...]) -> bool:
    return any(means in meanings for means in found.meanings)
