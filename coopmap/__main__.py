"""``python -m coopmap`` is the command line too."""

from __future__ import annotations

from coopmap.cli import main

if __name__ == "__main__":
    main(prog_name="coopmap")
