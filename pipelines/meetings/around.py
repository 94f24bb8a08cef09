"""What stands right before and right after the name of a meeting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipelines.meetings.rule import Found, Rule, read_match
from pipelines.meetings.sentences import Sentence

_REACH = 90
"""Characters before a name that the rules see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A rule on the words next to a meeting's name."""

    rule: Rule
    """Its pattern ends in `\\Z` where `side` is `before`; where `after` it is matched in place."""
    side: Literal["before", "after"]


class AroundBook:
    """Rules on the words next to a name, by the words that call for them."""

    def __init__(self, rules: Iterable[Around]) -> None:
        self._rules = tuple(rules)
        before = [(n, one.rule) for n, one in enumerate(self._rules) if one.side == "before"]
        words = frozenset[str]().union(*(rule.opens for _, rule in before))
        self._anywhere = [(number, rule) for number, rule in before if not rule.opens]
        self._opening = {
            word: [(n, rule) for n, rule in before if not rule.opens or word in rule.opens]
            for word in words
        }
        self._after = [(n, one.rule) for n, one in enumerate(self._rules) if one.side == "after"]
        self._cues = frozenset[str]().union(*(rule.cues for _, rule in self._after))

    def __iter__(self) -> Iterator[Around]:
        """Each rule."""
        return iter(self._rules)

    def read(self, sentence: Sentence, start: int, end: int) -> dict[str, Found]:
        """Of each field the nearest reading around the name at `start` to `end`."""
        found = self._read_before(sentence, start)
        self._read_after(sentence, end, found)
        nearest: dict[str, Found] = {}
        for number in sorted(found):
            one, other = found[number], nearest.get(found[number].rule.field)
            if other is None or _distance(one, start, end) < _distance(other, start, end):
                nearest[one.rule.field] = one
        return nearest

    def _read_before(self, sentence: Sentence, name: int) -> dict[int, Found]:
        """Of each rule the reading that begins first; it must begin with a word."""
        found: dict[int, Found] = {}
        keys, starts = sentence.words.keys, sentence.words.starts
        first = bisect_left(starts, name - _REACH)
        for index in range(first, bisect_left(starts, name, first)):
            for number, rule in self._opening.get(keys[index], self._anywhere):
                if number not in found:
                    _try(number, rule, sentence.whole, (starts[index], name), found)
        return found

    def _read_after(self, sentence: Sentence, name: int, found: dict[int, Found]) -> None:
        cues = self._cues & sentence.keys
        for number, rule in self._after:
            if not rule.cues or not rule.cues.isdisjoint(cues):
                _try(number, rule, sentence.whole, (name, sentence.end), found)


def _try(
    number: int, rule: Rule, text: str, span: tuple[int, int], found: dict[int, Found]
) -> None:
    match = rule.pattern.match(text, *span)
    if match is not None:
        value = rule.read(match)
        if value is not None:
            found[number] = read_match(rule, match, value)


def _distance(found: Found, start: int, end: int) -> int:
    return max(start - found.end, found.start - end)
