"""What a news spider asks for: its lists, their pages, and the articles in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scrapy.http import HtmlResponse, Request, Response, TextResponse
from scrapy.spiderloader import get_spider_loader
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.project import get_project_settings
from twisted.python.failure import Failure

from crawler.discovery.found import Found
from crawler.site import Listing, Site
from crawler.sites import load_sites
from crawler.spider import NewsSpider
from spiders.vietnamplus import VietnamplusSpider
from tests.made_spiders import LISTING, answer, make_spider, stat
from tests.tin import TinSpider

PROJECT = get_project_settings()
SITES = load_sites(PROJECT)
SPIDERS = get_spider_loader(PROJECT)


@pytest.fixture
def spider() -> NewsSpider:
    return make_spider(TinSpider)


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


def fail(spider: NewsSpider, status: int, **known: int) -> None:
    """Let the spider hear that its feed, or a page of a list, answered with `status`."""
    request = spider.ask("http://127.0.0.1/rss", spider.parse_feed, **known)
    answered = answer(request.url, "<h1>Không tìm thấy</h1>", status)
    failure = Failure(HttpError(answered))
    failure.request = request
    spider.report_unanswered(failure)


@pytest.mark.parametrize(
    ("unproved", "status", "page", "kind"),
    [
        ((), 404, 1, "unanswered"),
        (("a page",), 404, 1, "unproved"),
        (("a page",), 410, 1, "unproved"),
        (("a page",), 404, 2, "ended"),
        (("a page",), 403, 1, "blocked"),
        (("a page",), 500, 1, "unanswered"),
    ],
)
def test_only_a_list_that_nobody_has_seen_may_be_missing(
    spider: NewsSpider, unproved: tuple[str, ...], status: int, page: int, kind: str
) -> None:
    spider.site = replace(spider.site, unproved=unproved)
    fail(spider, status, page=page)
    assert stat(spider, f"lists/{kind}") == 1


def test_what_was_passed_over_and_then_asked_for_counts_once() -> None:
    found = Found()
    assert not found
    found.pass_over(("vi", "1"))
    found.pass_over(("vi", "2"))
    found.ask(("vi", "1"))
    assert found
    assert found.is_asked(("vi", "1"))
    assert not found.is_asked(("en", "1"))
    assert found.passed_over == 1
