"""The messy files people have, and what import understands of them."""

# ruff: noqa: E501, ISC004 - expected sentences are written whole

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import Collection
from coopmap.records.exchange import Wishes, foreign, understand
from tests.copies import DATA
from tests.fuzzing import samples

if TYPE_CHECKING:
    from coopmap.records.exchange import Understanding


def understood(content: str | bytes, file: str = "file.csv", **wishes: object) -> Understanding:
    """Understand a file for the shipped collection."""
    raw = content.encode() if isinstance(content, str) else content
    return understand(foreign(raw, file), Collection.open(DATA), Wishes(**wishes))  # type: ignore[arg-type]


def parts(found: Understanding) -> dict[str, list[str]]:
    """Give the countries of each operation, with the roles that the file names."""
    listed: dict[str, list[str]] = {}
    for draft in found.of("participations"):
        role = draft.cells.get("role", "")
        country = draft.cells["country"] + (f" {role}" if role else "")
        listed.setdefault(draft.cells["operation"], []).append(country)
    return listed


def test_one_row_per_country_with_a_title_blank_lines_merged_cells_and_german_words() -> None:
    found = understood(samples.ROWS)
    assert found.faults == []
    assert found.shape == "one row per country"
    assert [means for _, _, means in found.columns] == [
        "name",
        "start",
        "country",
        "role",
        "agency",
        "source",
    ]
    assert parts(found) == {
        "operation-falke": ["DEU lead", "AUT", "CHE observer"],
        "operation-adler": ["FRA lead", "CZE"],
    }
    assert {draft.cells["id"]: draft.cells["start"] for draft in found.of("operations")} == {
        "operation-falke": "2024-03-12",
        "operation-adler": "2024-04-15",
    }


def test_one_row_per_operation_with_names_that_hold_commas_and_ands() -> None:
    found = understood(samples.CELLS)
    assert found.faults == []
    assert found.shape == "one row per operation, its countries together"
    assert parts(found) == {
        "falcon": ["DNK lead", "NOR", "KOR", "BIH", "ISL"],
        "eagle": ["DEU", "FRA", "DNK", "FIN", "ISL", "NOR", "SWE"],
    }
    assert found.remarks == ["file.csv, row 3: 'Nordics' was read as 5 countries as of 2023-05"]
    assert [draft.cells.get("url", draft.cells["publisher"]) for draft in found.of("sources")] == [
        "https://example.org/a",
        "BBC",
    ]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (samples.ACROSS, "a matrix, countries in the first line"),
        (
            "Country\tFalcon\tEagle\nDenmark\tL\t\nGermany\tx\tX\nFrance\tno\t\u2713\nKorea, Republic of\t1\t\n",
            "a matrix, countries in the first column",
        ),
    ],
)
def test_a_matrix_either_way(text: str, shape: str) -> None:
    found = understood(text)
    assert found.faults == []
    assert found.shape == shape
    assert parts(found) == {"falcon": ["DNK lead", "DEU", "KOR"], "eagle": ["DEU", "FRA"]}


@pytest.mark.parametrize(
    "text",
    [
        "- Germany\n- France (lead)\n- the Netherlands\n",
        "1. France (lead)\n2. Germany\n3. Netherlands",
        "Germany, France (lead) and the Netherlands",
        "Participating countries:\nGermany\nFrance (lead)\nNetherlands\n",
        "Germany; France (lead); Netherlands",
    ],
)
def test_a_pasted_list_for_one_operation(text: str) -> None:
    found = understood(text, "list.txt", name="Operation Falcon")
    assert found.faults == []
    assert {operation: sorted(countries) for operation, countries in parts(found).items()} == {
        "operation-falcon": ["DEU", "FRA lead", "NLD"]
    }


def test_a_list_needs_an_operation() -> None:
    found = understood("Germany\nFrance\n", "list.txt")
    assert found.faults[0] == (
        "list.txt, row 1: no operation is named; a name there, or --name or --operation, would be right"
    )


def test_what_cannot_be_resolved_is_named_with_file_row_and_suggestion() -> None:
    text = "Operation,Countries\nFalcon,Denmark; Congo\nEagle,Europol; Bavaria; Spain\n"
    found = understood(text)
    assert len(found.faults) == 2
    assert found.faults[0].startswith("file.csv, row 2: 'Congo': ")
    assert "COD" in found.faults[0]
    assert "COG" in found.faults[0]
    assert found.faults[1].startswith("file.csv, row 3: 'Europol': ")
    assert "'Bavaria'" in found.faults[1]


