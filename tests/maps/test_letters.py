"""Words are as wide as the table says, and never wider on a reader's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopmap.countries import label
from coopmap.maps.letters import width
from tests.maps.operations import shipped

if TYPE_CHECKING:
    from tests.browser.reader import Reader

SAFETY = 1.05
"""Words are reckoned so much wider, for faces that stand in for Arial."""

MEASURE = """([texts, font]) => {
  const context = document.createElement("canvas").getContext("2d");
  context.font = font;
  return texts.map((text) => context.measureText(text).width / 100);
}"""


@pytest.mark.parametrize(
    ("text", "bold", "advances"),
    [
        ("Denmark", False, 722 + 556 + 556 + 833 + 556 + 333 + 500),
        ("Denmark", True, 722 + 556 + 611 + 889 + 556 + 389 + 556),
        ("Fiji", False, 611 + 222 + 222 + 222),
        ("WWW", False, 3 * 944),
        ("New Zealand", False, 722 + 556 + 722 + 278 + 611 + 556 + 556 + 222 + 556 + 556 + 556),
        ("", False, 0),
    ],
)
def test_words_have_the_widths_of_arial(text: str, *, bold: bool, advances: int) -> None:
    assert width(text, bold=bold) == pytest.approx(SAFETY * advances / 1000)


def test_an_accent_takes_no_room_of_its_own() -> None:
    assert width("Türkiye") == width("Turkiye")
    assert width("Tu\N{COMBINING DIAERESIS}rkiye") == width("Türkiye")
    assert width("ब\N{DEVANAGARI SIGN NUKTA}") <= width("ब") + 1e-9


def test_letters_of_the_east_are_wide() -> None:
    assert width("日本") == pytest.approx(2 * SAFETY)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ["en", "de", "fr", "ar"])
def test_no_country_is_wider_on_a_screen_than_reckoned(language: str, *, bold: bool, reader: Reader) -> None:
    everyone = {one.country for name in shipped() for one in shipped()[name].participations}
    texts = sorted({label(code, language) for code in everyone})
    page = reader.open("<!doctype html><title>Words</title>").page
    font = f"{'bold ' if bold else ''}100px Arial, 'Liberation Sans', sans-serif"
    seen = page.evaluate(MEASURE, [texts, font])
    # Arabic letters join, in one face wider than in another: the free space around a name takes it.
    spare, narrowest = (0.62, 0.4) if language == "ar" else (0.0, 0.9)
    for text, real in zip(texts, seen, strict=True):
        assert real <= width(text, bold=bold) * 1.01 + spare, text
        assert real >= width(text, bold=bold) * narrowest, text
