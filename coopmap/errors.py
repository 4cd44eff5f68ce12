"""What can go wrong, by name: every error coopmap shows a person is one clear line."""

from __future__ import annotations


class CoopmapError(Exception):
    """Something a person can mend: one line saying what was seen, where, and what would have been right.

    The command line prints the line and ends with exit code 2; no traceback is shown.
    """
