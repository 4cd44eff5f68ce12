"""``coopmap name`` as a person or a program types it."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.checkout import ROOT
from tests.copies import run


def piped(data: bytes, *words: str) -> bytes:
    """Send lines to the command, as a process of its own."""
    command = [sys.executable, "-m", "coopmap", "name", *words]
    done = subprocess.run(command, input=data, capture_output=True, check=True, cwd=ROOT)
    assert done.stderr == b""
    return done.stdout


def test_help_gives_an_example() -> None:
    assert "Examples: coopmap name Danmark UK" in run("name", "--help").stdout


def test_a_line_for_each_name_and_an_empty_one_for_a_refusal() -> None:
    assert run("name", "Danmark", "UK", "Congo", "Korea, Republic of").stdout == "DNK\nGBR\n\nKOR\n"


def test_lines_come_in_and_as_many_go_out_whatever_is_in_them() -> None:
    data = b"\xef\xbb\xbfDenmark\n\nFrance\r\n\xff\xfe\x00\x01\n" + b"x" * 1_000_000 + b"\nSverige"
    assert piped(data) == b"DNK\n\nFRA\n\n\nSWE\n"
    assert piped(b"") == b""


def test_it_explains() -> None:
    assert run(
        "name", "--explain", "Danmark", "Denmrk", "Swaziland", "Congo", "Zamba\x1b[2J"
    ).stdout.splitlines() == [
        "DNK  'Danmark'  Denmark",
        "DNK  'Denmrk'  Denmark: corrected from 'Denmrk' to 'denmark'",
        "SWZ  'Swaziland'  Eswatini: Swaziland is called Eswatini since 2018",
        (
            "-    'Congo'  refused: several countries are called so: "
            "Democratic Republic of the Congo (COD) or Republic of the Congo (COG)"
        ),
        "-    'Zamba\\x1b[2J'  refused: no country is known by this name",
    ]
    assert "did you mean" in run("name", "--explain", "Zamba").stdout


def test_programs_read_json_lines_and_csv() -> None:
    first, second = map(json.loads, run("name", "--format", "json", "Korea", "Denmrk").stdout.splitlines())
    assert (first["code"], first["candidates"]) == (None, ["KOR", "PRK"])
    assert (second["code"], second["corrected"]) == ("DNK", True)
    assert run("name", "--format", "csv", "Peru").stdout == (
        "name,code,country,corrected,candidates,reason\nPeru,PER,Peru,no,,\n"
    )


def test_a_wrong_option_is_one_line() -> None:
    result = run("name", "--format", "xml", "Peru")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
