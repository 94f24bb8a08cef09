"""Less than the site must yield, whatever the crawls before have brought."""

from __future__ import annotations

from collections.abc import Iterator

from scrapy.statscollectors import StatsCollector

from crawler.health.coverage import Coverage
from crawler.site import Least

_UNCHANGED = ("downloader/response_status_count/304", "pages/resumed")


def find_shortfalls(least: Least, coverage: Coverage, known: int) -> Iterator[tuple[str, str]]:
    """`articles` or `characters`, and what is wrong with them.

    Args:
        least: what the site must yield.
        coverage: of the articles that were read.
        known: articles that were found and not read: unchanged, irrelevant.
    """
    found = coverage.articles + known
    if found < least.articles:
        yield "articles", f"{found} articles, at least {least.articles} expected"
    length = coverage.lengths.find_median()
    if coverage.articles and length < least.characters:
        yield "characters", f"median text of {length} characters, least {least.characters}"


def count_unchanged(stats: StatsCollector | None) -> int:
    """Articles not read again: unchanged (304), or done before the crawl was killed."""
    return sum(int(stats.get_value(name, 0)) for name in _UNCHANGED) if stats else 0
