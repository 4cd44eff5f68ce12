"""The contact sheet: every sheet of the gallery as a reader sees it, side by side on one picture."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tests.browser.reader import Reader
from tests.gallery.sheets import NAMES, html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page

SHEET = Path(__file__).parent / "contact.html"
"""How the pictures are laid out."""


def contact(file: Path, *, width: int = 1000, names: tuple[str, ...] = NAMES, columns: int = 4) -> None:
    """Photograph pages in a column of ``width`` pixels and lay them out on one picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright, say=print)
        shots = [(name, _shot(browser, Path(folder), name, width)) for name in names]
        page = browser.new_page(viewport={"width": columns * 500, "height": 800})
        page.goto(SHEET.as_uri())
        page.evaluate(
            "([columns, shots]) => layOut(columns, shots)", [columns, [list(shot) for shot in shots]]
        )
        page.wait_for_function("[...document.images].every((image) => image.complete)")
        page.screenshot(path=file, full_page=True)
        browser.close()


def photograph(browser: Browser, folder: Path, name: str, *, width: int) -> bytes:
    """Photograph one page from its title down to its summary."""
    reader = Reader(browser, folder)
    page = reader.open(html(name), width=width, height=1000).page
    page.wait_for_timeout(150)
    picture = page.screenshot(full_page=True, clip=_upper_part(page))
    reader.close()
    return picture


def _shot(browser: Browser, folder: Path, name: str, width: int) -> str:
    return (
        "data:image/png;base64," + base64.b64encode(photograph(browser, folder, name, width=width)).decode()
    )


def _upper_part(page: Page) -> FloatRect:
    end = page.locator(".coopmap-summary").bounding_box()
    size = page.viewport_size
    assert end
    assert size
    return {"x": 0, "y": 0, "width": size["width"], "height": end["y"] + end["height"] + 12}
