"""What a person gets who installs coopmap: the wheel carries its data and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT, files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("coopmap-*.whl"))


def test_the_wheel_carries_every_file_of_the_package_and_the_collection(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    package = {path.relative_to(ROOT).as_posix() for path in files(under="coopmap")}
    collection = {f"coopmap/collection/{path.name}" for path in files(under="data")}
    assert package | collection <= carried


def test_the_wheel_carries_the_licences_and_nothing_else(wheel: Path) -> None:
    carried = zipfile.ZipFile(wheel).namelist()
    assert {name.rpartition("/")[2] for name in carried if "/licenses/" in name} == {"LICENSE", "LICENSES.md"}
    assert {name.partition("/")[0].split("-")[0] for name in carried} == {"coopmap"}


@pytest.mark.parametrize(
    ("arguments", "sign"),
    [
        (["list"], "Operation Cumberland"),
        (["draw", "operation-cumberland"], "Denmark and 18 partners"),
    ],
    ids=["list", "draw"],
)
def test_an_installed_coopmap_works_from_any_folder(
    wheel: Path,
    tmp_path: Path,
    arguments: list[str],
    sign: str,
) -> None:
    """The wheel's own files run here, not the checkout's: unpacked, and first on the path."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    (tmp_path / "desk").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "coopmap", *arguments],
        cwd=tmp_path / "desk",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sign in done.stdout
