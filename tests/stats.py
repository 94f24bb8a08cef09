"""Scrapy's stats, written to the file `STATS_FILE` when the crawl ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scrapy.crawler import Crawler
from scrapy.statscollectors import MemoryStatsCollector


class StatsFile(MemoryStatsCollector):
    def __init__(self, crawler: Crawler):
        super().__init__(crawler)
        self._path = Path(crawler.settings["STATS_FILE"])

    def close_spider(self, *args: Any, **kwargs: Any) -> None:
        super().close_spider(*args, **kwargs)
        self._path.write_text(json.dumps(self.get_stats(), default=str), "utf-8")
