"""An article as sentences of words, each at its offset in title, sapo, text or captions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from typing import NamedTuple

from crawler.items import Article, Source
from pipelines.meetings.wrapping import is_wrapped, runs_on

_LETTER = r"[^\W\d_\u3400-\u9fff]"
_WORD = re.compile(rf"([\u3400-\u9fff+&]|{_LETTER}+|\d+)")
_RUNS = re.findall(f"{_LETTER}+", "".join(map(chr, range(0x10000))))
_PLAIN_LETTER = f"[{''.join(f'{run[0]}-{run[-1]}' for run in _RUNS)}]"
_PLAIN_WORD = re.compile(rf"({_PLAIN_LETTER}{_PLAIN_LETTER}*+|\d\d*+|[\u3400-\u9fff+&])")
"""`_WORD` with the letters below U+10000 one by one, which `re` looks up in a table of bits.

An alternative that begins with one of a set, not with a run, is passed over at once elsewhere.
"""
_END = re.compile(r"[\n。！？.!?…](?:(?<=[\n。！？])|(?=[\"”’)]{0,2}(?:\s|$)(?!(?<=\.)\s[a-z])))")
_SHORT = re.compile(
    r"(?:\b[A-ZĐ]|\b(?:TP|Mr|Ms|Mrs|Dr|St|No|Tx|GS|TS|PGS|ThS|Jr|Sr|Gen|Lt|vs|Hon|"
    r"Prof|Sen|Rep|Gov|Maj|Col|Adm|Brig|Capt|Amb|Atty|Engr|Assoc|Sec|Ma|Jan|Feb|Mar|Apr|Aug|"
    r"Sept?|Oct|Nov|Dec)|(?<=E\.\s)[A-Z][a-z]{1,4}|^\d{1,2})\Z",
    re.MULTILINE,
)

_AFTER_DIGITS = ":"
"""Sorts after every number in plain digits and before those in others."""
LONGEST_TEXT = 50_000
"""Characters of a text that are read for meetings; no article of the press comes near."""
_LONGEST = 1_500
"""Characters of a sentence; what runs on longer is a table or no prose, and is cut at a space."""


class Word(NamedTuple):
    """A run of letters, a run of digits, one Chinese character, `+` or `&`."""

    key: str
    """The word in lower case."""
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Words:
    """Words in reading order, as columns: most are only looked up, and never made one by one."""

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    _numbers: Sequence[int] | None = field(default=None, init=False)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.keys)

    def __iter__(self) -> Iterator[Word]:
        """Each word."""
        return map(Word, self.keys, self.starts, self.ends)

    @property
    def numbers(self) -> Sequence[int]:
        """Which of them are runs of plain digits, found when first asked for."""
        if self._numbers is None:
            digits = compress(count(), map(str.isdigit, self.keys))
            self._numbers = [at for at in digits if self.keys[at] < _AFTER_DIGITS]
        return self._numbers

    def cut(self, first: int, last: int) -> Words:
        """The words from `first` to `last`, which is not included."""
        return Words(self.keys[first:last], self.starts[first:last], self.ends[first:last])


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, equal only to itself.

    All offsets, its words' too, mean the whole text of its source.
    """

    source: Source
    whole: str
    """The whole text of the source, in which `start` and `end` count."""
    start: int
    end: int
    number: int
    """Its place in the article, counted from the title, over title, sapo and text."""
    words: Words
    _keys: frozenset[str] | None = field(default=None, init=False)

    @property
    def keys(self) -> frozenset[str]:
        """The words in lower case, put together when first asked for."""
        if self._keys is None:
            self._keys = frozenset(self.words.keys)
        return self._keys

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.whole[self.start : self.end]


def split_article(article: Article) -> list[Sentence]:
    """All sentences: title, sapo, text, then captions."""
    sentences: list[Sentence] = []
    for source, whole in article_sources(article).items():
        sentences.extend(_read_sentences(source, whole, len(sentences)))
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
    start, wrapped = 0, is_wrapped(text)
    for match in _END.finditer(text):
        at = match.start()
        sign = text[at]
        if wrapped and sign == "\n" and runs_on(text, at):
            continue
        if sign == "." and _is_shortened(text, start, at):
            continue
        yield from _trim(text, start, at + 1)
        start = at + 1
    yield from _trim(text, start, len(text))


def _is_shortened(text: str, start: int, dot: int) -> bool:
    """True where the word before the full stop is an initial, an abbreviation or a line's number.

    Most words are told by their last letters: those abbreviations have at most five, one a capital.
    """
    last = text[max(start, dot - 5) : dot]
    if last.islower() and not last[-1].isdigit():
        return False
    return _SHORT.search(text, max(start, dot - 8), dot) is not None


def read_words(text: str) -> Words:
    """The words of `text`."""
    lower = text.lower()
    if len(lower) != len(text):
        spans = [match.span() for match in _WORD.finditer(text)]
        keys = [text[start:end].lower() for start, end in spans]
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
    else:
        pieces = (_PLAIN_WORD if _is_plain(lower) else _WORD).split(lower)
        bounds = list(accumulate(map(len, pieces)))
        keys, starts, ends = pieces[1::2], bounds[:-1:2], bounds[1::2]
    return Words(keys, starts, ends)


def _is_plain(text: str) -> bool:
    """True where no character lies beyond U+FFFF."""
    return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


def _read_sentences(source: Source, whole: str, first: int) -> Iterator[Sentence]:
    words = read_words(whole[:LONGEST_TEXT])
    index = 0
    for number, (start, end) in enumerate(split_text(whole[:LONGEST_TEXT]), first):
        begin, index = index, bisect_left(words.starts, end, index)
        yield Sentence(source, whole, start, end, number, words.cut(begin, index))


def _trim(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """What is left without the space around it: nothing, a sentence, or pieces of a long one."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST:
        return list(_cut(text, start, end))
    return ((start, end),) if start < end else ()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield start, cut
        start = cut + (space > 0)
    if start < end:
        yield start, end
