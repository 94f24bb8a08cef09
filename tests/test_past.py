"""The past is filled from monthly sitemaps, and where lists fail they stand in for them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import TextResponse
from scrapy.utils.test import get_crawler

from crawler.site import Listing
from spiders.nationthailand import NationthailandSpider
from tests.news_site import Answer, NewsSite
from tests.newspaper import Story, publish_newspaper, wrap_sitemap, write_article
from tests.programs import Run, run_scrapy
from tests.shared import read_lines

DECOYS = ("/gia-vang-sang-nay-nhich-nhe-post7.html", "/doi-tuyen-boi-loi-tap-huan-post8.html")


def crawl(site: NewsSite, folder: Path, *options: str) -> tuple[Run, list[dict[str, Any]]]:
    """`scrapy crawl tin` as a person would call it."""
    settings = {
        "SPIDER_MODULES": "tests.tin",
        "CONTACT": "mailto:test@tin.example",
        "GUARD_ALLOW": "127.0.0.1",
        "DOWNLOAD_DELAY": "0",
        "RETRY_TIMES": "0",
        "STORE": str(folder / "store.sqlite"),
        "REPEATED_LINES": str(folder / "lines"),
        "HEALTH": str(folder / "health"),
        "METRICS": str(folder / "metrics.prom"),
    }
    chosen = [f"-s{name}={value}" for name, value in settings.items()]
    out = folder / "out.jsonl"
    done = run_scrapy(
        "crawl", "tin", *options, f"-abase={site.url('')}", f"-O{out}", *chosen, timeout=120
    )
    return done, read_lines(out) if out.exists() else []


def add_to_sitemap(site: NewsSite, path: str, *, day: str, urls: list[str]) -> None:
    entries = "".join(
        f"<url><loc>{site.url(url)}</loc><lastmod>{day}</lastmod></url>" for url in urls
    )
    site.add(path, Answer(body=wrap_sitemap("urlset", entries), kind="application/xml"))


def test_a_crawl_of_the_past_reads_the_sitemaps_of_its_months_and_no_decoy(
    news_site: NewsSite, tmp_path: Path
) -> None:
    stories = publish_newspaper(news_site, 30)
    news_site.add("/asean.html?lai=1", Answer(body=f'<a href="{stories[0].path}">A</a>'))
    news_site.add("/api/tin-1.html", Answer(body='{"data": []}', kind="application/json"))
    autumn = [story for story in stories if story.day.month == 9]
    urls = [*DECOYS, *(story.path for story in autumn)]
    add_to_sitemap(news_site, "/sitemaps/news-2026-9.xml", day="2026-09-15", urls=urls)
    done, articles = crawl(
        news_site, tmp_path, "--since", "2026-09", "--until", "2026-10", "-apages=1"
    )
    assert done.code == 0, done.err
    inside = [story for story in stories if story.day.month in (9, 10)]
    assert len(inside) > 15
    assert {a["url"] for a in articles} == {news_site.url(story.path) for story in inside}
    months = {path for path in news_site.paths() if path.startswith("/sitemaps/")}
    assert months == {"/sitemaps/news-2026-9.xml", "/sitemaps/news-2026-10.xml"}
    assert not set(DECOYS) & set(news_site.paths())
    assert "2 irrelevant and not fetched" in done.err


def test_where_no_list_leads_to_an_article_the_sitemaps_of_the_last_days_do(
    news_site: NewsSite, tmp_path: Path
) -> None:
    today = datetime.now(UTC).date()
    story = Story(3)
    news_site.add(story.path, Answer(body=write_article(news_site, story)))
    month, old = (f"/sitemaps/news-{y}-{m}.xml" for y, m in ((today.year, today.month), (2019, 1)))
    add_to_sitemap(news_site, month, day=str(today), urls=[story.path])
    entries = "".join(
        f"<sitemap><loc>{news_site.url(path)}</loc></sitemap>" for path in (old, month)
    )
    news_site.add("/sitemap.xml", Answer(body=wrap_sitemap("sitemapindex", entries)))
    done, _ = crawl(news_site, tmp_path)
    assert story.path in news_site.paths()
    assert old not in news_site.paths()
    assert done.code == 1
    assert done.err.count("no list led to an article: falling back on the sitemaps") == 1


@pytest.mark.parametrize("entry", ['{"link": "%s"}', '{"share_url": "%s", "headline": "Asean"}'])
def test_the_addresses_of_an_api_may_be_relative_to_the_site_itself(entry: str) -> None:
    spider = NationthailandSpider.from_crawler(get_crawler(NationthailandSpider))
    listing = spider.site.discovery.listings[0]
    body = entry % "/international/40011216"
    response = TextResponse("https://api.nationthailand.com/api/v1.0/x", body=body.encode())
    (request, following) = spider.parse_listing(response, listing, 1)
    assert request.url == "https://www.nationthailand.com/international/40011216"
    assert following.url.endswith("?page=2")


def test_without_a_base_they_are_relative_to_the_api() -> None:
    spider = NationthailandSpider.from_crawler(get_crawler(NationthailandSpider))
    response = TextResponse(
        "https://api.nationthailand.com/api", body=b'{"link": "/world/40011216"}'
    )
    assert list(spider.parse_listing(response, Listing(url="https://api.example/{page}"), 1)) == []
