"""``coopmap add`` on a terminal asks for what is missing, and asks again after a bad answer."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from coopmap.cli import main
from coopmap.records import read
from tests.copies import Copy

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    for module in ("add", "remove"):
        monkeypatch.setattr(f"coopmap.cli.{module}.at_terminal", lambda: True)
    return Copy.made_in(tmp_path)


def answered(copy: Copy, *words: str, answers: str) -> Result:
    """Run a command and answer its questions."""
    return CliRunner().invoke(main, [*words, "--data", str(copy.folder)], input=answers, prog_name="coopmap")


GOOD = [
    "Operation Baltic Shield",
    "naval",
    "2025-03",
    "",
    "Estonia: Navy",
    "Latvia, Lithuania and Poland",
    "",
    "ERR",
    "https://err.ee/1",
    "2025-03-04",
    "y",
]


def test_the_questions_record_an_operation(copy: Copy) -> None:
    result = answered(copy, "add", answers="\n".join(GOOD) + "\n")
    assert result.exit_code == 0, result.output
    assert result.stdout == "Written.\n"
    assert (
        "Operation Baltic Shield was added, with Estonia as lead and Latvia, Lithuania and Poland as partners; the source err-2025-03-04 was added (ERR, 2025-03-04).\n"
        in result.stderr
    )
    one = read(copy.folder)["operation-baltic-shield"]
    assert [each.country for each in one.participations] == ["EST", "LVA", "LTU", "POL"]
    assert {each.source for each in one.participations} == {"err-2025-03-04"}


@pytest.mark.parametrize(
    ("place", "bad", "reason"),
    [
        (0, "", "name is missing; a text would be right"),
        (1, "nval", "kind: 'nval' is no kind; did you mean naval?"),
        (
            2,
            "March",
            "start: 'March' is no date; a day, month or year that exists, such as 2025-02-28, 2025-02 or 2025, would be right",
        ),
        (
            5,
            "Estonia, Latvia",
            "Estonia is named as lead and as partner; one role would be right, or --higher-role-wins",
        ),
        (
            8,
            "err.ee",
            "url: 'err.ee' is no web address; one that begins with https:// or http:// would be right",
        ),
    ],
)
def test_a_bad_answer_is_asked_again(copy: Copy, place: int, bad: str, reason: str) -> None:
    answers = [*GOOD[:place], bad, *GOOD[place:]]
    result = answered(copy, "add", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert f"Error: {reason}\n" in result.stderr
    assert "operation-baltic-shield" in read(copy.folder)


def test_an_answer_given_as_an_option_is_not_asked(copy: Copy) -> None:
    words = ["add", "--name", "X", "--kind", "other", "--source-publisher", "ERR", "--start", "2025"]
    result = answered(copy, *words, answers="\nDenmark\n\n\ny\n")
    assert result.exit_code == 0, result.output
    assert "Name" not in result.stderr
    assert [each.country for each in read(copy.folder)["x"].leads] == ["DNK"]


def test_options_that_say_enough_ask_nothing(copy: Copy) -> None:
    result = answered(copy, "add", "--name", "X", "--kind", "other", "--lead", "Denmark", answers="")
    assert (result.exit_code, result.stdout) == (0, "X was added, with Denmark as lead.\n")
    result = answered(copy, "add", "--name", "Y", "--kind", "other", "--no-input", answers="")
    assert (result.exit_code, result.stdout) == (0, "Y was added.\n")


@pytest.mark.parametrize("answered_so_far", range(len(GOOD)))
def test_whoever_stops_leaves_nothing_behind(copy: Copy, answered_so_far: int) -> None:
    before = {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()}
    answers = "".join(f"{line}\n" for line in GOOD[:answered_so_far])
    result = answered(copy, "add", answers=answers)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Aborted!" in result.stderr
    assert {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()} == before


def test_whoever_says_no_changes_nothing(copy: Copy) -> None:
    before = {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()}
    result = answered(copy, "add", answers="\n".join([*GOOD[:-1], "n"]) + "\n")
    assert (result.exit_code, result.stdout) == (0, "Nothing was written.\n")
    result = answered(copy, "remove", "operation-cumberland", answers="n\n")
    assert (result.exit_code, result.stdout) == (0, "Nothing changes.\n")
    assert (
        "To be recorded: Operation Cumberland was removed, with 19 countries, 1 organisation and 4 figures. That takes 25 rows away. Go on? [y/N]:"
        in result.stderr
    )
    assert {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()} == before
    assert answered(copy, "remove", "operation-cumberland", answers="y\n").exit_code == 0
    assert "operation-cumberland" not in read(copy.folder)
