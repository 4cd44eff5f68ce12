"""A real headless Chromium for the tests: found on this machine, or installed and said so.

Tests ask for the fixture ``reader`` (``tests/conftest.py``), a person who opens pages with the network off::

    def test_the_map_names_the_lead(reader: Reader) -> None:
        visit = reader.open(path, width=360)
        assert visit.page.locator("h1").inner_text() == "Operation Cumberland"
        assert visit.requests == visit.messages == visit.violations == []
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""What a Chromium is called on PATH."""

QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""Flags that keep the browser from talking to anyone of its own accord."""

SYSTEM = {
    "apt-get": ("apt-get update", "apt-get install -y --no-install-recommends chromium fonts-liberation"),
    "dnf": ("dnf install -y chromium liberation-fonts",),
    "apk": ("apk add chromium font-liberation",),
    "pacman": ("pacman -Sy --noconfirm chromium ttf-liberation",),
    "brew": ("brew install --cask chromium",),
}
"""Package managers, and what each is told."""

PATIENCE = 600
"""Seconds one command of an installation may take."""


class NoBrowserError(Exception):
    """No Chromium here, and none could be installed: one sentence."""


def launch(playwright: Playwright, *, say: Callable[[str], None]) -> Browser:
    """Start Chromium; where there is none, install it and say so, or fail in one sentence."""
    if browser := _start(playwright):
        return browser
    failures = []
    for how, commands in _installers():
        say(f"No Chromium found: installing one with {how} ...")
        failure = _run(commands)
        if browser := _start(playwright):
            say(f"Chromium {browser.version} installed with {how}.")
            return browser
        failures.append(f"{how}: {failure or 'done, yet no browser starts'}")
    raise NoBrowserError(
        "The tests need Chromium: none on PATH, none of Playwright's own, and installing one failed ("
        + "; ".join(failures)
        + "). Install Chromium or Google Chrome and run the tests again.",
    )


def _start(playwright: Playwright) -> Browser | None:
    """Start the first Chromium that can read a file of the temporary folder (a snap, for one, cannot)."""
    for program in _candidates(playwright):
        try:
            browser = playwright.chromium.launch(executable_path=program, args=_flags())
        except Error:
            continue
        if _reads_files(browser):
            return browser
        browser.close()
    return None


def _candidates(playwright: Playwright) -> Iterator[str | None]:
    """Name the programs to try: Playwright's own (``None``: it knows where), then those on PATH."""
    if Path(playwright.chromium.executable_path).exists():
        yield None
    yield from filter(None, map(shutil.which, NAMES))


def _flags() -> list[str]:
    return [*QUIET, "--no-sandbox"] if _root() else [*QUIET]


def _root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _reads_files(browser: Browser) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "probe.html"
        file.write_text("<title>readable</title>", encoding="utf-8")
        page = browser.new_page()
        try:
            page.goto(file.as_uri())
            return page.title() == "readable"
        except Error:
            return False
        finally:
            page.close()


def _installers() -> Iterator[tuple[str, list[list[str]]]]:
    """Name the ways to install a Chromium that make sense here, each with its commands."""
    own = [sys.executable, "-m", "playwright"]
    yield "Playwright's installer", [[*own, "install", "chromium"]]
    sudo = _sudo()
    if sudo is None:
        return
    if _downloaded():
        yield "Playwright's installer of system libraries", [[*own, "install-deps", "chromium"]]
    for manager, lines in SYSTEM.items():
        if shutil.which(manager):
            before = [] if manager == "brew" else sudo
            yield manager, [[*before, *line.split()] for line in lines]


def _downloaded() -> bool:
    """Whether Playwright has a browser that merely fails to start, for want of libraries of the system."""
    listing = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "--list"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return "chromium" in listing.stdout


def _sudo() -> list[str] | None:
    """Say what goes before a system command: nothing (root), ``sudo -n``, or None: it can't be done."""
    if _root() or sys.platform == "darwin":
        return []
    if shutil.which("sudo") and not _run([["sudo", "-n", "true"]]):
        return ["sudo", "-n"]
    return None


def _run(commands: list[list[str]]) -> str:
    """Run commands one after another, asking nobody anything; answer with a failure's last line."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
                env=environment,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return f"no end after {PATIENCE} seconds"
        if done.returncode:
            return _reason(done.stderr or done.stdout) or f"exit code {done.returncode}"
    return ""


def _reason(output: str) -> str:
    """Find the line that says why: the last one that calls itself an error, else the last one."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("Error", "E:"))]
    return (errors or lines or [""])[-1].rstrip(".")
