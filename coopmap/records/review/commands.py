"""The commands that mend a problem, as a reviewer types them; words in capitals are for her to fill in."""

from __future__ import annotations


def role(operation: str, country: str, word: str) -> str:
    """Give a country another role."""
    return f"coopmap role {operation} {country} {word}"


def join(operation: str, country: str) -> str:
    """Add a country to an operation."""
    return f"coopmap join {operation} {country}"


def leave(operation: str, country: str, date: str) -> str:
    """Say when a country left before the end."""
    return f"coopmap leave {operation} {country} --date {date} --withdrawn"


def edit(operation: str, column: str, value: str, *, country: str = "") -> str:
    """Write something else into the operation's row, or into a country's."""
    whose = f"{operation} {country}" if country else operation
    return f"coopmap edit {whose} {column}={value}"


def outcome(operation: str, measure: str, *options: str) -> str:
    """Change a figure."""
    return " ".join(("coopmap outcome", operation, measure, *options))


def source(source_id: str, column: str, value: str) -> str:
    """Write something else into a source's row."""
    return f"coopmap source {source_id} --{column} {value}"


def remove(operation: str, row: str = "") -> str:
    """Remove an operation, or a country or an organisation from one."""
    return f"coopmap remove {operation} {row}".rstrip()
