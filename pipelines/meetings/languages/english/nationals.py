"""Persons whom an English sentence names by their country alone: `Russia's Sergei Lavrov`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.meetings.languages.english.names import PARTICLE, WORD
from pipelines.meetings.languages.english.offices import NO_NAME, STATE, STATES
from pipelines.meetings.languages.english.taking_part import HONORIFIC, read_function
from pipelines.meetings.lexicon import Hits
from pipelines.meetings.sentences import Sentence

_NATIONAL = re.compile(
    rf"(?<!\w)(?P<state>{STATE})['’]s?\s(?:{HONORIFIC}){{0,12}}"
    rf"(?P<name>{WORD}(?:\s(?:{PARTICLE}\s)?{WORD}){{0,4}}(?:,?\sJr\.)?)(?![\w’'])"
)
_LISTED = re.compile(
    r"(?:,|,?\sand|\swith|\sby|\swhile|\samong them|\sinclud(?:ing|ed|es?)|\swere|\sare|"
    r"\salongside|:)\s"
    r"(?:the\s|also\s)?\Z"
)
_NEVER = frozenset(
    "affairs agency air airlines airport armed army assembly association authority bank bay bhd "
    "board bridge bureau canal cave center centre chamber chief city club coast college "
    "commission committee company conference congress constitution coordinator corp corporation "
    "council court daily dam day declaration delegate delegation delta democratic department "
    "development east electric energy envoy export federation festival force forces foundation "
    "fund games government group guard gulf hall herald high highway holdings hotel house inc "
    "industry initiative institute international island islands labour lake law leader leaders "
    "league ltd majlis market media mekong ministry motor motors mount mountain museum national "
    "navy new news north office oil opposition palace park parliament party peninsula people "
    "petroleum pipeline plan police port post prize programme project public radio railway reef "
    "representative republic reserve resort river road royal school sea secretariat secretary "
    "senate service shoal south special stadium state steel stock strait street summit supreme "
    "team telecom television temple times tower towers treaty tribunal trust union united "
    "university valley vision war west world zone".split()
)
"""Words of names that no person has: `Malaysia's Central Bank`, `Indonesia's Komodo Island`."""


def read_nationals(
    sentence: Sentence, hits: Hits, others: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Names with the country before them, where they act or are listed with other persons.

    A surname alone must act: `Australia's Wong said`.
    """
    text, end = sentence.whole, sentence.end
    if not any(text.find(sign, sentence.start, end) >= 0 for sign in ("'", "’")):
        return
    named = [one for one in hits if one.entry.kind in ("city", "organisation", "title")]
    matches = [
        match
        for match in _NATIONAL.finditer(text, sentence.start, end)
        if _may_be_person(match["name"])
        and not any(match.start("name") < one.end and one.start < match.end() for one in named)
    ]
    listed = bool(others) or len(matches) > 1
    for match in matches:
        before = _LISTED.search(text, max(sentence.start, match.start() - 20), match.start())
        in_list = before is not None or match.start() == sentence.start
        alone = " " not in match["name"]
        if (listed and in_list and not alone) or read_function(
            sentence, match.start(), match.end()
        ):
            yield match.span("name"), STATES[match["state"]]


def _may_be_person(name: str) -> bool:
    words = name.replace(".", "").replace(",", "").split()
    if any(word in NO_NAME or word in STATES for word in words):
        return False
    if any(word.isupper() and len(word) > 2 for word in words):
        return False
    return _NEVER.isdisjoint(name.lower().split())
