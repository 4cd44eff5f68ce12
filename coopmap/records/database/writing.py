"""Changes are written into a database: rows keep their places, and new ones stand beside their kin."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from coopmap.records.database.reading import own_columns
from coopmap.records.database.schema import COLLECTION, FIRST, ROOM, STORED, VERSION
from coopmap.records.tables import ALL_TABLES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from coopmap.records.change import Change

STEP = 1 << 16
"""How far apart rows are set that come between others."""

Key = tuple[str, ...]


def take_turn(connection: Connection) -> None:
    """Wait until no other writer is at work; SQLite did so when the conversation began."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(COLLECTION.c.id).with_for_update())


def remember(
    connection: Connection, *, descriptor: Mapping[str, Any], headers: Mapping[str, Sequence[str]]
) -> None:
    """Write down what ``datapackage.json`` says and the header of each table."""
    said = {
        "version": VERSION,
        "descriptor": json.dumps(descriptor, ensure_ascii=False),
        "headers": json.dumps(headers, ensure_ascii=False),
    }
    # The row itself stays when there is one: writers wait for it in turn.
    if not connection.execute(update(COLLECTION).values(said)).rowcount:
        connection.execute(insert(COLLECTION).values(id=1, **said))


def write_changes(
    connection: Connection, changes: Iterable[Change], *, headers: Mapping[str, Sequence[str]]
) -> None:
    """Write changes down.

    Args:
        connection: a conversation with the database; the writer's turn has come.
        changes: what is changed, each with all cells of its row before and after, as ``settle`` gives them.
        headers: the header of each table.
    """
    by_table: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_table[change.table].append(change)
    for table, some in by_table.items():
        Hand(connection, table, headers[table]).write(some)


def append(
    connection: Connection, table: str, rows: Iterable[Mapping[str, str]], *, header: Sequence[str]
) -> None:
    """Put new rows at the end of a table."""
    hand = Hand(connection, table, header)
    hand.put(zip(hand.places_at_end(), map(hand.record, rows), strict=False))


@dataclass(frozen=True)
class Hand:
    """What writes in one table."""

    connection: Connection
    """A conversation with the database."""
    table: str
    """The table."""
    header: Sequence[str]
    """Its header, columns of somebody's own among them."""

    def write(self, changes: Sequence[Change]) -> None:
        """Write changes: what goes, goes first, so that keys may be swapped."""
        beside = self._beside(changes)
        moved = [
            (place, change) for change in changes if is_moved(change) for place in self._place(change.key)
        ]
        for change in changes:
            if change.before is not None and (change.after is None or is_moved(change)):
                self.connection.execute(delete(STORED[self.table]).where(self._is(change.key)))
        for change in changes:
            if change.before is not None and change.after is not None and not is_moved(change):
                self._edit(change.key, change.before, change.after)
        self.put((place, self.record(change.after or {})) for place, change in moved)
        for place, rows in beside:
            places = self.places_at_end() if place is None else self._places_after(place, len(rows))
            self.put(zip(places, map(self.record, rows), strict=False))

    def put(self, rows: Iterable[tuple[int, dict[str, str | None]]]) -> None:
        """Insert rows, each at its place."""
        new = [{"position": place, **row} for place, row in rows]
        if new:
            self.connection.execute(insert(STORED[self.table]), new)

    def record(self, cells: Mapping[str, str]) -> dict[str, str | None]:
        """Give a row as the database keeps it."""
        own = [cells.get(self.header[at], "") for at in own_columns(ALL_TABLES[self.table], self.header)]
        known = {name: cells.get(name) or None for name in ALL_TABLES[self.table].header}
        return {**known, "extra": json.dumps(own, ensure_ascii=False) if any(own) else None}

    def places_at_end(self) -> Iterator[int]:
        """Give the places after the last row."""
        number = (self._last() or (FIRST - 1) * ROOM) // ROOM
        while True:
            number += 1
            yield number * ROOM

    def _beside(self, changes: Sequence[Change]) -> list[tuple[int | None, list[Mapping[str, str]]]]:
        """Say after which place new rows stand: after the last of their kin; those without kin at the end."""
        new: dict[str, list[Mapping[str, str]]] = defaultdict(list)
        for change in changes:
            if change.before is None and change.after is not None:
                new[change.key[0]].append(change.after)
        first = STORED[self.table].c[ALL_TABLES[self.table].key[0]]
        found = [(self._last(first == begins), rows) for begins, rows in new.items()]
        return sorted(found, key=lambda one: one[0] is None)

    def _edit(self, key: Key, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Change the cells that differ, and no others."""
        differ = {name: cell for name, cell in after.items() if cell != before.get(name, "")}
        known = {name: cell or None for name, cell in differ.items() if name in STORED[self.table].c}
        if any(name not in ALL_TABLES[self.table].header for name in differ):
            known = {name: cell for name, cell in known.items() if name in ALL_TABLES[self.table].header}
            known["extra"] = self.record(after)["extra"]
        self.connection.execute(update(STORED[self.table]).where(self._is(key)).values(known))

    def _places_after(self, place: int, count: int) -> Iterable[int]:
        """Give places between a row and the next one."""
        stored = STORED[self.table]
        ahead = select(func.min(stored.c.position)).where(stored.c.position > place)
        beyond = self.connection.execute(ahead).scalar_one()
        if beyond is None:
            return self.places_at_end()
        step = min(STEP, (beyond - place) // (count + 1))
        if step:
            return range(place + step, beyond, step)
        rank = self.connection.execute(
            select(func.count()).select_from(stored).where(stored.c.position <= place)
        ).scalar_one()
        self._spread()
        return self._places_after((rank + FIRST - 1) * ROOM, count)

    def _spread(self) -> None:
        """Give all rows new places with room between them."""
        stored = STORED[self.table]
        places = (
            self.connection.execute(select(stored.c.position).order_by(stored.c.position)).scalars().all()
        )
        moves = [{"old": old, "new": -number * ROOM} for number, old in enumerate(places, start=FIRST)]
        moving = update(stored).where(stored.c.position == bindparam("old")).values(position=bindparam("new"))
        self.connection.execute(moving, moves)
        self.connection.execute(update(stored).values(position=-stored.c.position))

    def _last(self, *among: ColumnElement[bool]) -> int | None:
        """Give the place of the last row of all, or among some."""
        place: int | None = self.connection.execute(
            select(func.max(STORED[self.table].c.position)).where(*among)
        ).scalar_one()
        return place

    def _place(self, key: Key) -> Sequence[int]:
        return (
            self.connection.execute(select(STORED[self.table].c.position).where(self._is(key)))
            .scalars()
            .all()
        )

    def _is(self, key: Key) -> ColumnElement[bool]:
        columns = ALL_TABLES[self.table].key
        return and_(*(STORED[self.table].c[name] == cell for name, cell in zip(columns, key, strict=True)))


def is_moved(change: Change) -> bool:
    """Say whether a row gets another key."""
    if change.before is None or change.after is None:
        return False
    columns = ALL_TABLES[change.table].key
    return any(change.before.get(name) != change.after.get(name) for name in columns)
