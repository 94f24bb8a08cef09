"""The offices that an English sentence names: `Deputy Foreign Minister of Malaysia`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.meetings import catalogue
from pipelines.meetings.alternatives import one_of
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.sentences import Sentence

STATES = {
    name: country.code
    for country in catalogue.countries()
    if country.kind != "organisation"
    for name in (*country.names.get("en", ()), *country.adjective.get("en", ()))
}
STATE = one_of(STATES)
FORMAL = (
    r"(?:the\s)?(?:(?:(?:Socialist|Democratic|Federal|Islamic|People['’]s)\s){0,2}"
    r"(?:Republic|Kingdom|Union|Sultanate|Commonwealth)\sof\s(?:the\s(?:Union\sof\s)?)?)?"
)
"""What stands before a country in its full name: `the Republic of Singapore`."""
OF_STATE = re.compile(rf"(?:\sof|\sfrom)\s{FORMAL}(?P<state>{STATE})(?!\w)")
_STATE_OF_OFFICE = re.compile(
    rf"(?:\s(?:of|from|for)\s{FORMAL}|,\s(?=[^,;.\n]{{2,40}}(?:[,;.)]|\sas\s)))"
    rf"(?P<state>{STATE})(?![\w’'])"
)
"""The country after a title: `Minister of Tourism for Cambodia`, `Minister of Trade, Thailand`."""
_STATE_BEFORE = re.compile(
    rf"(?<!\w)(?P<state>{STATE})(?:['’]s?)?\s(?:(?:[Aa]cting|[Cc]aretaker|[Ii]nterim|[Nn]ew|first|"
    r"female|newly|appointed|elected|visiting|host|outgoing|incoming|Second|Senior)\s){0,2}\Z"
)
_FORMERLY = frozenset({"former", "ex", "then", "late", "marhum", "almarhum"})
"""One of these stands wherever `_FORMER` matches; most sentences have none."""
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x-?|[Tt]hen|late|Al-?[Mm]arhum)\s(?:\w+\s)?\Z")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z]\w+)\s\Z")
_ACTING = re.compile(r"\b[Aa]cting\s")
_BETWEEN_TITLES = re.compile(
    rf"(?:\sof\s(?:{STATE}))?(?:\.?,?\s|\s?/\s?|,?\s(?:and|cum|&)\s)(?:the\s)?"
)
NO_NAME = frozenset(
    "ASEAN Asean The A An In On At Of And But He She His Her It They We I This That These When As "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Summit Meeting Forum Minister Ministers "
    "Secretary President Prime Government Ministry Department Republic Kingdom SC MP "
    "Addresses Addressing After Also Arrives Attend Attending Attends Calls Chairs Co-Chairs "
    "Co-chairs Departs During For Heads Highlights Holds Hosts Joins Leads Leaves Meets "
    "Meanwhile Opens Participates Proposes Reaffirms Returns Says Speaking Stresses Tells "
    "Additionally Aside Besides Currently Earlier However Later Separately Summits Today Yesterday "
    "To Underlines Urges Visits Warns While With".split()
)
"""Words with a capital that are no part of a name: the verbs are those of headlines."""


@dataclass(frozen=True, slots=True)
class Office:
    """One or more titles of the same person, one after the other."""

    titles: tuple[Hit, ...]
    start: int
    """Before the country and `acting`."""
    end: int
    """After `of Malaysia`."""
    country: str | None
    acting: bool


def read_offices(sentence: Sentence, hits: Hits) -> Iterator[Office]:
    """The offices that `sentence` names, from left to right, without former ones."""
    text = sentence.whole
    chain: list[Hit] = []
    for hit in hits.of("title"):
        if _is_in_name(hit, text):
            continue
        if chain and not _are_one_office(chain[-1], hit, text):
            yield from _read_office(chain, sentence)
            chain = []
        chain.append(hit)
    if chain:
        yield from _read_office(chain, sentence)


def _are_one_office(left: Hit, right: Hit, text: str) -> bool:
    """True for two titles of one person; the same one twice is that of two."""
    if text[left.start : left.end] == text[right.start : right.end]:
        return False
    return _BETWEEN_TITLES.fullmatch(text, left.end, right.start) is not None


def _is_in_name(hit: Hit, text: str) -> bool:
    """True for the `King` of `Tiong King Sing`: no title, no state and no article before it."""
    if text[hit.start : hit.end] != "King":
        return False
    before = _WORD_BEFORE.search(text, max(0, hit.start - 20), hit.start)
    return before is not None and before["word"] not in NO_NAME and before["word"] not in STATES


def _read_office(chain: Sequence[Hit], sentence: Sentence) -> Iterator[Office]:
    """The office, unless it is a former one."""
    text, low, first = sentence.whole, sentence.start, chain[0].start
    after = _STATE_OF_OFFICE.match(text, chain[-1].end, sentence.end)
    before = _STATE_BEFORE.search(text, max(low, first - 60), first)
    start = before.start() if before else first
    keys = sentence.keys
    if not _FORMERLY.isdisjoint(keys) and _FORMER.search(text, max(low, start - 30), start):
        return
    state = after["state"] if after else before["state"] if before else _state_inside(chain, text)
    near = max(low, first - 8), first + len("Acting ")
    acting = "acting" in keys and _ACTING.search(text, *near) is not None
    end = after.end() if after else chain[-1].end
    yield Office(tuple(chain), start, end, STATES.get(state or ""), acting)


def _state_inside(chain: Sequence[Hit], text: str) -> str | None:
    """The country between two titles: `Prime Minister of Laos and ASEAN Chair`."""
    for left, right in pairwise(chain):
        match = OF_STATE.match(text, left.end, right.start)
        if match is not None:
            return match["state"]
    return None
