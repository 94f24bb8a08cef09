"""From a run of words to the meetings that it names: what it says of each, in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from pipelines.meetings import catalogue
from pipelines.meetings.part import BETWEEN_BOTH, HEADS, Part
from pipelines.meetings.runs import Item

ELSEWHERE = frozenset({"frame:APEC", "frame:ASEM", "frame:G20"})
"""Frames whose meetings are none of ours, though their officials are called SOM too."""
HEAD_WORDS = frozenset({"head:meeting", "head:session"})
"""Codes of words that say by themselves that people meet: `hội nghị`, `lễ khai mạc`."""
OTHER_YEAR = "year:other"
"""Comes before the name of a meeting of another year, which then goes without ASEAN's name."""
OWN = " own:"
"""Ends the code of words that mean the meeting of a group which the sentence names elsewhere."""
RETREAT = "modifier:retreat head:"
"""Says how they meet, not who: `ASEAN foreign ministers ended a two-day retreat`."""
_JOINED = re.compile(r"[\s.)]*[-–—−－/]\s*")
_PLUS_THREE = frozenset({"CN", "JP", "KR"})


def read_parts(run: Sequence[Item], text: str, *, head_first: bool) -> list[Part]:
    """The meetings that a run names, each with what it takes over from its neighbour."""
    builder = _Builder(text, head_first)
    for item in run:
        builder.add(item)
    parts = builder.parts if head_first else builder.parts[::-1]
    inherited = _inherit(parts)
    in_order = inherited if head_first else inherited[::-1]
    return [one for part in in_order for one in _by_partner(part)]


@dataclass(slots=True)
class _Builder:
    """Collects items into parts, from left to right."""

    text: str
    head_first: bool
    parts: list[Part] = field(default_factory=lambda: [Part()])
    previous: Item | None = None
    pending: bool = False
    comma: bool = False
    met: bool = False
    """True after a verb: `finance chiefs gathered for the ...`."""

    def add(self, item: Item) -> None:
        """Put `item` into the last part, or into a new one."""
        code, before = item.code, self.previous
        if before is not None and not self.comma:
            low, high = before.end, item.start
            comma = high - low > 1 and self.text.find(",", low, high) >= 0
            self.comma = comma or self.text.find("、", low, high) >= 0
        self.pending = self.pending or self.comma
        if code not in ("and:", "of:", OTHER_YEAR):
            self._put(item)
            self.pending, self.comma, self.met = False, False, code == "meet:"
        self.pending = self.pending or code.endswith("and:")
        self.previous = item

    def _put(self, item: Item) -> None:
        if self._opens_part(item):
            self.parts.append(Part())
        if self._belongs(item):
            part = self.parts[-1]
            if part.name_start < 0 and item.code not in ("of:", "head:session"):
                inside = part.start < 0 or item.code.startswith(("head:", "kind:"))
                part.name_start = item.start if inside else part.start
            _put_item(part, item)
            part.start = item.start if part.start < 0 else part.start
            part.end = item.end
            noun = part.head or part.abbreviation or part.kind in HEADS
            if item.code != "meet:" or not noun:
                part.noun_end = item.end

    def _opens_part(self, item: Item) -> bool:
        part = self.parts[-1]
        if item.kind == "country":
            return False
        if part.partners and part.only_partners and not self._is_joined(item):
            return not (self.pending and "frame:" in item.code)
        if self.met and not self.pending and not self.head_first:
            return item.code != RETREAT
        if item.kind == "ordinal":
            return self.pending and not self.head_first and part.complete
        if self.comma and self.head_first and part.start >= 0 and "kind:" in item.code:
            return True
        if item.code in HEAD_WORDS:
            return self.head_first and part.says_who
        if self.head_first and part.kind in HEADS and _says_head(item.code) and part.complete:
            return True
        if not self.head_first and self.pending and part.headed and "kind:" in item.code:
            return True
        return self.pending and (part.complete or (part.frame is not None and "frame" in item.code))

    def _belongs(self, item: Item) -> bool:
        """False for a country that does not meet ASEAN but merely stands next to it."""
        part = self.parts[-1]
        if item.kind == "ordinal":
            return not self.head_first or (part.start >= 0 and not self.comma)
        if item.kind != "country":
            return True
        if item.code in part.partners:
            return False
        if part.frame is None:
            return not part.partners
        if part.partners:
            return self.pending
        joined = self._is_joined(item) or self._follows_asean(item)
        return joined or self._follows_office() or (self.pending and not self.comma)

    def _follows_asean(self, item: Item) -> bool:
        """True for the partner in `ASEAN Australia Summit`, where nobody set the hyphen."""
        before = self.previous
        if self.head_first or before is None or before.code not in ("frame:ASEAN", "frame:PLUS"):
            return False
        return self.text[before.end : item.start] == " " and item.code in _partners()

    def _follows_office(self) -> bool:
        """True for `ngoại trưởng ASEAN với Ngoại trưởng Trung Quốc`.

        Not after a comma: `Following the ADMM Retreat, Singapore will host`.
        """
        return not self.comma and self.previous is not None and "kind:" in self.previous.code

    def _is_joined(self, item: Item) -> bool:
        before = 0 if self.previous is None else self.previous.end
        return _JOINED.fullmatch(self.text, before, item.start) is not None


