"""The persons that an English sentence names: `Deputy Foreign Minister Nguyen Quoc Dung`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.items import Function
from pipelines.meetings import catalogue
from pipelines.meetings.language import Named
from pipelines.meetings.languages.english.taking_part import HONORIFIC, read_function, takes_part
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.sentences import Sentence

_STATES = {
    name: country.code
    for country in catalogue.countries()
    if country.kind != "organisation"
    for name in (*country.names.get("en", ()), *country.adjective.get("en", ()))
}
_STATE = "|".join(sorted(map(re.escape, _STATES), key=len, reverse=True))
_PARTICLE = r"(?:[Bb]in|[Bb]inti|[Ii]bni|[Ii]bn|al|da|de|del|dela|dos|der|van|von|y)"
_WORD = r"(?:(?:Ma|St|Sta|Sto)\.|[A-ZÀ-ÖØ-ÞĐ](?:\.|[\w’'\-]*\w)?)"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}){{0,6}}(?:,?\sJr\.)?"
_AFTER_TITLE = re.compile(
    rf"(?P<comma>(?:\sand(?:\s[A-Z]\w+){{1,3}})?,)?\.?\s(?P<honorific>(?:{HONORIFIC}\s){{0,12}})"
    rf"(?P<name>{_NAME})"
)
_NEXT_HOLDER = re.compile(rf"(?:,?\sand|,)\s(?:{HONORIFIC}\s){{0,4}}(?P<name>{_NAME})")
_BEFORE_TITLE = re.compile(
    rf"(?<![\w.])(?:{HONORIFIC}\s){{0,4}}(?P<name>{_NAME}),\s"
    rf"(?:(?:the|who is|who is also)\s)?(?:(?:{_STATE})(?:['’]s?)?\s)?\Z"
)
_ALONE = re.compile(rf"(?<![\w.])(?:Mr|Ms|Mrs|Dr|Madam)\.?\s(?P<name>{_NAME})")
_MISTERS = frozenset("mr ms mrs dr madam".split())
_PLURALS = frozenset({"Prime Ministers", "Presidents"})
_OF_STATE = re.compile(rf"(?:\sof|\sfrom)\s(?:the\s)?(?P<state>{_STATE})(?!\w)")
_STATE_BEFORE = re.compile(
    rf"(?<!\w)(?P<state>{_STATE})(?:['’]s?)?\s(?:(?:[Aa]cting|[Nn]ew|visiting|host|outgoing|incoming|Second|Senior)\s)?\Z"
)
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x-?|[Tt]hen|late)\s(?:\w+\s)?\Z")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z]\w+)\s\Z")
_STYLE = re.compile(HONORIFIC)
_ACTING = re.compile(r"\b[Aa]cting\s")
_BETWEEN_TITLES = re.compile(
    rf"(?:\sof\s(?:{_STATE}))?(?:\.?,?\s|\s?/\s?|,?\s(?:and|cum|&)\s)(?:the\s)?"
)
_FORMAL = re.compile(r"\bH\.\s?E\.")
"""Lists of those who took part give them their style."""
_NO_NAME = frozenset(
    "ASEAN Asean The A An In On At Of And But He She His Her It They We I This That These When As "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Summit Meeting Forum Minister Ministers "
    "Secretary President Prime Government Ministry Department Republic Kingdom SC MP".split()
)
_LEADER = re.compile(r"(?:Vice |State )?President|(?:Deputy )?Prime Minister|Premier|Chancellor")


@dataclass(frozen=True, slots=True)
class _Office:
    """One or more titles of the same person, one after the other."""

    titles: tuple[Hit, ...]
    start: int
    """Before the country and `acting`."""
    end: int
    """After `of Malaysia`."""
    country: str | None
    acting: bool


def read_people(sentence: Sentence, hits: Hits) -> list[Named]:
    """Persons with an office or with `Mr`, each once, from left to right.

    In a sentence that names no meeting only those who act in it: who speak, chair, lead.
    """
    found: dict[tuple[int, int], Named] = {}
    for office in _read_offices(sentence, hits):
        named = _read_holder(office, sentence, found)
        if named is not None:
            same = next((one for one in found if one[1] == named.name[1]), named.name)
            found[same] = _join(named, found.get(same))
            for other in _read_listed(office, named, sentence):
                found.setdefault(other.name, other)
    if not _MISTERS.isdisjoint(sentence.keys):
        for match in _ALONE.finditer(sentence.whole, sentence.start, sentence.end):
            span = _trim_name(sentence.whole, match.span("name"))
            if span is not None and not any(_overlaps(span, other) for other in found):
                found[span] = _named(span, None, sentence, "en.people.mr")
    if not found:
        return []
    formal = _FORMAL.search(sentence.whole, sentence.start, sentence.end) is not None
    met_at = formal or any(_is_of_meeting(hit) for hit in hits)
    people = (found[span] for span in sorted(found))
    return [one for one in people if takes_part(one, sentence, met_at=met_at)]


def _is_of_meeting(hit: Hit) -> bool:
    code = hit.entry.code
    return (
        hit.entry.kind == "series" or "kind:summit" in code or "head:" in code or "frame:" in code
    )


def _join(named: Named, other: Named | None) -> Named:
    """What two offices say of one person: `Deputy Foreign Minister X, head of the ASEAN SOM`."""
    if other is None:
        return named
    return replace(
        other,
        title=other.title or named.title,
        role=other.role or named.role,
        country=other.country or named.country,
        function=other.function or named.function,
        acting=other.acting or named.acting,
        jointly=other.jointly or named.jointly,
    )


def _read_offices(sentence: Sentence, hits: Hits) -> Iterator[_Office]:
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
    return before is not None and before["word"] not in _NO_NAME and before["word"] not in _STATES


def _read_office(chain: Sequence[Hit], sentence: Sentence) -> Iterator[_Office]:
    """The office, unless it is a former one."""
    text, low, first = sentence.whole, sentence.start, chain[0].start
    after = _OF_STATE.match(text, chain[-1].end, sentence.end)
    before = _STATE_BEFORE.search(text, max(low, first - 60), first)
    start = before.start() if before else first
    if _FORMER.search(text, max(low, start - 30), start):
        return
    state = after["state"] if after else before["state"] if before else _state_inside(chain, text)
    acting = _ACTING.search(text, max(low, first - 8), first + len("Acting ")) is not None
    end = after.end() if after else chain[-1].end
    yield _Office(tuple(chain), start, end, _STATES.get(state or ""), acting)


def _state_inside(chain: Sequence[Hit], text: str) -> str | None:
    """The country between two titles: `Prime Minister of Laos and ASEAN Chair`."""
    for left, right in pairwise(chain):
        match = _OF_STATE.match(text, left.end, right.start)
        if match is not None:
            return match["state"]
    return None


def _read_holder(
    office: _Office, sentence: Sentence, taken: Collection[tuple[int, int]]
) -> Named | None:
    """Who holds the office: the name right after it, the one before it, the one after a comma."""
    text = sentence.whole
    after = _AFTER_TITLE.match(text, office.end, sentence.end)
    follower = None if after is None else _trim_name(text, after.span("name"))
    if after is not None and follower is not None and not after["comma"]:
        return _named(follower, office, sentence, "en.people.title-name")
    before = _BEFORE_TITLE.search(text, max(sentence.start, office.start - 90), office.start)
    holder = None if before is None else _trim_start(text, before.span("name"))
    if holder is not None and (holder not in taken or follower is None):
        return _named(holder, office, sentence, "en.people.name-title")
    if after is not None and follower is not None and after["honorific"]:
        named = _named(follower, office, sentence, "en.people.title-name")
        return replace(named, short=False)
    return None


def _read_listed(office: _Office, first: Named, sentence: Sentence) -> Iterator[Named]:
    """Who else holds the office in a list: `Prime Ministers A of Laos, B of Thailand and C of`."""
    plural = any(hit.entry.name in _PLURALS for hit in office.titles)
    end = first.name[1]
    while plural:
        state = _OF_STATE.match(sentence.whole, end, sentence.end)
        match = _NEXT_HOLDER.match(sentence.whole, state.end() if state else end, sentence.end)
        span = None if match is None else _trim_name(sentence.whole, match.span("name"))
        if span is None:
            return
        yield _named(span, office, sentence, "en.people.listed")
        end = span[1]


def _trim_start(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The name without the title before it: `Minister Nguyen Quoc Dung`."""
    start = span[0]
    for word in re.finditer(r"\S+\s", text[slice(*span)]):
        plain = word.group().strip()
        if plain in _NO_NAME or plain in _STATES or _STYLE.fullmatch(plain):
            start = span[0] + word.end()
    return _trim_name(text, (start, span[1]))


