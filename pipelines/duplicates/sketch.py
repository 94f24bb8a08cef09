"""What is kept of one text so that copies of it can be recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import xxhash

from crawler.items import Article
from pipelines.duplicates.winnow import find_fingerprints
from pipelines.duplicates.words import Codes, code_words, read_words

FORMAT = 2
"""Number of the sketch's format, packing in the store included; an index of another has to be
rebuilt."""
WORDS_LEAST = 20
"""A text of fewer words says too little to be known again: it is a copy of nothing."""

_EPOCH = date(1970, 1, 1).toordinal()
_TITLE_DATE = re.compile(
    # Looked ahead at only, so that `17/2` is found in `16-17/2`.
    r"(?<![\d/.])(?=(\d{1,2})\s?(?:[/.-]|tháng|月)\s?(\d{1,2})(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text for the comparison word by word."""

    title_dates: frozenset[int]
    text: Codes

    def __reduce__(self) -> tuple[Any, ...]:
        """As bytes: NumPy pickles an array in ten times the time."""
        return _restore_words, (self.title_dates, self.text.tobytes())


@dataclass(frozen=True, slots=True)
class Sketch:
    """One text, ready to be looked up and compared; all integers fit their SQL columns."""

    key: str
    """Address key: one per article over all forms of its address."""
    url: str
    day: int
    """Day of publication (else of the visit), as days since 1970-01-01."""
    exact: int
    """Hash of the whole normalised text, 64 bits signed."""
    title: int
    """Hash of the normalised title, 64 bits signed."""
    fingerprints: tuple[int, ...]
    """Distinct winnowed fingerprints, 32 bits signed, ascending."""
    words: Words = field(compare=False, repr=False)
    """Not stored: made again from the article where a candidate is compared."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Without the names of the fields, which a dataclass looks up each time."""
        numbers = (self.day, self.exact, self.title, self.fingerprints)
        return Sketch, (self.key, self.url, *numbers, self.words)


def sketch_article(article: Article, key: str) -> Sketch:
    """The sketch of `article`, whose address key is `key`; sapo and text count, the title not."""
    title, printed = article.title or "", _join_text(article.sapo, article.text)
    words = read_words(printed)
    codes = code_words(words)
    short = len(words) < WORDS_LEAST
    return Sketch(
        key=key,
        url=article.url,
        day=_day_of(article),
        exact=_hash_words([*words, key] if short else words),
        title=_hash_words(read_words(title)),
        fingerprints=() if short else find_fingerprints(codes),
        words=Words(find_title_dates(title), codes),
    )


def code_article(title: str | None, sapo: str | None, text: str) -> Words:
    """The words of an article with these fields, as its sketch has them."""
    codes = code_words(read_words(_join_text(sapo, text)))
    return Words(find_title_dates(title or ""), codes)


def find_title_dates(title: str) -> frozenset[int]:
    """The days of the year that `title` names, as numbers: `30/6`, `7 tháng 2`, `6月30日`."""
    pairs = (sorted(map(int, found.groups())) for found in _TITLE_DATE.finditer(title))
    # Smaller number first: which of the two is the month does not matter to a comparison.
    return frozenset(32 * low + high for low, high in pairs if 1 <= low <= 12 and high <= 31)


def _join_text(sapo: str | None, text: str) -> str:
    return text if not sapo or text.startswith(sapo) else f"{sapo}\n{text}"


def _day_of(article: Article) -> int:
    moment = article.published or article.fetched
    if isinstance(moment, datetime):
        moment = moment.astimezone(UTC).date() if moment.tzinfo else moment.date()
    return moment.toordinal() - _EPOCH if moment else 0


def _hash_words(words: list[str]) -> int:
    unsigned = xxhash.xxh3_64_intdigest(" ".join(words).encode(errors="surrogatepass"))
    return unsigned - (1 << 64) if unsigned >> 63 else unsigned


def _restore_words(title_dates: frozenset[int], text: bytes) -> Words:
    return Words(title_dates, np.frombuffer(text, np.uint16))
