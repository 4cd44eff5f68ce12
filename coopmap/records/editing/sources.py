"""A source is added, changed, put to the countries it names, or removed when nothing names it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from coopmap.countries import label
from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.editing.operations import country_row, first_free, users
from coopmap.records.editing.rows import Cells, changed, gone, new, operation_row, rows_of
from coopmap.records.editing.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopmap.records.change import Change
    from coopmap.records.collection import Collection

FACTS = ("publisher", "title", "url", "published", "retrieved")
"""What is known of a source beside its id."""


def change_source(collection: Collection, source: str, *, cells: Cells) -> tuple[Change, ...]:
    """Change what is recorded about a source; when its id changes, the rows that name it follow.

    Raises:
        CoopmapError: there is no such source, or a cell cannot be read.
    """
    row = source_row(collection, source)
    to = cells.get("id", source)
    if to == source:
        return changed("sources", row, cells)
    if rows_of(collection, "sources", "id", to):
        raise CoopmapError(f"the id {to} belongs to another source already; another id would be right")
    following: list[Change] = []
    for table in ("participations", "outcomes"):
        for user in rows_of(collection, table, "source", source):
            following += changed(table, user, {"source": to})
    return (*changed("sources", row, cells), *following)


def new_source(collection: Collection, *, cells: Cells) -> tuple[str, tuple[Change, ...]]:
    """Add a source, and give its id; one that is there already, by its address or in all it says, is taken.

    Raises:
        CoopmapError: a cell cannot be read, or the id belongs to another source.
    """
    asked = {name: text for name, text in cells.items() if text}
    there = same_source(collection, asked)
    if there:
        return there, ()
    if not asked.get("publisher"):
        raise CoopmapError("who published it? a publisher would be right, such as Europol")
    wished = asked.get("id", "")
    if wished and rows_of(collection, "sources", "id", wished):
        raise CoopmapError(f"the id {wished} belongs to another source already; another id would be right")
    made = wished or first_free(collection, "sources", made_id(asked))
    return made, (new("sources", {**asked, "id": made}),)


def attach(
    collection: Collection, source: str, operation: str, *, countries: Iterable[str] = (), known: bool = True
) -> tuple[Change, ...]:
    """Put a source to countries of an operation; without countries, to all that have none.

    Raises:
        CoopmapError: there is no such source, or a country takes no part.
    """
    if known:
        source_row(collection, source)
    row = operation_row(collection, operation)
    codes = tuple(countries)
    if codes:
        rows = [country_row(collection, row, code) for code in codes]
    else:
        everybody = rows_of(collection, "participations", "operation", operation)
        rows = [one for one in everybody if not one["source"]]
    return tuple(change for one in rows for change in changed("participations", one, {"source": source}))


def remove_source(collection: Collection, source: str) -> tuple[Change, ...]:
    """Remove a source that nothing names.

    Raises:
        CoopmapError: there is no such source, or a row names it.
    """
    row = source_row(collection, source)
    named = users(collection, source)
    if named:
        raise CoopmapError(f"{source} cannot go: {users_told(named)}; name another source there first")
    return (gone("sources", row),)


def source_row(collection: Collection, source: str) -> dict[str, str]:
    """Give a source's row.

    Raises:
        CoopmapError: there is no such source.
    """
    found = rows_of(collection, "sources", "id", source)
    if found:
        return found[0]
    sheet = collection.store.spreadsheet("sources")
    known = [sheet.cells(row)["id"] for row in sheet.rows]
    alike = get_close_matches(source[:100].lower(), known, n=1)
    hint = f"did you mean {alike[0]}?" if alike else "'coopmap source new' adds one"
    raise CoopmapError(f"no source {quoted(source)} in {collection.store.place}; {hint}")


def source_at(collection: Collection, url: str) -> str:
    """Give the id of the source with a web address.

    Raises:
        CoopmapError: no source has it.
    """
    found = rows_of(collection, "sources", "url", url)
    if not found:
        raise CoopmapError(
            f"no source with the address {quoted(url)} is recorded; "
            f"--source-publisher and --source-url would add it"
        )
    return found[0]["id"]


def same_source(collection: Collection, cells: Cells) -> str:
    """Find a source that is recorded already: by its address, or by publisher, title and date together."""
    facts = {name: cells.get(name, "") for name in FACTS}
    by_address = rows_of(collection, "sources", "url", facts["url"]) if facts["url"] else []
    alike = by_address or rows_of(collection, "sources", "id", cells.get("id") or made_id(cells))
    for row in alike:
        if all(not text or row[name] == text for name, text in facts.items()):
            return row["id"] if not cells.get("id") or cells["id"] == row["id"] else ""
    if by_address:
        taken = by_address[0]["id"]
        raise CoopmapError(f"{facts['url']} is recorded already, as {taken}; --source {taken} names it")
    return ""


def made_id(cells: Cells) -> str:
    """Make a source's id from its publisher and date: ``heise-online-2025-02-28``."""
    made = slug(f"{cells.get('publisher', '')} {cells.get('published', '')}")
    if not made and cells.get("publisher"):
        raise CoopmapError(
            f"no id can be made from {quoted(cells['publisher'])}; an id such as heise-online-2025-02-28 "
            f"would be right"
        )
    return made


def users_told(rows: list[dict[str, str]]) -> str:
    """Say which rows name a source: ``operation-cumberland names it for Denmark and 18 more``."""
    first = rows[0]
    what = label(first["country"]) if "country" in first else first["measure"].replace("-", " ")
    more = f" and {len(rows) - 1} more" if len(rows) > 1 else ""
    return f"{first['operation']} names it for {what}{more}"
