"""A line on the terminal that shows a crawl or replay at work; silent where nobody looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

passed = object()
"""Signal of a spider that knows how far it has come; its argument `news` is a `Passed`."""


@dataclass(frozen=True, slots=True)
class Passed:
    """How far a spider has come in what it is doing."""

    doing: str
    number: int
    total: int
    pages: int = 1
    """That were passed since it was said last."""


class Progress:
    """Counts articles on standard error, and pages of a crawl or how far a replay has come."""

    def __init__(self, console: Console) -> None:
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[pages]:,} pages, {task.fields[rate]:,.0f}/s,"),
            TextColumn("{task.fields[articles]:,} articles"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._doing = "pages"
        self._task = self._bar.add_task(self._doing, total=None, pages=0, rate=0, articles=0)
        self._pages = 0
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
        crawler.signals.connect(progress.show, passed)
        crawler.signals.connect(progress.count_article, signals.item_scraped)
        crawler.signals.connect(progress.stop, signals.spider_closed)
        return progress

    def start(self) -> None:
        """Show the line."""
        self._bar.start()

    def count_page(self) -> None:
        """One more page has come."""
        self._count(1)

    def _count(self, pages: int) -> None:
        self._pages += pages
        elapsed = self._bar.tasks[0].elapsed or 0
        rate = self._pages / elapsed if elapsed else 0
        self._bar.update(self._task, pages=self._pages, rate=rate)

    def show(self, news: Passed) -> None:
        """How far a replay has come; what it does next begins at nothing."""
        if news.doing != self._doing:
            self._doing, self._pages = news.doing, 0
            self._bar.reset(self._task, description=news.doing, total=news.total)
        self._count(news.pages)
        self._bar.update(self._task, completed=news.number)

    def count_article(self) -> None:
        """One more article has been read."""
        self._articles += 1
        self._bar.update(self._task, articles=self._articles)

    def stop(self) -> None:
        """Take the line away."""
        self._bar.stop()
