"""The words behind a value, as evidence of its meeting."""

from __future__ import annotations

from crawler.items import Evidence
from pipelines.meetings.sentences import Sentence


def quote_words(field: str, rule: str, sentence: Sentence, span: tuple[int, int]) -> Evidence:
    """Evidence that `field` was read by `rule` from `span` of the sentence's source."""
    start, end = span
    return Evidence(field, rule, sentence.whole[start:end], start, end, sentence.source)
