"""The step of the crawl that fills `article.meetings` and counts what was found."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from crawler.items import Article
from pipelines.meetings.find import find_meetings


class FindMeetings:
    """Finds the meetings of every article; needs nothing but the article.

    A spider that says `finds_meetings` has found them itself, on all cores: then they are counted.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._are_found = bool(getattr(crawler.spidercls, "finds_meetings", False))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The step for one crawl."""
        return cls(crawler)

    def process_item(self, item: Article) -> Article:
        """`item` with its meetings; counts articles by what they report."""
        if not self._are_found:
            item.meetings = find_meetings(item)
        reported = [meeting for meeting in item.meetings if meeting.main]
        self._count("reported", len(reported))
        self._count("mentioned", len(item.meetings) - len(reported))
        self._count("articles_with_a_report" if reported else "articles_without", 1)
        self._count("undated", sum(meeting.starts is None for meeting in reported))
        return item

    def _count(self, what: str, number: int) -> None:
        if number and self._crawler.stats:
            self._crawler.stats.inc_value(f"meetings/{what}", number)
