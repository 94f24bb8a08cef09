"""What one crawl of a site brought: how many articles, and how many of them have each field."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from crawler.health.lengths import Lengths
from crawler.items import Article
from crawler.site import Selectors
from crawler.trace import Trace

FIELDS = ("title", "sapo", "time", "byline", "captions", "own_selectors")
"""`time`: a time, not just a day. `own_selectors`: the body came from the site's own container."""


class Coverage:
    """Grows article by article, in memory that does not."""

    def __init__(self, selectors: Selectors | None = None) -> None:
        """`selectors`: those of the site."""
        known: dict[str, tuple[str, ...]] = asdict(selectors or Selectors())
        self.articles = 0
        self.lengths = Lengths()
        """Characters of the texts."""
        self.hits: Counter[tuple[str, str]] = Counter()
        """(field, selector) -> the articles it was used for."""
        self._selectors = {name: found for name, found in known.items() if found}
        self._having = dict.fromkeys(FIELDS, 0)
        self._reached = dict.fromkeys(self._selectors, 0)
        self._shortest: tuple[int, str] | None = None
        self._examples: dict[str, str] = {}

    def add(self, article: Article, trace: Trace) -> None:
        """Count one article and the selectors that read it."""
        self.articles += 1
        for name, has in _fields(article, by_site=trace.by_site).items():
            self._having[name] += has
            if not has:
                self._show(name, article.url)
        for name in self._selectors:
            self._add_hits(name, trace.hits.get(name, ()), article.url)
        shown = (len(article.text), article.url)
        self._shortest = min(self._shortest or shown, shown)
        self._examples["length"] = self._shortest[1]
        self.lengths.add(len(article.text))

    def _add_hits(self, name: str, hits: Any, url: str) -> None:
        self._reached[name] += bool(hits)
        self.hits.update((name, selector) for selector in hits)
        if not hits:
            self._show(f"selectors/{name}", url)

    def _show(self, name: str, url: str) -> None:
        """The first by its address, so that it does not depend on which came first."""
        self._examples[name] = min(self._examples.get(name, url), url)

    def report(self) -> Report:
        """The figures of this crawl."""
        hits = {name: {s: self.hits[name, s] for s in ss} for name, ss in self._selectors.items()}
        return Report(
            self.articles,
            self._share(self._having),
            self.lengths.find_median(),
            dict(self._examples),
            reached=self._share(self._reached),
            selectors={name: self._share(counts) for name, counts in hits.items()},
        )

    def _share(self, counts: dict[str, int]) -> dict[str, float]:
        return {n: round(c / self.articles, 4) if self.articles else 0.0 for n, c in counts.items()}


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one crawl."""

    articles: int
    shares: dict[str, float]
    """Share of the articles that have the field, 0 to 1."""
    length: int
    """Median characters of text."""
    examples: dict[str, str] = field(default_factory=dict)
    """Field -> a page that lacks it; `length` -> the page with the shortest text;
    `selectors/<field>` -> a page on which no selector of the field was used."""
    when: str = ""
    """Start of the crawl, ISO 8601."""
    unchanged: int = 0
    """Articles that the site called unchanged, and that were not read again."""
    alarms: tuple[str, ...] = ()
    reached: dict[str, float] = field(default_factory=dict)
    """Field -> share of the articles of which some selector of the site was used, 0 to 1."""
    selectors: dict[str, dict[str, float]] = field(default_factory=dict)
    """Field -> selector -> share of the articles for which it was used, 0 to 1."""

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
