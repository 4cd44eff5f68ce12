"""Whatever happens in the middle of a change, the collection is what it was before, or what it is after."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from coopmap.errors import CoopmapError
from coopmap.records import read
from coopmap.records.package.journal import JOURNAL
from coopmap.records.package.lock import LOCK
from tests.benchmarks.kills import kill_at_random
from tests.benchmarks.writers import write_together
from tests.records.small import faults, leftovers, new_operation, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STEPS = ("open", "write", "fsync", "replace", "unlink", "chmod")
"""What a change asks the system for."""

KILLED = 9


@contextmanager
def interrupted(happens: Callable[[int], None], *, afterwards: bool = False) -> Iterator[list[int]]:
    """Let something happen at each step, before it is done or afterwards; give how many steps there were."""
    count = [0]
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            real = getattr(os, name)

            def step(*args: Any, _real: Callable[..., Any] = real, **more: Any) -> Any:
                count[0] += 1
                if not afterwards:
                    happens(count[0])
                done = _real(*args, **more)
                if afterwards:
                    happens(count[0])
                return done

            patch.setattr(os, name, step)
        yield count


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def steps_of_a_change(folder: Path) -> int:
    collection = read(small(folder))
    with interrupted(lambda _: None) as count:
        collection.apply(new_operation("new"))
    return count[0]


@pytest.mark.parametrize("afterwards", [False, True])
def test_a_crash_at_any_step_leaves_the_old_or_the_new(tmp_path: Path, *, afterwards: bool) -> None:
    seen = set()
    total = steps_of_a_change(tmp_path / "whole")
    assert total > 20
    for step in range(1, total + 1):
        folder = small(tmp_path / str(step))

        def crash(number: int, step: int = step) -> None:
            if number == step:
                os._exit(KILLED)

        child = os.fork()
        if not child:
            with interrupted(crash, afterwards=afterwards):
                read(folder).apply(new_operation("new"))
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
        there = "new" in read(folder)
        seen.add(there)
        assert faults(folder) == []
        assert list(read(folder)) == ["first", "last", *(["new"] if there else [])]
        read(folder).apply(new_operation("newer"))
        assert list(read(folder)) == ["first", "last", *(["new"] if there else []), "newer"]
        assert faults(folder) == []
        assert leftovers(folder) == []
    assert seen == {False, True}


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from-then-on"])
def test_a_full_disk_at_any_step_is_one_line_and_no_harm(tmp_path: Path, *, lasting: bool) -> None:
    outcomes = set()
    for step in range(1, steps_of_a_change(tmp_path / "whole") + 1):
        folder = small(tmp_path / str(step))
        before = contents(folder)

        def refuse(number: int, step: int = step) -> None:
            if number == step or (lasting and number > step):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        said = ""
        with interrupted(refuse):
            try:
                read(folder).apply(new_operation("new"))
            except CoopmapError as error:
                said = str(error)
        assert "\n" not in said
        assert faults(folder) == []
        if said.endswith("nothing was changed"):
            assert "No space left on device" in said
            assert {**before, **contents(folder)} == {**contents(folder), **before}
            assert "new" not in read(folder)
        else:
            assert said == "" or said.startswith("the change is kept, but ")
            assert "new" in read(folder)
        assert (
            lasting or said.startswith("the change is kept") or leftovers(folder) in ([], [JOURNAL], [LOCK])
        )
        read(folder).apply(new_operation("newer"))
        assert leftovers(folder) == []
        outcomes.add(said.rpartition("; ")[2])
    assert "nothing was changed" in outcomes
    assert "" in outcomes


def test_a_change_that_is_made_is_read_before_its_files_have_moved(tmp_path: Path) -> None:
    folder = small(tmp_path / "small")
    before = contents(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", stops_at_tables(os.replace))
        with pytest.raises(CoopmapError) as error:
            read(folder).apply(new_operation("new"))
    assert str(error.value) == (
        f"the change is kept, but {folder}/operations.csv cannot be replaced yet (Permission denied); "
        "close what holds it, and the next change sees to it"
    )
    assert {name: text for name, text in contents(folder).items() if name in before} == before
    assert list(read(folder)) == ["first", "last", "new"]
    assert len(read(folder)["new"].participations) == 3
    assert faults(folder) == []
    read(folder).apply(new_operation("newer"))
    assert list(read(folder)) == ["first", "last", "new", "newer"]
    assert leftovers(folder) == []


def stops_at_tables(real: Callable[..., None]) -> Callable[..., None]:
    """Move files, but no table."""

    def replace(source: Path, target: Path) -> None:
        if str(target).endswith(".csv"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        real(source, target)

    return replace


def test_killed_at_random_moments_nothing_is_lost(tmp_path: Path) -> None:
    assert kill_at_random(small(tmp_path / "small"), times=15, chance=7) == []


def test_writers_at_the_same_time_all_get_their_turn(tmp_path: Path) -> None:
    folder = small(tmp_path / "small")
    assert write_together(folder, writers=4, each=5) == []
    assert len(read(folder)) == 2 + 20
    assert leftovers(folder) == []


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"id": "0123456789abcdef", "files": ["../x"]}', '{"id": 1, "files": []}', "[" * 99999],
    ids=["empty", "nothing", "outside", "numbers", "deep"],
)
def test_a_journal_that_is_none_of_ours_moves_nothing(tmp_path: Path, text: str) -> None:
    folder = small(tmp_path / "small")
    (folder / JOURNAL).write_text(text, encoding="utf-8")
    before = contents(folder)
    with pytest.raises(CoopmapError, match=r"\.coopmap-commit is no journal of coopmap"):
        read(folder)
    with pytest.raises(CoopmapError, match=r"\.coopmap-commit is no journal of coopmap"):
        read(tmp_path / "small")["first"]
    assert contents(folder) == before
