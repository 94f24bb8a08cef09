"""What every site shares: finding its articles, reading them, and saying what fell short."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from statistics import median
from typing import Any

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.canonical import article_id, canonical_url, is_article
from crawler.discovery.link import Link, Links
from crawler.discovery.listing import read_listing
from crawler.discovery.period import read_period
from crawler.discovery.section import next_page, read_section
from crawler.discovery.xml import read_xml, unpack
from crawler.health.coverage import Coverage
from crawler.items import Article
from crawler.limits import ReadTimeout, limit_seconds
from crawler.page import Page
from crawler.read import read_page
from crawler.site import Listing, Section, Site, Sitemap
from crawler.tree import Unreadable

TOPIC = (
    r"asean|\bsom\b|\barf\b|\beas\b|\baipa\b|\badmm|dong-nam-a|dong-a|hoi-nghi|cap-cao|thuong-dinh"
    r"|ngoai-truong|ngoai-giao|bo-truong|thu-truong|summit|minister|southeast-asia|east-asia"
)
"""What the slug of an article on a meeting has; monthly sitemaps list everything else as well."""


class NewsSpider(Spider):
    """The spider of one news site; a subclass states `name` and `site`.

    Arguments: `since` and `until` (days or months), `pages` (how many pages of each section and
    listing), `topic` (a regular expression for addresses in sitemaps; `.` takes them all).
    Sitemaps hold the past: they are read only where `since` is given.
    """

    site: Site

    def __init__(
        self,
        name: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        pages: str | int = 3,
        topic: str = TOPIC,
        **kwargs: Any,
    ) -> None:
        super().__init__(name, **kwargs)
        self.period = read_period(since, until)
        self.pages = int(pages)
        self.topic = re.compile(topic)
        self.allowed_domains = sorted(self.site.editions)
        self._asked: set[tuple[str, str]] = set()
        self._lengths: list[int] = []
        self.coverage = Coverage()

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
        for sitemap in known.sitemaps if self.period.since else ():
            yield self.ask(sitemap.url, self.parse_sitemaps, sitemap=sitemap)

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
        links = read_listing(response.body, base=response.url)
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
        """The articles of a monthly sitemap whose address speaks of the topic."""
        links = read_xml(unpack(response.body), base=response.url)
        on_topic = tuple(link for link in links.found if self.topic.search(link.url))
        yield from self.follow(response, Links(on_topic, links.trouble))

    def follow(self, response: Response, links: Links) -> Iterator[Request]:
        """A request for each article among `links` that is wanted and was not asked for yet."""
        for link in self.checked(response, links).found:
            found = article_id(link.url, self.site)
            if found and found not in self._asked and self.period.has(link):
                self._asked.add(found)
                yield Request(canonical_url(link.url, self.site), self.parse_article)

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
                self.count(f"selectors/{field}/{selector}")

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
        """Less than the site must yield is an error."""
        shortfalls = list(self.shortfalls()) if reason == "finished" else []
        for what, message in shortfalls:
            self.count(f"least/{what}")
            self.logger.error("%s fell short: %s", self.name, message)

    def shortfalls(self) -> Iterator[tuple[str, str]]:
        """What the crawl yielded too little of."""
        least, lengths = self.site.least, self._lengths
        found = len(lengths) + self.count_unchanged()
        if found < least.articles:
            yield "articles", f"{found} articles, at least {least.articles} expected"
        if lengths and median(lengths) < least.characters:
            length = int(median(lengths))
            yield "characters", f"median text of {length} characters, least {least.characters}"

    def count_unchanged(self) -> int:
        """Articles that the site called unchanged (304) and that were therefore not read."""
        stats = self.crawler.stats
        name = "downloader/response_status_count/304"
        return int(stats.get_value(name, 0)) if stats else 0

    def count(self, stat: str) -> None:
        """Add one to `stat`."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(stat)


def read_status(failure: Failure) -> int | None:
    """The HTTP status that was the failure, if it was one."""
    return failure.value.response.status if isinstance(failure.value, HttpError) else None


def read_response(response: Response) -> Page:
    """The page that a live or replayed response holds."""
    meta = response.request.meta if response.request else {}
    return Page(
        url=response.url,
        body=response.body,
        fetched=meta.get("fetched") or read_clock(),
        headers={str(k).lower(): v for k, v in response.headers.to_unicode_dict().items()},
        archive=meta.get("archive"),
    )


def read_date(published: date | None) -> date | None:
    """The day of a publication time, as the site counts it."""
    return published.date() if isinstance(published, datetime) else published


def read_clock() -> datetime:
    """Now, to the second: the only clock of the crawl."""
    return datetime.now(UTC).replace(microsecond=0)
