"""An article as sentences of words, each at its offset in title, sapo, text or captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.items import Article, Source

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|\d+|[+&]")
_END = re.compile(r"\n|[。！？]|[.!?…](?=[\"”’)]{0,2}(?:\s|$))")
_SHORT = re.compile(
    r"(?:\b[A-ZĐ]|\b(?:TP|Mr|Ms|Mrs|Dr|St|No|Tx|GS|TS|PGS|ThS|Jr|Sr|Gen|Lt|vs|Hon)|^\d{1,2})\Z",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, a run of digits, one Chinese character, `+` or `&`."""

    key: str
    """The word in lower case."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; all offsets, its words' too, mean the whole text of its source."""

    source: Source
    whole: str
    """The whole text of the source, in which `start` and `end` count."""
    start: int
    end: int
    number: int
    """Its place in the article, counted from the title, over title, sapo and text."""
    words: tuple[Word, ...]
    keys: frozenset[str]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.whole[self.start : self.end]


def split_article(article: Article) -> list[Sentence]:
    """All sentences: title, sapo, text, then captions."""
    sentences: list[Sentence] = []
    for source, whole in article_sources(article).items():
        for start, end in split_text(whole):
            sentences.append(_read_sentence(source, whole, (start, end), len(sentences)))
    return sentences


def article_sources(article: Article) -> dict[Source, str]:
    """The texts that evidence points into, in reading order."""
    captions = "\n".join(caption.text for caption in article.captions)
    return {
        "title": article.title or "",
        "sapo": article.sapo or "",
        "text": article.text,
        "caption": captions,
    }


def split_text(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence; initials and `TP. ` do not end one."""
    start = 0
    for match in _END.finditer(text):
        if match.group() == "." and _SHORT.search(
            text, max(start, match.start() - 6), match.start()
        ):
            continue
        yield from _trim(text, start, match.end())
        start = match.end()
    yield from _trim(text, start, len(text))


def read_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(match.group().lower(), match.start(), match.end())


def _read_sentence(source: Source, whole: str, span: tuple[int, int], number: int) -> Sentence:
    words = tuple(read_words(whole, *span))
    keys = frozenset(word.key for word in words)
    return Sentence(source, whole, *span, number, words, keys)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
