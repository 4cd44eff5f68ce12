"""The reader the other tests rely on notices everything a page does behind a person's back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.reader import Reader


def test_a_quiet_page_is_quiet(reader: Reader) -> None:
    visit = reader.open("<!doctype html><title>Quiet</title><p>Nothing.</p>")
    assert visit.page.title() == "Quiet"
    assert visit.requests == visit.messages == visit.violations == []


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<img src="https://example.org/pixel.png">', "https://example.org/pixel.png"),
        ('<script src="http://example.org/lib.js"></script>', "http://example.org/lib.js"),
        ('<script>fetch("https://example.org/data.json")</script>', "https://example.org/data.json"),
        ('<script>new WebSocket("wss://example.org/live")</script>', "wss://example.org/live"),
        ('<link rel="stylesheet" href="beside.css">', "beside.css"),
        ('<iframe src="https://example.org/frame"></iframe>', "https://example.org/frame"),
    ],
)
def test_a_request_is_noticed(reader: Reader, markup: str, address: str) -> None:
    visit = reader.open(f"<!doctype html><title>Loud</title>{markup}")
    visit.page.wait_for_timeout(50)
    assert [found.endswith(address) for found in visit.requests] == [True]


def test_what_the_policy_refuses_is_noticed(reader: Reader) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    visit = reader.open(f"<!doctype html>{policy}<title>Strict</title><script>var x = 1</script>")
    visit.page.wait_for_timeout(50)
    assert len(visit.violations) == 1
    assert "script-src-elem refused inline" in visit.violations[0]
    assert visit.requests == []


def test_console_messages_and_script_errors_are_noticed(reader: Reader) -> None:
    visit = reader.open('<!doctype html><script>console.warn("careful"); missing.thing</script>')
    assert visit.messages == ["warning: careful", "error: missing is not defined"]


def test_the_reader_chooses_width_scheme_and_scripts(reader: Reader) -> None:
    page = """<!doctype html><meta name="viewport" content="width=device-width">
    <style>p { display: none } @media (prefers-color-scheme: dark) { p { display: block } }</style>
    <p>dark</p><noscript>no scripts</noscript>"""
    visit = reader.open(page, width=360, scheme="dark", javascript=False)
    assert visit.page.locator("p").is_visible()
    assert visit.page.locator("noscript").is_visible()
    assert visit.page.viewport_size == {"width": 360, "height": 800}
    assert not reader.open(page).page.locator("p").is_visible()


def test_without_a_browser_the_tests_fail_in_one_sentence(
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(chromium, "_start", lambda _: None)
    monkeypatch.setattr(chromium, "_installers", lambda: iter([("a spell", [["false"]])]))
    with pytest.raises(chromium.NoBrowserError, match=r"^The tests need Chromium: .* Install Chromium .*\.$"):
        chromium.launch(browser.browser_type, say=said.append)  # type: ignore[arg-type]
    assert said == ["No Chromium found: installing one with a spell ..."]