@cache
def _partners() -> frozenset[str]:
    return frozenset(country.code for country in catalogue.partners())


@cache
def _says_head(code: str) -> bool:
    """True for a word that is a head of its own: `Hội nghị Cấp cao ASEAN Diễn đàn ...`."""
    return any(f"kind:{kind}" in code for kind in HEADS)


def _put_item(part: Part, item: Item) -> None:
    if item.kind == "word":
        for attribute, value in _said_by(item.code):
            _put_word(part, attribute, value)
    elif item.kind == "ordinal":
        part.ordinals += tuple(number for number in item.ordinals if number not in part.ordinals)
        if part.ordinals and part.ordinal_span is None:
            part.ordinal_span = (item.start, item.end)
    elif item.kind == "country":
        part.partners += (item.code,)
    elif item.kind == "series":
        part.abbreviation = part.abbreviation or item.code


@cache
def _said_by(code: str) -> list[tuple[str, str]]:
    """The attributes that the code of a word sets, each with its value."""
    return [
        (attribute, value) for attribute, _, value in (one.partition(":") for one in code.split())
    ]


def _put_word(part: Part, attribute: str, value: str) -> None:
    match attribute:
        case "head":
            part.head = True
        case "meet":
            part.met = True
        case "short":
            part.short = True
        case "kind":
            part.kind = _narrower(part.kind, value)
        case "sector":
            part.sector = _narrower_sector(part.sector, value)
        case "frame":
            part.frame = value if part.frame in (None, "ASEAN") else part.frame
        case "modifier" if part.modifier in (None, "informal"):
            part.modifier = value
        case "partner" if value not in part.partners:
            part.partners += (value,)


def _narrower_sector(old: str | None, new: str) -> str:
    """The first sector of a name; but what ASEAN and China negotiate says more than `foreign`."""
    return new if old is None or (old == "foreign" and new in BETWEEN_BOTH) else old


def _narrower(old: str | None, new: str) -> str:
    """Of two kinds in one name the one that says more: ministers at a summit are no summit.

    Leaders at a summit are: `ASEAN Heads of Government Summit`.
    """
    if {old, new} == {"leaders", "summit"}:
        return "summit"
    return new if old in (None, "summit", "dialogue", "forum", "talks") else str(old)


def _inherit(parts: Iterable[Part]) -> list[Part]:
    """Let a part that only says the frame take the rest from the part before."""
    done: list[Part] = []
    for part in parts:
        giver = done[-1] if done else None
        says_whose = part.frame or part.partners or part.ordinals
        lends = giver is not None and giver.kind is not None and not (giver.short or part.head)
        if giver is not None and lends and says_whose and not part.says_who:
            part = _take_over(part, giver)
        done.append(part)
    return [part for part in done if part.start >= 0]


def _take_over(part: Part, giver: Part) -> Part:
    partners = part.partners or (giver.partners if part.frame is None else ())
    return replace(
        part,
        kind=giver.kind,
        sector=part.sector or giver.sector,
        frame=part.frame or giver.frame,
        modifier=part.modifier or giver.modifier,
        head=part.head or giver.head,
        partners=partners,
    )


def _by_partner(part: Part) -> Iterator[Part]:
    """One meeting for each partner, but one of all where they are the Plus Three."""
    if part.frame == "PLUS" and part.partners and part.sector != "defence":
        part = replace(part, frame="PLUS-ONE")
    if len(part.partners) < 2 or part.frame not in ("ASEAN", "PLUS-ONE"):
        yield part
    elif frozenset(part.partners) == _PLUS_THREE:
        yield replace(part, partners=(), frame="APT")
    else:
        yield from (replace(part, partners=(code,)) for code in part.partners)
