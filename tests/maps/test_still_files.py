"""Stills as files: real text in SVG and PDF, PNG of the right size, the same bytes each time."""

from __future__ import annotations

import io
import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace

import pypdf
import pytest

from coopmap.errors import CoopmapError
from coopmap.maps import draw, read_theme
from coopmap.maps.still import NAMED, Size, Still, still
from coopmap.maps.still.font import printable
from coopmap.maps.summary import summary
from coopmap.maps.wording import wording
from tests.maps.operations import shipped
from tests.maps.sheets import HOSTILE
from tests.maps.test_words import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def cumberland() -> Still:
    return still(shipped()["operation-cumberland"], size=NAMED["1:1"])


def svg_texts(text: str) -> list[str]:
    root = ET.fromstring(text)  # noqa: S314 - our own
    return [each.text or "" for each in root.iter(f"{SVG}text")]


def labelled(drawn: Still) -> list[str]:
    return [
        line for panel in drawn.sheet.panels for label in panel.letterings[0].labels for line in label.lines
    ]


def test_the_svg_is_whole_and_its_text_is_text(cumberland: Still) -> None:
    texts = svg_texts(cumberland.svg)
    assert {"Operation Cumberland", "Denmark led", *labelled(cumberland)} <= set(texts)
    root = ET.fromstring(cumberland.svg)  # noqa: S314 - our own
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("1080", "1080", "0 0 1080 1080")


def test_the_svg_asks_nobody_for_anything(cumberland: Still) -> None:
    addresses = re.findall(r"url\(([^)]*)\)|href=\"([^\"]*)\"", cumberland.svg)
    assert {(one or other).split("-")[0].split(",")[0] for one, other in addresses} <= {
        "#box",
        "#disputed",
        "#co",
        "#supporter",
        "data:font/woff;base64",
    }
    assert not re.search(r"<(script|image|foreignObject|use)\b", cumberland.svg)


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_has_so_many_dots_for_each_pixel(scale: int) -> None:
    drawn = still(shipped()["operation-nova"], size=Size(600, 400)).png(scale=scale)
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", drawn[16:24]) == (600 * scale, 400 * scale)


def test_a_scale_that_is_none_is_refused(cumberland: Still) -> None:
    with pytest.raises(CoopmapError, match=r"^the scale 4: 1, 2, 3 would be right$"):
        cumberland.png(scale=4)


def test_the_pdf_is_one_page_whose_text_can_be_copied(cumberland: Still) -> None:
    reader = pypdf.PdfReader(io.BytesIO(cumberland.pdf))
    (page,) = reader.pages
    assert [float(side) for side in page.mediabox] == [0, 0, 810, 810]
    text = " ".join(page.extract_text().split())
    assert "Operation Cumberland" in text
    assert [name for name in labelled(cumberland) if name not in text] == []
    assert text.count("Germany") == 1
    assert reader.metadata is not None
    assert reader.metadata.title == "Operation Cumberland"
    assert reader.metadata.creation_date is None


def test_the_same_record_gives_the_same_bytes(cumberland: Still) -> None:
    again = still(shipped()["operation-cumberland"], size=NAMED["1:1"])
    assert again.svg == cumberland.svg
    assert again.png() == cumberland.png()
    assert again.pdf == cumberland.pdf


def test_hostile_text_stays_text() -> None:
    bad = replace(shipped()["operation-nova"], name=HOSTILE, summary=HOSTILE)
    drawn = still(bad, size=NAMED["1:1"])
    root = ET.fromstring(drawn.svg)  # noqa: S314 - our own
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *(
            "svg",
            "title",
            "desc",
            "style",
            "defs",
            "pattern",
            "clipPath",
            "path",
            "g",
            "circle",
            "rect",
            "text",
        )
    }
    assert "</script><img" in " ".join(svg_texts(drawn.svg))
    assert drawn.png()[:4] == b"\x89PNG"
    text = pypdf.PdfReader(io.BytesIO(drawn.pdf)).pages[0].extract_text()
    assert "</script><img" in " ".join(text.split())


@pytest.mark.parametrize(
    "title", ["#set page(width: 1pt)", '"); panic("', "\\u{0}", "$x^2$", '#read("/etc/passwd")', "中文 🚓"]
)
def test_a_title_is_no_code_for_the_pdf(title: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(still(replace(shipped()["operation-nova"], name=title)).pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert [float(side) for side in reader.pages[0].mediabox] == [0, 0, 900, 675]


@pytest.mark.parametrize("language", ["he", "ja", "zh"])
def test_a_language_whose_letters_no_typeface_has_is_one_clear_line(language: str) -> None:
    with pytest.raises(CoopmapError) as caught:
        still(shipped()["operation-nova"], language=language)
    assert str(caught.value) == (
        f"no typeface of stills has the letters of the language {language!r}: a page (.html) leaves them "
        "to its reader's, or another language would be right"
    )


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag not in {"he", "ja", "zh"}])
def test_every_letter_of_every_other_language_has_a_typeface(language: str) -> None:
    told = wording(language)
    for one in ("operation-cumberland", "samim", "haiti-mss-2025", "kfor-2017"):
        text = summary(shipped()[one], told)
        assert "\N{BLACK SQUARE}" not in printable(text), text


def test_arabic_letters_have_a_typeface(cumberland: Still) -> None:
    drawn = still(shipped()["operation-cumberland"], size=NAMED["1:1"], language="ar")
    assert "IBM Plex Sans Arabic" in drawn.svg
    assert "IBM Plex Sans Arabic" not in cumberland.svg
    reader = pypdf.PdfReader(io.BytesIO(drawn.pdf))
    fonts = {font["/BaseFont"] for font in _fonts(reader)}
    assert {str(font).partition("+")[2].split("-")[0] for font in fonts} == {
        "SourceSansPro",
        "IBMPlexSansArabic",
    }


def _fonts(reader: pypdf.PdfReader) -> list[pypdf.generic.DictionaryObject]:
    found = []
    for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1 if reader.xref else 1):
        each = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        if isinstance(each, pypdf.generic.DictionaryObject) and each.get("/Subtype") == "/Type0":
            found.append(each)
    return found


def test_a_dark_theme_makes_a_dark_still() -> None:
    drawn = still(shipped()["operation-nova"], theme=read_theme("dark"))
    assert f'fill="{read_theme().dark.paper}"' in drawn.svg
    assert f'fill="{read_theme().light.land}"' not in drawn.svg


def test_a_still_of_the_print_theme_tells_the_lead_by_its_pattern() -> None:
    drawn = still(shipped()["operation-nova"], theme=read_theme("print"))
    assert 'fill="url(#lead-1)"' in drawn.svg
    assert 'fill="url(#lead-key)"' in drawn.svg


def test_the_credit_stands_in_the_source_line() -> None:
    theme = replace(read_theme(), credit="Map: The Daily")
    assert any("Map: The Daily" in text for text in svg_texts(still(shipped()["ramsi"], theme=theme).svg))


def test_a_drawing_saves_what_the_file_s_ending_says(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    drawing = draw(shipped()["operation-nova"])
    assert drawing.save(tmp_path / "a.svg").read_text(encoding="utf-8") == drawing.still().svg
    assert drawing.save(tmp_path / "a.png", size="1:1").read_bytes()[16:24] == struct.pack(">II", 1080, 1080)
    assert drawing.save(tmp_path / "a.PDF").read_bytes()[:5] == b"%PDF-"
    with pytest.raises(CoopmapError, match=r"a\.gif: a name that ends in \.html"):
        drawing.save(tmp_path / "a.gif")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.PDF", "a.png", "a.svg"]
