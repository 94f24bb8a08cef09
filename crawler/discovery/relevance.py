"""Which links are worth fetching: those whose address or headline speaks of meetings of ASEAN."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from crawler.discovery.link import Link

WORDS = Path(__file__).with_suffix(".toml")
"""Our own words; the setting `RELEVANCE_WORDS` names another file of the same form."""
_LEAST_WORDS = 3
"""A text with fewer of them tells nothing: `news.php`, `Xem thêm`."""
_WORD = re.compile(r"[a-z]{2,}|[一-鿿]{2}")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Relevance:
    """The words to look for."""

    anywhere: re.Pattern[str]
    """In folded text: `hoi-nghi-cap-cao`, between hyphens."""
    headlines: re.Pattern[str]
    """In a headline as it is written."""

    def has(self, link: Link) -> bool:
        """True where `link` may lead to a report on a meeting, or says nothing either way."""
        path = unquote(urlsplit(link.url).path)
        if self.is_headline(link.title) or self.anywhere.search(fold(path)):
            return True
        return not is_telling(link.title) and not any(map(is_telling, path.split("/")))

    def is_headline(self, title: str) -> bool:
        """True where `title` names a meeting."""
        return bool(self.anywhere.search(fold(title)) or self.headlines.search(title))


@cache
def read_relevance(file: Path = WORDS) -> Relevance:
    """The words in `file`, TOML: `[anywhere]` and `[headlines]` with lists of any names.

    Raises:
        ValueError: the file has another form, or no words.
    """
    known = tomllib.loads(file.read_text("utf-8"))
    anywhere = _alternatives(fold(word).strip("-") for word in _words(known, "anywhere", file))
    headlines = _alternatives(
        rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word)
        for word in _words(known, "headlines", file)
    )
    return Relevance(re.compile(rf"-(?:{anywhere})-"), re.compile(headlines))


def fold(text: str) -> str:
    """`text` as addresses write it, hyphens around: `Họp ASEAN` -> `-hop-asean-`."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return f"-{_NO_WORD.sub('-', letters).strip('-')}-"


def is_telling(text: str) -> bool:
    """True where `text` has enough words to say what an article is about."""
    return len(_WORD.findall(fold(text))) >= _LEAST_WORDS


def _words(known: dict[str, Any], table: str, file: Path) -> list[str]:
    lists = known.get(table)
    if not isinstance(lists, dict) or not all(isinstance(words, list) for words in lists.values()):
        raise ValueError(f"{file}: [{table}] must hold lists of words")
    words = [word for words in lists.values() for word in words]
    if not words or not all(isinstance(word, str) and fold(word) != "--" for word in words):
        raise ValueError(f"{file}: [{table}] must hold words")
    return words


def _alternatives(patterns: Iterable[str]) -> str:
    return "|".join(sorted(set(patterns), key=len, reverse=True))
