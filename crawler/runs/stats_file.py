"""The extension that writes a crawl's stats to a file, for the process that started it."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import orjson
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured


class StatsFile:
    """Setting: `STATS_FILE`; without it there is nothing to do."""

    def __init__(self, crawler: Crawler, path: Path) -> None:
        self._crawler = crawler
        self._path = path

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension for one crawl."""
        path = crawler.settings.get("STATS_FILE")
        if not path:
            raise NotConfigured
        extension = cls(crawler, Path(path))
        crawler.signals.connect(extension.write, signals.engine_stopped)
        return extension

    def write(self) -> None:
        """Write the stats; what JSON does not know is written as text."""
        stats = self._crawler.stats.get_stats()
        options = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
        self._path.write_bytes(orjson.dumps(stats, default=str, option=options))
