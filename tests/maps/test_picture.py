"""The picture of a panel: one shape to a country, roles told apart three ways, nothing a host refuses."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from coopmap.maps.picture import picture
from tests.maps.sheets import hostile, panel, sheet

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> ET.Element:
    return ET.fromstring(picture(panel(), title="T", summary="S", standalone=True))  # noqa: S314 - our own


def test_every_participant_is_one_shape_or_a_dot() -> None:
    codes = [each.get("data-code") for each in drawn().iter(f"{SVG}path") if each.get("data-code")]
    assert sorted(filter(None, codes)) == ["DEU", "DNK", "FRA", "ITA", "MCO", "NOR", "POL", "SWE"]


def test_the_lead_lies_above_the_others() -> None:
    groups = [each.get("class") for each in drawn().iter(f"{SVG}g")]
    roles = [name.split("coopmap-")[-1] for name in groups if name and "places" in name]
    assert roles == ["observer", "supporter", "partner", "host", "co-lead", "lead"]


def test_the_picture_says_what_it_shows() -> None:
    root = drawn()
    assert root.get("role") == "img"
    assert root.get("viewBox") == "0 0 4000 3500"
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == ["T", "S"]


def test_no_shape_carries_a_style_of_its_own() -> None:
    text = str(picture(panel(), title="T", summary="S"))
    assert not re.search(r"\sstyle=|<style", text)


def test_hostile_names_leave_the_picture_well_formed() -> None:
    attacked = hostile()
    text = picture(attacked.panels[0], title=attacked.title, summary=attacked.summary, standalone=True)
    tags = {each.tag for each in ET.fromstring(text).iter()}  # noqa: S314 - our own
    assert tags < {each.tag for each in drawn().iter()}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_roles_stand_apart_in_grey_print_and_from_the_land() -> None:
    text = str(picture(sheet().panels[0], title="", summary="", standalone=True))
    light, dark = text.split("@media screen and (prefers-color-scheme: dark)")
    for part in (light, dark):
        colours = dict(re.findall(r"--coopmap-([\w-]+): (#[0-9a-f]{6});", part))
        assert contrast(colours["lead"], colours["land"]) >= 3
        assert contrast(colours["partner"], colours["land"]) >= 3
        assert contrast(colours["spot"], colours["land"]) >= 3
        assert contrast(colours["lead"], colours["partner"]) >= 1.6
        assert contrast(colours["host"], colours["partner"]) >= 1.5
