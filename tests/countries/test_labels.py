"""A newsroom's own names come before everybody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopmap.countries import label
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from pathlib import Path


def file(folder: Path, text: str) -> Path:
    """Write a newsroom's file."""
    path = folder / "labels.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_newsroom_s_names_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = file(
        tmp_path,
        "language,code,name,note\nen,TUR,Turkey,house style\npt-BR,CZE,Tchéquia,\nde,BLR,Weißrussland,\n",
    )
    assert label("TUR", labels=own) == "Turkey"
    assert label("TUR") == "Türkiye"
    assert label("CZE", "pt_BR", labels=own) == "Tchéquia"
    monkeypatch.setenv("COOPMAP_LABELS", str(own))
    assert label("BLR", "de-AT") == "Weißrussland"
    assert label("DNK", "de") == "Dänemark"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "language,code,name\nen,TUK,Turkey\n",
            "row 2: 'TUK' is no country code; a code such as DNK would be right",
        ),
        ("language,code,name\nen,TUR,\n", "row 2: the name is empty"),
        ("code,name\nTUR,Turkey\n", "no column language; language, code and name would be right"),
        ("language,code,name\nxx,TUR,Turkey\n", "'xx' is no language with country names"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(CoopmapError) as raised:
        label("TUR", labels=file(tmp_path, text))
    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CoopmapError, match="cannot be read: No such file or directory"):
        label("TUR", labels=tmp_path / "none.csv")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_bytes(b"\xff\xfe\x00language")
    with pytest.raises(CoopmapError, match="are no CSV in UTF-8"):
        label("TUR", labels=path)
