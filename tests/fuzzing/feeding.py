"""Feeds spoilt files to import and check, and says what went wrong."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from coopmap.records import Collection
from coopmap.records.exchange import package_files, place_folder, selection
from tests.copies import DATA, run
from tests.fuzzing.mutations import WAYS, spoilt
from tests.fuzzing.samples import FEW, samples

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from click.testing import Result

SLOW = 20.0
"""Seconds after which a file took too long."""

OPTIONS: tuple[list[str], ...] = (
    [],
    [],
    [],
    ["--name", "Falcon"],
    ["--operation", "mh17-jit"],
    ["--map", "A=country"],
)
"""What people say beside a file."""


@dataclass
class Feeding:
    """What came of feeding files."""

    codes: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How often each command ended with each exit code."""
    faults: list[str] = field(default_factory=list)
    """What went wrong: the seed that shows it again, and what was seen."""
    slowest: float = 0.0
    """Seconds that the slowest file took."""


def feed(folder: Path, *, seed: int, numbers: Sequence[int]) -> Feeding:
    """Feed the files with these numbers, each spoilt by a chance of its own: ``[7]`` shows one again."""
    found = Feeding()
    home = folder / "home"
    files = package_files(selection(Collection.open(DATA), FEW))
    place_folder(home, files, force=True)
    for number in numbers:
        random = Random(f"{seed}:{number}")  # noqa: S311 - chance, not secrecy
        begun = time.monotonic()
        if random.random() < 0.75:
            _import(folder, home, random, found, f"seed {seed}, number {number}")
        else:
            _check(folder, random, found, f"seed {seed}, number {number}")
        took = time.monotonic() - begun
        found.slowest = max(found.slowest, took)
        if took > SLOW:
            found.faults.append(f"seed {seed}, number {number}: took {took:.0f} s")
        if held(home) != {**files}:
            place_folder(home, files, force=True)
    return found


def _import(folder: Path, home: Path, random: Random, found: Feeding, where: str) -> None:
    name = random.choice(sorted(samples()))
    other = f"other.{random.choice(('csv', 'json', 'xlsx'))}"
    file = folder / (name if random.random() < 0.9 else other)
    file.write_bytes(spoilt(samples()[name], random))
    words = ["import", str(file), "--data", str(home)]
    words += random.choice(OPTIONS)
    words += random.choice(([], ["--update"], ["--update"]))
    before = held(home)
    result = run(*words)
    found.codes["import", result.exit_code] += 1
    _judge(result, found, f"{where} ({name})")
    after = held(home)
    if result.exit_code and after != before:
        found.faults.append(f"{where} ({name}): refused, and yet something was written")
    if after != before:
        checked = run("check", "--data", str(home))
        _judge(checked, found, f"{where} ({name}), the check after it")
        if checked.exit_code not in (0, 1):
            found.faults.append(f"{where} ({name}): what was imported cannot be read: {checked.stderr}")
    file.unlink()


def _check(folder: Path, random: Random, found: Feeding, where: str) -> None:
    package = folder / "package"
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir()
    with zipfile.ZipFile(io.BytesIO(samples()["own.zip"])) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    for name in random.sample(sorted(files), random.choice((1, 1, 2))):
        files[name] = random.choice(WAYS)(files[name], random)
    for name, content in files.items():
        (package / name).write_bytes(content)
    result = run("check", "--data", str(package))
    found.codes["check", result.exit_code] += 1
    _judge(result, found, where)


def _judge(result: Result, found: Feeding, where: str) -> None:
    """See to it that a command ended in order."""
    if result.exception and not isinstance(result.exception, SystemExit):
        found.faults.append(f"{where}: {result.exception!r:.300}")
    elif result.exit_code not in (0, 1, 2):
        found.faults.append(f"{where}: exit code {result.exit_code}")
    elif "defect" in result.stderr:
        found.faults.append(f"{where}: {result.stderr.strip():.400}")
    elif result.exit_code == 2 and "\ncoopmap: " not in f"\n{result.stderr}":
        found.faults.append(f"{where}: no complaint, but {result.stderr[-200:]!r}")


def held(folder: Path) -> dict[str, bytes]:
    """Give what a collection's folder holds; what keeps a second writer out is no part of it."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name[0] != "."
    }
