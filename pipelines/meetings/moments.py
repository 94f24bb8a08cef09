"""The dates of a sentence, each with the words that say it."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import NamedTuple

from pipelines.meetings.language import Language
from pipelines.meetings.rule import Found
from pipelines.meetings.said import Relative, Said
from pipelines.meetings.sentences import Sentence

_SAID_REACH = 90
_START = attrgetter("start")
_AFTER_SAID = re.compile(r"\s?(?:[,.;)”\"]|that\b|rằng\b|\Z)")


class Moment(NamedTuple):
    """A date as a sentence says it."""

    said: Said | Relative
    rule: str
    sentence: Sentence
    start: int
    end: int
    when_said: bool = False
    """True for the day on which somebody said what the sentence says."""


def read_moments(sentence: Sentence, language: Language) -> list[Moment]:
    """The dates of `sentence` from left to right; of two that overlap the longer one."""
    return [
        Moment(
            one.value,
            one.rule.name,
            sentence,
            one.start,
            one.end,
            _dates_words(one, sentence, language),
        )
        for one in _without_overlaps(language.dates.read(sentence))
    ]


def _dates_words(found: Found, sentence: Sentence, language: Language) -> bool:
    """True after `announced on` and the like, where nothing of what was said follows at once."""
    text = sentence.whole
    if _AFTER_SAID.match(text, found.end, sentence.end) is None:
        return False
    before = max(sentence.start, found.start - _SAID_REACH)
    return language.said.search(text, before, found.start) is not None


def _without_overlaps(found: list[Found]) -> list[Found]:
    """Of readings that overlap the longer one, by start."""
    if len(found) < 2:
        return found
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=_START)
