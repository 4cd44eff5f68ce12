"""What a command that changes a collection cannot do is told in one line, and nothing is written."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT
from tests.copies import DATA, Copy

if TYPE_CHECKING:
    from pathlib import Path

OP = "operation-cumberland"
HEISE = "heise-online-2025-02-28"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["join", "operation-cumberlan", "Estonia"],
            "no operation 'operation-cumberlan' in FOLDER; did you mean operation-cumberland?",
        ),
        (
            ["join", OP, "Denmark"],
            "Denmark takes part in Operation Cumberland already, as lead; 'coopmap edit operation-cumberland DNK role=partner' changes that",
        ),
        (
            ["join", OP, "Estonia", "--source", "heise-online-2025-02-29"],
            "no source 'heise-online-2025-02-29' in FOLDER; did you mean heise-online-2025-02-28?",
        ),
        (
            ["join", OP, "Estonia", "--source", "https://example.org/"],
            "no source with the address 'https://example.org/' is recorded; --source-publisher and --source-url would add it",
        ),
        (
            ["leave", OP, "Belgium", "--date", "tomorrow"],
            "until: 'tomorrow' is no date; a day, month or year that exists, such as 2025-02-28, 2025-02 or 2025, would be right",
        ),
        (["role", OP, "Denmark", "leader"], "role: 'leader' is no role; did you mean lead?"),
        (
            ["role", OP, "Estonia", "lead"],
            "Estonia takes no part in Operation Cumberland; 'coopmap join operation-cumberland EST' records that it does",
        ),
        (["edit", OP, "nd=2025"], "'nd' is no column of operations; did you mean end?"),
        (
            ["edit", OP, "Denmark", "source=nowhere"],
            "no source 'nowhere' in FOLDER; 'coopmap source new' adds one",
        ),
        (["edit", OP, "Denmark"], "what is to change? COLUMN=VALUE would be right, such as end=2025-03-01"),
        (["edit", OP, "end=2025", "end=2026"], "end is given twice; once would be right"),
        (["remove", OP], "25 rows would go, and nobody can be asked; --yes removes without asking"),
        (["remove", OP, "Belgium"], "1 row would go, and nobody can be asked; --yes removes without asking"),
        (
            ["remove", OP, "Belgium", "--with-sources"],
            "--with-sources goes with a whole operation; leave it away for one row",
        ),
        (
            ["outcome", OP, "arrests", "1.250"],
            "value: '1.250' may mean 1250 or 1.25; one of the two would be right",
        ),
        (
            ["outcome", OP, "arrests", "27", "--remove"],
            "--remove takes a figure away: only its measure and its source go with it",
        ),
        (
            ["source", HEISE, "--remove"],
            f"{HEISE} cannot go: operation-cumberland names it for Australia and 22 more; name another source there first",
        ),
        (["source", HEISE], "what is to change? an option would be right, such as --published 2025-03-04"),
        (
            ["source", HEISE, "--country", "Denmark"],
            "--country goes with --attach, which names the operation",
        ),
        (
            ["add", "Operation", "X", "--name", "Y", "--kind", "other"],
            "the name is given twice, as 'Operation X' and as --name; once would be right",
        ),
        (
            ["add", "--name", "X", "--kind", "nval"],
            "kind: 'nval' is no kind; did you mean naval?",
        ),
        (
            ["add", "--name", "X", "--kind", "other", "--lead", "Denmark", "--partners", "Denmark"],
            "Denmark is named as lead and as partner; one role would be right, or --higher-role-wins",
        ),
        (
            ["add", "--name", "X", "--kind", "other", "--organisation", "Europol: cordinator"],
            "role: 'cordinator' is no role; did you mean coordinator?",
        ),
        (
            ["add", "--name", "X", "--kind", "other", "--declared-qualifier", "exact"],
            "--declared-qualifier goes with --declared, the number of countries",
        ),
        (
            ["add", "--kind", "other", "--lead", "Denmark"],
            "the name is missing; an id such as operation-cumberland would be right",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_is_told_in_one_line_and_writes_nothing(
    copy: Copy, words: list[str], line: str
) -> None:
    before = copy.contents()
    assert copy.complaint(*words) == f"coopmap: {line}"
    if "nobody can be asked" not in line:
        assert copy.complaint(*words, "--dry-run") == f"coopmap: {line}"
    assert copy.contents() == before


def test_the_collection_that_ships_is_not_edited_unawares(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "coopmap", "join", OP, "Estonia", "--dry-run"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("COOPMAP_DATA", None)
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 2
    assert done.stderr == (
        "coopmap: the collection that ships with coopmap is not for editing; 'coopmap new DIR' starts one of your own, "
        f"'coopmap copy {DATA} DIR' copies this one, and --data DIR names it\n"
    )
