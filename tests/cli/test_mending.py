"""What a review says would mend a problem can be typed as it stands, and then mends it."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coopmap.cli import main
from coopmap.records import Collection, review_all
from tests.copies import run
from tests.records import (
    test_review_counts,
    test_review_dates,
    test_review_figures,
    test_review_names,
    test_review_roles,
    test_review_sources,
)
from tests.records.raids import RAID, collection

if TYPE_CHECKING:
    from pathlib import Path

SPOILT = [
    (change, problem[1], problem[4])
    for tests in (
        test_review_counts,
        test_review_dates,
        test_review_figures,
        test_review_names,
        test_review_roles,
        test_review_sources,
    )
    for change, problems in tests.SPOILT
    for problem in problems
]
"""What is changed in a record without a fault, the noun of a problem that is told, and what would mend it."""

FILLED = {"DATE": "2024-05-20", "COUNTRY": "NOR", "NUMBER": "2", "ADDRESS": "https://example.org/1"}
"""What a reviewer may write for the words in capitals."""

BLANK = re.compile("[A-Z]{4}")
COMMAND = re.compile(r"coopmap ([a-z]+) ([^,;]*)")


@pytest.mark.parametrize("mend", sorted({mend for _, _, mend in SPOILT if "coopmap " in mend}))
def test_a_command_can_be_typed_as_it_stands(mend: str) -> None:
    for name, words in COMMAND.findall(mend):
        command = main.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        filled = re.sub("|".join(FILLED), lambda match: FILLED[match[0]], words)
        with command.make_context(name, shlex.split(filled)):
            pass


@pytest.mark.parametrize(
    ("change", "noun", "mend"),
    [
        one
        for one in SPOILT
        if COMMAND.fullmatch(one[2].split(", or")[0]) and not re.search("[A-Z]{4}", one[2])
    ],
)
def test_the_command_mends_it(tmp_path: Path, change: dict[str, Any], noun: str, mend: str) -> None:
    spoilt = replace(RAID, **change)
    before = collection(tmp_path, spoilt, sources=spoilt.sources)
    assert noun in {one.noun for one in review_all(before)}
    words = shlex.split(mend.split(", or", maxsplit=1)[0])[1:]
    result = run(*words, "--data", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert noun not in {one.noun for one in review_all(Collection.open(tmp_path))}
