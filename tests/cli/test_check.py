"""``coopmap check`` as a reviewer and a workflow see it."""

# ruff: noqa: E501, ISC004 - expected lines are written whole

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from coopmap.cli import problems as layout
from coopmap.records import nouns, read, review_all
from tests.copies import DATA, Copy, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


def test_the_check_of_everything_is_short() -> None:
    result = run("check", "--data", str(DATA))
    assert result.exit_code == 0
    *lines, last = result.stdout.splitlines()
    assert re.fullmatch(r"74 operations: no errors, 5 warnings, [0-9]+ notes \(--notes prints them\)", last)
    assert len(lines) == 5
    notes = int(last.split()[6])
    assert len(run("check", "--notes", "--data", str(DATA)).stdout.splitlines()) == 6 + notes


def test_errors_end_in_exit_code_1(copy: Copy) -> None:
    copy.change("operations.csv", ",19,exact,yes,", ",20,exact,yes,")
    result = copy.run("check", "operation-cumberland")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        (
            "error: operation-cumberland: count-mismatch: The source declares 20 countries, the list holds 19 and is "
            "marked complete. (operations.csv, row 2) -> find the difference; or let the note name both, 20 and 19: "
            "coopmap edit operation-cumberland note=TEXT"
        ),
        "1 operation: 1 error, no warnings, no notes",
    ]
    problems = json.loads(copy.run("check", "--format", "json").stdout)
    assert [one for one in problems if one["severity"] == "error"] == [
        {
            "operation": "operation-cumberland",
            "subject": "",
            "severity": "error",
            "noun": "count-mismatch",
            "sentence": "The source declares 20 countries, the list holds 19 and is marked complete.",
            "mend": "find the difference; or let the note name both, 20 and 19: "
            "coopmap edit operation-cumberland note=TEXT",
            "file": "operations.csv",
            "row": 2,
        }
    ]
    assert copy.run("check", "operation-endgame-2024").exit_code == 0


@pytest.mark.parametrize(
    ("operation", "grave", "code"),
    [
        ("kfor-2017", "error", 0),
        ("kfor-2017", "warning", 1),
        ("operation-endgame-2025", "warning", 0),
        ("operation-endgame-2025", "note", 1),
        ("operation-cumberland", "note", 0),
        ("kfor-2017", "nothing", 0),
    ],
)
def test_the_exit_code_is_the_reviewers_choice(operation: str, grave: str, code: int) -> None:
    result = run("check", operation, "--fail-on", grave, "--data", str(DATA))
    assert result.exit_code == code


def test_nothing_fails_when_nothing_shall(copy: Copy) -> None:
    copy.change("operations.csv", ",19,exact,yes,", ",20,exact,yes,")
    assert copy.run("check", "--fail-on", "nothing").exit_code == 0


def test_records_that_cannot_be_read_end_in_exit_code_2(copy: Copy) -> None:
    copy.change("operations.csv", ",19,exact,yes,", ",nineteen,exact,yes,")
    assert copy.complaint("check") == (
        "coopmap: operations.csv, row 2, column declared_countries: 'nineteen' is no whole number; "
        "digits alone, such as 19, would be right"
    )


def test_github_shows_a_problem_at_its_line_and_nothing_of_a_record_becomes_a_command(copy: Copy) -> None:
    copy.change("operations.csv", "AI-made abuse images.", 'AI-made\nimages: 100 %, ""really"".')
    copy.change("operations.csv", "Raids in many", '"Raids in many')
    copy.change("operations.csv", '""really"".', '""really""."')
    copy.change("participations.csv", "Norway,", '"::error::x%0A\n::warning::Sweden\u202e",')
    lines = copy.run("check", "--format", "github").stdout.splitlines()
    assert all(
        re.match(r"::(error|warning|notice) file=[^ :,]+,line=\d+,title=[\w-]+", line) for line in lines
    )
    assert [line for line in lines if "kfor-2017" in line and "missing-lead" in line] == [
        f"::notice file={copy.folder}/operations.csv,line=52,title=missing-lead%3A kfor-2017::"
        "No country is recorded as lead; the map shows partners only. "
        "Mend: coopmap role kfor-2017 COUNTRY lead"
    ]
    (hidden,) = [line for line in lines if "hidden-characters" in line]
    text = (copy.folder / "participations.csv").read_text("utf-8")
    line = text[: text.index('"::error::x')].count("\n") + 1
    assert f"participations.csv,line={line},title=hidden-characters%3A" in hidden
    assert "%25" in hidden
    assert "\u202e" not in hidden


