"""Where an article names a meeting: each mention with its series and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pipelines.meetings import catalogue
from pipelines.meetings.language import Around, Language
from pipelines.meetings.lexicon import FILLERS, Hit
from pipelines.meetings.naming import ELSEWHERE, HEADS, OWN_MEETINGS, Part, read_parts
from pipelines.meetings.rule import Found
from pipelines.meetings.runs import read_runs
from pipelines.meetings.sentences import Sentence
from pipelines.meetings.subject import Series

_OWN_ABBREVIATION = re.compile(
    r"[^().;\n]{0,70}?\((?:[^()]{0,30}\s)?[“\"‘']?(?P<code>[A-Z]{3,}[A-Z+]{0,8})(?:\s?[\-–]?\s?(?P<ordinal>\d{1,3}))?[”\"’']?\)"
)
_REACH = 90
"""Characters before and after a name that the rules on its surroundings see."""
_VERB_REACH = 40
_BETWEEN_BOTH = frozenset({"doc", "coc"})
"""Sectors whose series are always those of ASEAN and China."""
_WITH_PARTNER = frozenset({"ASEAN", "PLUS-ONE"})
_SAYING = frozenset({"word", "series"})
_WHO = ("kind:", "head:", "meet:", "modifier:")
_OWN_FRAMES = frozenset(f"frame:{frame}" for frame in OWN_MEETINGS)
_COUNTED = frozenset({"summit", "leaders", "ministers", "officials"})
_OWN_GROUPS = frozenset({"ASEAN", "ASEAN-SECRETARIAT"})
_BODIES = frozenset({"ministers", "officials", "working-group", "chiefs"})


Strength = Literal["named", "verb", "gathered", "people", "vague"]
"""`verb`: `Ngoại trưởng ASEAN họp`; `gathered`: `các Ngoại trưởng ASEAN tại hội nghị`; `people`:
`các Ngoại trưởng ASEAN`; `vague`: `họp ASEAN - Mỹ`. Only the first two mean a meeting by
themselves, the third where the article names none."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One name of a meeting in one sentence; equal only to itself."""

    sentence: Sentence
    part: Part
    series: str | None
    start: int
    end: int
    strength: Strength = "named"
    around: tuple[Found, ...] = ()
    """Readings of the rules on its surroundings, the nearest first."""

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The ordinals that the name carries."""
        return self.part.ordinals

    def said(self, field: str) -> Found | None:
        """The nearest reading of `field` around the name."""
        for found in self.around:
            if found.rule.field == field:
                return found
        return None


def read_mentions(sentence: Sentence, hits: Sequence[Hit], language: Language) -> list[Mention]:
    """The meetings that `sentence` names, from left to right."""
    named = list(_read_names(sentence, hits, language))
    due = [side for side in language.around if _is_due(side, sentence)] if named else []
    found = [_with_around(mention, due) for mention in named]
    elsewhere = any(hit.entry.code in ELSEWHERE for hit in hits)
    return [
        mention
        for mention in found
        if mention.said("none") is None and not (elsewhere and _lacks_frame(mention, hits))
    ]


def _lacks_frame(mention: Mention, hits: Sequence[Hit]) -> bool:
    """True for a bare abbreviation: the SOM of a sentence about APEC is that of APEC."""
    inside = (hit for hit in hits if mention.start <= hit.start < mention.end)
    return not any(hit.entry.code.startswith("frame:") for hit in inside)


def _read_names(sentence: Sentence, hits: Sequence[Hit], language: Language) -> Iterator[Mention]:
    if not _may_name(hits):
        return
    for run in read_runs(sentence.words, hits, sentence.whole, language.ordinals):
        if not any(item.kind in _SAYING and item.code not in FILLERS for item in run):
            continue
        parts = read_parts(run, sentence.whole, head_first=language.head_first)
        for number, part in enumerate(parts):
            named = _with_own_abbreviation(_with_implied_frame(part, hits), sentence)
            strength = _read_strength(named, sentence, hits)
            if strength == "verb" and any(
                later.headed and later.start >= part.end for later in parts[number + 1 :]
            ):
                strength = "people"
            if strength is not None:
                code = None if strength == "vague" else series_code(named)
                yield Mention(sentence, named, code, named.start, named.end, strength)


def _may_name(hits: Sequence[Hit]) -> bool:
    """False for a sentence that has not the words to name a meeting: the cheap way to say no."""
    whole = who = False
    for hit in hits:
        if hit.entry.kind == "series" or hit.entry.code in _OWN_FRAMES:
            return True
        if hit.entry.kind == "word":
            says_whole, says_who = _says(hit.entry.code)
            whole, who = whole or says_whole, who or says_who
    return whole and who


@cache
def _says(code: str) -> tuple[bool, bool]:
    """Whether a word says in which frame a meeting is held, and who meets."""
    return "frame:" in code, code.startswith(_WHO)


def series_code(part: Part) -> str | None:
    """The code of the series that a name says, or its own abbreviation, or None."""
    kind = "summit" if part.kind == "leaders" else part.kind
    kind = kind or OWN_MEETINGS.get(part.frame or "")
    partner = part.partners[0] if part.partners else None
    frame = "PARTNER" if partner is not None and part.frame in _WITH_PARTNER else part.frame
    found = _find_series(kind, part, frame or "ASEAN", partner if frame == "PARTNER" else None)
    is_plain = found is None or (found.sector is None and found.partner is None)
    if part.abbreviation is not None and is_plain:
        return part.abbreviation
    return None if found is None else found.code


def _find_series(kind: str | None, part: Part, frame: str, partner: str | None) -> Series | None:
    sector = part.sector
    if sector in _BETWEEN_BOTH:
        frame, partner = "ASEAN", None
    if sector is None and kind in {"ministers", "officials"} and frame != "ASEAN":
        sector = "foreign"
    for wanted in (sector, part.sector, None if sector == "foreign" else sector):
        found = catalogue.find_series(
            kind=kind, sector=wanted, frame=frame, modifier=part.modifier, partner=partner
        )
        if found is not None:
            return found
    return None


def _with_implied_frame(part: Part, hits: Sequence[Hit]) -> Part:
    """`part` as ASEAN's where it has an ordinal and its sentence names ASEAN and no other group.

    `Asean leaders adopted the outlook at their 34th summit`.
    """
    counted = part.ordinals and part.frame is None and part.abbreviation is None
    if not (counted and part.kind in _COUNTED and part.headed) or part.partners:
        return part
    groups = {hit.entry.code for hit in hits if hit.entry.kind == "organisation"}
    named = any(hit.entry.code == "frame:ASEAN" for hit in hits)
    return replace(part, frame="ASEAN") if named and groups <= _OWN_GROUPS else part


def _with_own_abbreviation(part: Part, sentence: Sentence) -> Part:
    """`part` with the abbreviation in brackets after it, where the table has no such series."""
    if not (part.head and part.kind in _BODIES and part.frame == "ASEAN") or part.abbreviation:
        return part
    if part.sector is not None and series_code(part) is not None:
        return part
    match = _OWN_ABBREVIATION.match(sentence.whole, part.end, sentence.end)
    if match is None:
        return part
    ordinal = match["ordinal"]
    ordinals = part.ordinals or ((int(ordinal),) if ordinal else ())
    return replace(part, abbreviation=match["code"], ordinals=ordinals, end=match.end())


def _read_strength(part: Part, sentence: Sentence, hits: Sequence[Hit]) -> Strength | None:
    """How surely a part names a meeting; None where it says too little."""
    if part.vague:
        return "vague"
    if not part.complete:
        return None
    if part.headed or part.ordinals:
        by_verb = part.met and not part.head and part.kind not in HEADS
        return "verb" if by_verb and part.abbreviation is None and not part.ordinals else "named"
    if _is_followed_by("meet:", part, sentence, hits):
        return "verb"
    return "gathered" if _is_followed_by("head:meeting", part, sentence, hits) else "people"


def _is_followed_by(code: str, part: Part, sentence: Sentence, hits: Sequence[Hit]) -> bool:
    """True where a word of that code comes in the same clause: `Ngoại trưởng ASEAN hôm nay họp`."""
    near = (
        hit for hit in hits if hit.entry.code == code and 0 <= hit.start - part.end <= _VERB_REACH
    )
    return any(not re.search(r"[,;:]", sentence.whole[part.end : hit.start]) for hit in near)


def _is_due(side: Around, sentence: Sentence) -> bool:
    return not side.rule.cues or not side.rule.cues.isdisjoint(sentence.keys)


def _with_around(mention: Mention, due: Sequence[Around]) -> Mention:
    around = () if mention.strength == "people" else _read_around(mention, due)
    return replace(mention, around=around) if around else mention


def _read_around(mention: Mention, due: Sequence[Around]) -> tuple[Found, ...]:
    starts = _starts_before(mention)
    found = (_read_side(mention, side, starts) for side in due)
    readings = [one for one in found if one is not None]
    return tuple(sorted(readings, key=lambda found: _distance(mention, found)))


def _starts_before(mention: Mention) -> list[int]:
    """Where the words begin that stand before a name: only there may a reading begin."""
    starts, end = mention.sentence.words.starts, mention.start
    return list(starts[bisect_left(starts, end - _REACH) : bisect_left(starts, end)])


def _read_side(mention: Mention, side: Around, starts: Sequence[int]) -> Found | None:
    text, pattern = mention.sentence.whole, side.rule.pattern
    match = None
    if side.side == "after":
        match = pattern.match(text, mention.end, mention.sentence.end)
    else:
        for start in starts:
            match = pattern.match(text, start, mention.start)
            if match is not None:
                break
    value = None if match is None else side.rule.read(match)
    if match is None or value is None:
        return None
    return Found(side.rule, value, match.start(), match.end(), {})


def _distance(mention: Mention, found: Found) -> int:
    return max(mention.start - found.end, found.start - mention.end)
