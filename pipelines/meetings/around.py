"""What stands right before and right after the name of a meeting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipelines.meetings.rule import Found, Rule
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
        self._opening: dict[str, list[int]] = {}
        self._anywhere: list[int] = []
        self._after: list[int] = []
        for number, one in enumerate(self._rules):
            if one.side == "after":
                self._after.append(number)
            elif not one.rule.opens:
                self._anywhere.append(number)
            for word in one.rule.opens if one.side == "before" else ():
                self._opening.setdefault(word, []).append(number)

    def __iter__(self) -> Iterator[Around]:
        """Each rule."""
        return iter(self._rules)

    def read(self, sentence: Sentence, start: int, end: int) -> dict[str, Found]:
        """Of each field the nearest reading around the name at `start` to `end`."""
        found = self._read_before(sentence, start) | self._read_after(sentence, end)
        nearest: dict[str, Found] = {}
        for number in sorted(found):
            one, other = found[number], nearest.get(found[number].rule.field)
            if other is None or _distance(one, start, end) < _distance(other, start, end):
                nearest[one.rule.field] = one
        return nearest

    def _read_before(self, sentence: Sentence, name: int) -> dict[int, Found]:
        """Of each rule the reading that begins first; it must begin with a word."""
        found: dict[int, Found] = {}
        words = sentence.words
        for index in range(bisect_left(words.starts, name - _REACH), len(words.keys)):
            start = words.starts[index]
            if start >= name:
                break
            for number in (*self._opening.get(words.keys[index], ()), *self._anywhere):
                if number not in found:
                    self._try(number, sentence.whole, start, name, found)
        return found

    def _read_after(self, sentence: Sentence, name: int) -> dict[int, Found]:
        found: dict[int, Found] = {}
        for number in self._after:
            cues = self._rules[number].rule.cues
            if not cues or not cues.isdisjoint(sentence.keys):
                self._try(number, sentence.whole, name, sentence.end, found)
        return found

    def _try(self, number: int, text: str, start: int, end: int, found: dict[int, Found]) -> None:
        rule = self._rules[number].rule
        match = rule.pattern.match(text, start, end)
        value = None if match is None else rule.read(match)
        if match is not None and value is not None:
            found[number] = Found(rule, value, match.start(), match.end(), {})


def _distance(found: Found, start: int, end: int) -> int:
    return max(start - found.end, found.start - end)
