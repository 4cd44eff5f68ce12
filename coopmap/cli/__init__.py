"""The command line: every command is one call into a room, loaded when it is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from coopmap.errors import CoopmapError

__all__ = ["main"]

COMMANDS = {
    "draw": ("draw", "Draw an operation as a map: a page, or a picture."),
    "list": ("listing", "List the operations of a collection."),
    "show": ("show", "Show everything recorded about one operation."),
    "new": ("new", "Start an empty collection."),
    "copy": ("copy", "Copy a collection between a folder and a database."),
    "check": ("check", "Look for problems in the records."),
    "add": ("add", "Record an operation, by options or by questions."),
    "edit": ("edit", "Change what is recorded about an operation or one of its countries."),
    "remove": ("remove", "Remove an operation, or a country or organisation in it."),
    "join": ("join", "Record that countries joined an operation."),
    "leave": ("leave", "Record that countries left an operation."),
    "role": ("role", "Give a country another role in an operation."),
    "outcome": ("outcome", "Record, correct or remove a figure."),
    "source": ("source", "Add, change or remove a source, or put it to countries."),
    "name": ("name", "Give the codes of countries, whatever they are called."),
    "log": ("log", "Tell what was changed, when and why."),
    "diff": ("diff", "Tell the change between two versions of a collection."),
    "import": ("importing", "Take operations from a spreadsheet, a JSON file or a list."),
    "export": ("exporting", "Write operations for spreadsheets, programs, maps and networks."),
}
"""Every command: the module it lives in and what ``coopmap --help`` says about it."""

MISTAKE = 2
"""The exit code when something a person can mend is wrong."""
INTERRUPTED = 130
"""The exit code after Ctrl-C."""


class Complaint(click.ClickException):
    """One line on the error output, and exit code 2."""

    exit_code = MISTAKE

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - as click declares it
        """Print the line."""
        click.echo(f"coopmap: {' '.join(self.message.split())}", file=file, err=True)


def misused(error: click.UsageError) -> Complaint:
    """Say in one line what was wrong with a command's words, and which help would help."""
    path = error.ctx.command_path if error.ctx else "coopmap"
    return Complaint(f"{error.format_message().rstrip('.')}; '{path} --help' says what would be right")


class Commands(click.Group):
    """The commands, each fetched when it is asked for, all complaining in one way."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click declares it
        """Give the names of the commands, the main one first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"coopmap.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run a command; whatever goes wrong is told in one line."""
        try:
            return super().invoke(ctx)
        except CoopmapError as error:
            raise Complaint(str(error)) from None
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Complaint(f"{error.filename or 'a file'}: {error.strerror or error}") from None
        except click.UsageError as error:
            raise misused(error) from None
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            # A defect of ours, not a user's mistake: still one line, and the whole story when asked for.
            if os.environ.get("COOPMAP_DEBUG"):
                raise
            raise Complaint(
                f"this is a defect of coopmap, please report it ({type(error).__name__}: {error}); "
                "with COOPMAP_DEBUG=1 it says where"
            ) from None

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 - as click declares it
        """Read the options before a command's name."""
        try:
            return super().make_context(*args, **extra)
        except click.UsageError as error:
            raise misused(error) from None

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as click declares it
        """Start, on a terminal or pipe that may not know every letter."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        return super().main(*args, **extra)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: coopmap draw operation-cumberland --open",
)
@click.version_option(package_name="coopmap", message="coopmap %(version)s")
def main() -> None:
    """Record which countries took part in a public operation, and draw the map."""
