"""mCMS, the system of VietnamPlus, Nhân Dân and, since 2026, Công an nhân dân."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapy import Request
from scrapy.http import Response

from crawler.site import Listing, Section, Selectors
from crawler.spider import NewsSpider

SELECTORS = Selectors(
    title=("h1.article__title.cms-title",),
    sapo=("div.article__sapo.cms-desc",),
    body=("div.article__body.cms-body",),
    published=("div.article__meta time.time", "meta.cms-date"),
    authors=(".article__author .name",),
    agency=("div.article__source .source .name",),
    section=(".breadcrumb .main a",),
    tags=(".article__tag a.active",),
    captions=("figure.article__avatar", ".article__body figure", ".article__body .article-photo"),
    prune=(
        ".sda_middle",
        ".rennab",
        "div.article-relate",
        ".article__body article.story",
        ".wrap-social",
        ".article__social",
        "a.google-news",
        ".related-news",
        ".sidebar-right",
        '[data-source^="recommendation-"]',
        '[data-source^="related-news"]',
        ".wrap-comment",
    ),
)
MONTHS = r"/sitemaps/news-(?P<year>\d{4})-(?P<month>\d{1,2})\.xml$"
"""Monthly sitemaps of the system: `/sitemaps/news-2026-7.xml`."""

_ZONE = re.compile(r"\badsZone\s*:\s*(\d+)")


def list_cards(url: str) -> Section:
    """The section page at `url`; its further pages come from the listing API."""
    return Section(url=url, cards=".content-list article.story", time="time.time")


def read_zone(source: str) -> str | None:
    """The number of the zone that a section page states in its `cmsConfig` script."""
    found = _ZONE.search(source)
    return found[1] if found else None


class McmsSpider(NewsSpider):
    """Sites whose listing API is asked by a zone number that only the section page knows."""

    def listing_requests(self, listing: Listing) -> Iterator[Request]:
        """The first page of the API, unless it needs a zone: then its section page asks for it."""
        if listing.zone_from is None:
            yield from super().listing_requests(listing)

    def parse_section(self, response: Response, section: Section, page: int) -> Iterator[Request]:
        """The articles of a section page, and the API's first page for the zone that it states."""
        yield from super().parse_section(response, section, page)
        for listing in self.site.discovery.listings:
            if page == 1 and listing.zone_from == section.url:
                yield from self.parse_zone(response, listing)

    def parse_zone(self, response: Response, listing: Listing) -> Iterator[Request]:
        """The first page of the API for the zone of this section page."""
        zone = read_zone(getattr(response, "text", ""))
        if zone is None:
            self.report_unreadable(response, "states no zone")
            return
        url = listing.url.replace("{zone}", zone)
        yield from super().listing_requests(Listing(url=url))
