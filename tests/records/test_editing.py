"""Changing a collection from Python: each word gives the changes to make, and writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopmap.records import TABLES, Collection, read
from coopmap.records.editing import (
    add,
    attach,
    change_source,
    edit,
    join,
    leave,
    new_source,
    outcome,
    participants,
    remove,
    remove_outcome,
    role,
    slug,
)
from coopmap.records.telling import tell_all
from tests.copies import DATA, Copy

if TYPE_CHECKING:
    from pathlib import Path

    from coopmap.records import Change

OP = "operation-cumberland"
HEISE = "heise-online-2025-02-28"


@pytest.fixture(scope="module")
def collection() -> Collection:
    return read(DATA)


def cells(changes: tuple[Change, ...]) -> list[tuple[str, tuple[str, ...], Any]]:
    """Give what changes, row by row."""
    return [(one.table, one.key, None if one.after is None else dict(one.after)) for one in changes]


def keyed(collection: Collection) -> dict[str, dict[tuple[str, ...], dict[str, str]]]:
    """Give every row of a collection by its key."""
    tables = {}
    for table in TABLES:
        sheet = collection.store.spreadsheet(table.name)
        rows = [sheet.cells(row) for row in sheet.rows]
        tables[table.name] = {tuple(row[name] for name in table.key): row for row in rows}
    return tables


def test_a_country_joins(collection: Collection) -> None:
    assert cells(join(collection, OP, "Estonia", cells={"since": "2025-03-04", "source": HEISE})) == [
        (
            "participations",
            (OP, "EST"),
            {
                "operation": OP,
                "country": "EST",
                "role": "partner",
                "agency": "",
                "since": "2025-03-04",
                "until": "",
                "status": "stated",
                "source": HEISE,
                "as_written": "Estonia",
                "note": "",
            },
        )
    ]


def test_a_country_that_takes_part_so_already_is_passed_over(collection: Collection) -> None:
    assert join(collection, OP, "Belgium") == ()
    assert join(collection, OP, "Denmark", cells={"role": "lead"}) == ()
    assert [one.key[1] for one in join(collection, OP, "Belgium; Estonia")] == ["EST"]
    assert "DNK" not in {one.key[1] for one in join(collection, OP, "EU")}


def test_a_country_leaves_and_changes_its_role(collection: Collection) -> None:
    assert cells(leave(collection, OP, "Belgium", date="2025-03")) == [
        ("participations", (OP, "BEL"), {"until": "2025-03"})
    ]
    assert cells(leave(collection, OP, "Belgium", withdrawn=True)) == [
        ("participations", (OP, "BEL"), {"status": "withdrawn"})
    ]
    assert cells(role(collection, OP, "Denmark, Sweden", to="co-lead")) == [
        ("participations", (OP, "DNK"), {"role": "co-lead"}),
        ("participations", (OP, "SWE"), {"role": "co-lead"}),
    ]
    assert role(collection, OP, "Denmark", to="lead") == ()


def test_cells_are_edited_by_their_column(collection: Collection) -> None:
    changes = edit(
        collection, OP, cells={"end": " 2025-03-01 ", "list-complete": "No", "kind": "law-enforcement"}
    )
    assert cells(changes) == [("operations", (OP,), {"end": "2025-03-01", "list_complete": "no"})]
    assert cells(edit(collection, OP, cells={"agency": "Politi"}, country="DK")) == [
        ("participations", (OP, "DNK"), {"agency": "Politi"})
    ]
    assert cells(edit(collection, OP, cells={"role": "supporter"}, organisation="europol")) == [
        ("organisations", (OP, "Europol"), {"role": "supporter"})
    ]


def test_rows_follow_an_operation_and_a_source_to_a_new_id(collection: Collection) -> None:
    changes = edit(collection, OP, cells={"id": "cumberland"})
    assert len(changes) == 25
    assert {one.after["operation"] for one in changes[1:] if one.after} == {"cumberland"}
    assert tell_all(changes, names={OP: "Operation Cumberland"}) == (
        "Operation Cumberland: the id was corrected from operation-cumberland to cumberland.",
    )
    changes = change_source(collection, HEISE, cells={"id": "heise"})
    assert len(changes) == 24
    assert {one.after["source"] for one in changes[1:] if one.after} == {"heise"}


def test_an_operation_is_added_with_its_rows(collection: Collection) -> None:
    rows = participants({"lead": "Estonia: Navy", "partner": "Latvia and Lithuania"}, source=HEISE)
    changes = add(
        collection,
        operation={"name": "Opération Épée d'été", "kind": "naval"},
        countries=rows,
        organisations=[{"organisation": "NATO", "role": "coordinator"}],
        outcomes=[{"measure": "arrests", "value": "3", "source": HEISE}],
    )
    assert [(one.table, one.key) for one in changes] == [
        ("operations", ("operation-epee-d-ete",)),
        ("participations", ("operation-epee-d-ete", "EST")),
        ("participations", ("operation-epee-d-ete", "LVA")),
        ("participations", ("operation-epee-d-ete", "LTU")),
        ("organisations", ("operation-epee-d-ete", "NATO")),
        ("outcomes", ("operation-epee-d-ete", "arrests", HEISE)),
    ]
    assert changes[1].after is not None
    assert (changes[1].after["agency"], changes[1].after["as_written"]) == ("Navy", "Estonia")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Operation Cumberland", "operation-cumberland"),
        ("  Opération Épée d'été!", "operation-epee-d-ete"),
        ("Straße Ørsted Łódź Æsir", "strasse-orsted-lodz-aesir"),
        ("İstanbul I\u011fd\u0131r", "istanbul-igdir"),
        ("EU's 2nd ﬁnal", "eus-2nd-final"),
        ("Операция", ""),
        ("x" * 200, "x" * 100),
        ("word " * 40, "-".join(["word"] * 20)),
    ],
)
def test_an_id_is_made_from_a_name(name: str, made: str) -> None:
    assert slug(name) == made


def test_an_id_that_is_taken_gets_a_number(collection: Collection) -> None:
    (change,) = add(collection, operation={"name": "Operation: Cumberland", "kind": "other"})
    assert change.key == ("operation-cumberland-2",)


def test_several_leads_led_together() -> None:
    rows = participants({"lead": "Denmark and Sweden", "partner": "Norway"})
    assert [(row["country"], row["role"]) for row in rows] == [
        ("DNK", "co-lead"),
        ("SWE", "co-lead"),
        ("NOR", "partner"),
    ]


def test_one_figure_of_a_measure_stays_chosen(collection: Collection) -> None:
    other = {"value": "1,027", "source": "eurojust-2025-05"}
    (change,) = outcome(collection, OP, "arrests", cells=other)
    assert change.after is not None
    assert (change.after["value"], change.after["chosen"], change.after["qualifier"]) == (
        "1027",
        "no",
        "exact",
    )
    new, old = outcome(collection, OP, "Arrests", cells=other, chosen=True)
    assert new.after is not None
    assert new.after["chosen"] == "yes"
    assert (old.key, dict(old.after or {})) == ((OP, "arrests", HEISE), {"chosen": "no"})


def two_figures(tmp_path: Path) -> Collection:
    """Give a collection in which two sources give the number of arrests, and the first is chosen."""
    copy = Copy.made_in(tmp_path)
    copy.add("outcomes.csv", f"{OP},arrests,27,,exact,,eurojust-2025-05,no")
    return read(copy.folder)


def test_the_figure_that_is_left_is_chosen(tmp_path: Path) -> None:
    collection = two_figures(tmp_path)
    gone, heir = remove_outcome(collection, OP, "arrests", source=HEISE)
    assert (gone.key, gone.after) == ((OP, "arrests", HEISE), None)
    assert (heir.key, dict(heir.after or {})) == ((OP, "arrests", "eurojust-2025-05"), {"chosen": "yes"})
    back, forward = outcome(collection, OP, "arrests", cells={"source": HEISE}, chosen=False)
    assert (dict(back.after or {}), dict(forward.after or {})) == ({"chosen": "no"}, {"chosen": "yes"})
    assert len(remove_outcome(collection, OP, "arrests", source="eurojust-2025-05")) == 1


def test_a_source_is_added_once(collection: Collection) -> None:
    made, changes = new_source(collection, cells={"publisher": "Der Standard", "published": "2025-03"})
    assert (made, len(changes)) == ("der-standard-2025-03", 1)
    known = {"publisher": "heise online", "published": "2025-02-28"}
    assert new_source(collection, cells=known) == (HEISE, ())
    made, changes = new_source(collection, cells={**known, "title": "Another one"})
    assert (made, len(changes)) == (f"{HEISE}-2", 1)
    assert new_source(collection, cells={"url": "https://heise.de/-10300332"}) == (HEISE, ())


def test_a_source_is_put_to_countries(collection: Collection) -> None:
    assert attach(collection, HEISE, OP) == ()
    assert cells(attach(collection, "eurojust-2025-05", OP, countries=["DK"])) == [
        ("participations", (OP, "DNK"), {"source": "eurojust-2025-05"})
    ]


def test_an_operation_takes_its_rows_along(collection: Collection) -> None:
    changes = remove(collection, OP)
    assert [one.table for one in changes].count("participations") == 19
    assert {one.after for one in changes} == {None}
    assert [one.key for one in remove(collection, OP, with_sources=True) if one.table == "sources"] == [
        (HEISE,)
    ]
    assert [one.key for one in remove(collection, OP, country="Denmark")] == [(OP, "DNK")]
    assert [one.key for one in remove(collection, OP, organisation="EUROPOL")] == [(OP, "Europol")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operation=st.sampled_from(read(DATA).ids))
def test_what_is_removed_and_added_again_is_as_it_was(tmp_path_factory: Any, operation: str) -> None:
    copy = Copy.made_in(tmp_path_factory.mktemp("again"))
    collection = read(copy.folder)
    before = keyed(collection)
    changes = remove(collection, operation)
    collection.apply(changes)
    assert operation not in read(copy.folder)
    rows = {
        one.table: [dict(each.before or {}) for each in changes if each.table == one.table] for one in changes
    }
    again = add(
        collection,
        operation=rows["operations"][0],
        countries=rows.get("participations", ()),
        organisations=rows.get("organisations", ()),
        outcomes=rows.get("outcomes", ()),
    )
    collection.apply(again)
    assert keyed(read(copy.folder)) == before
