"""What one crawl of a site brought: how many articles, and how many of them have each field."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from statistics import median
from typing import Any

from crawler.items import Article

FIELDS = ("title", "sapo", "time", "byline", "captions", "own_selectors")
"""`time`: a time, not just a day. `own_selectors`: the body came from the site's own container."""


@dataclass(slots=True)
class Coverage:
    """Grows article by article."""

    articles: int = 0
    having: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    lengths: list[int] = field(default_factory=list)
    """Characters of each text."""
    shortest: int | None = None
    examples: dict[str, str] = field(default_factory=dict)
    """Field -> the first page that lacks it; `length` -> the page with the shortest text."""

    def add(self, article: Article, *, by_site: bool) -> None:
        """Count one article."""
        self.articles += 1
        for name, has in _fields(article, by_site=by_site).items():
            self.having[name] += has
            if not has:
                self.examples.setdefault(name, article.url)
        if self.shortest is None or len(article.text) < self.shortest:
            self.shortest = len(article.text)
            self.examples["length"] = article.url
        self.lengths.append(len(article.text))

    def report(self) -> Report:
        """The figures of this crawl."""
        shares = {
            n: round(h / self.articles, 4) if self.articles else 0.0 for n, h in self.having.items()
        }
        length = int(median(self.lengths)) if self.lengths else 0
        return Report(self.articles, shares, length, dict(self.examples))


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one crawl."""

    articles: int
    shares: dict[str, float]
    """Share of the articles that have the field, 0 to 1."""
    length: int
    """Median characters of text."""
    examples: dict[str, str] = field(default_factory=dict)
    when: str = ""
    """Start of the crawl, ISO 8601."""
    unchanged: int = 0
    """Articles that the site called unchanged, and that were not read again."""
    alarms: tuple[str, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The report as a line of the history."""
        return asdict(self)


def _fields(article: Article, *, by_site: bool) -> dict[str, bool]:
    return {
        "title": bool(article.title),
        "sapo": bool(article.sapo),
        "time": isinstance(article.published, datetime),
        "byline": bool(article.authors or article.agency),
        "captions": bool(article.captions),
        "own_selectors": by_site,
    }
