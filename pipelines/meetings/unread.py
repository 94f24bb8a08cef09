"""What the rules left unread in an article: where the next rule is to be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.items import Article, Source
from pipelines.meetings.find import read_languages
from pipelines.meetings.language import Language
from pipelines.meetings.lexicon import Hits
from pipelines.meetings.mentions import read_mentions
from pipelines.meetings.moments import read_moments
from pipelines.meetings.sentences import Sentence, split_article

_DATE_LIKE = re.compile(
    r"(?<![\d.,/\-])\d{1,2}\s?[/.\-–]\s?\d{1,2}(?:\s?[/.\-–]\s?\d{2,4})?(?![\d%]|[.,]\d)"
    r"|(?<!\d)\d{1,2}\s(?:tháng|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)(?!\w)|\d{1,2}月\d{1,2}日"
)
_NAME_AFTER = 60
"""Characters after an office within which its holder's name ought to stand."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that look like a value and that no rule took."""

    kind: str
    """`meeting` (no series), `date` (no rule) or `title` (no name)."""
    words: str
    sentence: str
    source: Source


def list_unread(article: Article) -> list[Unread]:
    """What was left unread in `article`, in reading order; [] in a language that nobody taught."""
    language = read_languages().get(article.language or "")
    if language is None:
        return []
    return [
        unread for sentence in split_article(article) for unread in _list_in(sentence, language)
    ]


def _list_in(sentence: Sentence, language: Language) -> Iterator[Unread]:
    hits = language.lexicon.find(sentence.words, sentence.whole)
    found = (
        ("meeting", _unread_meetings(sentence, hits, language)),
        ("date", _unread_dates(sentence, language)),
        ("title", _unread_titles(sentence, hits, language)),
    )
    for kind, spans in found:
        for start, end in spans:
            yield Unread(kind, sentence.whole[start:end], sentence.text, sentence.source)


def _unread_meetings(
    sentence: Sentence, hits: Hits, language: Language
) -> Iterator[tuple[int, int]]:
    """Heads with a frame in their sentence that are part of no name with a series."""
    named = [one for one in read_mentions(sentence, hits, language) if one.series is not None]
    frames = [hit for hit in hits if "frame:" in hit.entry.code]
    for hit in hits:
        near = [frame for frame in frames if 0 <= frame.start - hit.end <= _NAME_AFTER]
        inside = any(one.start <= hit.start < one.end for one in named)
        if hit.entry.code == "head:meeting" and near and not inside:
            yield hit.start, near[0].end


def _unread_dates(sentence: Sentence, language: Language) -> Iterator[tuple[int, int]]:
    moments = read_moments(sentence, language)
    for match in _DATE_LIKE.finditer(sentence.whole, sentence.start, sentence.end):
        if not any(one.start < match.end() and match.start() < one.end for one in moments):
            yield match.span()


def _unread_titles(sentence: Sentence, hits: Hits, language: Language) -> Iterator[tuple[int, int]]:
    """Offices before a capital letter that lead to no person and are in no meeting's name."""
    people = [named.name for named in language.read_people(sentence, hits)]
    names = read_mentions(sentence, hits, language)
    for hit in hits:
        after = sentence.whole[hit.end : hit.end + 3]
        if hit.entry.kind != "title" or not after[1:2].isupper():
            continue
        if any(one.start <= hit.start < one.end for one in names):
            continue
        if not any(-_NAME_AFTER <= start - hit.end <= _NAME_AFTER for start, _ in people):
            yield hit.start, min(hit.end + 20, sentence.end)
