"""The persons that an English sentence names: `Deputy Foreign Minister Nguyen Quoc Dung`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from crawler.items import Function
from pipelines.meetings.language import Named
from pipelines.meetings.languages.english.names import (
    NAME,
    PARTICLE,
    WORD,
    is_style,
    trim_name,
    trim_start,
)
from pipelines.meetings.languages.english.nationals import read_nationals
from pipelines.meetings.languages.english.offices import (
    NO_NAME,
    OF_STATE,
    STATE,
    STATES,
    Office,
    read_offices,
)
from pipelines.meetings.languages.english.taking_part import (
    HONORIFIC,
    are_joint,
    read_function,
    read_sender,
    takes_part,
)
from pipelines.meetings.lexicon import Hits
from pipelines.meetings.sentences import Sentence

_AFTER_TITLE = re.compile(
    rf"(?:\s\([^()\n]{{2,60}}\))?(?P<comma>(?:\sand(?:\s[A-Z]\w+){{1,3}}|\sand\s(?:the\s)?(?:[Cc]hair\w*|[Hh]ead)\sof\s"
    rf"[^,.;]{{2,60}}|\sand\s[^,.;]{{0,20}}\s[Cc]hair\w*)?,)?\.?\s"
    rf"(?P<honorific>(?:{HONORIFIC}){{0,12}})"
    rf"(?P<name>{NAME})"
)
_BETWEEN_COMMAS = re.compile(
    rf",\s(?:{HONORIFIC}){{0,12}}(?P<name>{WORD}(?:\s(?:{PARTICLE}\s)?{WORD}){{1,5}})"
    r"(?=,\s(?![A-Z]))"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|whose)\s\Z")
_NEXT_HOLDER = re.compile(rf"(?:,?\sand|,)\s(?:{HONORIFIC}){{0,4}}(?P<name>{NAME})")
_NAME_BEFORE = re.compile(rf"(?<![\w.])(?:{HONORIFIC}){{0,12}}(?P<name>{NAME})\Z")
_BEFORE_TITLE = re.compile(
    rf",\s(?:(?:the|who is|who is also)\s)?(?:(?:{STATE}|ASEAN|Asean|UN)(?:['’]s?)?\s)?\Z"
)
"""From the comma after a name to the title."""
_ALONE = re.compile(rf"(?<![\w.])(?:Mr|Ms|Mrs|Dr|Madam)\.?\s(?P<name>{NAME})")
_MISTERS = frozenset("mr ms mrs dr madam".split())
_PLURALS = frozenset({"Prime Ministers", "Presidents"})
_CAPITAL_BEFORE = re.compile(r"(?<![\w.])(?P<word>[A-Z][\w.\-]*)\s\Z")
_NO_LETTER = re.compile(r"(?!\w)")
_LONGEST_WORD = 40
_NO_TITLE = frozenset({"role", "counterpart"})
_FORMAL = re.compile(r"\bH\.\s?E\.")
"""Lists of those who took part give them their style."""
_LEADER = re.compile(
    r"(?:vice |state )?president|(?:deputy )?prime minister|premier|chancellor", re.IGNORECASE
)


def read_people(sentence: Sentence, hits: Hits) -> list[Named]:
    """Persons with an office or with `Mr`, each once, from left to right.

    In a sentence that names no meeting only those who act in it: who speak, chair, lead.
    """
    alone = not _MISTERS.isdisjoint(sentence.keys)
    if not (alone or hits.of("title") or "s" in sentence.keys):
        return []
    found: dict[tuple[int, int], Named] = {}
    for office in read_offices(sentence, hits):
        named = _read_holder(office, sentence, found)
        if named is None:
            named = _read_after_comma(office, sentence, hits)
        if named is not None:
            same = next((one for one in found if one[1] == named.name[1]), named.name)
            found[same] = _join(named, found.get(same))
            for other in _read_listed(office, named, sentence):
                found.setdefault(other.name, other)
    if alone:
        for match in _ALONE.finditer(sentence.whole, sentence.start, sentence.end):
            span = trim_name(sentence.whole, match.span("name"))
            if span is not None and not any(_overlaps(span, other) for other in found):
                found[span] = _named(span, None, sentence, "en.people.mr")
    for span, country in read_nationals(sentence, hits, list(found)):
        if not any(_overlaps(span, other) for other in found):
            named = _named(span, None, sentence, "en.people.country-name")
            found[span] = replace(named, country=country, surname=False)
    if not found:
        return []
    _join_chairs(found, sentence)
    met_at = bool(hits.of("series")) or any(map(_is_of_meeting, hits.codes)) or _is_formal(sentence)
    people = (found[span] for span in sorted(found))
    return [one for one in people if takes_part(one, sentence, met_at=met_at)]


def _join_chairs(found: dict[tuple[int, int], Named], sentence: Sentence) -> None:
    """Let both be in the chair where two are: `co-chaired by A and B`, `A and B co-chaired`.

    So too where both speak: `A and his Thai counterpart, B, said`.
    """
    for left, right in pairwise(sorted(found)):
        a, b = found[left], found[right]
        both = a.jointly or b.jointly or (a.function is None and b.function == "speaker")
        if both and a.function != b.function:
            end = max(left[1], a.title[1] if a.title else 0)
            if are_joint(sentence.whole[end : min(right[0], b.title[0] if b.title else right[0])]):
                function = "chair" if a.jointly or b.jointly else b.function
                found[left] = replace(a, function=function, jointly=function == "chair")
                found[right] = replace(b, function=function, jointly=function == "chair")


def _is_formal(sentence: Sentence) -> bool:
    if "h" not in sentence.keys:
        return False
    return _FORMAL.search(sentence.whole, sentence.start, sentence.end) is not None


@cache  # of the codes of the lexicon
def _is_of_meeting(code: str) -> bool:
    return "kind:summit" in code or "head:" in code or "frame:" in code


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


def _read_holder(
    office: Office, sentence: Sentence, taken: Collection[tuple[int, int]]
) -> Named | None:
    """Who holds the office: the name right after it, the one before it, the one after a comma."""
    text = sentence.whole
    after = _AFTER_TITLE.match(text, office.end, sentence.end)
    follower = None if after is None else trim_name(text, after.span("name"))
    if after is not None and follower is not None and not after["comma"]:
        return _named(follower, office, sentence, "en.people.title-name")
    before = _name_before(office, sentence)
    holder = None if before is None else trim_start(text, before.span("name"))
    if holder is not None and (holder not in taken or follower is None):
        return _named(holder, office, sentence, "en.people.name-title")
    if after is not None and follower is not None and after["honorific"]:
        named = _named(follower, office, sentence, "en.people.title-name")
        in_chair = "hair" in after["comma"]
        return replace(named, short=False, function="chair" if in_chair else named.function)
    return None


def _read_after_comma(office: Office, sentence: Sentence, hits: Hits) -> Named | None:
    """The name in commas after an office of one: `the Thai foreign minister, Don Pram, said`."""
    text = sentence.whole
    after = _BETWEEN_COMMAS.match(text, office.end, sentence.end)
    if after is None or not (office.country or _ARTICLE.search(text, sentence.start, office.start)):
        return None
    start, end = after.span("name")
    if trim_name(text, (start, end)) != (start, end):
        return None
    if any(hit.start < end and start < hit.end for hit in hits):
        return None
    return _named((start, end), office, sentence, "en.people.title-name")


def _name_before(office: Office, sentence: Sentence) -> re.Match[str] | None:
    """The name that a comma parts from the title: `Retno Marsudi, the Indonesian [Minister]`."""
    text, low = sentence.whole, max(sentence.start, office.start - 150)
    comma = text.rfind(",", low, office.start)
    if comma < 0 or _BEFORE_TITLE.match(text, comma, office.start) is None:
        return None
    found = _NAME_BEFORE.search(text, low, comma)
    late = found is not None and "arhum " in text[max(low, found.start() - 20) : found.end()]
    return None if late else found


def _read_listed(office: Office, first: Named, sentence: Sentence) -> Iterator[Named]:
    """Who else holds the office in a list: `Prime Ministers A of Laos, B of Thailand and C of`."""
    plural = any(hit.entry.name in _PLURALS for hit in office.titles)
    end = first.name[1]
    while plural:
        state = OF_STATE.match(sentence.whole, end, sentence.end)
        match = _NEXT_HOLDER.match(sentence.whole, state.end() if state else end, sentence.end)
        span = None if match is None else trim_name(sentence.whole, match.span("name"))
        if span is None:
            return
        yield _named(span, office, sentence, "en.people.listed")
        end = span[1]


def _named(span: tuple[int, int], office: Office | None, sentence: Sentence, rule: str) -> Named:
    function = _read_function(span, office, sentence)
    titles = [hit for hit in office.titles if hit.entry.code not in _NO_TITLE] if office else []
    roles = [hit for hit in office.titles if hit.entry.code == "role"] if office else []
    short = len(sentence.whole[slice(*span)].split()) < 2 and not _is_leader(office, sentence)
    return Named(
        name=span,
        title=(titles[0].start, titles[-1].end) if titles else None,
        role=(roles[0].start, roles[-1].end) if roles else None,
        country=_state_after(span, sentence)
        or (office.country if office else None)
        or read_sender(sentence, min(span[0], office.start if office else span[0])),
        function=function,
        acting=office.acting if office else False,
        jointly=function == "chair" and "o-chair" in sentence.text,
        short=short,
        surname=short
        and function == "speaker"
        and office is None
        and _is_never_longer(span, sentence),
        rule=rule,
    )


def _is_never_longer(span: tuple[int, int], sentence: Sentence) -> bool:
    """True where no other word of a name stands before it anywhere: always `Mr Fraser`."""
    words = _words_before(sentence.whole[slice(*span)], sentence.whole)
    return all(is_style(word) or word in NO_NAME for word in words)


def _words_before(name: str, text: str) -> Iterator[str]:
    """The word with a capital right before `name`, at each place in `text`, where there is one."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before = _CAPITAL_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
        if before is not None and _NO_LETTER.match(text, end):
            yield before["word"]
        start = text.find(name, end)


def _state_after(span: tuple[int, int], sentence: Sentence) -> str | None:
    """The country after a name: `Prime Minister Anwar Ibrahim of Malaysia`."""
    match = OF_STATE.match(sentence.whole, span[1], sentence.end)
    return None if match is None else STATES[match["state"]]


def _is_leader(office: Office | None, sentence: Sentence) -> bool:
    """True for an office that makes a surname enough: `President Biden`."""
    return office is not None and any(
        _LEADER.fullmatch(sentence.whole, hit.start, hit.end) for hit in office.titles
    )


def _read_function(
    span: tuple[int, int], office: Office | None, sentence: Sentence
) -> Function | None:
    start = min(span[0], office.start if office else span[0])
    end = max(span[1], office.end if office else 0)
    end += sentence.whole.startswith(".", end) and sentence.whole.endswith("Jr", start, end)
    state = OF_STATE.match(sentence.whole, end, sentence.end)
    return read_function(sentence, start, state.end() if state else end)


def _overlaps(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]
