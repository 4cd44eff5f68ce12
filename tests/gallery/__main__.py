"""Prints the gallery, or photographs it: ``python -m tests.gallery --print`` or ``--contact FILE``."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.gallery.contact import contact
from tests.gallery.printing import FOLDER, text
from tests.gallery.sheets import NAMES, sheet


def main() -> None:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__.splitlines()[0])
    parser.add_argument("--print", action="store_true", help="write the text prints anew")
    parser.add_argument("--contact", metavar="FILE", type=Path, help="photograph every sheet into one PNG")
    parser.add_argument("--width", type=int, default=1000, help="pixels of the column photographed (1000)")
    parser.add_argument("--columns", type=int, default=4, help="columns of the contact sheet (4)")
    parser.add_argument("names", nargs="*", metavar="NAME", help="sheets; all, unless named")
    chosen = parser.parse_args()
    names = tuple(chosen.names) or NAMES
    if unknown := set(names) - set(NAMES):
        parser.error(f"no sheet {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if chosen.print:
        for name in names:
            (FOLDER / f"{name}.txt").write_text(text(sheet(name)), encoding="utf-8")
    if chosen.contact:
        contact(chosen.contact, width=chosen.width, names=names, columns=chosen.columns)


if __name__ == "__main__":
    main()
