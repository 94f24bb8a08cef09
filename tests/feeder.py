"""A crawl that only yields items: `python -m tests.feeder JSON` (`count`, `stop`, `settings`)."""

from __future__ import annotations

import json
import sys

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.defer import deferred_from_coro

from tests.test_feeds import Line


class Feeder(Spider):
    name = "feeder"

    def __init__(self, task, **kwargs):
        super().__init__(**kwargs)
        self.task = task

    async def start(self):
        for _ in range(self.task["count"]):
            yield Line()
        if reason := self.task.get("stop"):
            deferred_from_coro(self.crawler.engine.close_spider_async(reason=reason))


def main():
    task = json.loads(sys.argv[1])
    settings = {"ADDONS": {"crawler.addon.SafeCrawl": 100}, "LOG_LEVEL": "ERROR"}
    process = AsyncCrawlerProcess(settings | task["settings"])
    crawler = process.create_crawler(Feeder)
    process.crawl(crawler, task=task)
    process.start()
    print(json.dumps(crawler.stats.get_stats(), default=str))


if __name__ == "__main__":
    main()
