"""Where an article names a meeting: each mention with its series and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from pipelines.meetings import catalogue
from pipelines.meetings.implied import imply_frame
from pipelines.meetings.language import Language, is_frame
from pipelines.meetings.lexicon import FILLERS, Hits
from pipelines.meetings.met import read_guest, read_met, read_met_together
from pipelines.meetings.naming import ELSEWHERE, OTHER_YEAR, OWN, RETREAT, read_parts
from pipelines.meetings.part import BETWEEN_BOTH, HEADS, OWN_MEETINGS, Part
from pipelines.meetings.rule import Found
from pipelines.meetings.runs import Item, read_runs
from pipelines.meetings.sentences import Sentence
from pipelines.meetings.subject import Series

_OWN_ABBREVIATION = re.compile(
    r"[^().;\n]{0,70}?\((?:[^()]{0,30}\s)?[“\"‘']?(?P<code>[A-Z]{3,}[A-Z+]{0,8})(?:\s?[\-–]?\s?(?P<ordinal>\d{1,3}))?[”\"’']?\)"
)
_CLAUSE_END = re.compile(r"[,;:.]")
_VERB_REACH = 40
_MEETING_REACH = 70
_NEXT = 12
"""Characters between a forum's name and the words that it opens or is held."""
_CLAUSE_REACH = 160
_MEETING = "head:meeting"
_WITH_PARTNER = frozenset({"ASEAN", "PLUS-ONE"})
_SAYS_WHO = ("kind:", "head:", "meet:", "modifier:")
_WHOLE, _WHO, _SAYING = 1, 2, 4
"""What a word may add to a name, as bits: in which frame they meet, who meets, anything at all."""
_OWN_FRAMES = frozenset(f"frame:{frame}" for frame in OWN_MEETINGS)
_WITHOUT_FRAME = frozenset({"modifier:special", "modifier:commemorative", OTHER_YEAR})
_BODIES = frozenset({"ministers", "officials", "working-group", "chiefs"})


Strength = Literal["named", "verb", "gathered", "people", "vague"]
"""`verb`: `Ngoại trưởng ASEAN họp`; `gathered`: `các Ngoại trưởng ASEAN tại hội nghị`; `people`:
`các Ngoại trưởng ASEAN`; `vague`: `họp ASEAN - Mỹ`. Only the first two mean a meeting by
themselves, the third where the article names none."""


