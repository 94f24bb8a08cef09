"""The step that reads the meetings of an article. Stats: `meetings/reported`, `mentioned`, `none`."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from crawler.items import Article
from pipelines.meetings.find import find_meetings


class ReadMeetings:
    """Fills `meetings`."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The step for one crawl."""
        return cls(crawler)

    def process_item(self, item: Article) -> Article:
        """`item` with its meetings."""
        item.meetings = find_meetings(item)
        reported = sum(meeting.main for meeting in item.meetings)
        self._count("reported", reported)
        self._count("mentioned", len(item.meetings) - reported)
        self._count("none", not item.meetings)
        return item

    def _count(self, what: str, number: int) -> None:
        if number and self._crawler.stats:
            self._crawler.stats.inc_value(f"meetings/{what}", int(number))
