"""What the commands that change a collection share: options, the answer in one line, and the writing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from coopmap.cli.options import data_option
from coopmap.cli.speech import printable, say
from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from coopmap.records import Change, Collection
    from coopmap.records.editing import Roster

Command = TypeVar("Command", bound=Callable[..., Any])

FACTS = ("publisher", "title", "url", "published")
"""What the options can say about a source."""


@dataclass
class Desk:
    """The collection somebody works on, and how."""

    data: str | None
    """The place that was named, if any."""
    dry_run: bool
    """Whether nothing is to be written."""
    reason: str
    """Why it is done, for the log."""

    @cached_property
    def collection(self) -> Collection:
        """The collection, sure to be somebody's own."""
        from coopmap.records import read
        from coopmap.records.editing import check_own

        collection = read(self.data)
        check_own(collection, named=bool(self.data or os.environ.get("COOPMAP_DATA")))
        return collection

    def lines(self, changes: Sequence[Change]) -> tuple[str, ...]:
        """Tell changes in words, once it is sure that they can be made."""
        from coopmap.records import names_in
        from coopmap.records.editing import rehearse
        from coopmap.records.telling import tell_all

        rehearse(self.collection, changes)
        operations = {change.key[0] for change in changes if change.table != "sources"}
        return tell_all(changes, names=names_in(self.collection, operations))

    def carry_out(
        self, changes: Sequence[Change], *, already: str = "It is recorded so already.", asking: bool = False
    ) -> None:
        """Make the changes and say in words what changed; a dry run only says it.

        Args:
            changes: what shall become of which rows.
            already: what to say when there is nothing to change.
            asking: whether the person is shown the words first, and asked.
        """
        if not changes:
            say(f"Nothing changes. {already}")
            return
        lines = "\n".join(self.lines(changes))
        if self.dry_run:
            say(lines)
            note("This was a dry run; nothing was written")
        elif not asking:
            self.collection.apply(changes, reason=self.reason)
            say(lines)
        elif confirmed(f"{lines}\nWrite this?", default=True):
            self.collection.apply(changes, reason=self.reason)
            say("Written.")
        else:
            say("Nothing was written.")

    def within(self, operation: str, who: str) -> dict[str, str]:
        """Say which country or organisation of an operation is meant, and report what was mended."""
        from coopmap.countries import label, resolve
        from coopmap.records.editing import target

        meant = target(self.collection, operation, who) if who else {}
        if "country" in meant and resolve(who).corrected:
            note(f"{who!r} was read as {label(meant['country'])}")
        return meant

    def roster(self, texts: Sequence[str], *, on: str = "") -> Roster:
        """Read countries as they were written, and report what was mended."""
        from coopmap.records.editing import roster

        listed = roster("\n".join(unbroken(texts)), on=on)
        for sentence in listed.notes:
            note(sentence)
        return listed


@dataclass(frozen=True)
class Citation:
    """The source that was named: one that is recorded, or what is known of a new one."""

    source: str
    """The id or address of a recorded source, or the id for a new one."""
    facts: Mapping[str, str]
    """What is known of a new one."""

    def settled(self, collection: Collection) -> tuple[str, tuple[Change, ...]]:
        """Give the source's id, and the change that adds it if it is new."""
        from coopmap.records.editing import new_source, source_at, source_row

        if self.facts:
            return new_source(collection, cells={**self.facts, "id": self.source})
        if "://" in self.source:
            return source_at(collection, self.source), ()
        return (source_row(collection, self.source)["id"] if self.source else ""), ()


def change_options(command: Command) -> Command:
    """Let a command change a collection: ``--dry-run``, ``--reason``, ``--data``."""

    @wraps(command)
    def with_desk(*args: Any, dry_run: bool, reason: str, data: str | None, **extra: Any) -> Any:  # noqa: ANN401
        return command(*args, desk=Desk(data=data, dry_run=dry_run, reason=reason), **extra)

    options = (
        click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing."),
        click.option("--reason", default="", metavar="TEXT", help="Why, for the log."),
        data_option,
    )
    return decorated(cast("Command", with_desk), options)


def source_options(command: Command) -> Command:
    """Let a command name a source, recorded or new."""

    @wraps(command)
    def with_citation(*args: Any, source: str, **extra: Any) -> Any:  # noqa: ANN401
        facts = {name: text for name in FACTS if (text := extra.pop(f"source_{name}"))}
        return command(*args, cited=Citation(source, facts), **extra)

    options = (
        click.option(
            "--source", default="", metavar="ID", help="Who says so: a recorded source's id or URL."
        ),
        click.option(
            "--source-publisher", default="", metavar="TEXT", help="Of a new source: who published it."
        ),
        click.option("--source-title", default="", metavar="TEXT", help="Of a new source: its headline."),
        click.option("--source-url", default="", metavar="URL", help="Of a new source: its web address."),
        click.option(
            "--source-published", default="", metavar="DATE", help="Of a new source: when it appeared."
        ),
    )
    return decorated(cast("Command", with_citation), options)


def decorated(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    """Put options on a command, in the order in which its help lists them."""
    for option in reversed(options):
        command = option(command)
    return command


def unbroken(words: Sequence[str]) -> Sequence[str]:
    """Put a name together that the shell took apart because nobody quoted it: New Zealand."""
    from coopmap.countries import resolve

    name = resolve(" ".join(words))
    apart = len(words) > 1 and name.code and not name.corrected
    return (name.written,) if apart and not all(resolve(word).code for word in words) else words


def note(sentence: str) -> None:
    """Tell a person something beside the answer."""
    click.echo(f"Note: {printable(' '.join(sentence.split()).rstrip('.'))}.", err=True)


def at_terminal() -> bool:
    """Say whether a person sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, *, default: bool = False) -> bool:
    """Ask a person yes or no."""
    return click.confirm(printable(question), default=default, err=True)


def ask(question: str, read: Callable[[str], str], *, default: str = "") -> str:
    """Ask a person for a text until it can be read; why it cannot is said in one line."""

    def heard(text: str) -> str:
        try:
            return read(text.strip())
        except CoopmapError as error:
            raise click.BadParameter(printable(" ".join(str(error).split()))) from None

    answer: str = click.prompt(
        question, default=default, show_default=bool(default), value_proc=heard, err=True
    )
    return answer