def test_a_person_overrules_what_a_column_means() -> None:
    text = "Operation,Place,Who\nFalcon,Spain,Denmark\n"
    assert parts(understood(text, columns={"Place": ""})) == {"falcon": ["DNK"]}
    assert parts(understood(text, columns={"B": "host"})) == {"falcon": ["ESP host", "DNK"]}
    with pytest.raises(CoopmapError, match=r"file.csv: no column 'Where'; there are 'Operation, Place, Who'"):
        understood(text, columns={"Where": "country"})
    with pytest.raises(CoopmapError, match=r"--map: no column means 'land'"):
        understood(text, columns={"Place": "land"})


def test_a_column_of_countries_is_found_by_what_it_holds() -> None:
    found = understood("Operation,Flag\nFalcon,Denmark\nFalcon,Spain\nEagle,Sweden\n")
    assert parts(found) == {"falcon": ["DNK", "ESP"], "eagle": ["SWE"]}


def test_columns_for_roles_hold_the_countries_of_that_role() -> None:
    found = understood("Mission;Led by;Partners;Observers\nFalcon;Denmark;Norway, Sweden;Finland\n")
    assert parts(found) == {"falcon": ["DNK lead", "NOR partner", "SWE partner", "FIN observer"]}


def test_two_leads_led_together() -> None:
    found = understood("Mission;Led by;Partners\nFalcon;Denmark and Norway;Sweden\n")
    assert parts(found) == {"falcon": ["DNK co-lead", "NOR co-lead", "SWE partner"]}


@pytest.mark.parametrize(
    ("dates", "read"),
    [
        (("26/02/2025", "01/03/2025"), ["2025-02-26", "2025-03-01"]),
        (("02/26/2025", "03/01/2025"), ["2025-02-26", "2025-03-01"]),
        (("26.2.2025", "1.3.2025"), ["2025-02-26", "2025-03-01"]),
        (("May 2024", "3 M\u00e4rz 2025"), ["2024-05", "2025-03-03"]),
        (("2024", "2024-05-06T00:00:00"), ["2024", "2024-05-06"]),
        (("February 26, 2025", "26 de febrero de 2025"), ["2025-02-26", "2025-02-26"]),
    ],
)
def test_dates_as_people_write_them(dates: tuple[str, str], read: list[str]) -> None:
    text = f'Operation;Date;Country\nOne;"{dates[0]}";Spain\nTwo;"{dates[1]}";Spain\n'
    assert [draft.cells["start"] for draft in understood(text).of("operations")] == read


def test_a_date_that_could_be_two_days_is_refused() -> None:
    found = understood("Operation;Date;Country\nOne;03/04/2025;Spain\n")
    assert found.faults == [
        "file.csv, row 2: '03/04/2025' could be two days; a date such as 2025-03-04 would be right"
    ]


def test_two_dates_in_one_cell_are_beginning_and_end() -> None:
    found = understood("Operation;Date;Country\nOne;2024-05-02 to 2024-05-09;Spain\n")
    assert dict(found.of("operations")[0].cells) == {
        "id": "one",
        "name": "One",
        "start": "2024-05-02",
        "end": "2024-05-09",
    }


def test_lines_that_contradict_each_other_are_told() -> None:
    found = understood("Operation,Date,Country,Role\nA,2024,Spain,lead\nA,2023,France,\nA,,Spain,host\n")
    assert found.faults == [
        "file.csv, row 3: start is '2023' here, but '2024' in row 2; two operations of one name need an id each; "
        "for dates of countries, --map 'Date=since'",
        "file.csv, row 4: ESP stands there as host, but row 2 says lead; one role for each country would be right",
    ]


def test_a_remark_below_the_table_is_no_operation_but_a_heading_is() -> None:
    text = "Operation,Country\nFalcon,\n,Spain\n,Sweden\nEagle,Norway\nSource: own research,\n"
    found = understood(text)
    assert found.remarks == ["file.csv, row 6 is left out: only 'Source: own research' stands there"]
    assert parts(found) == {"falcon": ["ESP", "SWE"], "eagle": ["NOR"]}
    assert [draft.cells["name"] for draft in found.of("operations")] == ["Falcon", "Eagle"]


def test_an_operation_that_is_recorded_is_recognised_by_its_name() -> None:
    found = understood("Operation,Country\nOperation Cumberland,Estonia\n")
    assert parts(found) == {"operation-cumberland": ["EST"]}


def test_json_of_other_programs() -> None:
    rows = [{"operation": "Falcon", "countries": ["Denmark", "Norway"], "year": 2024}]
    assert parts(understood(json.dumps(rows), "a.json")) == {"falcon": ["DNK", "NOR"]}
    named = {"Falcon": ["Denmark", "Norway"], "Eagle": ["Spain"]}
    assert parts(understood(json.dumps(named), "a.json")) == {"falcon": ["DNK", "NOR"], "eagle": ["ESP"]}
    assert parts(understood('["Denmark", "Norway"]', "a.json", name="Falcon")) == {"falcon": ["DNK", "NOR"]}
