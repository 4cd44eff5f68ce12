"""The collection that ships: what was found in the sources is there, whole."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from coopmap.countries import codes
from coopmap.records import KINDS, TABLES, Collection, plain, read, review
from tests.copies import DATA


@pytest.fixture(scope="module")
def collection() -> Collection:
    return read(DATA)


def test_the_package_is_a_valid_data_package() -> None:
    command = [str(Path(sys.executable).with_name("frictionless")), "validate", "--json", "datapackage.json"]
    done = subprocess.run(command, cwd=DATA, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["valid"], done.stdout
    assert done.returncode == 0


def test_every_fact_is_there(collection: Collection) -> None:
    assert len(collection) == 74
    assert len(collection.participations) == 940
    assert len(collection.outcomes) == 152
    assert len(collection.organisations) == 91
    assert len(collection.sources) == 94
    assert Counter(collection.participations.role) == {"partner": 888, "lead": 26, "host": 15, "co-lead": 11}
    assert collection.participations.country.nunique() == 163
    assert collection.participations.as_written.nunique() == 303
    assert Counter(collection.outcomes.qualifier) == {"exact": 110, "at-least": 26, "about": 16}
    assert set(collection.operations.kind) <= set(KINDS)


def test_cumberland_is_whole(collection: Collection) -> None:
    operation = collection["operation-cumberland"]
    assert [one.country for one in operation.leads] == ["DNK"]
    partners = [one.country for one in operation.participations if one.role == "partner"]
    assert partners == [
        "AUS",
        "BEL",
        "BIH",
        "DEU",
        "AUT",
        "CHE",
        "FIN",
        "FRA",
        "ISL",
        "NZL",
        "NLD",
        "NOR",
        "POL",
        "SWE",
        "ESP",
        "CZE",
        "HUN",
        "GBR",
    ]
    assert (operation.start, operation.end, operation.announced) == ("2025-02-26", "", "2025-02-28")
    assert (operation.declared_countries, operation.declared_qualifier, operation.list_complete) == (
        19,
        "exact",
        True,
    )
    assert [(one.organisation, one.role) for one in operation.organisations] == [("Europol", "coordinator")]
    assert [(one.measure, one.value) for one in operation.outcomes] == [
        ("suspects-identified", 273),
        ("arrests", 25),
        ("searches", 33),
        ("items-seized", 173),
    ]
    assert operation.source("heise-online-2025-02-28").url == "https://heise.de/-10300332"


def test_spellings_and_notes_stay_as_they_were_written(collection: Collection) -> None:
    cronos = {one.country: one for one in collection["operation-cronos"].participations}
    assert (cronos["GBR"].as_written, cronos["GBR"].agency) == ("Großbritannien", "National Crime Agency")
    stream = collection["operation-stream"]
    assert stream.aliases == ("Kidflix",)
    assert stream.declared_qualifier == "at-least"
    assert stream.leads[0].as_written == "bayrischen Kriminalpolizei"
    assert stream.leads[0].note == "a sub-national lead"
    assert collection["operation-disruptor"].note.startswith(
        "Arrests took place in only six of the nine countries."
    )


def test_a_country_is_no_coordinating_organisation(collection: Collection) -> None:
    assert collection["interfet"].organisations == ()
    assert [one.country for one in collection["interfet"].leads] == ["AUS"]


def test_those_who_left_or_deny_are_marked(collection: Collection) -> None:
    frame = collection.participations
    marked = frame[frame.status != "stated"]
    assert [tuple(row) for row in marked[["operation", "country", "status", "until"]].to_numpy()] == [
        ("operation-prosperity-guardian", "ITA", "disputed", ""),
        ("operation-prosperity-guardian", "ESP", "disputed", ""),
        ("kfor-2017", "UKR", "withdrawn", "2022"),
        ("mnjtf", "NER", "withdrawn", "2025-03"),
        ("g5-sahel-joint-force", "BFA", "withdrawn", "2023-11-29"),
        ("g5-sahel-joint-force", "MLI", "withdrawn", "2022-06-30"),
        ("g5-sahel-joint-force", "NER", "withdrawn", "2023-11-29"),
        ("samim", "BWA", "withdrawn", "2024-04"),
    ]


def test_two_figures_for_one_thing_are_both_kept_and_one_is_chosen(collection: Collection) -> None:
    figures = [one for one in collection["sweden-forest-fires-2018"].outcomes if one.measure == "personnel"]
    assert [(one.value, one.qualifier, one.chosen) for one in figures] == [
        (340, "at-least", False),
        (360, "at-least", True),
    ]


def test_sums_and_weights_have_units(collection: Collection) -> None:
    outcomes = collection.outcomes
    units = outcomes[outcomes.unit != ""].groupby("measure")["unit"].unique()
    assert {measure: sorted(found) for measure, found in units.items()} == {
        "drugs-seized": ["kg", "t"],
        "money-frozen": ["EUR"],
        "money-intercepted": ["USD"],
        "money-seized": ["EUR", "USD"],
    }


def test_no_shipped_record_contradicts_itself(collection: Collection) -> None:
    problems = [problem for operation in collection for problem in review(collection[operation])]
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert [(problem.operation, problem.noun) for problem in problems if problem.severity == "warning"] == [
        ("operation-trojan-shield", "count-mismatch"),
        ("emotet-takedown-2021", "count-mismatch"),
        ("empact-jad-see-2024", "count-mismatch"),
        ("kfor-2017", "later-than-source"),
        ("samim", "later-than-source"),
    ]


def test_the_plain_record_has_everything_and_no_row_numbers(collection: Collection) -> None:
    record = plain(collection["operation-cumberland"])
    assert list(record) == [
        *(column.name for column in TABLES[0].columns),
        *("participations", "organisations", "outcomes", "sources"),
    ]
    assert len(record["participations"]) == 19
    assert list(record["participations"][0]) == [column.name for column in TABLES[1].columns]
    assert json.loads(json.dumps(record)) == record


def test_frames_have_the_tables_columns(collection: Collection) -> None:
    for table in TABLES:
        assert tuple(getattr(collection, table.name).columns) == table.header


def test_the_files_are_utf_8_with_plain_line_ends() -> None:
    for table in TABLES:
        content = (DATA / f"{table.name}.csv").read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.decode("utf-8").endswith("\n")


def test_the_schemas_say_what_the_program_says() -> None:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    for table, resource in zip(TABLES, package["resources"], strict=True):
        schema = resource["schema"]
        assert tuple(field["name"] for field in schema["fields"]) == table.header
        assert tuple(schema["primaryKey"]) == table.key
        assert schema["missingValues"] == [""]
        references = {key["fields"][0]: key["reference"]["resource"] for key in schema.get("foreignKeys", ())}
        assert references == {column.name: column.refers_to for column in table.columns if column.refers_to}
        for column, field in zip(table.columns, schema["fields"], strict=True):
            constraints = field.get("constraints", {})
            assert field["description"]
            assert tuple(constraints.get("enum", ())) == column.words
            assert constraints.get("required", False) == column.required


def test_the_guide_explains_every_column_of_every_table() -> None:
    guide = (DATA / "README.md").read_text(encoding="utf-8")
    for table in TABLES:
        section = guide.partition(f"## {table.name}.csv\n")[2].partition("\n## ")[0]
        explained = re.findall(r"^\| (\w+) \| (yes|) *\| \S", section, re.MULTILINE)
        assert explained == [(column.name, "yes" if column.required else "") for column in table.columns]


def test_the_guide_and_the_schemas_explain_alike() -> None:
    guide = (DATA / "README.md").read_text(encoding="utf-8")
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert f"| {field['description']} |" in guide


def test_every_row_names_a_source_and_every_source_is_named() -> None:
    tables = {
        name: list(csv.DictReader((DATA / f"{name}.csv").open(encoding="utf-8", newline="")))
        for name in ("participations", "outcomes", "sources")
    }
    named = {row["source"] for name in ("participations", "outcomes") for row in tables[name]}
    assert named == {row["id"] for row in tables["sources"]}
    assert {row["country"] for row in tables["participations"]} <= set(codes())
