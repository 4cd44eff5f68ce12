"""Records as GeoJSON: one feature for each country in an operation, with the country's shape."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from coopmap.atlas import BOUNDARIES, outline
from coopmap.countries import label, region
from coopmap.records import Operation, Participation

ABOUT = ("name", "kind", "start", "end", "announced")
PART = ("role", "agency", "since", "until", "status", "as_written", "note")


def as_geojson(operations: Iterable[Operation], *, detail: str = "world") -> bytes:
    """Give operations as an RFC 7946 feature collection.

    Args:
        operations: what to write.
        detail: ``"world"`` (corners from 8 km up) or ``"coverage"`` (from 1.5 km up).

    Raises:
        CoopmapError: there is no such detail.
    """
    features = [_feature(one, part, detail=detail) for one in operations for part in one.participations]
    head = {"type": "FeatureCollection", "boundaries": BOUNDARIES}
    # A feature is a line: a program streams it, and a diff shows what changed.
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opening}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(operation: Operation, part: Participation, *, detail: str) -> dict[str, Any]:
    source = next((one for one in operation.sources if one.id == part.source), None)
    return {
        "type": "Feature",
        "id": f"{operation.id}/{part.country}",
        "properties": {
            "operation": operation.id,
            **{name: getattr(operation, name) for name in ABOUT},
            "country": part.country,
            "country_name": label(part.country),
            "region": region(part.country),
            **{name: getattr(part, name) for name in PART},
            "source": part.source,
            "publisher": source.publisher if source else "",
            "url": source.url if source else "",
        },
        "geometry": outline(part.country, detail=detail),
    }
