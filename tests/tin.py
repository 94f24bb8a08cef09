"""A spider of the loopback newspaper: `scrapy runspider tests/tin.py -a base=http://127.0.0.1:1`."""

from __future__ import annotations

from typing import Any

from crawler.site import Discovery, Least, Listing, Section, Selectors, Site, Sitemap
from crawler.spider import NewsSpider


class TinSpider(NewsSpider):
    name = "tin"

    def __init__(self, *args: Any, base: str = "http://127.0.0.1", **kwargs: Any) -> None:
        self.site = describe_site(base)
        super().__init__(*args, **kwargs)


def describe_site(base: str) -> Site:
    """The facts of the newspaper at `base`."""
    return Site(
        name="tin",
        paper=("Báo Tin",),
        editions={"127.0.0.1": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/[^/?]+-post(?P<id>\d+)\.html$",),
        discovery=Discovery(
            sections=(
                Section(url=f"{base}/asean.html", cards="article.story", next="a.next"),
                Section(url=f"{base}/asean.html?lai=1", pages=f"{base}/asean-p{{page}}.html"),
            ),
            feeds=(f"{base}/rss/asean.rss",),
            sitemaps=(
                Sitemap(
                    url=f"{base}/sitemap.xml",
                    months=r"/news-(?P<year>\d{4})-(?P<month>\d{1,2})\.xml$",
                ),
            ),
            listings=(Listing(url=f"{base}/api/tin-{{page}}.html"),),
        ),
        selectors=Selectors(
            title=("h1.detail__title",),
            sapo=("div.detail__summary",),
            body=("div.detail__content",),
            published=("time.detail__time",),
            authors=("div.detail__author",),
        ),
        least=Least(articles=3, characters=200),
    )
