"""Meetings that are told by who met whom: `U.S. President X told leaders of ASEAN`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.meetings import catalogue
from pipelines.meetings.language import Language
from pipelines.meetings.lexicon import Hit
from pipelines.meetings.part import Part
from pipelines.meetings.sentences import Sentence

_REACH = 110
"""Characters before those who are met within which the one who meets them is named."""
_PARTNER = "partner:"


def read_met(
    part: Part, sentence: Sentence, hits: Sequence[Hit], language: Language
) -> Part | None:
    """The meeting of ASEAN's people in `part` with a partner, whose office holder meets them."""
    if part.frame != "ASEAN" or part.partners:
        return None
    partner = _find_teller(part, sentence, hits, language)
    return None if partner is None else replace(part, partners=(partner,), met=True)


def read_met_together(
    part: Part, sentence: Sentence, hits: Sequence[Hit], language: Language
) -> Part | None:
    """The meeting of ASEAN's people in `part`, who meet, with the partner named beside them."""
    if part.frame != "ASEAN" or part.partners:
        return None
    text, partner = sentence.whole, None
    joint = language.joint.match(text, part.end, sentence.end)
    if joint is not None:
        offices = [hit for hit in hits if hit.entry.kind == "title" and hit.start == joint.end()]
        partner = _partner_near(offices, hits, joint.end())
    low = max(sentence.start, part.start - _REACH)
    for joint in language.joint.finditer(text, low, part.start):
        if joint.end() == part.start:
            before = [hit for hit in hits if low <= hit.start and hit.end <= joint.start()]
            offices = [hit for hit in before if hit.entry.kind == "title"]
            partner = partner or _partner_near(offices[-1:], before, low)
    return None if partner is None else replace(part, partners=(partner,), met=True)


def _find_teller(
    part: Part, sentence: Sentence, hits: Sequence[Hit], language: Language
) -> str | None:
    """The partner whose office holder tells or meets those in `part`, by the words before them."""
    low = max(sentence.start, part.start - _REACH)
    told = _find_told(part, sentence, hits, language)
    if told is None:
        return None
    before = [hit for hit in hits if low <= hit.start and hit.end <= told.start()]
    offices = [hit for hit in before if hit.entry.kind == "title"]
    if not told["with"]:
        return _partner_near(offices[-1:], before, low)
    codes = (_partner_of(hit) for hit in before)
    return next((code for code in codes if code is not None), None)


def _find_told(
    part: Part, sentence: Sentence, hits: Sequence[Hit], language: Language
) -> re.Match[str] | None:
    """The words right before those who are met; they may be a part of the name: `họp với`."""
    low = max(sentence.start, part.start - _REACH)
    whom = (hit.start for hit in hits if part.start < hit.start < part.end and _says_who(hit))
    stops = (part.start, next(whom, part.start))
    found = (language.told.search(sentence.whole, low, stop) for stop in stops)
    return next((match for match in found if match is not None), None)


def _says_who(hit: Hit) -> bool:
    return hit.entry.code.startswith("kind:")


def _partner_near(offices: Sequence[Hit], hits: Iterable[Hit], low: int) -> str | None:
    """The partner named from `low` on before an office or right after it: `Tổng thống Mỹ`."""
    end = offices[-1].end + 1 if offices else low - 1
    codes = (_partner_of(hit) for hit in hits if low <= hit.start <= end)
    return next((code for code in codes if code is not None), None)


def read_guest(part: Part, sentence: Sentence, hits: Sequence[Hit], language: Language) -> Part:
    """`part` with the partner who is named before it, where ASEAN is whom somebody meets.

    `The U.S. president joined a summit with ASEAN`.
    """
    if part.frame != "ASEAN" or part.partners or part.kind is None:
        return part
    asean = (hit.start for hit in hits if hit.entry.code == "frame:ASEAN")
    own = next((start for start in asean if part.start < start < part.end), None)
    if own is None or language.met_with.search(sentence.whole, part.start, own) is None:
        return part
    low = max(sentence.start, part.start - _REACH)
    before = (_partner_of(hit) for hit in hits if low <= hit.start and hit.end <= part.start)
    partner = next((code for code in before if code is not None), None)
    return replace(part, partners=(partner,) if partner else (), with_asean=True)


def _partner_of(hit: Hit) -> str | None:
    """The partner that a country or a word like `Chinese` means."""
    code = hit.entry.code.removeprefix(_PARTNER)
    named = hit.entry.kind == "country" or hit.entry.code.startswith(_PARTNER)
    return code if named and code in {one.code for one in catalogue.partners()} else None
