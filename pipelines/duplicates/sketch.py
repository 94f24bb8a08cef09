"""What is kept of one text so that copies of it can be recognised."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
import xxhash

from crawler.items import Article
from pipelines.duplicates.winnow import find_fingerprints
from pipelines.duplicates.words import Codes, code_words, read_words

FORMAT = 1
"""Number of the sketch's format: first byte of every blob; an index of another is rebuilt."""
WORDS_LEAST = 20
"""A text of fewer words says too little to be known again: it is a copy of nothing."""

_EPOCH = date(1970, 1, 1).toordinal()
_TITLE_DATE = re.compile(
    # Looked ahead at only, so that `17/2` is found in `16-17/2`.
    r"(?<![\d/.])(?=(\d{1,2})\s?(?:[/.-]|tháng|月)\s?(\d{1,2})(?!\d))"
)


class StaleSketch(Exception):
    """A blob of another format: the index that it comes from has to be rebuilt."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    blob: bytes
    """Dates of the title and words of the text as packed codes, for the exact comparison."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a blob holds."""

    title_dates: frozenset[int]
    text: Codes


def sketch_article(article: Article, key: str) -> Sketch:
    """The sketch of `article`, whose address key is `key`; sapo and text count, the title not."""
    words = read_words(_join_text(article))
    title = article.title or ""
    codes = code_words(words)
    short = len(words) < WORDS_LEAST
    return Sketch(
        key=key,
        url=article.url,
        day=_day_of(article),
        exact=_hash_words([*words, key] if short else words),
        title=_hash_words(read_words(title)),
        fingerprints=() if short else find_fingerprints(codes),
        blob=pack_words(Words(find_title_dates(title), codes)),
    )


def find_title_dates(title: str) -> frozenset[int]:
    """The days of the year that `title` names, as numbers: `30/6`, `7 tháng 2`, `6月30日`."""
    pairs = (sorted(map(int, found.groups())) for found in _TITLE_DATE.finditer(title))
    # Smaller number first: which of the two is the month does not matter to a comparison.
    return frozenset(32 * low + high for low, high in pairs if 1 <= low <= 12 and high <= 31)


def pack_words(words: Words) -> bytes:
    """`words` as a blob."""
    dates = sorted(words.title_dates)
    head = np.array([len(dates), *dates], dtype="<u2")
    packed = zlib.compress(head.tobytes() + words.text.astype("<u2").tobytes(), 6)
    return struct.pack("B", FORMAT) + packed


def unpack_words(blob: bytes) -> Words:
    """What `blob` holds.

    Raises:
        StaleSketch: It has another format.
    """
    if blob[0] != FORMAT:
        raise StaleSketch(f"sketch of format {blob[0]}, not {FORMAT}: rebuild the index")
    values = np.frombuffer(zlib.decompress(blob[1:]), dtype="<u2").astype(np.uint16)
    dates, text = np.split(values[1:], [int(values[0])])
    return Words(frozenset(dates.tolist()), text)


def _join_text(article: Article) -> str:
    sapo = article.sapo or ""
    return article.text if article.text.startswith(sapo) else f"{sapo}\n{article.text}"


def _day_of(article: Article) -> int:
    moment = article.published or article.fetched
    if isinstance(moment, datetime):
        moment = moment.astimezone(UTC).date() if moment.tzinfo else moment.date()
    return moment.toordinal() - _EPOCH if moment else 0


def _hash_words(words: list[str]) -> int:
    unsigned = xxhash.xxh3_64_intdigest(" ".join(words).encode(errors="surrogatepass"))
    return unsigned - (1 << 64) if unsigned >> 63 else unsigned
