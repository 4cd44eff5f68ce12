"""The words a record may use, each with its meaning: one list for program, tables and documents."""

from __future__ import annotations

KINDS = {
    "law-enforcement": "police, customs and prosecutors",
    "naval": "ships on patrol or escort",
    "peacekeeping": "troops and police who keep or restore a peace",
    "military": "armed forces in a campaign, coalition or exercise",
    "disaster-relief": "rescue, firefighting and aid",
    "science": "research and space",
    "diplomacy": "agreements and joint monitoring",
    "investigation": "a joint inquiry into one event",
    "other": "anything else",
}
"""What sort of undertaking an operation is."""

ROLES = {
    "lead": "led the operation",
    "co-lead": "led it together with the other co-leads",
    "partner": "took part",
    "supporter": "helped without taking part itself",
    "host": "the operation took place there",
    "observer": "watched; never counted as taking part",
}
"""What a country did in an operation, in reading order."""

LEADING = ("lead", "co-lead")
"""The roles of a country that led."""

STATUSES = {
    "stated": "the source states that the country takes part",
    "disputed": "the country or another source denies it",
    "withdrawn": "the country took part and left before the end",
}
"""How sure a participation is."""

QUALIFIERS = {
    "exact": "the figure is the source's own",
    "at-least": "the source says 'more than', 'over' or 'at least'",
    "about": "the source says 'about', 'nearly' or rounds",
}
"""How exactly a source states a number."""

ORGANISATION_ROLES = {
    "coordinator": "coordinated the operation or ran it",
    "supporter": "helped it",
    "funder": "paid for it",
    "participant": "took part as a body",
}
"""What an organisation did in an operation."""

SEVERITIES = {
    "error": "the record contradicts itself: mend it before you publish",
    "warning": "somebody should look at this",
    "note": "normal, but a reader may ask",
}
"""How much a problem matters."""
