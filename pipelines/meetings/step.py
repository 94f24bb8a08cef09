"""The step of the crawl that fills `article.meetings` and counts what was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Self

from scrapy.crawler import Crawler
from scrapy.utils.misc import load_object

from crawler.finished import FinishedArticle, count_meetings
from crawler.items import Article, Meeting

_FIND = "pipelines.meetings.find.find_meetings"


class FindMeetings:
    """Finds the meetings of every article; needs nothing but the article.

    Those of a finished article were found before, on all cores: then they are counted.
    """

    def __init__(self, crawler: Crawler) -> None:
        # Looked up once: Scrapy's stats look for a wrapper at each access.
        self._add = crawler.stats.inc_value if crawler.stats else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The step for one crawl."""
        return cls(crawler)

    def process_item(self, item: Article) -> Article:
        """`item` with its meetings; counts articles by what they report."""
        if isinstance(item, FinishedArticle):
            counts = item.counts
        else:
            item.meetings = self._find_meetings(item)
            counts = count_meetings(item.meetings)
        for what, number in counts.items():
            self._count(what, number)
        self._count("articles_with_a_report" if counts["reported"] else "articles_without", 1)
        return item

    @cached_property
    def _find_meetings(self) -> Callable[[Article], list[Meeting]]:
        """Loaded with the first article that is not finished: a replay's own process has none."""
        found: Callable[[Article], list[Meeting]] = load_object(_FIND)
        return found

    def _count(self, what: str, number: int) -> None:
        if number and self._add:
            self._add(f"meetings/{what}", number)
