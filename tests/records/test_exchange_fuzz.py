"""Spoilt files do no harm; ``python -m tests.benchmarks fuzz`` feeds 20,000 of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzzing.feeding import feed

if TYPE_CHECKING:
    from pathlib import Path


def test_three_hundred_spoilt_files_cause_no_traceback_and_leave_nothing_half_written(tmp_path: Path) -> None:
    found = feed(tmp_path, seed=300, numbers=range(300))
    assert found.faults == []
    assert sum(found.codes.values()) == 300
