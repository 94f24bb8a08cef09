"""What every site shares: its articles read, and what fell short said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.barriers import Blocked
from crawler.canonical import is_article
from crawler.discovery.link import Link
from crawler.health.coverage import Coverage
from crawler.health.shortfall import count_unchanged, find_shortfalls
from crawler.items import Article
from crawler.limits import ReadTimeout, limit_seconds
from crawler.lists import ListSpider
from crawler.missed import find_missed
from crawler.outcome import describe_failure, find_request, name_outcome
from crawler.read import read_page
from crawler.response import read_response
from crawler.tree import Unreadable


class NewsSpider(ListSpider):
    """The spider of one news site; a subclass states `name` and `site`.

    An article that cannot be had costs one line in the log and one of the stat `read/<what>`, as
    `crawler.outcome` names it, or `read/unreadable`.
    """

    def __init__(self, name: str | None = None, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.coverage = Coverage(self.site.selectors)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider of one crawl."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.report_dropped, signals.request_dropped)
        return spider

    def ask_article(self, url: str) -> Request:
        """A request for the article at `url`; one that is not had is reported."""
        return Request(url, self.parse_article, errback=self.report_lost)

    def parse_article(self, response: Response) -> Iterator[Article]:
        """The article at `response`, if the period has it; none costs one line in the log."""
        asked = find_asked(response.request) if response.request else response.url
        if not is_article(response.url, self.site):
            self.report("redirected-away", asked, f"leads to {response.url}, which is no article")
            return
        page = read_response(response)
        try:
            with limit_seconds(self.settings.getfloat("READ_SECONDS")):
                reading = read_page(page, self.site)
        except (Unreadable, ReadTimeout) as error:
            self.report("blocked" if isinstance(error, Blocked) else "unreadable", asked, error)
            return
        self.count("read/articles")
        if page.breaks_off:
            self.report("breaks-off", asked, "the page has no end")
        self.count_hits(reading.trace.hits)
        self.coverage.add(reading.article, reading.trace)
        if self.period.has(Link(response.url, read_date(reading.article.published))):
            yield reading.article
        else:
            self.count("read/outside-period")

    def count_hits(self, hits: dict[str, list[str]]) -> None:
        """Add one to `selectors/<field>/<selector>` for each selector that was used."""
        for field, selectors in hits.items():
            for selector in selectors:
                self.count(f"selectors/{field}/{selector}")

    def report_lost(self, failure: Failure) -> None:
        """One line and one count for an article that was not had."""
        outcome = name_outcome(failure)
        if outcome is not None:
            self.report(outcome, find_asked(find_request(failure)), describe_failure(failure))

    def report_dropped(self, request: Request) -> None:
        """A second article that leads to the same page, which is none: Scrapy drops it silently."""
        if "redirect_urls" in request.meta and not is_article(request.url, self.site):
            said = f"leads to {request.url}, as another did"
            self.report("redirected-away", find_asked(request), said)

    def report(self, outcome: str, url: str, reason: object) -> None:
        """One line and one count for an article that is not had, or not whole."""
        self.count(f"read/{outcome}")
        self.logger.warning("article %s: %s: %s", outcome, url, reason)

    def closed(self, reason: str) -> None:
        """Less than the site must yield is an error; so is, of unproved facts, what is wrong."""
        if self.site.unproved and reason == "finished":
            self.report_missed()
        shortfalls = list(self.shortfalls()) if reason == "finished" else []
        for what, message in shortfalls:
            self.count(f"least/{what}")
            self.logger.error("%s fell short: %s", self.name, message)

    def report_missed(self) -> None:
        """One line and one count for each selector of an unproved site that hit no article."""
        seen = self.coverage
        for field, selector in find_missed(self.site.selectors, seen.hits, seen.articles):
            self.count(f"selectors/missed/{field}/{selector}")
            self.logger.warning("selector missed: %s: %s: %s", self.name, field, selector)

    def shortfalls(self) -> Iterator[tuple[str, str]]:
        """What the crawl yielded too little of."""
        known = count_unchanged(self.crawler.stats) + self.found.passed_over
        yield from find_shortfalls(self.site.least, self.coverage, known)


def find_asked(request: Request) -> str:
    """The address that was asked for first, before it led to another."""
    asked: list[str] = request.meta.get("redirect_urls") or [request.url]
    return asked[0]


def read_date(published: date | None) -> date | None:
    """The day of a publication time, as the site counts it."""
    return published.date() if isinstance(published, datetime) else published
