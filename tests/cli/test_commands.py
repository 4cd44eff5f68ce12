"""The commands as a person types them."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from coopmap.cli import COMMANDS, main
from tests.checkout import ROOT
from tests.copies import DATA, Copy, run

if TYPE_CHECKING:
    from pathlib import Path

OURS = tuple(COMMANDS)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


def process(*words: str, **extra: object) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own."""
    command = [sys.executable, "-m", "coopmap", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, **extra)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([name, "--help"] for name in OURS)])
def test_help_is_one_word_away_and_gives_an_example(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert "Example: coopmap " in result.stdout or "Examples: coopmap " in result.stdout


def test_the_list_of_commands_says_what_each_command_says() -> None:
    for name in OURS:
        command = main.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        assert command.get_short_help_str(limit=200) == COMMANDS[name][1]


@pytest.mark.parametrize("words", [["--help"], ["list"], ["show", "operation-cumberland"], ["check"]])
def test_nothing_heavy_is_loaded(words: list[str]) -> None:
    script = (
        "import sys\n"
        "from coopmap.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "heavy = {'pandas', 'numpy', 'geopandas', 'shapely', 'folium', 'branca', 'jinja2', 'sqlalchemy'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr == "[]\n"


def test_the_list_names_every_operation() -> None:
    lines = run("list", "--data", str(DATA)).stdout.splitlines()
    assert len(lines) == 75
    assert lines[0].split() == ["ID", "DATES", "KIND", "COUNTRIES", "LED", "BY", "NAME"]
    assert lines[1].split() == (
        ["operation-cumberland", "2025-02-26", "law-enforcement", "19", "Denmark", "Operation", "Cumberland"]
    )


def test_the_list_can_be_cut_to_a_kind_and_read_by_programs() -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(run("list", "--data", str(DATA), "--kind", "naval", "--format", "csv").stdout)
        )
    )
    assert len(rows) == 8
    assert rows[1] == {
        "id": "eunavfor-aspides",
        "kind": "naval",
        "start": "2024-02-19",
        "end": "",
        "announced": "2024-02-19",
        "countries": "6",
        "leads": "GRC",
        "name": "EUNAVFOR Aspides",
    }
    listed = json.loads(run("list", "--data", str(DATA), "--format", "json").stdout)
    assert len(listed) == 74
    assert listed[1]["leads"] == ["FRA", "DEU", "NLD"]


def test_a_record_reads_like_a_page() -> None:
    text = run("show", "operation-cumberland", "--data", str(DATA)).stdout
    assert text.startswith(
        "Operation Cumberland\n\n"
        "Raids in many countries on customers of a site selling AI-made abuse images.\n\n"
        "Id         operation-cumberland\n"
        "Kind       law-enforcement\n"
        "Began      2025-02-26\n"
        "Announced  2025-02-28\n"
        "Declared   19 countries; the list below is complete\n\n"
        "Countries (19)\n"
        "  Denmark                 DNK  lead     Danish investigators lead; main suspect is Danish\n"
        "  Australia               AUS  partner\n"
    )
    assert "\nOrganisations\n  Europol  coordinator\n" in text
    assert "  25     arrests                2025-02-28  heise-online-2025-02-28\n" in text
    assert "https://heise.de/-10300332" in text


def test_a_record_as_json_has_every_value() -> None:
    record = json.loads(run("show", "operation-cumberland", "--format", "json", "--data", str(DATA)).stdout)
    assert len(record["participations"]) == 19
    assert record["declared_countries"] == 19
    assert record["sources"][0]["url"] == "https://heise.de/-10300332"


@pytest.mark.parametrize("command", ["show", "check"])
def test_an_unknown_operation_is_guessed(copy: Copy, command: str) -> None:
    assert copy.complaint(command, "operation-cumberlan") == (
        "coopmap: no operation 'operation-cumberlan' in FOLDER; did you mean operation-cumberland?"
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--bogus"], "coopmap: No such option '--bogus'; 'coopmap --help' says what would be right"),
        (["drew"], "coopmap: No such command 'drew'; 'coopmap --help' says what would be right"),
        (["show"], "coopmap: Missing argument 'ID'; 'coopmap show --help' says what would be right"),
        (
            ["check", "--format", "xml"],
            (
                "coopmap: Invalid value for '--format': 'xml' is not one of 'text', 'json', 'github'; "
                "'coopmap check --help' says what would be right"
            ),
        ),
    ],
)
def test_a_wrong_word_is_told_in_one_line(words: list[str], line: str) -> None:
    done = process(*words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{line}\n")


def test_a_record_cannot_steer_the_terminal(copy: Copy) -> None:
    copy.change("operations.csv", "Raids in many", "Raids \x1b[2J in many")
    assert "Raids ?[2J in many" in copy.run("show", "operation-cumberland").stdout
    copy.change("participations.csv", ",DNK,lead,", ",\x1b[2J,lead,")
    assert "'\\x1b[2J' is no country code" in copy.complaint("show", "operation-cumberland")


def test_a_terminal_that_knows_few_letters_is_served() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = process("show", "iss-partnership", "--data", "data", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "JAXA. ISS?????????????????. https://" in done.stdout
    written = process(
        "show",
        "iss-partnership",
        "--format",
        "json",
        "--data",
        "data",
        env={**environment, "PYTHONUTF8": "0"},
    )
    assert written.returncode == 0


def test_a_reader_who_stops_reading_hears_nothing() -> None:
    command = f"{sys.executable} -m coopmap check --notes --data data | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""


def test_control_c_is_quiet() -> None:
    script = (
        "import sys, time, coopmap.records as r\n"
        "from coopmap.cli import main\n"
        "r.read = lambda data: (print('ready', flush=True), time.sleep(30))\n"
        "main(['list'])"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate(timeout=20)
    assert (running.returncode, complaint) == (130, "")


def test_a_file_that_may_not_be_read_is_named(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, *_mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert copy.complaint() == "coopmap: datapackage.json cannot be read: Permission denied"
