"""Who decides how a disputed area is drawn: a table with a reason and a source in every row."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import pytest

from coopmap.atlas import area_names
from coopmap.atlas.inputs import CLAIMS, COUNTRIES, LAKES
from coopmap.atlas.territories import table
from coopmap.countries import codes
from tests.atlas.ground import land

POLICY = table("policy")


@pytest.mark.parametrize("row", POLICY, ids=lambda row: str(row["area"]))
def test_a_decision_has_a_reason_and_a_source(row: dict[str, str]) -> None:
    address = urlsplit(row["source"])
    assert len(row["reason"].split()) >= 5
    assert address.scheme == "https"
    assert "." in address.netloc
    assert row["code"] in {*codes(), ""}
    assert row["hatched"] in {"yes", "no"}


@pytest.mark.parametrize("detail", ["coverage", "world"])
def test_what_is_hatched_can_be_drawn_and_nothing_else_is(detail: str) -> None:
    hatched = {(row["area"], row["code"]) for row in POLICY if row["hatched"] == "yes"}
    drawn = land(detail)[land(detail)["disputed"] != ""]
    assert set(zip(drawn["disputed"], drawn["code"], strict=True)) == hatched
    assert {"crimea", "golan", "east-jerusalem", "western-sahara", "abyei"} <= {area for area, _ in hatched}


def test_every_area_is_decided_once_and_has_a_name_of_its_own() -> None:
    assert len({row["area"] for row in POLICY}) == len(POLICY)
    assert len(set(area_names().values())) == len(POLICY)
    assert area_names()["northern-cyprus"] == "Northern Cyprus"


@pytest.mark.parametrize("name", ["territories", "mainlands"])
def test_every_repair_has_a_reason(name: str) -> None:
    for row in table(name):
        assert len(row["reason"].split()) >= 4, row


@pytest.mark.parametrize("name", ["coverage", "world"])
def test_a_layer_says_where_it_comes_from(name: str) -> None:
    layer: dict[str, Any] = json.loads((files("coopmap.atlas") / "layers" / f"{name}.topojson").read_text())
    assert layer["licence"] == "public domain"
    assert len(layer["source"]) == 3
    for said, source in zip(layer["source"], (COUNTRIES, CLAIMS, LAKES), strict=True):
        assert "public domain" in said
        assert f"({source.package} {source.version}, sha256 {source.sha256})" in said
        assert len(source.sha256) == 64
