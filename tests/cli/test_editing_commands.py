"""A desk keeps its records by commands: each says in one line what changed, or why it cannot be."""

# ruff: noqa: E501 - expected sentences are written whole

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from coopmap.cli import COMMANDS
from coopmap.records import read
from tests.copies import DATA, Copy, run

if TYPE_CHECKING:
    from pathlib import Path

OURS = ("add", "edit", "remove", "join", "leave", "role", "outcome", "source", "log", "diff")
OP = "operation-cumberland"
HEISE = "heise-online-2025-02-28"

CHANGES = [
    (
        ["join", OP, "Estonia", "--date", "2025-03-04"],
        "Estonia joined Operation Cumberland as partner on 2025-03-04.",
    ),
    (
        ["join", OP, "Estonia", "LVA", "--role", "observer"],
        "Estonia and Latvia were added to Operation Cumberland as observers.",
    ),
    (["join", OP, "South", "Africa"], "South Africa was added to Operation Cumberland as a partner."),
    (
        ["join", OP, "Estonia", "--source-publisher", "ERR", "--source-published", "2025-03-04"],
        "Operation Cumberland: Estonia was added as a partner; the source err-2025-03-04 was added (ERR, 2025-03-04).",
    ),
    (
        ["leave", OP, "Belgium", "--date", "2025-03"],
        "Belgium left Operation Cumberland in 2025-03.",
    ),
    (
        ["leave", OP, "Belgium", "--date", "2025-03", "--withdrawn"],
        "Belgium withdrew from Operation Cumberland in 2025-03.",
    ),
    (["role", OP, "Denmark", "co-lead"], "Denmark is now co-lead in Operation Cumberland, not lead."),
    (
        ["role", OP, "Sweden", "Norway", "co-lead"],
        "Sweden and Norway are now co-leads in Operation Cumberland, not partners.",
    ),
    (
        ["edit", OP, "end=2025-03-01", "list_complete=no"],
        "Operation Cumberland: the end is now recorded as 2025-03-01; the list of countries is now marked as incomplete.",
    ),
    (
        ["edit", OP, "Denmark", "agency=National Police"],
        "Operation Cumberland: the agency of Denmark is now recorded as “National Police”.",
    ),
    (
        ["edit", OP, "europol", "role=supporter"],
        "Europol is now supporter in Operation Cumberland, not coordinator.",
    ),
    (
        ["edit", OP, "Belgium", "country=Estonia"],
        "Estonia took the place of Belgium in Operation Cumberland, where the wrong country stood.",
    ),
    (
        ["edit", OP, "id=cumberland"],
        "Operation Cumberland: the id was corrected from operation-cumberland to cumberland.",
    ),
    (
        ["outcome", OP, "arrests", "27"],
        "Operation Cumberland: the number of arrests was corrected from 25 to 27.",
    ),
    (
        ["outcome", OP, "money seized", "1,250,000", "--unit", "EUR", "--qualifier", "about"],
        "Operation Cumberland: the amount of money seized was added: about 1,250,000 EUR.",
    ),
    (
        ["outcome", OP, "arrests", "27", "--source", "eurojust-2025-05"],
        "Operation Cumberland: another figure for arrests was added, not chosen: 27 (eurojust-2025-05).",
    ),
    (
        ["outcome", OP, "arrests", "27", "--source", "eurojust-2025-05", "--chosen"],
        f"Operation Cumberland: for arrests, 27 (eurojust-2025-05) now stands instead of 25 ({HEISE}).",
    ),
    (["outcome", OP, "arrests", "--remove"], "Operation Cumberland: the number of arrests, 25, was removed."),
    (
        ["source", "new", "--publisher", "Europol", "--published", "2025-03-04"],
        "The source europol-2025-03-04 was added (Europol, 2025-03-04).",
    ),
    (
        ["source", "new", "--publisher", "BBC", "--attach", OP, "--country", "Denmark"],
        f"Operation Cumberland: the source for Denmark was corrected from {HEISE} to bbc; the source bbc was added (BBC).",
    ),
    (
        ["source", HEISE, "--retrieved", "2025-03-01"],
        f"The day the source {HEISE} was read is now recorded as 2025-03-01.",
    ),
    (
        ["source", HEISE, "--id", "heise"],
        f"Operation Cumberland: the id of the source {HEISE} was corrected from {HEISE} to heise.",
    ),
    (
        ["remove", OP, "New", "Zealand", "--yes"],
        "New Zealand, listed as partner, was removed from Operation Cumberland.",
    ),
    (
        ["remove", OP, "Belgium", "--yes"],
        "Belgium, listed as partner, was removed from Operation Cumberland.",
    ),
    (
        ["remove", OP, "Europol", "--yes"],
        "Europol, listed as coordinator, was removed from Operation Cumberland.",
    ),
    (
        ["remove", OP, "--yes"],
        "Operation Cumberland was removed, with 19 countries, 1 organisation and 4 figures.",
    ),
    (
        [
            *("add", "--name", "Operation Baltic Shield", "--id", "baltic", "--kind", "naval"),
            *("--lead", "Estonia: Navy", "--partners", "Latvia and Lithuania", "--observers", "Nordics"),
            *("--organisation", "NATO: coordinator", "--source-publisher", "ERR"),
        ],
        "Operation Baltic Shield was added, with Estonia as lead, Latvia and Lithuania as partners, Denmark, Finland, Iceland, Norway and Sweden as observers and NATO as coordinator; the source err was added (ERR).",
    ),
]
"""What is typed, and what is answered."""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy.made_in(tmp_path)


