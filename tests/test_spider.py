"""A news spider on a loopback newspaper: what it asks for, what it reads, what it reports."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Request, Response, TextResponse
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings
from scrapy.utils.test import get_crawler

from crawler.items import ArchiveRef
from crawler.response import read_response
from crawler.site import Listing, Site
from crawler.sites import load_sites
from crawler.spider import NewsSpider
from spiders.vietnamplus import VietnamplusSpider
from tests.news_site import Answer, NewsSite
from tests.newspaper import Story, publish_newspaper
from tests.programs import run_program
from tests.shared import read_lines
from tests.tin import TinSpider

PROJECT = get_project_settings()
SITES = load_sites(PROJECT)
SPIDERS = get_spider_loader(PROJECT)
STORIES = 12
LISTING = '{"data": {"contents": [{"url": "%s", "date": 1784503916}]}}'


@dataclass(frozen=True)
class Crawl:
    """How a crawl of one newspaper ended."""

    site: NewsSite
    stories: list[Story]
    articles: list[dict[str, Any]]
    stats: dict[str, Any]
    log: list[str]
    """Of all crawls together."""

    def numbers(self) -> list[int]:
        """The articles by their number, sorted; twice where an article came twice."""
        return sorted(int(a["url"].rpartition("post1000")[2][:2]) for a in self.articles)


def print_whole_paper(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, STORIES)
    site.add("/asean.html?lai=1", Answer(body=f'<a href="{stories[0].path}?utm_source=x">A'))
    site.add("/api/tin-1.html", Answer(body=LISTING % stories[11].path, kind="application/json"))
    site.add("/api/tin-2.html", Answer(body='{"data": {"contents": []}}'))
    return stories, {}


def print_old_paper(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, 30)
    return stories, {"since": "2026-10", "until": "2026-10-20", "pages": "1"}


def print_broken_lists(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, 6)
    site.add("/sitemap.xml", Answer(body="\x00 garbage", kind="application/xml"))
    cut = f"<rss><item><link>{stories[0].path}</link></item><item><link>/a-post1"
    site.add("/rss/asean.rss", Answer(body=cut, kind="application/rss+xml"))
    site.add("/asean.html?lai=1", Answer(status=500))
    site.robots("User-agent: *\nDisallow: /api/\n")
    return stories, {"since": "2026-01"}


def print_empty_pages(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, 4)
    site.add(stories[0].path, Answer(body=b"%PDF-1.7 \x00\x01"))
    site.add(stories[1].path, Answer(body="<html><body></body></html>"))
    return stories, {}


PAPERS = (print_whole_paper, print_old_paper, print_broken_lists, print_empty_pages)


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Crawl]]:
    """All newspapers, crawled over real HTTP in one process."""
    with ExitStack() as stack:
        sites = [stack.enter_context(NewsSite()) for _ in PAPERS]
        printed = [paper(site) for paper, site in zip(PAPERS, sites, strict=True)]
        folders = [tmp_path_factory.mktemp(paper.__name__) for paper in PAPERS]
        tasks = [
            {"folder": str(folder), "arguments": {"base": site.url("")} | arguments}
            for folder, site, (_, arguments) in zip(folders, sites, printed, strict=True)
        ]
        done = run_program(sys.executable, "-m", "tests.tin", json.dumps(tasks), timeout=120)
        assert done.code == 0, done.err
        yield {
            paper.__name__: Crawl(
                site, stories, read_lines(folder / "out.jsonl"), stats, done.err.splitlines()
            )
            for paper, site, folder, (stories, _), stats in zip(
                PAPERS, sites, folders, printed, done.lines(), strict=True
            )
        }


def test_every_article_of_every_list_is_read_once(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_whole_paper"]
    assert done.numbers() == list(range(1, STORIES + 1))
    asked = Counter(path.partition("?")[0] for path in done.site.paths())
    assert {asked[story.path] for story in done.stories} == {1}
    assert done.stats["read/articles"] == STORIES
    assert done.stats["selectors/body/div.detail__content"] == STORIES
    assert not [name for name in done.stats if name.startswith("least/")]


def test_sitemaps_are_left_alone_where_no_past_is_asked_for(crawls: dict[str, Crawl]) -> None:
    assert "/sitemap.xml" not in crawls["print_whole_paper"].site.paths()


def test_the_past_is_found_in_the_sitemaps_of_its_months(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_old_paper"]
    first, last = date(2026, 10, 1), date(2026, 10, 20)
    assert done.numbers() == [s.number for s in done.stories if first <= s.day <= last]
    sitemaps = [path for path in done.site.paths() if path.startswith("/sitemaps/")]
    assert sitemaps == ["/sitemaps/news-2026-10.xml"]


def test_broken_lists_cost_one_line_each_and_the_crawl_goes_on(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_broken_lists"]
    assert done.numbers() == list(range(1, 7))
    assert "/a-post1" not in done.site.paths()
    kinds = ("unreadable", "unanswered", "forbidden")
    assert [done.stats[f"lists/{kind}"] for kind in kinds] == [2, 1, 1]
    for path in ("/sitemap.xml", "/rss/asean.rss", "/api/tin-1.html", "/asean.html?lai=1"):
        lines = [line for line in done.log if f"{done.site.url(path)}: " in line]
        assert len([line for line in lines if "WARNING tin: list" in line]) == 1, path
    assert "Traceback" not in "\n".join(done.log)


def test_a_list_that_robots_forbid_is_not_asked_for(crawls: dict[str, Crawl]) -> None:
    assert "/api/tin-1.html" not in crawls["print_broken_lists"].site.paths()


def test_pages_without_an_article_are_counted_and_passed_over(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_empty_pages"]
    assert done.numbers() == [3, 4]
    assert done.stats["read/unreadable"] == 2
    assert not [name for name in done.stats if name.startswith("spider_exceptions")]


def test_a_crawl_that_yields_too_little_says_so(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_empty_pages"]
    assert done.stats["least/articles"] == 1
    expected = "ERROR tin: tin fell short: 2 articles, at least 3 expected"
    assert len([line for line in done.log if expected in line]) == 1


@pytest.fixture
def spider() -> NewsSpider:
    return make_spider(TinSpider)


def make_spider(kind: type[NewsSpider], **arguments: Any) -> NewsSpider:
    return kind.from_crawler(
        get_crawler(kind, {"READ_SECONDS": 5, "RELEVANCE": False}), **arguments
    )


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
