"""The one place where text becomes markup: templates are filled here, and everything in them is escaped.

Templates lie beside the Python that fills them (``picture.svg``, ``page/page.html``). Text of a record
reaches a page through them and in no other way.
"""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from coopmap.maps.compiled import CompiledTemplates

__all__ = ["Markup", "attribute_text", "ready", "render", "template", "verbatim"]

_ROOM = Path(__file__).parent

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML cannot carry: controls, halves of surrogate pairs, non-characters."""

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
"""A comment on lines of its own in a script or style of ours: for who reads the code, not for the page."""

_REPLACEMENT = "\ufffd"
"""Stands for what could not be printed, so that the reader sees that something was there."""


def render(name: str, /, **values: object) -> Markup:
    """Fill the template of that name; every value is escaped unless it came out of a template itself."""
    return ready(template(name).render(**values))


@cache
def template(name: str) -> Template:
    """Find a template by its path from this folder; a name missing in the values is an error."""
    return _ENVIRONMENT.get_template(name)


def verbatim(*names: str) -> Markup:
    """Read scripts or styles of ours that are no templates, one after the other, without their comments."""
    return Markup("").join(_file(name) for name in names)


@cache
def _file(name: str) -> Markup:
    return ready(_COMMENT.sub("", (_ROOM / name).read_text(encoding="utf-8")))


def ready(text: str) -> Markup:
    """Take over text that is markup, script or style already: from a template or library, never a record."""
    return Markup(text)  # noqa: S704 - the only place where text is declared to be safe


def attribute_text(value: str) -> str:
    """Give back the text that an escaped attribute stands for."""
    return html.unescape(value)


def _printable(value: object) -> object:
    """Replace what HTML cannot carry; markup that is ready stays as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNPRINTABLE.sub(_REPLACEMENT, value)
    return value


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_ROOM),
    autoescape=True,
    bytecode_cache=CompiledTemplates(),
    undefined=StrictUndefined,
    finalize=_printable,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "allow_nan": False}