@dataclass(slots=True, eq=False)
class Mention:
    """One name of a meeting in one sentence; equal only to itself."""

    sentence: Sentence
    part: Part
    series: str | None
    start: int
    end: int
    strength: Strength = "named"
    around: Mapping[str, Found] = field(default_factory=dict)
    """By field the nearest reading of the rules on its surroundings."""

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The ordinals that the name carries."""
        return self.part.ordinals

    def said(self, field: str) -> Found | None:
        """The nearest reading of `field` around the name."""
        return self.around.get(field)


def read_mentions(sentence: Sentence, hits: Hits, language: Language) -> list[Mention]:
    """The meetings that `sentence` names, from left to right."""
    named = list(_read_names(sentence, hits, language)) if _may_name(hits) else []
    if not named:
        return []
    _let_names_rule(named)
    elsewhere = not ELSEWHERE.isdisjoint(hits.codes)
    return [
        mention
        for mention in named
        if mention.said("none") is None and not (elsewhere and _lacks_frame(mention, hits))
    ]


def _let_names_rule(mentions: Sequence[Mention]) -> None:
    """Let who meets be people where the same clause names what they met at.

    `Ministers of China and Japan will meet with ASEAN Ministers at the AMAF+3 meeting`.
    """
    for one, after in pairwise(mentions):
        gap = one.sentence.whole[one.end : after.start]
        if (one.strength, after.strength) == ("verb", "named") and not _CLAUSE_END.search(gap):
            one.strength = "people" if after.said("background") is None else "verb"


def _lacks_frame(mention: Mention, hits: Hits) -> bool:
    """True for a bare abbreviation: the SOM of a sentence about APEC is that of APEC."""
    inside = (hit.entry.code for hit in hits if mention.start <= hit.start < mention.end)
    return not any(is_frame(code) for code in inside if code not in ELSEWHERE)


def _read_names(sentence: Sentence, hits: Hits, language: Language) -> Iterator[Mention]:
    for run in read_runs(sentence, hits, language.ordinals):
        if not _may_mean(run):
            continue
        parts = read_parts(run, sentence.whole, head_first=language.head_first)
        for number, part in enumerate(parts):
            named = _with_own_abbreviation(imply_frame(part, hits), sentence)
            named = read_guest(named, sentence, hits, language)
            if _is_attended(named, sentence, language):
                named = replace(named, head=True)
            strength = _read_strength(named, sentence, hits)
            if strength in ("gathered", "verb") and named.modifier is None:
                modifier = _modifier_after(named, hits)
                if modifier is not None:
                    named, strength = replace(named, modifier=modifier), "verb"
            if strength == "verb" and any(_is_held_at(one, part) for one in parts[number + 1 :]):
                strength = "people"
            gathered = strength in ("people", "verb")
            met = read_met(named, sentence, hits, language) if gathered else None
            if strength == "named" and language.between.search(
                sentence.whole, named.start, named.end
            ):
                named = read_met_together(named, sentence, hits, language) or named
            if met is None and strength == "verb":
                met = read_met_together(named, sentence, hits, language)
            if met is not None and series_code(met) is not None:
                named, strength = met, "verb"
            if strength is not None:
                code = None if strength == "vague" else series_code(named)
                span = (named.start, named.end)
                around = {} if strength == "people" else language.around.read(sentence, *span)
                yield Mention(sentence, named, code, *span, strength, around)


def _is_held_at(later: Part, part: Part) -> bool:
    """True where `later` names the meeting that `part` gathers for: `chiefs met for the 12th ...`.

    `their annual talks` names none.
    """
    named = later.frame or later.abbreviation or later.partners or later.ordinals
    return later.headed and bool(named) and later.start >= part.end


def _is_attended(part: Part, sentence: Sentence, language: Language) -> bool:
    """True for a forum that somebody goes to, which then means its meeting: `to attend the ARF`.

    So does one that opens or closes, where it is no region too: `the ARF opens today`.
    """
    if part.frame not in OWN_MEETINGS or part.complete or part.partners:
        return False
    around = language.around.read(sentence, part.start, part.end)
    report = around.get("report")
    held = report is not None and (report.end <= part.start or report.start - part.end <= _NEXT)
    return "attends" in around or (held and OWN_MEETINGS[str(part.frame)] == "ministers")


def _may_name(hits: Hits) -> bool:
    """False for a sentence that has not the words to name a meeting: the cheap way to say no."""
    if hits.of("series"):
        return True
    said = 0
    for hit in hits.of("word"):
        said |= _says(hit.entry.code)
        if said == _WHOLE | _WHO:
            return True
    return False


def _may_mean(run: Sequence[Item]) -> bool:
    """False for a run that does not say who meets, or not in which frame."""
    said = 0
    for item in run:
        kind = item.kind
        if kind == "series":
            return True
        if kind == "word":
            said |= _says_in_run(item.code)
        elif kind == "ordinal":
            said |= _WHOLE | _WHO
    return said == _WHOLE | _WHO | _SAYING


@cache
def _says(code: str) -> int:
    """Whether a word says in which frame a meeting is held, and who meets."""
    if code in _OWN_FRAMES:
        return _WHOLE | _WHO
    whole = "frame:" in code or any(f"sector:{one}" in code for one in BETWEEN_BOTH)
    return _WHOLE * whole | _WHO * code.startswith(_SAYS_WHO)


@cache
def _says_in_run(code: str) -> int:
    """What a word says in a run: some go without a frame, and a filler says nothing."""
    frameless = code in _WITHOUT_FRAME or code.endswith(OWN)
    return _says(code) | _WHOLE * frameless | _SAYING * (code not in FILLERS)


def series_code(part: Part) -> str | None:
    """The code of the series that a name says, or its own abbreviation, or None."""
    kind = "summit" if part.kind == "leaders" else part.kind
    if kind is None or (part.frame, kind) == ("ARF", "summit"):
        kind = OWN_MEETINGS.get(part.frame or "")
    partner = part.partners[0] if part.partners else None
    frame = "PARTNER" if partner is not None and part.frame in _WITH_PARTNER else part.frame
    found = _find_series(kind, part, frame or "ASEAN", partner if frame == "PARTNER" else None)
    is_plain = found is None or (found.sector is None and found.partner is None)
    if part.abbreviation is not None and is_plain:
        joint = f"{part.abbreviation}-{partner}" if part.frame == "PLUS-ONE" else ""
        code = part.abbreviation if catalogue.series_of(joint) is None else joint
        return _with_modifier(code, part.modifier)
    return None if found is None else found.code


def _with_modifier(code: str, modifier: str | None) -> str:
    """The series of that kind that the modifier makes of another: `Hội nghị hẹp AEM`."""
    own = catalogue.series_of(code) if modifier else None
    if own is None or own.kind is None or own.modifier is not None:
        return code
    found = catalogue.find_series(
        kind=own.kind, sector=own.sector, frame=own.frame, modifier=modifier, partner=own.partner
    )
    return code if found is None else found.code


def _find_series(kind: str | None, part: Part, frame: str, partner: str | None) -> Series | None:
    sector = part.sector
    if sector in BETWEEN_BOTH:
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


def _read_strength(part: Part, sentence: Sentence, hits: Hits) -> Strength | None:
    """How surely a part names a meeting; None where it says too little."""
    if part.vague:
        return "vague"
    if not part.complete:
        return None
    if part.headed or part.ordinals:
        by_verb = part.met and not part.head and part.kind not in HEADS
        return "verb" if by_verb and part.abbreviation is None and not part.ordinals else "named"
    if _is_followed_by("meet:", part, sentence, hits) or _is_followed_by_clause(part, hits):
        return "verb"
    gathered = _is_followed_by(_MEETING, part, sentence, hits, reach=_MEETING_REACH)
    return "gathered" if gathered else "people"


def _modifier_after(part: Part, hits: Hits) -> str | None:
    """What they are told to be at, who are in `part`: `at a special meeting`, `for a retreat`."""
    ahead = [hit for hit in hits if 0 <= hit.start - part.end <= _MEETING_REACH]
    first = next((hit for hit in ahead if hit.entry.code in (_MEETING, RETREAT)), None)
    if first is None or first.entry.code == RETREAT:
        return first and "retreat"
    beside = (hit for hit in ahead if hit.last == first.first)
    said = (hit.entry.code for hit in beside if hit.entry.code.startswith("modifier:"))
    return next((code.removeprefix("modifier:") for code in said), None)


def _is_followed_by_clause(part: Part, hits: Hits) -> bool:
    """True where the same sentence says later that they met: `ministers urged calm as they met`."""
    near = (hit for hit in hits if hit.entry.code == "they:")
    return any(0 <= hit.start - part.end <= _CLAUSE_REACH for hit in near)


def _is_followed_by(
    code: str, part: Part, sentence: Sentence, hits: Hits, *, reach: int = _VERB_REACH
) -> bool:
    """True where a word of that code comes in the same clause: `Ngoại trưởng ASEAN hôm nay họp`."""
    near = (hit for hit in hits if hit.entry.code == code and 0 <= hit.start - part.end <= reach)
    return any(not re.search(r"[,;:]", sentence.whole[part.end : hit.start]) for hit in near)
