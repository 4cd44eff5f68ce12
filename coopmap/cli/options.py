"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def data_option(command: Command) -> Command:
    """Let a command read another collection than the one that ships with coopmap."""
    return click.option(
        "--data",
        metavar="DIR",
        help="The collection's folder or database (sqlite:///ops.db, postgresql://host/desk). Without it: "
        "what COOPMAP_DATA names, then a datapackage.json here or in ./data, then the collection that ships "
        "with coopmap.",
    )(command)


def operation_argument(*, required: bool = True) -> Callable[[Command], Command]:
    """Let a command speak of one operation."""
    return click.argument("operation", metavar="ID", required=required)
