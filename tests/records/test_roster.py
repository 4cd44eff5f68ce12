"""A list of countries is read as people write it: commas, ands, groups with a day, all but some."""

from __future__ import annotations

import pytest

from coopmap.countries import members
from coopmap.records.editing.roster import roster

EU_2019 = set(members("EU", "2019-06-01"))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Denmark, Sweden and Netherlands", {"DNK", "SWE", "NLD"}),
        ("Bosnia and Herzegovina and Serbia", {"BIH", "SRB"}),
        ("- Denmark\n- Norway", {"DNK", "NOR"}),
        ("EU@2019-06-01", EU_2019),
        ("EU@2019-06-01 except Malta and Cyprus", EU_2019 - {"MLT", "CYP"}),
        ("all EU member states@2019-06-01 but Hungary", EU_2019 - {"HUN"}),
        ("Nordics except Iceland; Estonia", {"DNK", "FIN", "NOR", "SWE", "EST"}),
    ],
)
def test_a_list_names_these_countries(text: str, codes: set[str]) -> None:
    assert {one.code for one in roster(text)} == codes
