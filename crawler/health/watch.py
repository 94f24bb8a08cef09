"""The extension that watches a site's health: counts, compares, remembers, raises the alarm.

Setting: `HEALTH`, the folder of the histories. Each alarm is an error in the log and one of the
stat `health/alarms`, which makes the crawl's exit code 1; the articles are delivered all the same,
by the generic reader if need be.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.health.history import append_report, read_history
from crawler.health.judge import find_alarms
from crawler.health.shortfall import count_unchanged

logger = logging.getLogger(__name__)


class Watch:
    """Judges a crawl when it ends; a crawl that was cut short says nothing about the site."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._folder = Path(crawler.settings["HEALTH"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension for one crawl; a replay says nothing about the site of today."""
        if crawler.settings.getlist("REPLAY"):
            raise NotConfigured
        watch = cls(crawler)
        crawler.signals.connect(watch.judge, signals.spider_closed)
        return watch

    def judge(self, spider: Spider, reason: str) -> None:
        """Compare the crawl of `spider` with those before, and add it to them."""
        coverage = getattr(spider, "coverage", None)
        if coverage is None or reason != "finished":
            return
        report = replace(coverage.report(), unchanged=count_unchanged(self._crawler.stats))
        alarms = find_alarms(report, read_history(self._folder, spider.name))
        for alarm in alarms:
            logger.error("%s has changed: %s", spider.name, alarm)
        started = self._crawler.stats.get_value("start_time")
        report = replace(
            report,
            when=started.replace(microsecond=0).isoformat() if started else "",
            alarms=tuple(map(str, alarms)),
        )
        self._crawler.stats.set_value("health/alarms", list(report.alarms))
        append_report(self._folder, spider.name, report)
