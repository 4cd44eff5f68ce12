"""The page as a text: the same every time, light, and closed to whatever a record may say."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from coopmap.errors import CoopmapError
from coopmap.maps.page import folium_map, header_line, page
from tests.checkout import ROOT
from tests.maps.sheets import HOSTILE, PACIFIC, hostile, sheet

if TYPE_CHECKING:
    from coopmap.maps.sheet import Sheet


class Seen(HTMLParser):
    """What an HTML parser finds in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its attributes."""
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def blocks(text: str, tag: str) -> list[str]:
    return re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", text, re.DOTALL)


def sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_two_processes_write_the_same_page() -> None:
    code = (
        "import hashlib; from coopmap.maps.page import page; from tests.maps.sheets import sheet;"
        "print(hashlib.sha256(page(sheet()).encode()).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in [("1", "UTC"), ("2", "Pacific/Apia")]
    }
    assert prints == {hashlib.sha256(page(sheet()).encode()).hexdigest() + "\n"}


def test_the_policy_allows_what_stands_in_the_page_and_no_more() -> None:
    text = page(sheet())
    hashes = [f"'{sha256(block)}'" for block in blocks(text, "script")]
    waiting = hashes.pop(0)  # Leaflet's styles wait as text, and become a style at the first touch
    styles = [*(f"'{sha256(block)}'" for block in blocks(text, "style")), waiting]
    assert header_line(text) == "; ".join(
        [
            "Content-Security-Policy: default-src 'none'",
            "script-src " + " ".join(hashes),
            "style-src " + " ".join(styles),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def test_all_pages_of_a_host_share_one_policy() -> None:
    assert header_line(page(sheet())) == header_line(page(sheet(PACIFIC))) == header_line(page(hostile()))


def test_a_page_of_another_make_has_no_header_line() -> None:
    with pytest.raises(CoopmapError, match=r"carries no Content-Security-Policy; .*"):
        header_line("a plain text")


def test_nothing_in_the_page_leads_out_but_links_to_click() -> None:
    seen = Seen(page(sheet()))
    links = [
        value for name, value in seen.attributes if name in {"href", "src"} and not value.startswith("#")
    ]
    assert links == ["data:,", "https://example.org/a?b=1&c=2"]
    assert ("rel", "noopener noreferrer") in seen.attributes
    assert not [name for name, _ in seen.attributes if name == "style" or name.startswith("on")]
    assert not re.search(r"url\((?!#)", page(sheet()))
    assert "sourceMappingURL" not in page(sheet())
    assert "Leaflet 1.9.3, a JS library" in page(sheet())


def test_hostile_text_adds_no_element_and_no_attribute() -> None:
    plain, attacked = Seen(page(sheet())), Seen(page(hostile()))
    assert attacked.tags == plain.tags - {"use"}  # roles nobody knows have no outline
    assert {name for name, _ in attacked.attributes} == {name for name, _ in plain.attributes}
    addresses = [value for name, value in attacked.attributes if name == "href" and value[0] != "#"]
    assert [address.split(":")[0] for address in addresses] == ["data", "https"]
    assert ("content", HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")) in attacked.attributes


def test_the_page_of_an_operation_without_numbers_notes_and_sources_leaves_them_out() -> None:
    text = page(sheet(figures=(), notes=(), credits=(), updated="", subtitle="", key=()))
    for name in ("coopmap-figures", "coopmap-notes", "coopmap-subtitle"):
        assert f'class="{name}"' not in text


def test_a_page_reads_from_right_to_left() -> None:
    assert '<html lang="ar" dir="rtl">' in page(sheet(language="ar", direction="rtl"))


def test_a_sheet_without_a_panel_is_refused() -> None:
    with pytest.raises(CoopmapError, match=r"^The sheet 'operation-square' has no panel to draw; .*"):
        page(sheet(panels=()))


def test_everything_but_the_picture_weighs_at_most_60_kilobytes() -> None:
    assert len(gzip.compress(page(sheet()).encode(), 9)) < 60_000


@pytest.mark.parametrize(
    "drawn", [sheet(), sheet(view=PACIFIC), hostile()], ids=["plain", "pacific", "hostile"]
)
def test_the_quickly_written_page_is_the_page_that_folium_renders(drawn: Sheet) -> None:
    assert page(drawn) == folium_map(drawn).page()


def test_drawing_a_page_starts_neither_folium_nor_pandas() -> None:
    draws = (
        "import sys; from coopmap.maps import draw; from coopmap.records import read; "
        "draw(read()['operation-cumberland']).html; "
        "print(*({'folium', 'pandas', 'geopandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", draws], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
