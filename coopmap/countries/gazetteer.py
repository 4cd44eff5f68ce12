"""Which country a name means, in any language, and why a name is refused."""

from __future__ import annotations

from coopmap.countries.answer import Answer
from coopmap.countries.codes import codes, countries, is_code, rows
from coopmap.countries.labels import label


def resolve(text: str) -> Answer:
    """Read a country's name: ``resolve("Denmark").code`` is ``DNK``."""
    written = " ".join(text.split()).upper()
    if is_code(written):
        return Answer(written=text, code=written)
    mistaken = {row["written"]: row["code"] for row in rows("mistaken.csv")}
    by_alpha2 = {row["alpha2"]: code for code, row in countries().items()}
    by_name = {label(code).upper(): code for code in codes()}
    code = mistaken.get(written) or by_alpha2.get(written) or by_name.get(written) or ""
    return Answer(written=text, code=code, reason="" if code else "no country is known by this name")
