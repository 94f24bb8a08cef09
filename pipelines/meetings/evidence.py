"""The words behind a value, as evidence of its meeting."""

from __future__ import annotations

from crawler.items import Evidence
from pipelines.meetings.sentences import Sentence


def quote_words(field: str, rule: str, sentence: Sentence, span: tuple[int, int]) -> Evidence:
    """Evidence that `field` was read by `rule` from `span` of the sentence's source."""
    start, end = span
    return Evidence(field, rule, sentence.whole[start:end], start, end, sentence.source)


def quote_again(said: Evidence, field: str, rule: str) -> Evidence:
    """Evidence that the words of `said` also say `field`, by `rule`."""
    return Evidence(field, rule, said.quote, said.start, said.end, said.source)
