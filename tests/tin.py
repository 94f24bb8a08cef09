"""A spider of the loopback newspaper, and many crawls in one process: `python -m tests.tin JSON`.

JSON: a list of crawls, each with `folder`, where `out.jsonl` goes, and `arguments` of the spider.
One JSON line for each crawl on standard output: its stats.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

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


def choose_settings(folder: str | None = None) -> Settings:
    """The project's settings, for a crawl that hurries and keeps to its folder."""
    settings = get_project_settings()
    hurry = {"GUARD_ALLOW": ["127.0.0.1"], "DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0}
    settings.setdict(hurry | {"CONTACT": "mailto:test@tin.example"}, priority="cmdline")
    if folder:
        kept = {"STORE": "store.sqlite", "REPEATED_LINES": "lines", "HEALTH": "health"}
        paths = {name: f"{folder}/{file}" for name, file in kept.items()}
        feeds = {f"{folder}/out.jsonl": {"format": "jsonl"}}
        settings.setdict(paths | {"FEEDS": feeds}, priority="cmdline")
    return settings


def main() -> None:
    crawls = json.loads(sys.argv[1])
    process = AsyncCrawlerProcess(choose_settings())
    crawlers = [Crawler(TinSpider, choose_settings(crawl["folder"])) for crawl in crawls]
    for crawl, crawler in zip(crawls, crawlers, strict=True):
        process.crawl(crawler, **crawl["arguments"])
    process.start()
    for crawler in crawlers:
        assert crawler.stats
        print(json.dumps(crawler.stats.get_stats(), default=str))


if __name__ == "__main__":
    main()
