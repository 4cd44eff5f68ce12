"""The same commands do the same to a folder of tables and to a database, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopmap.records import compare, read
from tests.copies import DATA, Copy, run

if TYPE_CHECKING:
    from pathlib import Path

OP = "operation-cumberland"

DAY = [
    ["join", OP, "Estonia", "--date", "2025-03-04", "--source-publisher", "ERR", "--reason", "a release"],
    ["join", OP, "Estonia"],
    ["join", OP, "Nordics", "South Africa"],
    ["join", OP, "Denmark"],
    ["role", OP, "Denmark", "co-lead"],
    ["outcome", OP, "arrests", "30", "--source", "err", "--chosen"],
    ["outcome", OP, "arrests", "--not-chosen", "--source", "err"],
    ["outcome", OP, "arrests", "--remove", "--source", "err"],
    ["edit", OP, "id=cumberland", "end=2025-05", 'note=He said: "no", and =SUM(A1)'],
    ["edit", "cumberland", "Belgium", "country=Latvia"],
    ["edit", "cumberland", "Europol", "role=supporter"],
    ["source", "err", "--id", "err-2", "--url", "https://err.ee/1"],
    ["source", "err-2", "--remove"],
    ["source", "new", "--publisher", "BBC", "--attach", "cumberland", "--country", "Latvia"],
    ["leave", "cumberland", "Estonia", "--date", "2025-04", "--withdrawn"],
    ["remove", "cumberland", "New Zealand", "--yes"],
    ["add", "--name", "Operation Baltic Shield", "--kind", "naval", "--lead", "Estonia: Navy"],
    ["add", "--name", "Operation Baltic Shield", "--kind", "naval", "--partners", "EU except Malta"],
    ["edit", "operation-cronos", "id=cumberland"],
    ["remove", "operation-baltic-shield", "--yes"],
    ["remove", "operation-cronos", "--yes", "--with-sources"],
    ["remove", "operation-cronos", "--yes"],
]
"""What a desk types on a busy day, mistakes among it."""


def test_a_day_s_work_is_the_same_everywhere(tmp_path: Path, address: str) -> None:
    copy = Copy.made_in(tmp_path)
    assert run("copy", str(DATA), address).exit_code == 0
    for words in DAY:
        here, there = copy.run(*words), run(*words, "--data", address)
        place = read(address).place
        assert (there.exit_code, there.stdout) == (here.exit_code, here.stdout), there.output
        assert there.stderr.replace(place, "") == here.stderr.replace(str(copy.folder), "")
    assert compare(read(copy.folder), read(address)) == ()
    logs = [read(place).store.spreadsheet("changes") for place in (copy.folder, address)]
    assert [row[1:] for row in logs[0].values] == [row[1:] for row in logs[1].values]
    assert run("log", "cumberland", "--data", address).exit_code == 0
    assert run("diff", str(DATA), address).stdout == run("diff", str(DATA), str(copy.folder)).stdout
