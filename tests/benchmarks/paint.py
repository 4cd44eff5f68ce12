"""When the first map pixels appear, against the bare picture alone, on a machine slowed down four times.

The bare picture is the page's own SVG with the page's own styles in an otherwise empty HTML file, so that
both go through the same parser and the same styles: what the ratio shows is the cost of everything else
(words, table, Leaflet, our scripts). Both are opened from disk, in fresh contexts, in turns.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.benchmarks.pages import CUMBERLAND, pages
from tests.benchmarks.result import Result
from tests.browser.chromium import launch
from tests.browser.reader import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST = 1.25
"""Our first contentful paint over that of the bare picture."""

SLOWER = 4
"""How many times slower the processor is made."""

WARM_UPS = 2
"""Rounds that do not count."""

COUNTRIES = 19

FIRST_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  const paint = list.getEntriesByName("first-contentful-paint")[0]; if (paint) done(paint.startTime);
}).observe({ type: "paint", buffered: true }))"""


def measure(runs: int) -> list[Result]:
    """Time both pages in turns, and look at the page with JavaScript off."""
    page = pages()[CUMBERLAND]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright, say=print)
        files = [
            _written(Path(folder) / "whole.html", page),
            _written(Path(folder) / "bare.html", bare(page)),
        ]
        rounds = [[_first_paint(browser, file) for file in files] for _ in range(runs + WARM_UPS)]
        missing = _missing_without_javascript(Reader(browser, Path(folder)), files[0])
        browser.close()
    whole, picture = (list(column) for column in zip(*rounds[WARM_UPS:], strict=True))
    return [
        Result(
            bar="first contentful paint, CPU 4x slower", values=whole, unit="ms", against=picture, most=MOST
        ),
        Result(bar="missing without JavaScript", values=[missing], unit="parts", most=0),
    ]


def bare(page: str) -> str:
    """Take the picture and the styles out of the page, and nothing else."""
    picture = max(re.findall(r"<svg\b.*?</svg>", page, re.DOTALL), key=len)
    styles = "".join(re.findall(r"<style\b.*?</style>", page, re.DOTALL))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>picture</title>{styles}{picture}</html>'
    )


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def _first_paint(browser: Browser, file: Path) -> float:
    context = browser.new_context(viewport={"width": 1000, "height": 800}, offline=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(file.as_uri(), wait_until="load")
    time = float(page.evaluate(FIRST_PAINT))
    context.close()
    return time


def _missing_without_javascript(reader: Reader, file: Path) -> int:
    """Count what a reader without scripts misses: the map as wide as with scripts, and a row a country."""
    boxes = []
    for javascript in (True, False):
        page = reader.open(file, javascript=javascript).page
        boxes.append(page.locator("svg").first.bounding_box())
        rows = [row for row in page.locator("table tbody tr").all() if row.is_visible()]
    reader.close()
    with_scripts, without = boxes
    same = bool(with_scripts and without and abs(with_scripts["width"] - without["width"]) <= 1)
    return (not same) + abs(COUNTRIES - len(rows))
