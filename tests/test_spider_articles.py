"""What a news spider makes of an article's page, and of a crawl that yields too little."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from scrapy.http import HtmlResponse, Request, Response

from crawler.items import ArchiveRef
from crawler.response import read_response
from crawler.spider import NewsSpider
from tests.made_spiders import make_spider, stat
from tests.tin import TinSpider


@pytest.fixture
def spider() -> NewsSpider:
    return make_spider(TinSpider)


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
