"""``coopmap name``: country names in any spelling and language, as codes."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import click

from coopmap.cli.speech import printable
from coopmap.countries import label, resolve
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coopmap.countries import Answer

ENOUGH = 4096
"""Bytes of a line that are looked at: no country's name is so long."""


@click.command(
    short_help="Give the codes of countries, whatever they are called.",
    epilog="Examples: coopmap name Danmark UK 'Korea, Republic of'; coopmap name --explain Congo < names.txt",
)
@click.argument("names", metavar="NAME...", nargs=-1)
@click.option("--explain", is_flag=True, help="Say beside each code how it was read, or why not.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs; json is one object a line.",
)
def command(*, names: tuple[str, ...], explain: bool, form: str) -> None:
    """Print each country's ISO 3166-1 alpha-3 code on a line of its own, or an empty line for a refusal.

    Names come as arguments, or one a line on standard input. A name that two countries share, a part of a
    country, a state that fell apart, an organisation are refused; --explain says why, and what may be meant.
    """
    if not names and sys.stdin.isatty():
        raise CoopmapError("name whom? give names after the command, or one a line on standard input")
    in_form: Callable[[Answer], str] = FORMS["explain" if explain and form == "text" else form]
    if form == "csv":
        click.echo(row(["name", "code", "country", "corrected", "candidates", "reason"]))
    asked: Iterable[str] = names or lines()
    for name in asked:
        answer = resolve(name)
        click.echo(in_form(answer))


def lines() -> Iterator[str]:
    """Give the lines of standard input, whatever is in them; of an endless one only its beginning."""
    stream = sys.stdin.buffer
    mark = b"\xef\xbb\xbf"
    first = True
    while line := stream.readline(ENOUGH):
        whole = line
        while len(whole) == ENOUGH and not whole.endswith(b"\n"):
            whole = stream.readline(ENOUGH) or b"\n"
        text = (line.removeprefix(mark) if first else line).decode("utf-8", errors="replace")
        first = False
        yield text.rstrip("\r\n")


def code_alone(answer: Answer) -> str:
    """Give the code, or nothing."""
    return answer.code


def explained(answer: Answer) -> str:
    """Give a line for people: code, name, and what there is to say."""
    country = label(answer.code) if answer.code else "refused"
    hint = f"; did you mean {named(answer)}?" if answer.candidates and "(" not in answer.reason else ""
    told = ": ".join(filter(None, (country, answer.reason + hint)))
    return printable(f"{answer.code or '-':3}  {shown(answer.written)}  {told}")


def named(answer: Answer) -> str:
    """Name the candidates."""
    each = [f"{label(code)} ({code})" for code in answer.candidates]
    return " or ".join(filter(None, (", ".join(each[:-1]), *each[-1:])))


def shown(text: str) -> str:
    """Show what was written, on one line and not too long."""
    longest = 60
    one = " ".join(text.split())
    return repr(one if len(one) <= longest else one[:longest] + "…")


def as_json(answer: Answer) -> str:
    """Give one JSON object on one line."""
    return json.dumps(
        {
            "name": answer.written,
            "code": answer.code or None,
            "country": label(answer.code) if answer.code else None,
            "corrected": answer.corrected,
            "candidates": list(answer.candidates),
            "reason": answer.reason,
        },
        ensure_ascii=True,
    )


def as_csv(answer: Answer) -> str:
    """Give one row of CSV."""
    country = label(answer.code) if answer.code else ""
    corrected = "yes" if answer.corrected else "no"
    return row([answer.written, answer.code, country, corrected, " ".join(answer.candidates), answer.reason])


def row(cells: list[str]) -> str:
    """Write one row of CSV, without its end."""
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


FORMS: dict[str, Callable[[Answer], str]] = {
    "text": code_alone,
    "explain": explained,
    "csv": as_csv,
    "json": as_json,
}
"""How an answer is written in each form."""