def _named(span: tuple[int, int], office: _Office | None, sentence: Sentence, rule: str) -> Named:
    function = _read_function(span, office, sentence)
    titles = [hit for hit in office.titles if hit.entry.code != "role"] if office else []
    roles = [hit for hit in office.titles if hit.entry.code == "role"] if office else []
    return Named(
        name=span,
        title=(titles[0].start, titles[-1].end) if titles else None,
        role=(roles[0].start, roles[-1].end) if roles else None,
        country=_state_after(span, sentence) or (office.country if office else None),
        function=function,
        acting=office.acting if office else False,
        jointly=function == "chair" and "o-chair" in sentence.text,
        short=len(sentence.whole[slice(*span)].split()) < 2 and not _is_leader(office, sentence),
        surname=office is None and function == "speaker" and _is_never_longer(span, sentence),
        rule=rule,
    )


def _is_never_longer(span: tuple[int, int], sentence: Sentence) -> bool:
    """True where no other word of a name stands before it anywhere: always `Mr Fraser`."""
    name = sentence.whole[slice(*span)]
    before = re.findall(rf"(?<![\w.])([A-Z][\w.\-]*)\s{re.escape(name)}(?!\w)", sentence.whole)
    return all(_STYLE.fullmatch(word) or word in _NO_NAME for word in before)


