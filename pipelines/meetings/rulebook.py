"""Rules by the words that call for them, so that a sentence asks none in vain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from pipelines.meetings.rule import ANY_NUMBER, SHORT_NUMBER, Found, Rule, read_match, read_rule
from pipelines.meetings.sentences import Sentence

_NUMBERS = frozenset({ANY_NUMBER, SHORT_NUMBER})
_Numbered = tuple[int, Rule]
"""A rule and its place in the book."""


_Tried = tuple[int, frozenset[str], Callable[[str, int, int], re.Match[str] | None], Rule]
"""A rule to be tried where it may open: its place, its cues and how it matches, at hand."""


class _Opened(NamedTuple):
    """The rules that one word may open."""

    rules: tuple[_Tried, ...]
    uncued: tuple[_Tried, ...]
    """Those of them that no cue need call for."""
    cues: frozenset[str]
    """The cues of the others."""


class RuleBook:
    """Rules in their order, found by the words that they open with, else by their cues."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        numbered = list(enumerate(self._rules))
        words = frozenset[str]().union(*(rule.opens for rule in self._rules))
        self._opening = {
            word: _gather(one for one in numbered if word in one[1].opens) for word in words
        }
        self._opening.pop(ANY_NUMBER, None)
        self._opening.pop(SHORT_NUMBER, None)
        self._long = _gather(one for one in numbered if ANY_NUMBER in one[1].opens)
        """What a number of more than two digits opens."""
        self._short = _gather(one for one in numbered if not _NUMBERS.isdisjoint(one[1].opens))
        self._openers = frozenset(self._opening)
        self._cued: dict[str, list[_Numbered]] = {}
        """Rules that may begin anywhere, by each word that calls for them."""
        for number, rule in numbered:
            for cue in () if rule.opens else rule.cues:
                self._cued.setdefault(cue, []).append((number, rule))
        self._searched = [one for one in numbered if not (one[1].opens or one[1].cues)]
        self._calling = frozenset(self._cued)
        self._cues = frozenset[str]().union(*(rule.cues for rule in self._rules))

    def __iter__(self) -> Iterator[Rule]:
        """Each rule."""
        return iter(self._rules)

    def openings(self, sentence: Sentence) -> Sequence[int]:
        """Where among the words of `sentence` a rule may begin, as ascending indexes."""
        words = sentence.words
        numbers = words.numbers if self._short.rules else ()
        if self._openers.isdisjoint(sentence.keys):
            return numbers
        opens = compress(range(len(words.keys)), map(self._openers.__contains__, words.keys))
        return sorted([*opens, *numbers]) if numbers else list(opens)

    def rules_at(self, key: str) -> Iterator[Rule]:
        """The rules whose matches may begin with the word `key`, which is an opening."""
        opened = self._opening.get(key) or (self._short if len(key) <= 2 else self._long)
        return map(itemgetter(-1), opened.rules)

    def read(self, sentence: Sentence) -> list[Found]:
        """All readings in `sentence`, rule by rule, each from left to right."""
        cues = self._cues & sentence.keys
        found = self._read_openings(sentence, cues)
        called: Iterable[_Numbered] = self._searched
        if not self._calling.isdisjoint(cues):
            called = self._called_by(self._calling & cues)
        for number, rule in called:
            readings = read_rule(rule, sentence.whole, sentence.start, sentence.end)
            found.extend([(number, reading) for reading in readings])
        found.sort(key=itemgetter(0))
        return [reading for _, reading in found]

    def _called_by(self, cues: Iterable[str]) -> Iterable[_Numbered]:
        """The rules that may begin anywhere in a sentence with these words, each once."""
        called = dict(self._searched)
        for cue in cues:
            called.update(self._cued[cue])
        return called.items()

    def _read_openings(self, sentence: Sentence, cues: frozenset[str]) -> list[tuple[int, Found]]:
        """What rules read where they may open; of one rule none overlaps another."""
        found: list[tuple[int, Found]] = []
        ends: dict[int, int] = {}
        opening, short, long = self._opening, self._short, self._long
        keys, starts = sentence.words.keys, sentence.words.starts
        text, end = sentence.whole, sentence.end
        for index in self.openings(sentence):
            start, key = starts[index], keys[index]
            rules, uncued, wanted = opening.get(key) or (short if len(key) <= 2 else long)
            for number, own, try_at, rule in uncued if wanted.isdisjoint(cues) else rules:
                if own and own.isdisjoint(cues):
                    continue
                if ends and start < ends.get(number, 0):
                    continue
                match = try_at(text, start, end)
                if match is None:
                    continue
                ends[number] = match.end()
                value = rule.read(match)
                if value is not None:
                    found.append((number, read_match(rule, match, value)))
        return found


def _gather(rules: Iterable[_Numbered]) -> _Opened:
    known = tuple((number, rule.cues, rule.pattern.match, rule) for number, rule in rules)
    uncued = tuple(one for one in known if not one[1])
    return _Opened(known, uncued, frozenset[str]().union(*(cues for _, cues, _, _ in known)))
