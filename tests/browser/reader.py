"""A person who opens a page with the network off, and what they meet there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

OUTSIDE = re.compile(r"^(?!file:|data:|blob:|about:)")
"""Addresses that leave this machine."""

WATCH = """
document.addEventListener("securitypolicyviolation", (event) =>
  coopmapViolation(`${event.effectiveDirective} refused ${event.blockedURI || "inline"} (${event.sample})`));
"""
"""Reports what the page's Content-Security-Policy refused, from every frame."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One page as one person sees it. The three lists go on growing while the test goes on."""

    page: Page
    """Playwright's page, for everything a person can do: click, press, hover, look."""
    requests: list[str] = field(default_factory=list)
    """Addresses the page asked for beyond itself; those outside this machine were refused."""
    messages: list[str] = field(default_factory=list)
    """Console messages and script errors."""
    violations: list[str] = field(default_factory=list)
    """What the Content-Security-Policy of the page refused (scripts must be on)."""


class Reader:
    """Opens pages, each in a fresh offline context; closes them all in the end."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        page: Path | str,
        *,
        width: int = 1000,
        height: int = 800,
        javascript: bool = True,
        scheme: Literal["light", "dark"] = "light",
        touch: bool = False,
    ) -> Visit:
        """Open a file, or a text of HTML as a file of its own."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme=scheme,
            has_touch=touch,
            is_mobile=touch,
        )
        self._contexts.append(context)
        visit = Visit(page=context.new_page())
        _watch(visit, context)
        visit.page.goto(self._file(page).resolve().as_uri(), wait_until="load")
        return visit

    def close(self) -> None:
        """Close every page opened so far."""
        while self._contexts:
            self._contexts.pop().close()

    def _file(self, page: Path | str) -> Path:
        if isinstance(page, Path):
            return page
        file = self.folder / f"page-{len(self._contexts)}.html"
        file.write_text(page, encoding="utf-8")
        return file


def _watch(visit: Visit, context: BrowserContext) -> None:
    """Switch the network off, refuse what asks for it all the same, and note everything."""
    context.set_offline(offline=True)
    context.route(OUTSIDE, _refuse)
    context.expose_binding("coopmapViolation", lambda _, text: visit.violations.append(text))
    context.add_init_script(WATCH)
    page = visit.page
    page.on("request", lambda request: visit.requests.extend(_beyond(request)))
    page.on("websocket", lambda socket: visit.requests.append(socket.url))
    page.on("console", lambda message: visit.messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.messages.append(f"error: {error}"))


def _refuse(route: Route) -> None:
    route.abort("internetdisconnected")


def _beyond(request: Request) -> list[str]:
    """Name the request's address, unless it stays inside the file: a frame's own document, data, a blob."""
    document = request.url.startswith("file:") and request.is_navigation_request()
    inside = request.url.startswith(("data:", "blob:", "about:"))
    return [] if document or inside else [request.url]
