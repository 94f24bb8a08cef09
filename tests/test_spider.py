"""A news spider on a loopback newspaper: what it asks for, what it reads, what it reports."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Request, Response, TextResponse
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings
from scrapy.utils.test import get_crawler

from crawler.items import ArchiveRef
from crawler.site import Listing, Site
from crawler.sites import load_sites
from crawler.spider import NewsSpider, read_response
from spiders.vietnamplus import VietnamplusSpider
from tests.news_site import Answer, NewsSite
from tests.newspaper import publish_newspaper
from tests.programs import Run, run_scrapy
from tests.tin import TinSpider

PROJECT = get_project_settings()
SITES = load_sites(PROJECT)
SPIDERS = get_spider_loader(PROJECT)
STORIES = 12
LISTING = '{"data": {"contents": [{"url": "%s", "date": 1784503916}]}}'


@dataclass(frozen=True)
class Crawl:
    """How a crawl of the newspaper ended."""

    articles: list[dict[str, Any]]
    stats: dict[str, Any]
    run: Run

    def numbers(self) -> list[int]:
        """The articles by their number, sorted; twice where an article came twice."""
        return sorted(int(a["url"].rpartition("post1000")[2][:2]) for a in self.articles)


@pytest.fixture
def crawl(news_site: NewsSite, tmp_path: Path) -> Callable[..., Crawl]:
    """Crawl the newspaper in a process of its own."""

    def run(**arguments: str) -> Crawl:
        stats = tmp_path / "stats.json"
        options = [f"-a{name}={value}" for name, value in arguments.items()]
        done = run_scrapy(
            "runspider",
            "tests/tin.py",
            f"-abase={news_site.url('')}",
            *options,
            f"-O{tmp_path / 'out.jsonl'}",
            *settings(stats, tmp_path),
        )
        out = tmp_path / "out.jsonl"
        lines = out.read_text("utf-8").splitlines() if out.exists() else []
        return Crawl([json.loads(line) for line in lines], json.loads(stats.read_text()), done)

    return run


def settings(stats: Path, folder: Path) -> list[str]:
    chosen = {
        "GUARD_ALLOW": "127.0.0.1",
        "DOWNLOAD_DELAY": "0",
        "RETRY_TIMES": "0",
        "STORE": str(folder / "store.sqlite"),
        "REPEATED_LINES": str(folder / "lines.json"),
        "STATS_CLASS": "tests.stats.StatsFile",
        "STATS_FILE": str(stats),
    }
    return [f"-s{name}={value}" for name, value in chosen.items()]


def test_every_article_of_every_list_is_read_once(
    news_site: NewsSite, crawl: Callable[..., Crawl]
) -> None:
    stories = publish_newspaper(news_site, STORIES)
    news_site.add("/asean.html?lai=1", Answer(body=f'<a href="{stories[0].path}?utm_source=x">A'))
    news_site.add(
        "/api/tin-1.html", Answer(body=LISTING % stories[11].path, kind="application/json")
    )
    news_site.add("/api/tin-2.html", Answer(body='{"data": {"contents": []}}'))
    done = crawl()
    assert done.numbers() == list(range(1, STORIES + 1))
    asked = Counter(path.partition("?")[0] for path in news_site.paths())
    assert {asked[story.path] for story in stories} == {1}
    assert done.stats["read/articles"] == STORIES
    assert done.stats["selectors/body/div.detail__content"] == STORIES
    assert not [name for name in done.stats if name.startswith("least/")]
    assert not news_site.paths().count("/sitemap.xml")


def test_the_past_is_found_in_the_sitemaps_of_its_months(
    news_site: NewsSite, crawl: Callable[..., Crawl]
) -> None:
    stories = publish_newspaper(news_site, 30)
    inside = [s.number for s in stories if (2026, 10, 1) <= s.day.timetuple()[:3] <= (2026, 10, 20)]
    done = crawl(since="2026-10", until="2026-10-20", pages="1")
    assert done.numbers() == inside
    sitemaps = [path for path in news_site.paths() if path.startswith("/sitemaps/")]
    assert sitemaps == ["/sitemaps/news-2026-10.xml"]


def test_broken_lists_cost_one_line_each_and_the_crawl_goes_on(
    news_site: NewsSite, crawl: Callable[..., Crawl]
) -> None:
    stories = publish_newspaper(news_site, 6)
    news_site.add("/sitemap.xml", Answer(body="\x00 garbage", kind="application/xml"))
    cut = f"<rss><item><link>{stories[0].path}</link></item><item><link>/a-post1"
    news_site.add("/rss/asean.rss", Answer(body=cut, kind="application/rss+xml"))
    news_site.add("/asean.html?lai=1", Answer(status=500))
    news_site.robots("User-agent: *\nDisallow: /api/\n")
    done = crawl(since="2026-01")
    assert done.numbers() == list(range(1, 7))
    assert "/a-post1" not in news_site.paths()
    assert "/api/tin-1.html" not in news_site.paths()
    kinds = ("unreadable", "unanswered", "forbidden")
    assert [done.stats[f"lists/{kind}"] for kind in kinds] == [2, 1, 1]
    for path in ("/sitemap.xml", "/rss/asean.rss", "/api/tin-1.html", "/asean.html?lai=1"):
        lines = [line for line in done.run.err.splitlines() if f"{path}: " in line]
        assert len([line for line in lines if "WARNING tin: list" in line]) == 1, path
    assert "Traceback" not in done.run.err


def test_a_crawl_that_yields_too_little_says_so_and_pages_without_article_are_counted(
    news_site: NewsSite, crawl: Callable[..., Crawl]
) -> None:
    stories = publish_newspaper(news_site, 4)
    news_site.add(stories[0].path, Answer(body=b"%PDF-1.7 \x00\x01"))
    news_site.add(stories[1].path, Answer(body="<html><body></body></html>"))
    done = crawl()
    assert done.numbers() == [3, 4]
    assert done.stats["read/unreadable"] == 2
    assert not [name for name in done.stats if name.startswith("spider_exceptions")]
    assert done.stats["least/articles"] == 1
    assert "ERROR tin: tin fell short: 2 articles, at least 3 expected" in done.run.err


@pytest.fixture
def spider() -> NewsSpider:
    return make_spider(TinSpider)


def make_spider(kind: type[NewsSpider], **arguments: Any) -> NewsSpider:
    return kind.from_crawler(get_crawler(kind, {"READ_SECONDS": 5}), **arguments)


def stat(spider: NewsSpider, name: str) -> Any:
    assert spider.crawler.stats
    return spider.crawler.stats.get_value(name)


def feed(spider: NewsSpider, *urls: str) -> list[str]:
    items = "".join(f"<item><link>{url}</link></item>" for url in urls)
    response = Response("http://127.0.0.1/rss", body=f"<rss>{items}</rss>".encode())
    return [request.url for request in spider.parse_feed(response)]


def test_forms_of_one_address_are_asked_for_once(spider: NewsSpider) -> None:
    one = "http://127.0.0.1/a-post1.html"
    assert feed(spider, one + "?utm_source=zalo", one, one + "#x", "/b-post1.html") == [one]
    assert feed(spider, one) == []
    assert feed(make_spider(VietnamplusSpider), "https://m.vietnamplus.vn/a-post7.amp") == [
        "https://www.vietnamplus.vn/a-post7.vnp"
    ]


def test_only_articles_of_the_site_are_asked_for(spider: NewsSpider) -> None:
    others = ("/tag/a-tag1.html", "https://elsewhere.example/a-post9.html", "/", "mailto:a@b.vn")
    assert feed(spider, *others) == []


def test_a_list_that_is_no_text_is_reported(spider: NewsSpider) -> None:
    section = spider.site.discovery.sections[0]
    response = Response("http://127.0.0.1/asean.html", body=b"\x89PNG")
    assert list(spider.parse_section(response, section, 1)) == []
    assert stat(spider, "lists/unreadable") == 1


def test_an_empty_page_after_the_first_is_no_trouble(spider: NewsSpider) -> None:
    section = spider.site.discovery.sections[0]
    response = HtmlResponse("http://127.0.0.1/asean-p9.html", body=b"<html></html>")
    assert list(spider.parse_section(response, section, 9)) == []
    assert stat(spider, "lists/unreadable") is None
    assert list(spider.parse_section(response, section, 1)) == []
    assert stat(spider, "lists/unreadable") == 1


def ask_vietnamplus(source: str) -> tuple[NewsSpider, list[Request]]:
    """The spider and what it asks for after its ASEAN section answered with `source`."""
    spider = make_spider(VietnamplusSpider)
    first = [request for request in spider.discover() if "asean" in request.url]
    (page,) = first
    response = HtmlResponse(page.url, body=source.encode(), encoding="utf-8")
    return spider, list(spider.parse_section(response, **page.cb_kwargs))


def test_the_listing_of_a_zone_is_asked_for_by_the_number_that_its_section_states() -> None:
    card = '<div class="content-list"><article class="story"><a href="/a-post1.vnp"></a></article>'
    script = "<script>var cmsConfig = { adsZone: 271 };</script>"
    spider, (article, listing) = ask_vietnamplus(script + card)
    assert article.url == "https://www.vietnamplus.vn/a-post1.vnp"
    assert listing.url == (
        "https://api.vietnamplus.vn/api/morenews-zone-271-1.html?phrase=&page_size=20"
    )
    assert listing.cb_kwargs["page"] == 1
    assert listing.headers["Referer"] == b"https://vietnamplus.vn/"
    assert "{zone}" not in listing.cb_kwargs["listing"].url
    assert stat(spider, "lists/unreadable") is None


def test_a_section_page_without_its_zone_is_reported() -> None:
    spider, asked = ask_vietnamplus("<html></html>")
    assert asked == []
    assert stat(spider, "lists/unreadable") == 2  # no links, no zone


@pytest.mark.parametrize("name", SITES)
def test_no_list_of_a_site_is_asked_for_twice(name: str) -> None:
    spider = make_spider(SPIDERS.load(name), since="2026-07", until="2026-07")
    urls = [request.url for request in spider.discover()]
    assert len(urls) == len(set(urls))


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_a_zone_is_stated_by_one_of_the_sections(site: Site) -> None:
    sections = {section.url for section in site.discovery.sections}
    assert {known.zone_from for known in site.discovery.listings} - {None} <= sections


def test_paging_ends_at_the_limit_or_where_no_articles_are() -> None:
    spider = make_spider(TinSpider, pages="2")
    section = spider.site.discovery.sections[0]

    def parse(page: int, *paths: str) -> list[str]:
        links = "".join(
            f'<article class="story"><a href="{path}">A</a></article>' for path in paths
        )
        body = f'{links}<a class="next" href="/asean-p{page + 1}.html">Sau</a>'.encode()
        response = HtmlResponse("http://127.0.0.1/asean.html", body=body)
        return [request.url for request in spider.parse_section(response, section, page)]

    one, two = "http://127.0.0.1/a-post1.html", "http://127.0.0.1/b-post2.html"
    following = "http://127.0.0.1/asean-p2.html"
    assert parse(1, "/a-post1.html") == [one, following]
    assert parse(1, "/a-post1.html") == [following]  # known, perhaps from a feed
    assert parse(1, "/tag/asean/") == []
    assert parse(2, "/b-post2.html") == [two]


def test_a_listing_is_followed_while_its_pages_hold_articles(spider: NewsSpider) -> None:
    listing = Listing(url="http://127.0.0.1/api/{page}")

    def parse(body: str, page: int) -> list[str]:
        response = TextResponse("http://127.0.0.1/api/1", body=body.encode())
        return [request.url for request in spider.parse_listing(response, listing, page)]

    full = LISTING % "/a-post1.html"
    assert parse(full, 1) == ["http://127.0.0.1/a-post1.html", "http://127.0.0.1/api/2"]
    assert parse(full, 2) == ["http://127.0.0.1/api/3"]
    assert parse(full, 3) == []  # the limit
    assert parse('{"data": {"contents": []}}', 2) == []


def test_an_article_outside_the_period_is_read_but_not_handed_out() -> None:
    spider = make_spider(TinSpider, since="2026-07-20", until="2026-07-20")
    for day, wanted in ((19, False), (20, True), (21, False)):
        stamp = f'<meta property="article:published_time" content="2026-07-{day}T23:30:00+07:00">'
        text = f"<p>{'Các Trưởng SOM ASEAN họp tại Hà Nội để rà soát công tác chuẩn bị. ' * 4}</p>"
        body = f'{stamp}<h1 class="detail__title">A</h1><div class="detail__content">{text}</div>'
        response = HtmlResponse("http://127.0.0.1/a-post1.html", body=body, encoding="utf-8")
        assert bool(list(spider.parse_article(response))) is wanted
    assert stat(spider, "read/outside-period") == 2


def test_an_article_that_leads_to_the_front_page_is_gone(spider: NewsSpider) -> None:
    text = f"<h1>Tin mới</h1><p>{'Các Trưởng SOM ASEAN họp tại Hà Nội để rà soát. ' * 9}</p>"
    response = HtmlResponse("http://127.0.0.1/", body=text, encoding="utf-8")
    assert list(spider.parse_article(response)) == []
    assert stat(spider, "read/redirected-away") == 1


def test_a_short_median_is_a_shortfall(spider: NewsSpider) -> None:
    text = "<p>Các Trưởng SOM ASEAN họp tại Hà Nội để rà soát công tác chuẩn bị.</p>"
    body = f'<h1 class="detail__title">A</h1><div class="detail__content">{text}</div>'
    response = HtmlResponse("http://127.0.0.1/a-post1.html", body=body, encoding="utf-8")
    for _ in range(3):
        assert len(list(spider.parse_article(response))) == 1
    spider.closed("finished")
    assert stat(spider, "least/characters") == 1
    assert stat(spider, "least/articles") is None


def test_pages_that_are_known_to_be_unchanged_count_as_articles(spider: NewsSpider) -> None:
    assert spider.crawler.stats
    spider.crawler.stats.set_value("downloader/response_status_count/304", 3)
    spider.closed("finished")
    assert stat(spider, "least/articles") is None


def test_a_crawl_that_was_stopped_is_not_judged(spider: NewsSpider) -> None:
    spider.closed("shutdown")
    assert stat(spider, "least/articles") is None


def test_a_response_becomes_a_page_with_the_time_and_place_of_its_archive() -> None:
    fetched, archive = datetime(2026, 7, 20, tzinfo=UTC), ArchiveRef("a.warc.gz", 7)
    request = Request("http://127.0.0.1/a", meta={"fetched": fetched, "archive": archive})
    headers = {"Content-Type": "text/html", "X-Two": ["a", "b"]}
    page = read_response(Response(request.url, headers=headers, body=b"x", request=request))
    assert (page.fetched, page.archive, page.body) == (fetched, archive, b"x")
    assert page.headers == {"content-type": "text/html", "x-two": "a,b"}


def test_without_an_archive_a_page_is_fetched_now() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    assert before <= read_response(Response("http://127.0.0.1/a")).fetched <= datetime.now(UTC)


@pytest.mark.parametrize("arguments", [{"since": "soon"}, {"since": "2026-02", "until": "2026-01"}])
def test_a_spider_refuses_what_is_no_period(arguments: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"soon|before"):
        make_spider(TinSpider, **arguments)