def test_a_sort_of_problem_can_be_left_out() -> None:
    result = run("check", "--ignore", "count-mismatch", "--ignore", "missing-lead", "--data", str(DATA))
    assert result.stdout.splitlines()[-1].startswith("74 operations: no errors, 2 warnings, ")
    assert (
        "missing-lead" not in run("check", "--notes", "--ignore", "missing-lead", "--data", str(DATA)).stdout
    )


def test_a_noun_that_does_not_exist_is_guessed() -> None:
    for words in (["--ignore", "mising-lead"], ["--explain", "mising-lead"]):
        result = run("check", *words)
        assert result.exit_code == 2
        assert "no problem is called 'mising-lead'; did you mean missing-lead?" in result.stderr


def test_accepted_problems_are_not_told_again(copy: Copy) -> None:
    accepted = copy.folder / "accepted.csv"
    accepted.write_text(
        "noun,operation,subject,why\n"
        "later-than-source,kfor-2017,UKR,seen in another paper\n"
        "missing-lead,,,nobody leads here\n"
        "unborn-country,kfor-2017,,was mended\n",
        encoding="utf-8",
    )
    lines = copy.run("check").stdout.splitlines()
    assert not [line for line in lines if line.startswith("warning: kfor-2017")]
    assert re.fullmatch(r"74 operations: no errors, 4 warnings, [0-9]+ notes, 45 accepted .*", lines[-2])
    assert lines[-1] == f"{accepted}, row 4: unborn-country of kfor-2017 is accepted and no longer there"
    elsewhere = copy.folder.parent / "mine.csv"
    accepted.rename(elsewhere)
    assert "45 accepted" in copy.run("check", "--accepted", str(elsewhere)).stdout
    assert "accepted" not in copy.run("check").stdout


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "noun,operation,subject,why\nmising-lead,,,x\n",
            "accepted.csv, row 2, column noun: 'mising-lead' is no noun; did you mean missing-lead?",
        ),
        (
            "noun,operation,subject,why\nmissing-lead,,,\n",
            "accepted.csv, row 2, column why: the cell is empty; a text would be right",
        ),
        (
            "noun,operation\nmissing-lead,\n",
            "accepted.csv, row 1: the header lacks subject, why; it begins with 'noun, operation', "
            "and noun,operation,subject,why would be right",
        ),
    ],
)
def test_a_list_of_accepted_problems_must_be_sound(copy: Copy, text: str, complaint: str) -> None:
    (copy.folder / "accepted.csv").write_text(text, encoding="utf-8")
    assert copy.complaint("check") == f"coopmap: {complaint}"


def test_every_noun_is_listed_and_explained() -> None:
    lines = run("check", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(nouns())
    assert run("check", "--explain", "missing-lead").stdout == (
        "missing-lead (note): No country led. Often true; the map then shows partners only.\n"
    )


def test_on_a_terminal_problems_stand_under_their_operation() -> None:
    problems = layout.in_order(review_all(read(DATA)))
    kfor = [one for one in problems if one.operation == "kfor-2017"]
    assert list(layout.laid_out(kfor[:1], width=72)) == [
        "\x1b[1mkfor-2017\x1b[0m",
        "  \x1b[33mwarning\x1b[0m later-than-source, \x1b[2mparticipations.csv, row 610\x1b[0m",
        "    Ukraine left (2022); its source appeared before that (2017-02).",
        "    -> coopmap edit kfor-2017 UKR source=ID, the source that says so; or\n"
        "       another date: until=DATE",
        "",
    ]
