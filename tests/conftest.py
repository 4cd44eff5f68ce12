"""What every test may ask for: a real browser, a reader who opens pages in it, a real PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from tests.browser.chromium import NoBrowserError, launch
from tests.browser.reader import Reader
from tests.postgres import Postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Headless Chromium, started once; installed where there is none; a failure, never a skip."""

    def say(text: str) -> None:
        capture = pytestconfig.pluginmanager.getplugin("capturemanager")
        terminal = pytestconfig.pluginmanager.getplugin("terminalreporter")
        with capture.global_and_fixture_disabled():
            terminal.ensure_newline()
            terminal.write_line(text, flush=True)

    with sync_playwright() as playwright:
        try:
            chromium = launch(playwright, say=say)
        except NoBrowserError as error:
            pytest.fail(str(error), pytrace=False)
        yield chromium
        chromium.close()


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Reader]:
    """A person who opens pages: ``reader.open(path, width=360, javascript=False) -> Visit``."""
    person = Reader(browser, tmp_path)
    yield person
    person.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of the tests' own, started once; a failure, never a skip."""
    server = Postgres.start()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/desk.db"
    server: Postgres = request.getfixturevalue("postgres")
    return server.database()
