"""Meetings that are told by who met whom: `U.S. President X told leaders of ASEAN`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipelines.meetings import catalogue
from pipelines.meetings.language import Language
from pipelines.meetings.lexicon import Hit
from pipelines.meetings.naming import Part
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
    low = max(sentence.start, part.start - _REACH)
    told = language.told.search(sentence.whole, low, part.start)
    if told is None:
        return None
    before = [hit for hit in hits if low <= hit.start and hit.end <= told.start()]
    offices = [hit for hit in before if hit.entry.kind == "title"]
    if not (offices or told["with"]):
        return None
    end = told.start() if told["with"] else offices[-1].end
    codes = (_partner_of(hit) for hit in before if hit.start <= end)
    partner = next((code for code in codes if code is not None), None)
    return None if partner is None else replace(part, partners=(partner,), met=True)


def _partner_of(hit: Hit) -> str | None:
    """The partner that a country or a word like `Chinese` means."""
    code = hit.entry.code.removeprefix(_PARTNER)
    named = hit.entry.kind == "country" or hit.entry.code.startswith(_PARTNER)
    return code if named and code in {one.code for one in catalogue.partners()} else None
