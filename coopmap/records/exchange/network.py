"""Who worked with whom, how often and since when: a network of countries as GraphML."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from coopmap.countries import label, region
from coopmap.records.vocabulary import LEADING

if TYPE_CHECKING:
    from coopmap.records.exchange.selection import Selection

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = {"label": "string", "region": "string", "operations": "int", "leads": "int"}
EDGE = {"weight": "int", "operations": "string", "first": "int", "last": "int"}
YEAR = 4


@dataclass
class Country:
    """One country of the network."""

    operations: int = 0
    """In how many operations it took part."""
    leads: int = 0
    """How many of them it led, alone or with others."""


@dataclass
class Tie:
    """What two countries did together."""

    operations: list[str] = field(default_factory=list)
    """The ids of the operations."""
    years: list[int] = field(default_factory=list)
    """The years of those whose year is known."""


@dataclass
class Network:
    """Countries and what they did together."""

    countries: dict[str, Country] = field(default_factory=dict)
    """The countries, by code."""
    ties: dict[tuple[str, str], Tie] = field(default_factory=dict)
    """The ties, by the codes of both countries in alphabetical order."""


def network(selection: Selection) -> Network:
    """Count who took part together; observers and disputed participations do not count."""
    found = Network()
    together: dict[str, dict[str, str]] = {}
    for cells in selection.tables["participations"].cells():
        if cells["role"] != "observer" and cells["status"] != "disputed":
            together.setdefault(cells["operation"], {})[cells["country"]] = cells["role"]
    for operation in selection.tables["operations"].cells():
        roles = together.get(operation["id"], {})
        year = next(
            (int(when[:YEAR]) for name in ("start", "announced", "end") if (when := operation[name])), None
        )
        for code, role in roles.items():
            country = found.countries.setdefault(code, Country())
            country.operations += 1
            country.leads += role in LEADING
        for pair in combinations(sorted(roles), 2):
            tie = found.ties.setdefault(pair, Tie())
            tie.operations.append(operation["id"])
            tie.years += [] if year is None else [year]
    return found


def as_graphml(selection: Selection) -> bytes:
    """Give the network as GraphML: countries as nodes, operations together as the weight of edges."""
    found = network(selection)
    root = Element("graphml", xmlns=NAMESPACE)
    for kind, keys in (("node", NODE), ("edge", EDGE)):
        for name, holds in keys.items():
            SubElement(
                root, "key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": holds}
            )
    graph = SubElement(root, "graph", id="co-participation", edgedefault="undirected")
    for code, country in sorted(found.countries.items()):
        node = SubElement(graph, "node", id=code)
        told = (label(code), region(code), country.operations, country.leads)
        _data(node, "node", zip(NODE, told, strict=True))
    for (one, other), tie in sorted(found.ties.items()):
        edge = SubElement(graph, "edge", source=one, target=other)
        years = (min(tie.years), max(tie.years)) if tie.years else ("", "")
        _data(edge, "edge", zip(EDGE, (len(tie.operations), ";".join(tie.operations), *years), strict=True))
    indent(root)
    file = io.BytesIO()
    ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue() + b"\n"


def _data(element: Element, kind: str, told: Iterable[tuple[str, object]]) -> None:
    for name, value in told:
        if value != "":
            SubElement(element, "data", key=f"{kind}-{name}").text = str(value)
