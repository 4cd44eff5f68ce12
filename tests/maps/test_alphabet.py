"""Names stand in the order of each language's own letters."""

from __future__ import annotations

import pytest

from coopmap.maps.alphabet import alphabetical
from coopmap.maps.wording import wording


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", "Åland Islands, Algeria, Ivory Coast, São Tomé & Príncipe, Zambia"),
        ("de", "Ägypten, Albanien, Oman, Österreich, Polen"),
        ("da", "Albanien, Oman, Tyskland, Zambia, Østrig, Åland"),
        ("sv", "Albanien, Oman, Zambia, Åland, Österrike"),
        ("is", "Danmörk, Eistland, Zimbabwe, Þýskaland"),
        ("pl", "Litwa, Luksemburg, Łotwa, Malta"),
        ("cs", "Chorvatsko, Irsko, Rumunsko, Řecko, Slovensko"),
        ("hu", "Ciprus, Csád, Dánia"),
        ("hr", "Nizozemska, Norveška, Njemačka, Oman"),
        ("es", "Nueva Zelanda, Ñandú, Omán"),
        ("et", "Taani, Ukraina, Venemaa, Ühendkuningriik"),
        ("tr", "Hollanda, Irak, İran, Japonya"),
        ("uk", "Еквадор, Єгипет, Замбія, Ірак, Їжак, Йорданія, Канада"),
        ("ru", "Индия, Испания, Йемен, Кения"),
        ("mt", "Brażil, Ċipru, Cuba, id-Danimarka, l-Estonja, Ġermanja"),
        ("ga", "an Danmhairg, Éire, an Fhrainc, na hOileáin"),
        ("zh", "阿富汗, 巴西, 德国, 法国, 美国, 英国, 中国"),
        ("ja", "アイルランド, イタリア, カナダ, ギリシャ, フランス"),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, ordered: str) -> None:
    names = ordered.split(", ")
    assert sorted(set(names), key=wording(language).place) == names


def test_a_letter_beside_the_alphabet_stands_where_it_stands_without_its_accent() -> None:
    letters = "a b c ch d h i"
    assert sorted(["i", "ch", "ça", "cz", "h"], key=lambda name: alphabetical(name, letters)) == [
        "ça",
        "cz",
        "ch",
        "h",
        "i",
    ]
