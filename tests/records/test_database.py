"""A collection in a database, SQLite and PostgreSQL alike: what a desk may rely on."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import Change, Collection, Conflict, read
from coopmap.records.store import open_store
from tests.copies import DATA, Copy, run
from tests.records.desks import contents, filled, operation, participation, sql

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import Postgres

HOSTILE = (
    "'; DROP TABLE operations; --",
    'says "no", twice ""',
    "two\nlines\r\nand\rmore\ttabs",
    "=HYPERLINK(1)",
    "\u202eright to left\u202c and שלום",
    "🧑‍🚒 é e\u0301 \U0010ffff",
    "%s %(name)s :name ? {0} \\N \\.",
    "NULL",
    "\\",
)


def test_what_is_copied_in_is_read_back_row_by_row(address: str) -> None:
    store = filled(address, DATA)
    package = open_store(DATA)
    assert contents(store) == contents(package)
    assert store.descriptor() == package.descriptor()
    assert store.title == package.title
    assert dict(read(address)) == dict(read(DATA))


def test_one_operation_is_asked_for_alone(address: str) -> None:
    store = filled(address, DATA)
    assert Collection(store)["operation-cumberland"] == read(DATA)["operation-cumberland"]
    excerpt = store.excerpt("participations", "operation", "operation-cumberland")
    assert len(excerpt.rows) == 19
    assert excerpt.rows[0] == open_store(DATA).spreadsheet("participations").rows[0]
    assert not store.excerpt("participations", "operation", "x' OR '1'='1").rows


def test_columns_of_ones_own_stay_where_they_are(address: str, tmp_path: Path) -> None:
    copy = Copy.made_in(tmp_path)
    path = copy.folder / "sources.csv"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    lines = [f"desk,{first},desk,position", f"a,{rest[0]},,7", *(f",{line},b c,extra" for line in rest[1:])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert contents(filled(address, copy.folder)) == contents(open_store(copy.folder))


def test_a_new_row_stands_beside_its_kin_and_the_log_says_who_and_why(address: str) -> None:
    store = filled(address, DATA)
    store.apply([participation("operation-cumberland", "EST")], editor="Ada", reason="a letter")
    rows = store.spreadsheet("participations").values
    assert [row[1] for row in rows[18:21]] == ["GBR", "EST", rows[20][1]]
    assert rows[20][0] != "operation-cumberland"
    (begun, *_) = store.spreadsheet("changes").values
    assert begun[1:] == (
        "Ada",
        "operation-cumberland",
        "participations",
        "operation-cumberland + EST",
        "operation",
        "",
        "operation-cumberland",
        "a letter",
    )
    assert [each["name"] for each in store.descriptor()["resources"]][-1] == "changes"


def test_where_there_is_no_room_between_rows_it_is_made(address: str) -> None:
    store = filled(address, DATA)
    before = list(store.spreadsheet("participations").values)
    sql(address, "UPDATE participations SET position = -position / 4294967296")
    sql(address, "UPDATE participations SET position = -position")
    store.apply([participation("operation-cumberland", "EST"), participation("operation-cumberland", "LVA")])
    after = list(store.spreadsheet("participations").values)
    assert [row for row in after if row[1] not in {"EST", "LVA"}] == [
        row for row in before if row[1] not in {"EST", "LVA"}
    ]
    assert [row[1] for row in after[18:21]] == ["GBR", "EST", "LVA"]


def test_hostile_text_is_text(address: str) -> None:
    filled(address, DATA)
    collection = read(address)
    collection.apply([operation(f"odd-{at}", note=text) for at, text in enumerate(HOSTILE)])
    assert [read(address)[f"odd-{at}"].note for at in range(len(HOSTILE))] == list(HOSTILE)
    assert list(open_store(address).excerpt("operations", "note", HOSTILE[0]).rows)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a\0b", "the text has a NUL character; leave it out"),
        ("a\ud800b", "is half a letter and cannot be written in UTF-8; leave it out"),
    ],
)
def test_what_no_store_can_keep_is_refused(address: str, text: str, sentence: str) -> None:
    store = filled(address, DATA)
    with pytest.raises(CoopmapError) as error:
        store.apply([operation("odd", note=text)])
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_all_changes_are_made_or_none(address: str) -> None:
    store = filled(address, DATA)
    before = contents(store)
    wrong = participation("operation-cumberland", "EST", source="nobody")
    with pytest.raises(CoopmapError, match="'nobody' is no id in sources"):
        store.apply([operation("new"), participation("new", "LVA"), wrong])
    assert contents(store) == before
    assert all(each["name"] != "changes" for each in store.descriptor()["resources"])


def test_somebody_elses_change_is_not_overwritten(address: str) -> None:
    store = filled(address, DATA)

    def change(role: str) -> Change:
        key = ("operation-cumberland", "AUS")
        return Change(table="participations", key=key, before={"role": "partner"}, after={"role": role})

    store.apply([change("supporter")])
    with pytest.raises(Conflict, match="role is 'supporter', no longer 'partner'; somebody else changed it"):
        store.apply([change("observer")])


def test_two_editors_see_each_others_changes(address: str) -> None:
    filled(address, DATA)
    one, other = read(address), read(address)
    assert len(other["operation-cumberland"].participations) == 19
    one.apply([participation("operation-cumberland", "EST"), operation("new")])
    assert "new" in other
    other.refresh()
    assert len(other["operation-cumberland"].participations) == 20
    other.apply([participation("operation-cumberland", "LVA")])
    one.refresh()
    assert len(one["operation-cumberland"].participations) == 21


def test_answers_of_one_moment_belong_together(postgres: Postgres) -> None:
    address = postgres.database()  # SQLite lets the writer wait meanwhile
    store, other = filled(address, DATA), open_store(address)
    with store.moment():
        before = contents(store)
        other.apply([operation("new"), participation("new", "EST")])
        assert contents(store) == before
    assert contents(store) != before


def test_an_operation_gets_another_id_with_all_its_rows(address: str) -> None:
    store = filled(address, DATA)
    package_rows = [
        row for row in store.spreadsheet("participations").values if row[0] == "operation-cumberland"
    ]
    moved = [
        Change(table="operations", key=("operation-cumberland",), before={}, after={"id": "cumberland"}),
        *(
            Change(table=table, key=tuple(row[: len(key)]), before={}, after={"operation": "cumberland"})
            for table, key in (("participations", "12"), ("organisations", "12"))
            for row in store.excerpt(table, "operation", "operation-cumberland").values
        ),
        *(
            Change(
                table="outcomes", key=(row[0], row[1], row[6]), before={}, after={"operation": "cumberland"}
            )
            for row in store.excerpt("outcomes", "operation", "operation-cumberland").values
        ),
    ]
    store.apply(moved)
    rows = store.spreadsheet("participations").values[: len(package_rows)]
    assert [row[1:] for row in rows] == [row[1:] for row in package_rows]
    assert {row[0] for row in rows} == {"cumberland"}


WALLS = [
    "INSERT INTO participations (position, operation, country, role, status) VALUES (1, 'nowhere', 'EST', 'partner', 'stated')",
    "INSERT INTO participations (position, operation, country, role, status) VALUES (1, 'operation-cumberland', 'AUS', 'partner', 'stated')",
    "UPDATE participations SET role = 'boss'",
    "UPDATE participations SET country = 'dk' WHERE country = 'DNK'",
    "UPDATE operations SET id = 'No Id' WHERE id = 'operation-cumberland'",
    "UPDATE operations SET name = ''",
    "UPDATE operations SET name = NULL",
    "UPDATE operations SET start = '3 May'",
    "UPDATE operations SET declared_countries = '1x'",
    "UPDATE operations SET list_complete = 'maybe'",
    "UPDATE outcomes SET value = '1.'",
    "UPDATE sources SET url = 'javascript:alert(1)'",
    "DELETE FROM sources",
    "DELETE FROM operations WHERE id = 'operation-cumberland'",
    "UPDATE sources SET position = 1",
]


@pytest.mark.parametrize("statement", WALLS)
def test_the_database_itself_refuses_what_is_wrong(walled: list[str], statement: str) -> None:
    for address in walled:
        with pytest.raises(Exception, match=r"constraint|violates"):
            sql(address, statement)


@pytest.fixture(scope="module")
def walled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """One database of each kind, into which nothing gets in these tests."""
    addresses = [
        f"sqlite:///{tmp_path_factory.mktemp('walled')}/desk.db",
        request.getfixturevalue("postgres").database(),
    ]
    for address in addresses:
        filled(address, DATA)
    return addresses


def test_a_new_collection_is_empty_and_can_be_added_to(address: str) -> None:
    made = run("new", address, "--title", "Our desk")
    assert made.exit_code == 0, made.output
    assert list(read(address)) == []
    assert read(address).title == "Our desk"
    read(address).apply([operation("first"), participation("first", "EST")])
    assert [one.country for one in read(address)["first"].participations] == ["EST"]
    again = run("new", address)
    assert again.exit_code == 2
    assert "holds a collection already" in again.stderr
