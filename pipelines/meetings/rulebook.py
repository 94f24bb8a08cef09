"""Rules by the words that call for them, so that a sentence asks none in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipelines.meetings.rule import ANY_NUMBER, Found, Rule, read_match, read_rule
from pipelines.meetings.sentences import Sentence, Words

_AFTER_DIGITS = ":"
"""Sorts after every number and before every letter: the cheap way to say no."""


class RuleBook:
    """Rules in their order, found by the words that they open with, else by their cues."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._opening: dict[str, list[int]] = {}
        self._cued: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, rule in enumerate(self._rules):
            self._add(number, rule)
        self._cues = frozenset(self._cued)

    def _add(self, number: int, rule: Rule) -> None:
        for word in rule.opens:
            self._opening.setdefault(word, []).append(number)
        for word in rule.cues if not rule.opens else ():
            self._cued.setdefault(word, []).append(number)
        if not (rule.opens or rule.cues):
            self._always.append(number)

    def __iter__(self) -> Iterator[Rule]:
        """Each rule."""
        return iter(self._rules)

    def openings(self, words: Words) -> list[int]:
        """Where among `words` a rule may begin, as indexes."""
        opening = self._opening
        return [
            index
            for index, key in enumerate(words.keys)
            if key in opening or (key < _AFTER_DIGITS and key.isdigit())
        ]

    def rules_at(self, key: str) -> list[Rule]:
        """The rules whose matches may begin with the word `key`."""
        opening = self._opening.get(ANY_NUMBER if key.isdigit() else key, ())
        return [self._rules[number] for number in opening]

    def read(self, sentence: Sentence) -> list[Found]:
        """All readings in `sentence`, rule by rule, each from left to right."""
        starts = self._starts_in(sentence.words)
        due = {*starts, *self._always}
        for cue in self._cues.intersection(sentence.keys):
            due.update(self._cued[cue])
        found: list[Found] = []
        for number in sorted(due):
            rule = self._rules[number]
            if number not in starts:
                found.extend(read_rule(rule, sentence.whole, sentence.start, sentence.end))
            elif not rule.cues or not rule.cues.isdisjoint(sentence.keys):
                found.extend(_read_at(rule, sentence, starts[number]))
        return found

    def _starts_in(self, words: Words) -> Mapping[int, list[int]]:
        """For each rule where the words stand that it may open with."""
        starts: dict[int, list[int]] = {}
        opening, numbers = self._opening, self._opening.get(ANY_NUMBER, ())
        for index in self.openings(words):
            for number in opening.get(words.keys[index], numbers):
                starts.setdefault(number, []).append(words.starts[index])
        return starts


def _read_at(rule: Rule, sentence: Sentence, starts: Sequence[int]) -> Iterator[Found]:
    """The readings of `rule` that begin at one of `starts`; none overlaps another."""
    last = 0
    for start in starts:
        match = rule.pattern.match(sentence.whole, start, sentence.end) if start >= last else None
        if match is not None:
            last = match.end()
            value = rule.read(match)
            if value is not None:
                yield read_match(rule, match, value)