@pytest.mark.parametrize("name", OURS)
def test_the_help_of_every_command_has_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"coopmap {name} " in " ".join(result.stdout.partition("Example")[2].split())


@pytest.mark.parametrize("name", OURS)
def test_the_list_of_commands_says_what_each_command_says(name: str) -> None:
    command = import_module(f"coopmap.cli.{name}").command
    assert command.get_short_help_str(limit=200) == COMMANDS[name][1]


@pytest.mark.parametrize(("words", "line"), CHANGES, ids=[" ".join(words[:3]) for words, _ in CHANGES])
def test_a_change_is_told_in_one_line_rehearsed_and_made(copy: Copy, words: list[str], line: str) -> None:
    before = copy.contents()
    rehearsed = copy.run(*words, "--dry-run")
    assert (rehearsed.exit_code, rehearsed.stdout) == (0, f"{line}\n")
    assert "Note: This was a dry run; nothing was written.\n" in rehearsed.stderr
    assert copy.contents() == before
    made = copy.run(*words)
    assert (made.exit_code, made.stdout) == (0, f"{line}\n")
    assert copy.run("list").exit_code == 0
    read(copy.folder).verify()
    assert run("diff", str(DATA), str(copy.folder)).exit_code == 1


def test_the_diff_of_an_edit_is_the_edit(copy: Copy) -> None:
    before = (copy.folder / "participations.csv").read_text(encoding="utf-8")
    copy.run("role", OP, "Denmark", "co-lead")
    after = (copy.folder / "participations.csv").read_text(encoding="utf-8")
    assert after == before.replace(f"{OP},DNK,lead,", f"{OP},DNK,co-lead,")


@pytest.mark.parametrize(
    "words",
    [
        ["join", OP, "Belgium"],
        ["join", OP, "Nordics"],
        ["role", OP, "Denmark", "lead"],
        ["edit", OP, "start=2025-02-26", "name=Operation Cumberland"],
        ["outcome", OP, "arrests", "25"],
        ["source", HEISE, "--published", "2025-02-28"],
        ["source", "new", "--publisher", "heise online", "--published", "2025-02-28"],
        ["source", HEISE, "--attach", OP],
    ],
    ids=" ".join,
)
def test_what_is_so_already_changes_nothing(copy: Copy, words: list[str]) -> None:
    before = copy.contents()
    result = copy.run(*words)
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing changes.")
    assert result.stdout.count("\n") == 1
    assert copy.contents() == before


def test_a_new_operation_has_an_id_of_its_own(copy: Copy) -> None:
    words = ["add", "--name", "Operation Cumberland", "--kind", "other"]
    assert copy.run(*words).stderr == (
        "Note: Its id is operation-cumberland-2, because operation-cumberland is there already.\n"
    )
    assert copy.run("show", "operation-cumberland-2").exit_code == 0


def test_the_name_may_stand_first(copy: Copy) -> None:
    result = copy.run("add", "Operation", "Foo", "--kind", "other", "--lead", "Denmark")
    assert result.stdout == "Operation Foo was added, with Denmark as lead.\n"


def test_a_measure_that_is_nearly_there_is_mentioned(copy: Copy) -> None:
    assert copy.run("outcome", OP, "arests", "27").stderr == (
        "Note: arests is a new measure; arrests is there already.\n"
    )
    assert copy.run("outcome", OP, "ships", "27").stderr == ""


def test_an_added_operation_is_recorded_whole(copy: Copy) -> None:
    result = copy.run(
        *("add", "--name", "Operation Baltic Shield", "--kind", "naval", "--start", "2015-03"),
        *("--lead", "Estonia: Navy, Army and Police", "--partners", "EU except Malta, Estonia and Cyprus"),
        *("--declared", "26", "--complete", "--alias", "Shield", "--alias", "Baltic", "--series", "shields"),
        *(
            "--source-publisher",
            "ERR",
            "--source-url",
            "https://err.ee/1",
            "--source-published",
            "2015-03-04",
        ),
        *("--summary", "Ships."),
    )
    assert result.exit_code == 0, result.output
    one = read(copy.folder)["operation-baltic-shield"]
    assert (one.kind, one.start, one.declared_countries, one.declared_qualifier) == (
        "naval",
        "2015-03",
        26,
        "exact",
    )
    assert (one.list_complete, one.aliases, one.series) == (True, ("Shield", "Baltic"), "shields")
    assert len(one.participations) == 26
    assert [(each.country, each.agency) for each in one.leads] == [("EST", "Navy, Army and Police")]
    britain = next(each for each in one.participations if each.country == "GBR")
    assert (britain.as_written, britain.source) == ("EU except Malta, Estonia and Cyprus", "err-2015-03-04")
    assert [each.url for each in one.sources] == ["https://err.ee/1"]
