"""A line on the terminal that shows a crawl or replay at work; silent where nobody looks."""

from __future__ import annotations

from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured


class Progress:
    """Counts articles on standard error; the total is known where the spider states `total`."""

    def __init__(self, console: Console) -> None:
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[articles]} articles"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._bar.add_task("pages", total=None, articles=0)
        self._articles = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension, where standard error is a terminal."""
        console = Console(stderr=True)
        if not console.is_terminal:
            raise NotConfigured
        progress = cls(console)
        crawler.signals.connect(progress.start, signals.spider_opened)
        crawler.signals.connect(progress.count_page, signals.response_received)
        crawler.signals.connect(progress.count_article, signals.item_scraped)
        crawler.signals.connect(progress.stop, signals.spider_closed)
        return progress

    def start(self) -> None:
        """Show the line."""
        self._bar.start()

    def count_page(self) -> None:
        """One more page has come."""
        self._bar.advance(self._task)

    def count_article(self) -> None:
        """One more article has been read."""
        self._articles += 1
        self._bar.update(self._task, articles=self._articles)

    def stop(self) -> None:
        """Take the line away."""
        self._bar.stop()
