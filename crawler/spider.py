"""What every site shares: finding its articles, reading them, and saying what fell short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, IgnoreRequest
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.canonical import article_id, canonical_url, is_article
from crawler.discovery.link import Link, Links
from crawler.discovery.listing import read_listing
from crawler.discovery.period import Period, read_period
from crawler.discovery.relevance import WORDS, Relevance, read_relevance
from crawler.discovery.section import next_page, read_section
from crawler.discovery.xml import read_xml, unpack
from crawler.health.coverage import Coverage
from crawler.items import Article
from crawler.limits import ReadTimeout, limit_seconds
from crawler.missed import Hit, find_missed
from crawler.read import read_page
from crawler.response import read_clock, read_response, read_status
from crawler.site import Listing, Section, Site, Sitemap
from crawler.tree import Unreadable

_LAST_DAYS = timedelta(days=7)
"""What the sitemaps are searched for in place of lists that fail."""


class NewsSpider(Spider):
    """The spider of one news site; a subclass states `name` and `site`.

    Arguments: `since` and `until` (days or months), `pages` (how many pages of each section and
    listing). Of what the lists hold only the relevant is fetched (setting `RELEVANCE`).
    Sitemaps hold the past: they are read where `since` is given, else only where no other list
    led to an article.
    """

    site: Site

    def __init__(
        self,
        name: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        pages: str | int = 3,
        **kwargs: Any,
    ) -> None:
        super().__init__(name, **kwargs)
        self.period = read_period(since, until)
        self.pages = int(pages)
        self.allowed_domains = sorted(self.site.editions)
        self._asked: set[tuple[str, str]] = set()
        self._irrelevant: set[tuple[str, str]] = set()
        self._hits: Counter[Hit] = Counter()
        self._lengths: list[int] = []
        self.coverage = Coverage()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider of one crawl."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.fall_back, signals.spider_idle)
        return spider

    @cached_property
    def relevance(self) -> Relevance | None:
        """What is worth fetching; None where everything is."""
        if not self.settings.getbool("RELEVANCE", True):
            return None
        return read_relevance(Path(self.settings.get("RELEVANCE_WORDS") or WORDS))

    async def start(self) -> AsyncIterator[Any]:
        """A request for every list that the site is known to keep."""
        for request in self.discover():
            yield request

    def discover(self) -> Iterator[Request]:
        """Sections, feeds and listings; sitemaps for a crawl of the past."""
        known = self.site.discovery
        for section in known.sections:
            yield self.ask(section.url, self.parse_section, section=section, page=1)
        for feed in known.feeds:
            yield self.ask(feed, self.parse_feed)
        for listing in known.listings:
            yield from self.listing_requests(listing)
        if self.period.since:
            yield from self.sitemap_requests()

    def sitemap_requests(self) -> Iterator[Request]:
        """The sitemap indexes."""
        for sitemap in self.site.discovery.sitemaps:
            yield self.ask(sitemap.url, self.parse_sitemaps, sitemap=sitemap)

    def fall_back(self) -> None:
        """Where no list has led to an article: the sitemaps of the last days.

        Raises:
            DontCloseSpider: there are sitemaps to be read.
        """
        if self._asked or self._irrelevant or self.period.since or self.period.until:
            return
        self.period = Period(since=read_clock().date() - _LAST_DAYS)
        requests = list(self.sitemap_requests())
        if not requests or self.crawler.engine is None:
            return
        self.count("lists/fell-back")
        self.logger.warning("no list led to an article: falling back on the sitemaps")
        for request in requests:
            self.crawler.engine.crawl(request)
        raise DontCloseSpider

    def listing_requests(self, listing: Listing) -> Iterator[Request]:
        """The first page of a listing API."""
        yield self.ask_listing(listing, page=1)

    def ask(self, url: str, callback: Any, **known: Any) -> Request:
        """A request for a list; one that is not answered is reported."""
        return Request(url, callback, errback=self.report_unanswered, cb_kwargs=known)

    def ask_listing(self, listing: Listing, *, page: int) -> Request:
        """A request for one page of a listing API, which answers the pages of its own site."""
        url = listing.url.replace("{page}", str(page))
        request = self.ask(url, self.parse_listing, listing=listing, page=page)
        request.headers["Referer"] = f"https://{next(iter(self.site.editions))}/"
        return request

    def parse_section(self, response: Response, section: Section, page: int) -> Iterator[Request]:
        """The articles of a section page, then its next page while pages hold articles.

        That all of them are known, from a feed perhaps, says nothing about the next page.
        """
        if not isinstance(response, TextResponse):
            self.report_unreadable(response, "no text")
            return
        links = read_section(response, section)
        if page > 1:
            links = Links(links.found)  # an empty page after the last one is no trouble
        yield from self.follow(response, links)
        following = (
            next_page(response, section, page=page + 1) if self.has_articles(links) else None
        )
        if following and page < self.pages:
            yield self.ask(following, self.parse_section, section=section, page=page + 1)

    def parse_feed(self, response: Response) -> Iterator[Request]:
        """The articles of an RSS or Atom feed."""
        yield from self.follow(response, read_xml(unpack(response.body), base=response.url))

    def parse_listing(self, response: Response, listing: Listing, page: int) -> Iterator[Request]:
        """The articles of a page of a listing API, then its next page while it holds articles."""
        links = read_listing(response.body, base=listing.base or response.url)
        yield from self.follow(response, links)
        if self.has_articles(links) and page < self.pages:
            yield self.ask_listing(listing, page=page + 1)

    def parse_sitemaps(self, response: Response, sitemap: Sitemap) -> Iterator[Request]:
        """The monthly sitemaps of the period that a sitemap index lists."""
        links = self.checked(response, read_xml(unpack(response.body), base=response.url))
        for link in links.found:
            month = re.search(sitemap.months, link.url)
            if month and self.period.has_month(int(month["year"]), int(month["month"])):
                yield self.ask(link.url, self.parse_sitemap)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """The articles of a monthly sitemap."""
        yield from self.follow(response, read_xml(unpack(response.body), base=response.url))

    def follow(self, response: Response, links: Links) -> Iterator[Request]:
        """A request for each article among `links` that is wanted and was not asked for yet."""
        for link in self.checked(response, links).found:
            found = article_id(link.url, self.site)
            if found and found not in self._asked and self.period.has(link):
                if self.relevance and not self.relevance.has(link):
                    self._irrelevant.add(found)
                    continue
                self._asked.add(found)
                yield Request(canonical_url(link.url, self.site), self.parse_article)
        self.count_irrelevant()

    def parse_article(self, response: Response) -> Iterator[Article]:
        """The article at `response`, if the period has it; none costs one line in the log."""
        if not is_article(response.url, self.site):
            self.count("read/redirected-away")
            self.logger.warning("not read: redirected to %s, no article", response.url)
            return
        try:
            with limit_seconds(self.settings.getfloat("READ_SECONDS")):
                reading = read_page(read_response(response), self.site)
        except (Unreadable, ReadTimeout) as error:
            self.count("read/unreadable")
            self.logger.warning("not read: %s: %s", response.url, error)
            return
        self.count("read/articles")
        self.count_hits(reading.trace.hits)
        self._lengths.append(len(reading.article.text))
        self.coverage.add(reading.article, by_site=reading.trace.by_site)
        if self.period.has(Link(response.url, read_date(reading.article.published))):
            yield reading.article
        else:
            self.count("read/outside-period")

    def count_hits(self, hits: Mapping[str, Sequence[str]]) -> None:
        """Add one to `selectors/<field>/<selector>` for each selector that was used."""
        for field, selectors in hits.items():
            for selector in selectors:
                self._hits[field, selector] += 1
                self.count(f"selectors/{field}/{selector}")

    def count_irrelevant(self) -> int:
        """Articles that were found and not fetched: no list gave them a relevant title."""
        skipped = len(self._irrelevant - self._asked)
        if self.crawler.stats is not None and skipped:
            self.crawler.stats.set_value("discovery/irrelevant", skipped)
        return skipped

    def has_articles(self, links: Links) -> bool:
        """True where any of `links` leads to an article of the site."""
        return any(article_id(link.url, self.site) for link in links.found)

    def checked(self, response: Response, links: Links) -> Links:
        """`links`, their trouble reported."""
        self.count("lists/read")
        if links.trouble:
            self.report_unreadable(response, links.trouble)
        return links

    def report_unreadable(self, response: Response, reason: str) -> None:
        """One line and one count for a list that cannot be read, or not to its end."""
        self.count("lists/unreadable")
        self.logger.warning("list not read: %s: %s", response.url, reason)

    def report_unanswered(self, failure: Failure) -> None:
        """One line and one count for a list that gave no answer or was not to be asked for.

        A page after the last one costs a count only.
        """
        request: Request = failure.request  # type: ignore[attr-defined]
        status, kind = read_status(failure), "unanswered"
        if status is None and isinstance(failure.value, IgnoreRequest):
            kind = "forbidden"
        elif status in (404, 410) and request.cb_kwargs.get("page", 1) > 1:
            kind = "ended"
        self.count(f"lists/{kind}")
        if kind != "ended":
            self.logger.warning("list %s: %s: %s", kind, request.url, failure.getErrorMessage())

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
        for field, selector in find_missed(self.site.selectors, self._hits, len(self._lengths)):
            self.count(f"selectors/missed/{field}/{selector}")
            self.logger.warning("selector missed: %s: %s: %s", self.name, field, selector)

    def shortfalls(self) -> Iterator[tuple[str, str]]:
        """What the crawl yielded too little of."""
        least, lengths = self.site.least, self._lengths
        found = len(lengths) + self.count_unchanged() + self.count_irrelevant()
        if found < least.articles:
            yield "articles", f"{found} articles, at least {least.articles} expected"
        if lengths and median(lengths) < least.characters:
            length = int(median(lengths))
            yield "characters", f"median text of {length} characters, least {least.characters}"

    def count_unchanged(self) -> int:
        """Articles not read again: unchanged (304), or done before the crawl was killed."""
        stats = self.crawler.stats
        names = ("downloader/response_status_count/304", "pages/resumed")
        return sum(int(stats.get_value(name, 0)) for name in names) if stats else 0

    def count(self, stat: str) -> None:
        """Add one to `stat`."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(stat)


def read_date(published: date | None) -> date | None:
    """The day of a publication time, as the site counts it."""
    return published.date() if isinstance(published, datetime) else published
