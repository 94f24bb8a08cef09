"""Runs of words that may be the name of a meeting: words, countries, abbreviations, ordinals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from pipelines.meetings import catalogue
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.sentences import Sentence, Words

_GAP = re.compile(r"(?!\)[-–—]\s|\s(?:—|--)\s)[\s\"“”'‘’()（）、\-–—−－/,:.]{0,4}")
_AFTER_DATELINE = re.compile(r"\s[-–]\s")
_DATELINE_END = re.compile(r"\s?(?:\([^()]{2,20}\)\s?)?(?:[-–—]|--|:)\s")
"""What parts the place where an article was written from its text: `Singapore (VNA) – `, `: `."""
_CITY_BEFORE = re.compile(r"(?:\A|\n)[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,3}, \Z")
"""A line that opens with a city: `VIENTIANE, [Laos] (Reuters) — ASEAN leaders`."""
_BRACKETED = re.compile(r"\s?\((?P<letters>[A-Z][A-Za-z+\-]{1,14})\)")


class Item(NamedTuple):
    """One step of a name: a word, a country, an abbreviation or an ordinal."""

    kind: str
    code: str
    start: int
    end: int
    last: int
    """Index of the word after it."""
    ordinals: tuple[int, ...] = ()


_make_item = partial(tuple.__new__, Item)
"""An item of its six values, in half the time of `Item(...)`."""


def read_runs(sentence: Sentence, hits: Hits, ordinals: RuleBook) -> Iterator[list[Item]]:
    """Runs of words that may be the name of a meeting, each as its items."""
    words, text = sentence.words, sentence.whole
    steps = _longest_steps(hits)
    counted = frozenset(ordinals.openings(sentence))
    run: list[Item] = []
    index, count = 0, len(words.keys)
    while index < count:
        item = _ordinal_at(index, words, text, ordinals) if index in counted else None
        if item is None and index in steps:
            entry, _, last, start, end = steps[index]
            item = _make_item((entry.kind, entry.code, start, end, last, ()))
        if run:
            if item is None and text.find("(", run[-1].end, run[-1].end + 2) >= 0:
                item = _bracketed_after(run[-1], words, index, text)
            if item is None or item.code == "stop:" or not _adjoins(run[-1], item, text):
                yield run
                run = []
        if item is None:
            index += 1
            continue
        if item.code != "stop:":
            run.append(item)
        index = item.last
    if run:
        yield run


def _longest_steps(hits: Hits) -> Mapping[int, Hit]:
    """For each word the longest name that begins there; words before others."""
    steps = {hit.first: hit for hit in hits.of("word")}
    for hit in (*hits.of("country"), *hits.of("series")):
        other = steps.setdefault(hit.first, hit)
        if hit.last > other.last:
            steps[hit.first] = hit
    return steps


def _ordinal_at(index: int, words: Words, text: str, ordinals: RuleBook) -> Item | None:
    for rule in ordinals.rules_at(words.keys[index]):
        match = rule.pattern.match(text, words.starts[index])
        value = None if match is None else rule.read(match)
        if match is not None and value is not None:
            last = _first_after(words, index, match.end())
            return Item("ordinal", rule.name, *match.span(), last, tuple(value))
    return None


def _bracketed_after(left: Item, words: Words, index: int, text: str) -> Item | None:
    """An abbreviation in brackets that the catalogue lacks, as a filler."""
    match = _BRACKETED.match(text, left.end)
    if match is None or _ends_dateline(left, text):
        return None
    last = _first_after(words, index, match.end())
    return Item("word", "of:", match.start("letters"), match.end("letters"), last)


def _ends_dateline(left: Item, text: str) -> bool:
    """True for a member's name that opens a line, as a dateline does: `Singapore (VNA) – ASEAN`."""
    if left.kind != "country" or left.code not in catalogue.members():
        return False
    opens = left.start == 0 or text[left.start - 1] == "\n"
    opens = opens or _CITY_BEFORE.search(text, max(0, left.start - 40), left.start) is not None
    return opens and _DATELINE_END.match(text, left.end) is not None


def _first_after(words: Words, index: int, end: int) -> int:
    return bisect_left(words.starts, end, index)


def _adjoins(left: Item, right: Item, text: str) -> bool:
    """True where only spaces, dashes, brackets or one comma stand between two items.

    After a member's name a dash ends a dateline: `VIENTIANE, Laos - ASEAN ministers`.
    """
    gap = right.start - left.end
    if gap > 1 and _ends_dateline(left, text):
        return False
    if gap == 1 and text[left.end] == " ":
        return True
    if gap == 3 and left.kind == "country" and _AFTER_DATELINE.match(text, left.end) is not None:
        return left.code not in catalogue.members()
    return gap >= 0 and _GAP.fullmatch(text, left.end, right.start) is not None
