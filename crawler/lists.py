"""A spider that asks the lists of a site, and for the articles that they lead to."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.canonical import article_id, canonical_url
from crawler.discovery.found import Found
from crawler.discovery.link import Link, Links
from crawler.discovery.listing import read_listing
from crawler.discovery.period import Period, read_period
from crawler.discovery.relevance import WORDS, Relevance, read_relevance
from crawler.discovery.section import next_page, read_section
from crawler.discovery.xml import read_xml, unpack
from crawler.outcome import describe_failure, find_challenge, find_request, name_outcome
from crawler.response import read_clock
from crawler.site import Listing, Section, Site, Sitemap

_LAST_DAYS = timedelta(days=7)
"""What the sitemaps are searched for in place of lists that fail."""
_ARTICLES_FIRST = 10
"""Priority: the articles of one list are asked for before the next list, so they never pile up."""


class ListSpider(Spider):
    """Knows the way from the lists to the articles; what is done with those, a subclass says.

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
        self.found = Found()

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
        if self.found or self.period.since or self.period.until:
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

    def ask_article(self, url: str) -> Request:
        """A request for the article at `url`."""
        raise NotImplementedError

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
            article = article_id(link.url, self.site)
            if article and not self.found.is_asked(article) and self.period.has(link):
                if self.is_relevant(link):
                    self.found.ask(article)
                    request = self.ask_article(canonical_url(link.url, self.site))
                    yield request.replace(priority=_ARTICLES_FIRST)
                else:
                    self.found.pass_over(article)
        if self.found.passed_over and self.crawler.stats is not None:
            self.crawler.stats.set_value("discovery/irrelevant", self.found.passed_over)

    def is_relevant(self, link: Link) -> bool:
        """Whether `link` is worth fetching."""
        return self.relevance is None or self.relevance.has(link)

    def has_articles(self, links: Links) -> bool:
        """True where any of `links` leads to an article of the site."""
        return any(article_id(link.url, self.site) for link in links.found)

    def checked(self, response: Response, links: Links) -> Links:
        """`links`, their trouble reported; a challenge in place of the list is one."""
        challenge = None if self.has_articles(links) else find_challenge(response)
        if challenge:
            self.count("lists/blocked")
            self.logger.warning("list blocked: %s: %s challenge", response.url, challenge)
            return Links(())
        self.count("lists/read")
        if links.trouble:
            self.report_unreadable(response, links.trouble)
        return links

    def report_unreadable(self, response: Response, reason: str) -> None:
        """One line and one count for a list that cannot be read, or not to its end."""
        self.count("lists/unreadable")
        self.logger.warning("list unreadable: %s: %s", response.url, reason)

    def report_unanswered(self, failure: Failure) -> None:
        """One line and one count for a list that gave no answer or was not to be asked for.

        A page after the last one costs a count only.
        """
        request = find_request(failure)
        kind = self.name_trouble(request, name_outcome(failure))
        if kind is None:
            return
        self.count(f"lists/{kind}")
        if kind != "ended":
            self.logger.warning("list %s: %s: %s", kind, request.url, describe_failure(failure))

    def name_trouble(self, request: Request, outcome: str | None) -> str | None:
        """What a list without an answer counts as; `unproved` is one that nobody has ever seen."""
        if outcome in (None, "blocked", "forbidden"):
            return outcome
        if outcome == "gone" and request.cb_kwargs.get("page", 1) > 1:
            return "ended"
        return "unproved" if outcome == "gone" and self.site.unproved else "unanswered"

    def count(self, stat: str) -> None:
        """Add one to `stat`."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(stat)
