"""Whatever is wrong with a table is told in one line: place, what was seen, what would have been right."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.copies import Copy

if TYPE_CHECKING:
    from pathlib import Path

DENMARK = "operation-cumberland,DNK,lead,,,,stated,heise-online-2025-02-28,Denmark,"
SCHEMA = "operation,country,role,agency,since,until,status,source,as_written,note"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("DNK", "DEN"),
            "participations.csv, row 5, column country: 'DEN' is no country code; did you mean DNK (Denmark)?",
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("DNK", "Atlantis"),
            (
                "participations.csv, row 5, column country: 'Atlantis' is no country code; "
                "an ISO 3166-1 alpha-3 code such as DNK, or XKX, would be right"
            ),
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace(",lead,", ",Leader,"),
            "participations.csv, row 5, column role: 'Leader' is no role; did you mean lead?",
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace(",stated,", ",,"),
            "participations.csv, row 5, column status: the cell is empty; stated, disputed or withdrawn would be right",
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("heise-online-2025-02-28", "heise-online-2025-02-29"),
            (
                "participations.csv, row 5, column source: 'heise-online-2025-02-29' is no id in sources.csv; "
                "did you mean heise-online-2025-02-28?"
            ),
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("operation-cumberland", "operation-cumberlnd"),
            (
                "participations.csv, row 5, column operation: 'operation-cumberlnd' is no id in operations.csv; "
                "did you mean operation-cumberland?"
            ),
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("DNK", "BEL"),
            (
                "participations.csv, row 5: 'operation-cumberland + BEL' stands in row 3 already; "
                "one row for each operation + country would be right"
            ),
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("Denmark", "Denmark, of course"),
            "participations.csv, row 5: 11 cells, but the header has 10; a text with a comma in it stands in quotes",
        ),
        (
            "participations.csv",
            DENMARK,
            DENMARK.replace("Denmark", '"Denmark'),
            "participations.csv, row 5: the row cannot be read",
        ),
        (
            "participations.csv",
            SCHEMA,
            SCHEMA.replace("country", "land"),
            (
                "participations.csv, row 1: the header lacks country; it begins with "
                f"'operation, land, role, agency, since', and {SCHEMA} would be right"
            ),
        ),
        (
            "participations.csv",
            SCHEMA,
            SCHEMA.replace("note", "note,role"),
            "participations.csv, row 1: the header has the column role twice; once would be right",
        ),
        (
            "operations.csv",
            "2025-02-26,,2025-02-28",
            "2025-02-30,,2025-02-28",
            (
                "operations.csv, row 2, column start: '2025-02-30' is no date; "
                "a day, month or year that exists, such as 2025-02-28, 2025-02 or 2025, would be right"
            ),
        ),
        (
            "operations.csv",
            "2025-02-26,,2025-02-28",
            "26.02.2025,,2025-02-28",
            (
                "operations.csv, row 2, column start: '26.02.2025' is no date; "
                "a day, month or year that exists, such as 2025-02-28, 2025-02 or 2025, would be right"
            ),
        ),
        (
            "operations.csv",
            ",19,exact,yes,",
            ",nineteen,exact,yes,",
            (
                "operations.csv, row 2, column declared_countries: 'nineteen' is no whole number; "
                "digits alone, such as 19, would be right"
            ),
        ),
        (
            "operations.csv",
            ",19,exact,yes,",
            ",19,exact,maybe,",
            "operations.csv, row 2, column list_complete: 'maybe' is neither yes nor no; yes or no would be right",
        ),
        (
            "operations.csv",
            "operation-endgame-2024,",
            "../operation,",
            (
                "participations.csv, row 21, column operation: 'operation-endgame-2024' is no id in operations.csv; "
                "did you mean operation-endgame-2025?"
            ),
        ),
        (
            "operations.csv",
            ",law-enforcement,",
            ",law enforcement,",
            "operations.csv, row 2, column kind: 'law enforcement' is no kind; did you mean law-enforcement?",
        ),
        (
            "outcomes.csv",
            ",273,",
            ',"1,273",',
            (
                "outcomes.csv, row 2, column value: '1,273' is no number; "
                "digits with at most a decimal point, such as 1000 or 2.5, would be right"
            ),
        ),
        (
            "sources.csv",
            "https://heise.de/-10300332",
            "javascript:alert(1)",
            (
                "sources.csv, row 2, column url: 'javascript:alert(1)' is no web address; "
                "one that begins with https:// or http:// would be right"
            ),
        ),
    ],
)
def test_a_wrong_cell_is_named_with_its_place(copy: Copy, file: str, old: str, new: str, line: str) -> None:
    copy.change(file, old, new)
    complaint = copy.complaint("list")
    assert complaint.startswith(f"coopmap: {line}")


def test_a_bad_id_is_named(copy: Copy) -> None:
    copy.add("operations.csv", "../x,X,,other,,,,,,,,,")
    assert copy.complaint("list") == (
        "coopmap: operations.csv, row 76, column id: '../x' is no id; "
        "small letters, digits and hyphens, such as operation-cumberland, would be right"
    )


def test_a_missing_table_is_named(copy: Copy) -> None:
    (copy.folder / "outcomes.csv").unlink()
    assert copy.complaint() == (
        "coopmap: outcomes.csv is missing; datapackage.json names it as one of the five tables"
    )


def test_an_empty_table_is_named(copy: Copy) -> None:
    (copy.folder / "sources.csv").write_text("", encoding="utf-8")
    assert copy.complaint().startswith("coopmap: sources.csv, row 1: the header lacks id, publisher, title,")


def test_a_folder_without_a_package_is_named(copy: Copy) -> None:
    (copy.folder / "datapackage.json").unlink()
    assert copy.complaint() == (
        "coopmap: FOLDER holds no datapackage.json; a folder with one and its five tables would be right"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "{",
            "datapackage.json, line 1: no JSON (Expecting property name enclosed in double quotes, column 2)",
        ),
        ("[]", "datapackage.json holds no object; one with a list of resources would be right"),
        ("[" * 200_000, "datapackage.json is no JSON in UTF-8"),
        (
            "{}",
            (
                "datapackage.json names no file for the table operations; "
                "resources for operations, participations, organisations, outcomes, sources would be right"
            ),
        ),
        (
            '{"resources": [{"name": "operations", "path": "../../operations.csv"}]}',
            "datapackage.json: the path of operations is '../../operations.csv'; a file inside the folder would be right",
        ),
        (
            '{"resources": [{"name": "operations", "path": ["a.csv", "b.csv"]}]}',
            "datapackage.json: the path of operations is ['a.csv', 'b.csv']; one file name would be right",
        ),
    ],
)
def test_a_broken_descriptor_is_named(copy: Copy, text: str, line: str) -> None:
    (copy.folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert copy.complaint() == f"coopmap: {line}"


def test_another_encoding_is_named_with_its_line(copy: Copy) -> None:
    path = copy.folder / "participations.csv"
    path.write_bytes(path.read_bytes().replace("Großbritannien".encode(), "Großbritannien".encode("latin-1")))
    assert copy.complaint() == (
        "coopmap: participations.csv, line 41: byte 0xdf is not UTF-8; "
        "save the table as 'CSV UTF-8' in your spreadsheet"
    )


def test_a_nul_is_named(copy: Copy) -> None:
    copy.change("operations.csv", "Raids", "Ra\0ids")
    assert copy.complaint() == (
        "coopmap: operations.csv, line 2: a NUL character; save the table as 'CSV UTF-8' in your spreadsheet"
    )


def test_a_folder_in_place_of_a_table_is_named(copy: Copy) -> None:
    (copy.folder / "sources.csv").unlink()
    (copy.folder / "sources.csv").mkdir()
    assert copy.complaint() == "coopmap: sources.csv cannot be read: Is a directory"


def test_a_bad_cell_elsewhere_does_not_hide_an_operation(copy: Copy) -> None:
    copy.change("outcomes.csv", "operation-endgame-2024,arrests,4,", "operation-endgame-2024,arrests,four,")
    assert copy.run("show", "operation-cumberland").exit_code == 0
    assert copy.complaint("show", "operation-endgame-2024").startswith(
        "coopmap: outcomes.csv, row 6, column value:"
    )
