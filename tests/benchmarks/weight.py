"""How heavy the pages are, and whether a reader with the network off notices anything behind their back."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.pages import CUMBERLAND, WORLDWIDE, pages
from tests.benchmarks.result import Result
from tests.browser.chromium import launch
from tests.browser.reader import Reader, Visit

MOST = 100
"""KB of 1000 bytes, gzip -9, everything inside: the page of 19 countries."""

MOST_OF_ALL = 140
"""KB: the page of 58 countries all over the world, and every other page."""


def measure(_: int) -> list[Result]:
    """Weigh every page and open every page; nothing here is a matter of chance, so once is enough."""
    raw = {operation: len(html.encode()) / 1000 for operation, html in pages().items()}
    packed = {operation: len(gzip.compress(html.encode(), 9)) / 1000 for operation, html in pages().items()}
    return [
        Result(bar="Cumberland page, gzip -9", values=[packed[CUMBERLAND]], unit="KB", most=MOST),
        Result(bar="Cumberland page, raw", values=[raw[CUMBERLAND]], unit="KB"),
        Result(bar="58 countries, gzip -9", values=[packed[WORLDWIDE]], unit="KB", most=MOST_OF_ALL),
        Result(
            bar=f"all {len(raw)} pages, gzip -9",
            values=[*packed.values()],
            unit="KB",
            most=MOST_OF_ALL,
            judged="worst",
        ),
        Result(bar=f"all {len(raw)} pages, raw", values=[*raw.values()], unit="KB"),
        *_noise(),
    ]


def _noise() -> list[Result]:
    visits = _visits()
    heard = {
        "requests with the network off": [len(visit.requests) for visit in visits],
        "violations of the Content-Security-Policy": [len(visit.violations) for visit in visits],
        "console messages and script errors": [len(visit.messages) for visit in visits],
    }
    return [
        Result(bar=f"{what}, all pages", values=counts, unit="a page", most=0, judged="worst")
        for what, counts in heard.items()
    ]


def _visits() -> list[Visit]:
    visits = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright, say=print)
        for html in pages().values():
            reader = Reader(browser, Path(folder))
            visits.append(reader.open(html))
            visits[-1].page.wait_for_timeout(100)
            reader.close()
        browser.close()
    return visits
