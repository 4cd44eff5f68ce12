"""The benchmarks start, count as documented, and compare like with like; they are run by hand."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.paint import bare
from tests.benchmarks.result import Result, table
from tests.checkout import ROOT


def test_the_benchmarks_start_and_say_what_they_measure() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "first contentful paint against the bare picture" in " ".join(done.stdout.split())


def test_an_unknown_part_is_named() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "wait"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "no part wait; there are weight, paint, draw, " in done.stderr


def test_the_table_says_what_passes_and_what_misses() -> None:
    results = [
        Result(bar="page", values=[84.2], unit="KB", most=100),
        Result(bar="paint", values=[250, 240, 300], unit="ms", against=[100, 110, 90], most=1.25),
        Result(bar="each", values=[10, 60, 20], unit="ms", most=50, judged="worst"),
        Result(bar="raw", values=[250], unit="KB"),
    ]
    assert table(results).splitlines() == [
        "bar                  median (min..max)  peer              ratio  at most  verdict",
        "page                 84.2 KB                                     100 KB   pass",
        "paint                250 (240..300) ms  100 (90..110) ms  2.50   1.25x    MISS",
        "each (worst counts)  20 (10..60) ms                              50 ms    MISS",
        "raw                  250 KB",
    ]


def test_the_bare_picture_keeps_the_map_and_the_styles_alone() -> None:
    page = (
        "<html><style>a{}</style><h1>T</h1><svg><g/></svg><svg><path/><path/></svg><script>x</script></html>"
    )
    assert bare(page).endswith("<style>a{}</style><svg><path/><path/></svg></html>")
