"""What was changed is told afterwards: by the log, and by the difference of two versions."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.copies import DATA, Copy, run

if TYPE_CHECKING:
    from pathlib import Path

OP = "operation-cumberland"
HEISE = "heise-online-2025-02-28"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


def test_the_log_tells_what_was_done_by_whom_and_why(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copy.run("log").stdout == "No change is recorded.\n"
    monkeypatch.setenv("COOPMAP_EDITOR", "Ana Kask")
    copy.run("join", OP, "Estonia", "--date", "2025-03-04", "--reason", "press release of 4 March")
    monkeypatch.delenv("COOPMAP_EDITOR")
    copy.run("edit", OP, "id=cumberland")
    lines = copy.run("log", "cumberland").stdout.splitlines()
    assert [line.partition("Z  ")[2] for line in lines] == [
        "Ana Kask: Estonia joined Operation Cumberland as partner on 2025-03-04. (press release of 4 March)",
        "Operation Cumberland: the id was corrected from operation-cumberland to cumberland.",
    ]
    entries = json.loads(copy.run("log", "--format", "json").stdout)
    assert [(one["editor"], one["reason"]) for one in entries] == [
        ("Ana Kask", "press release of 4 March"),
        ("", ""),
    ]
    assert entries[0]["changes"][0]["key"] == [OP, "EST"]
    assert copy.complaint("log", "operation-endgam-2024") == (
        "coopmap: no operation 'operation-endgam-2024' in FOLDER; did you mean operation-endgame-2024?"
    )


def test_the_difference_is_a_correction_note(copy: Copy) -> None:
    copy.run("join", OP, "Estonia")
    copy.run("outcome", OP, "arrests", "27")
    copy.run("role", OP, "Denmark", "co-lead")
    result = run("diff", str(DATA), str(copy.folder), OP)
    assert (result.exit_code, result.stdout) == (
        1,
        "Operation Cumberland: Denmark is now co-lead, not lead; Estonia was added as a partner; the number of arrests was corrected from 25 to 27.\n",
    )
    (told,) = json.loads(run("diff", str(DATA), str(copy.folder), "--format", "json").stdout)
    assert told["operation"] == OP
    assert [one["table"] for one in told["changes"]] == ["participations", "participations", "outcomes"]
    same = run("diff", str(DATA), str(copy.folder), "operation-cronos")
    assert (same.exit_code, same.stdout) == (0, "No difference.\n")
    nowhere = run("diff", str(DATA), str(copy.folder / "nowhere"))
    assert nowhere.exit_code == 2
    assert nowhere.stderr.count("\n") == 1
