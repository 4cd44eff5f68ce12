"""Rows of a CSV file are changed so that every other byte of it stays what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, BinaryIO

from coopmap.errors import CoopmapError
from coopmap.records.package.rawrow import RawRow
from coopmap.records.stretches import Needle, Record, Stretch, records_in, stretches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopmap.records.change import Change
    from coopmap.records.tables import Table

PIECE = 1 << 20
"""How many bytes are copied at a time."""

MANY = 16
"""Beginnings of keys that are looked for one by one; where there are more, every row is looked at."""


@dataclass(frozen=True, kw_only=True)
class Splice:
    """Bytes that take the place of others."""

    start: int
    """Where the others begin."""
    end: int
    """Where they end; the same when nothing goes."""
    content: bytes
    """What stands there afterwards."""


def amended(file: BinaryIO, *, table: Table, changes: Sequence[Change]) -> Iterator[bytes]:
    """Give the bytes of a table's file after some changes.

    A new row goes after the last row that begins its key alike, so that what belongs together stays together;
    else after the last row of the table.

    Args:
        file: the file as it is.
        table: what it holds.
        changes: what is changed, each with all cells of its row before and after, as ``settle`` gives them.
    """
    return spliced(file, Amendment(table=table, changes=changes).splices(file))


def spliced(file: BinaryIO, splices: Sequence[Splice]) -> Iterator[bytes]:
    """Give the bytes of a file with some replaced."""
    file.seek(0)
    at = 0
    for splice in sorted(splices, key=attrgetter("start", "end")):
        while at < splice.start:
            piece = file.read(min(PIECE, splice.start - at))
            at += len(piece)
            yield piece
        yield splice.content
        file.seek(splice.end)
        at = splice.end
    while piece := file.read(PIECE):
        yield piece


@dataclass(frozen=True)
class Standing:
    """A row where it stands in the file."""

    start: int
    """Where it begins."""
    end: int
    """Where the next one begins."""
    raw: RawRow
    """Its text."""

    @classmethod
    def at(cls, record: Record, stretch: Stretch) -> Standing:
        """Cut a row out of a stretch."""
        content = stretch.content[record.start - stretch.start : record.end - stretch.start]
        return cls(record.start, record.end, RawRow(content.decode(), stretch.delimiter))


@dataclass
class Amendment:
    """The changes of one table, and what is found about them on a walk through its file."""

    table: Table
    """The table."""
    changes: Sequence[Change]
    """What is changed."""
    header: tuple[str, ...] = ()
    """The words of the file's first row."""
    line: str = "\n"
    """How its lines end."""
    found: dict[tuple[str, ...], Standing] = field(default_factory=dict)
    """The rows that change, by key."""
    last: dict[str, Standing] = field(default_factory=dict)
    """The last row that begins its key with a word; under the empty word, the last of all."""

    def splices(self, file: BinaryIO) -> list[Splice]:
        """Say which bytes change."""
        self._walk(file)
        return [*self._edits(), *self._additions()]

    def _walk(self, file: BinaryIO) -> None:
        """Find the rows that change, and those after which new ones go."""
        firsts = {change.key[0] for change in self.changes} - {""}
        needles = [Needle(first) for first in firsts]
        tail = None
        for stretch in stretches(file):
            if (
                stretch.first == 1
                or len(needles) > MANY
                or any(needle.is_in(stretch.content) for needle in needles)
            ):
                self._look(stretch, firsts)
            if stretch.content.strip(b' \t\r\n,;"'):
                tail = stretch
        if tail and tail.first > 1:
            self._look(tail, firsts)

    def _look(self, stretch: Stretch, firsts: set[str]) -> None:
        final = None
        for record in records_in(stretch):
            if not any(record.cells):
                continue
            final = record
            if record.number == 1:
                self.header = record.cells
                self.line = Standing.at(record, stretch).raw.ending or "\n"
            elif firsts and len(record.cells) == len(self.header):
                key = self._key(record.cells)
                if key[0] in firsts:
                    self.found[key] = self.last[key[0]] = Standing.at(record, stretch)
        if final:
            self.last[""] = Standing.at(final, stretch)

    def _key(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(cells[self.header.index(column)] for column in self.table.key)

    def _edits(self) -> Iterator[Splice]:
        for change in self.changes:
            if change.before is None:
                continue
            if change.key not in self.found:
                raise CoopmapError(
                    f"no row {' + '.join(change.key)} in {self.table.name} any more: look again"
                )
            standing = self.found[change.key]
            content = b"" if change.after is None else self._edited(standing.raw, change)
            yield Splice(start=standing.start, end=standing.end, content=content)

    def _edited(self, raw: RawRow, change: Change) -> bytes:
        before, after = change.before or {}, change.after or {}
        cells = {
            self.header.index(column): cell for column, cell in after.items() if cell != before.get(column)
        }
        return raw.with_cells(cells).text.encode()

    def _additions(self) -> Iterator[Splice]:
        """Put new rows where they belong: those with kin first, then those that go to the end."""
        new: dict[str, list[Mapping[str, str]]] = {}
        for change in self.changes:
            if change.before is None and change.after is not None:
                new.setdefault(change.key[0], []).append(change.after)
        for first, rows in sorted(new.items(), key=lambda one: one[0] not in self.last):
            yield self._addition(self.last.get(first) or self.last[""], rows)

    def _addition(self, beside: Standing, rows: Sequence[Mapping[str, str]]) -> Splice:
        """Write new rows after a row; when that row goes itself, in its place."""
        new = [beside.raw.like([row.get(column, "") for column in self.header]) for row in rows]
        if self._goes(beside):
            place, text = beside.start, "".join(row + self.line for row in new)
        elif beside.raw.ending:
            place, text = beside.end, "".join(row + beside.raw.ending for row in new)
        else:
            place, text = beside.end, "".join(self.line + row for row in new)
        return Splice(start=place, end=place, content=text.encode())

    def _goes(self, row: Standing) -> bool:
        return any(change.after is None and self.found.get(change.key) == row for change in self.changes)
