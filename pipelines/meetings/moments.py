"""The dates of a sentence, each with the words that say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipelines.meetings.language import Language
from pipelines.meetings.rule import Found
from pipelines.meetings.said import Relative, Said
from pipelines.meetings.sentences import Sentence

_SAID_REACH = 90
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
    moments = (
        Moment(one.value, one.rule.name, sentence, one.start, one.end)
        for one in _without_overlaps(language.dates.read(sentence))
    )
    found = (moment._replace(when_said=_dates_words(moment, language)) for moment in moments)
    return sorted(found, key=lambda moment: moment.start)


def _dates_words(moment: Moment, language: Language) -> bool:
    """True after `announced on` and the like, where nothing of what was said follows at once."""
    text, sentence = moment.sentence.whole, moment.sentence
    before = max(sentence.start, moment.start - _SAID_REACH)
    if language.said.search(text, before, moment.start) is None:
        return False
    return _AFTER_SAID.match(text, moment.end, sentence.end) is not None


def _without_overlaps(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept
