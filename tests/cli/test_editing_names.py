"""Names of countries, as they are typed at the commands that change a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopmap.records import read
from tests.copies import Copy

if TYPE_CHECKING:
    from pathlib import Path

OP = "operation-cumberland"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


def test_a_refused_name_is_told_with_what_would_have_been_right(copy: Copy) -> None:
    before = {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()}
    line = copy.complaint("add", "--name", "X", "--kind", "other", "--partners", "Denmark, Congo and Bavaria")
    assert "'Congo'" in line
    assert "; COD or COG would be right; " in line
    assert "'Bavaria'" in line
    assert {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()} == before


def test_a_mended_misspelling_is_reported_and_what_was_written_is_kept(copy: Copy) -> None:
    result = copy.run("join", OP, "Estonai")
    assert result.stdout == "Estonia was added to Operation Cumberland as a partner.\n"
    assert result.stderr == "Note: 'Estonai' was read as Estonia.\n"
    (row,) = [one for one in read(copy.folder)[OP].participations if one.country == "EST"]
    assert row.as_written == "Estonai"
