"""The dates of a sentence, each with the words that say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipelines.meetings.language import Language
from pipelines.meetings.rule import Found
from pipelines.meetings.said import Relative, Said
from pipelines.meetings.sentences import Sentence


class Moment(NamedTuple):
    """A date as a sentence says it."""

    said: Said | Relative
    rule: str
    sentence: Sentence
    start: int
    end: int


def read_moments(sentence: Sentence, language: Language) -> list[Moment]:
    """The dates of `sentence` from left to right; of two that overlap the longer one."""
    moments = (
        Moment(one.value, one.rule.name, sentence, one.start, one.end)
        for one in _without_overlaps(language.dates.read(sentence))
    )
    return sorted(moments, key=lambda moment: moment.start)


def _without_overlaps(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept
