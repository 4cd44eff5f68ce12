"""A list of countries as people write it: "Denmark, Sweden and the Netherlands", "EU except Malta"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, overload

from coopmap.countries import Answer, is_group, label, members, resolve
from coopmap.errors import CoopmapError
from coopmap.records.cells import quoted
from coopmap.records.dates import earliest

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True)
class Named:
    """One country as somebody wrote it."""

    code: str
    """The country's code."""
    written: str
    """What stood there: ``the Netherlands``, ``EU except Malta``."""
    agency: str = ""
    """The agency that stood behind the country's name, after a colon."""
    group: str = ""
    """The group it was expanded from, if any."""


@dataclass(frozen=True)
class Roster(Sequence[Named]):
    """The countries somebody wrote, each once, in the order in which they stood there."""

    entries: tuple[Named, ...]
    """The countries."""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """How some names were read: a misspelling that was mended, a group that was expanded."""

    @overload
    def __getitem__(self, index: int) -> Named: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Named]: ...
    def __getitem__(self, index: int | slice) -> Named | Sequence[Named]:
        return self.entries[index]

    def __iter__(self) -> Iterator[Named]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def roster(text: str, *, on: str = "") -> Roster:
    """Read a list of countries: any spelling, groups, "all but", an agency after a colon.

    A new line, a semicolon or a bullet always parts two names; a comma and an "and" do so unless they
    belong to a name, as in Bosnia and Herzegovina. Groups have the members they had ``on`` that day.

    Raises:
        CoopmapError: names are no countries, or may be several; all of them are told.
    """
    reading = Reading(on)
    found: list[Named] = []
    for line in lines(text):
        try:
            found += entries(line, reading)
        except Refusal as refusal:
            reading.refused.append(str(refusal))
    if reading.refused:
        raise CoopmapError("; ".join(dict.fromkeys(reading.refused)))
    return Roster(once(found, reading.notes), tuple(dict.fromkeys(reading.notes)))


@dataclass(frozen=True)
class Reading:
    """What is learnt while a list is read."""

    on: str
    """The day whose members a group has."""
    notes: list[str] = field(default_factory=list)
    """How names were read."""
    refused: list[str] = field(default_factory=list)
    """Which names were refused, and why."""


class Refusal(CoopmapError):  # noqa: N818 - it is caught above, so that all refused names are told at once
    """A line whose names cannot be told apart for sure."""


BULLET = re.compile(r"^\s*(?:[-*+\u2022\u2023\u25aa\u25cf\u25e6\u2013\u2014\u00b7]+|\(?\d{1,3}[.)])\s+")
"""What stands before the lines of a list: ``- ``, ``• ``, ``3. ``."""
BREAK = re.compile(r"[;\n\r\t|\u2022\u2023\u25aa\u25cf\u25e6\u2028\u2029]+")
"""What always parts two names."""
BUT = re.compile(
    r"\s*,?\s+\(?(?:except(?:ing|\s+for)?|but|without|excluding|other\s+than|minus|save)\s+", re.IGNORECASE
)
"""What stands between a group and the members that are left out."""
AROUND = re.compile(
    r"^(?:all(?:\s+of)?\s+)?(?:the\s+)?(?:\d+\s+)?|"
    r"\s+(?:member\s+(?:states|countries|nations)|members|countries|states|nations)(?=@|$)",
    re.IGNORECASE,
)
"""Words around a group's name that say nothing more: ``all the EU member states``."""
AND = ("and", "&", "und", "et", "y", "e", "och", "og", "en", "ja", "i", "и", "та", "as well as", "plus")
"""The word before the last name of a list, in the languages press releases come in."""
PARTS = re.compile(
    rf"(\s*[,\u060c\u3001]\s*(?:(?:{'|'.join(AND)})\s+)?|\s+(?:{'|'.join(AND)})\s+)", re.IGNORECASE
)
"""What parts two names unless it belongs to one."""
TAIL = re.compile(r"\b(?:of|the|of china|de|du|del|la|las|les|el)$|\bd['\u2019]$", re.IGNORECASE)
"""How a name ends whose formal part stands behind a comma: Iran, Islamic Republic of."""
LONGEST_NAME = 4
"""How many parts one country's name may have: Saint Helena, Ascension and Tristan da Cunha has three."""


def lines(text: str) -> list[str]:
    """Cut a text where it is sure that a name ends."""
    pieces = (BULLET.sub("", line) for line in BREAK.split(text))
    return [piece for line in pieces if (piece := " ".join(line.split()).strip(" .,"))]


def entries(line: str, reading: Reading) -> list[Named]:
    """Read one line of a list: a group, a country with its agency, or several countries."""
    if BUT.search(line) and (group := group_in(BUT.split(line, maxsplit=1)[0])):
        return all_but(line, group, reading)
    if group := group_in(line):
        return expanded(group, line, reading)
    name, colon, agency = line.partition(":")
    if colon:
        return with_agency(name.strip(), agency.strip(), reading)
    return [one for name in names(line) for one in entry(name, reading)]


def entry(name: str, reading: Reading) -> list[Named]:
    """Read one name: a group's members or a country; nothing when it is refused."""
    if group := group_in(name):
        return expanded(group, name, reading)
    code = country(name, reading)
    return [Named(code=code, written=name)] if code else []


def group_in(text: str) -> str:
    """Give the group that a text names, without the words around it; nothing when it names none."""
    if is_group(text):
        return text
    bare = AROUND.sub("", AROUND.sub("", text.strip(" ()")))
    return bare if bare and is_group(bare) else ""


def expanded(group: str, written: str, reading: Reading) -> list[Named]:
    """Give the members of a group, on its own day or on the list's."""
    name, at, day = group.partition("@")
    on = day.strip() if at else reading.on
    try:
        codes = sorted(members(name, on) if on and earliest(on) else members(name), key=label)
    except ValueError:
        raise Refusal(
            f"{quoted(group)}: {quoted(day)} is no date; a day, month or year that exists would be right, "
            f"such as {name}@2019-06-01"
        ) from None
    reading.notes.append(f"{written!r} was read as {len(codes)} countries{f' as of {on}' if on else ''}")
    return [Named(code=code, written=written, group=group) for code in codes]


def all_but(line: str, group: str, reading: Reading) -> list[Named]:
    """Give the members of a group without those that are left out."""
    everybody = expanded(group, line, Reading(reading.on))
    codes = {one.code for one in everybody}
    left_out = set()
    for name in names(after_but(line)):
        code = country(name, reading)
        if code and code not in codes:
            raise Refusal(
                f"{quoted(name)} is no member of {group}, so it cannot be left out of it; "
                f"a semicolon before the next name would be right"
            )
        left_out.add(code)
    reading.notes.append(f"{line!r} was read as {len(codes - left_out)} countries")
    return [one for one in everybody if one.code not in left_out]


def after_but(line: str) -> str:
    """Give what stands behind the word "except"."""
    return BUT.split(line, maxsplit=1)[1].strip(" ()")


def with_agency(name: str, agency: str, reading: Reading) -> list[Named]:
    """Read a country with its agency; an agency that holds a second country's name is refused."""
    code = country(name, reading)
    for part in [part.strip() for part in PARTS.split(agency)[2::2]]:
        if code and (":" in part or resolved(part)):
            raise Refusal(
                f"{quoted(f'{name}: {agency}')} may name one agency or several countries; "
                f"a semicolon between two countries would be right"
            )
    return [Named(code=code, written=name, agency=agency)] if code else []


def names(line: str) -> list[str]:
    """Cut a line at its commas and ands, but not inside a country's name."""
    cut = PARTS.split(line)
    parts, between = cut[::2], cut[1::2]
    found: list[str] = []
    while parts:
        taken = whole(parts, between)
        found.append(joined(parts, between, taken))
        parts, between = parts[taken:], between[taken:]
    return [name for name in found if name.strip()]


def whole(parts: list[str], between: list[str]) -> int:
    """Say how many parts, from the first on, make up one country's name.

    Raises:
        Refusal: they may be one name or several, as in "Taiwan, China".
    """
    for taken in range(min(LONGEST_NAME, len(parts)), 1, -1):
        name = joined(parts, between, taken)
        if "," not in "".join(between[: taken - 1]):
            if resolved(name) or group_in(name):
                return taken
        elif (code := resolved(name)) and not another_within(code, parts[:taken]):
            apart = [resolved(part) for part in parts[:taken]]
            if "" not in apart and len(set(apart)) > 1:
                raise Refusal(
                    f"{quoted(name)} may be one name or {taken}; "
                    f"{quoted('; '.join(parts[:taken]))} or {quoted(label(code))} would be right"
                )
            if code not in apart or TAIL.search(name):
                return taken
    return 1


def another_within(code: str, parts: list[str]) -> bool:
    """Say whether a part may be a country that the whole is not: Korea, in "Norway, Korea, Republic of"."""
    others = (resolve(part).candidates for part in parts)
    return any(code not in candidates for candidates in others if candidates)


def joined(parts: list[str], between: list[str], taken: int) -> str:
    """Put the first parts of a line together again."""
    return "".join([parts[0], *(f"{gap}{part}" for gap, part in zip(between, parts[1:taken], strict=False))])


def resolved(name: str) -> str:
    """Give the code of a name that is spelt right, or nothing."""
    answer = resolve(name)
    return "" if answer.corrected else answer.code


def country(name: str, reading: Reading) -> str:
    """Give the code of a name; nothing, and a note of the reason, when it is refused."""
    answer = resolve(name)
    if not answer.code:
        reading.refused.append(refusal(answer))
    elif answer.corrected:
        reading.notes.append(f"{name!r} was read as {label(answer.code)}")
    return answer.code


def refusal(answer: Answer) -> str:
    """Say in a sentence what was seen, why it is refused and what would have been right."""
    reason = answer.reason.rstrip(". ") or "no country is called so"
    told = all(code in reason for code in answer.candidates)
    meant = " or ".join(code if told else f"{code} ({label(code)})" for code in answer.candidates)
    right = f"{meant} would be right" if meant else "a country's name or code would be right"
    return f"{quoted(answer.written)}: {reason}; {right}"


def once(found: list[Named], notes: list[str]) -> tuple[Named, ...]:
    """Keep each country once; a country written twice keeps both spellings."""
    kept: dict[str, Named] = {}
    for one in found:
        earlier = kept.get(one.code)
        kept[one.code] = together(earlier, one, notes) if earlier else one
    return tuple(kept.values())


def together(one: Named, other: Named, notes: list[str]) -> Named:
    """Make one entry of two for the same country; a name of its own counts more than a group's."""
    if one.group or other.group:
        return other if one.group else one
    written = "; ".join(dict.fromkeys((one.written, other.written)))
    notes.append(f"{label(one.code)} stands there twice ({written}) and is recorded once")
    return replace(one, written=written, agency=one.agency or other.agency)
