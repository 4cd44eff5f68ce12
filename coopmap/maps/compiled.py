"""Compiled templates: kept beside Python's own compiled files, so that the next map starts sooner."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parent / "__pycache__"


class CompiledTemplates(BytecodeCache):
    """Templates as Python bytecode; Jinja throws away what was made from another text or by another version.

    Where the folder cannot be written, templates are compiled anew each time, and nothing else changes.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the compiled template, if there is one."""
        with (
            contextlib.suppress(OSError, EOFError, ValueError, TypeError),
            _file(bucket).open("rb") as opened,
        ):
            bucket.load_bytecode(opened)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template; another process sees all of it or nothing."""
        if sys.dont_write_bytecode:
            return
        target = _file(bucket)
        beside = target.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            beside.write_bytes(bucket.bytecode_to_string())
            beside.replace(target)


def _file(bucket: Bucket) -> Path:
    return _FOLDER / f"{bucket.key}.{sys.implementation.cache_tag}.jinja"
