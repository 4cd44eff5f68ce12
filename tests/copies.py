"""A copy of the shipped collection that a test may spoil, and the command line run on it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from coopmap.cli import main
from tests.checkout import ROOT

DATA = ROOT / "data"


@dataclass(frozen=True)
class Copy:
    """A collection in a folder of its own."""

    folder: Path

    @classmethod
    def made_in(cls, folder: Path) -> Copy:
        """Copy the shipped collection."""
        shutil.copytree(DATA, folder / "copy")
        return cls(folder / "copy")

    def change(self, file: str, old: str, new: str) -> None:
        """Change a file where it says ``old`` for the first time."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert old in text
        (self.folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, file: str, line: str) -> None:
        """Add a row at the end of a table."""
        with (self.folder / file).open("a", encoding="utf-8") as table:
            table.write(line + "\n")

    def contents(self) -> dict[str, bytes]:
        """Give the bytes of every file."""
        return {path.name: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def run(self, *words: str) -> Result:
        """Run a command on it."""
        return run(*words, "--data", str(self.folder))

    def complaint(self, *words: str) -> str:
        """Run a command that must fail in one line with exit code 2; give it without the folder's name."""
        result = self.run(*(words or ("list",)))
        assert isinstance(result.exception, SystemExit), result.exception
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.output
        return result.stderr.strip().replace(f"{self.folder}/", "").replace(str(self.folder), "FOLDER")


def run(*words: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, list(words), prog_name="coopmap")
