"""Files are packed into one so that the same files always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_CLOCK = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files so that the same files give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, date_time=NO_CLOCK)
            member.external_attr = READABLE
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, content)
    return archive.getvalue()
