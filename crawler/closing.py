"""A crawl that is told to stop while items of `start()` are on their way stops all the same.

Scrapy 2.19.0 looks whether it may close after each response, but not after an item that came from
`start()` without one: a replay that is interrupted, or whose disk is full, would wait for ever.
"""

from __future__ import annotations

import asyncio
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import call_later

_AGAIN = 0.05
"""Seconds until the next look."""


class Closing:
    """Extension: ends the wait for items once there are none on their way."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._is_looking = False
        for signal in (signals.item_scraped, signals.item_dropped, signals.item_error):
            crawler.signals.connect(self.look, signal)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Closing:
        """The extension of one crawl."""
        return cls(crawler)

    def look(self, **_: Any) -> None:
        """Look once the item has left the pipelines, which it has not when its signal is sent."""
        if not self._is_looking:
            self._is_looking = True
            asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        self._is_looking = False
        spider, slot = self._crawler.spider, self._crawler.engine.scraper.slot
        if slot is None or spider is None or slot.closing is None or slot.closing.called:
            return
        if slot.is_idle():
            slot.closing.callback(spider)
        else:
            self._is_looking = True
            call_later(_AGAIN, self._look)