def _state_after(span: tuple[int, int], sentence: Sentence) -> str | None:
    """The country after a name: `Prime Minister Anwar Ibrahim of Malaysia`."""
    match = _OF_STATE.match(sentence.whole, span[1], sentence.end)
    return None if match is None else _STATES[match["state"]]


def _is_leader(office: _Office | None, sentence: Sentence) -> bool:
    """True for an office that makes a surname enough: `President Biden`."""
    return office is not None and any(
        _LEADER.fullmatch(sentence.whole, hit.start, hit.end) for hit in office.titles
    )


def _read_function(
    span: tuple[int, int], office: _Office | None, sentence: Sentence
) -> Function | None:
    start = min(span[0], office.start if office else span[0])
    end = max(span[1], office.end if office else 0)
    end += sentence.whole.startswith(".", end) and sentence.whole.endswith("Jr", start, end)
    state = _OF_STATE.match(sentence.whole, end, sentence.end)
    return read_function(sentence, start, state.end() if state else end)


def _trim_name(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The name without words that cannot be part of one; None where nothing is left."""
    start, end = span
    for word in re.finditer(r"\S+", text[start:end]):
        plain = word.group().rstrip(".,").removesuffix("'s").removesuffix("’s")
        if (plain in _NO_NAME or plain in _STATES) and not _is_initial(word.group()):
            end = start + word.start()
            break
    name = re.split(r"['’]s?(?:\s|\Z)|,\s(?!Jr)|[,\s]+\Z", text[start:end], maxsplit=1)[0]
    return (start, start + len(name)) if len(name) > 2 else None


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")


def _overlaps(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]
