"""What a crawl fetches: the catalogue's series by every name, and little else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from scrapy.http import HtmlResponse, Request, Response
from scrapy.utils.test import get_crawler

from crawler.discovery.link import Link
from crawler.discovery.listing import read_listing
from crawler.discovery.relevance import fold, read_relevance
from crawler.discovery.section import read_section
from crawler.discovery.xml import read_xml
from crawler.site import Section
from crawler.spider import NewsSpider
from pipelines.meetings.catalogue import series
from tests.shared import find_shared, read_lines
from tests.tin import TinSpider

OURS = read_relevance()
NAMES = sorted(
    {
        (language, name)
        for known in series()
        for language in ("vi", "en", "zh")
        for name in (known.title.get(language, ""), *known.names.get(language, ()))
        if name
    }
)
ABBREVIATIONS = sorted({short for known in series() for short in known.abbreviations})


def test_every_name_of_every_series_is_relevant_in_a_headline() -> None:
    missed = [name for _, name in NAMES if not OURS.has(Link("https://tin.example/1", title=name))]
    assert len(NAMES) > 500
    assert missed == []


def test_every_name_is_relevant_in_an_address() -> None:
    slugs = {fold(name).strip("-") for language, name in NAMES if language != "zh"}
    links = [Link(f"https://tin.example/tin-moi-nhat-{slug}-post1.html") for slug in slugs]
    assert [link.url for link in links if not OURS.has(link)] == []


def test_every_abbreviation_is_relevant_in_a_headline() -> None:
    headlines = [f"Thứ trưởng dự {short} tại Hà Nội" for short in ABBREVIATIONS]
    assert [text for text in headlines if not OURS.is_headline(text)] == []


@pytest.mark.parametrize(
    "headline",
    [
        "Thứ trưởng Ngoại giao dự cuộc họp tại Luang Prabang",
        "Khai mạc Hội nghị Cấp cao tại Vientiane",
        "Các ngoại trưởng ra tuyên bố về Biển Đông",
        "Thủ tướng rời Hà Nội dự Hội nghị thượng đỉnh",
        "Lãnh đạo Đông Nam Á gặp nhau ở Jakarta",
        "Foreign ministers’ retreat ends in Langkawi",
        "Leaders of Southeast Asia meet in Labuan Bajo",
        "Menlu Retno pimpin pertemuan di Jakarta",
        "KTT ke-43 dibuka Presiden",
        "东盟峰会在雅加达开幕",
        "ASEAN’s chair calls for calm",
        "Trưởng SOM Việt Nam phát biểu",
    ],
)
def test_a_headline_that_speaks_of_a_meeting_is_relevant(headline: str) -> None:
    assert OURS.has(Link("https://tin.example/12345", title=headline))


@pytest.mark.parametrize(
    "headline",
    [
        "Giá vàng trong nước sáng nay nhích nhẹ",
        "Sớm khởi công tuyến metro số 2",
        "Học sinh lớp 1 đọc sách cùng mẹ",
        "Some commuters wait longer for trains",
        "Chung cư cao cấp tăng giá",
        "Mekong Delta farmers sell mangoes abroad",
        "Doctor of the year honoured in Manila",
        "Hội nghị tổng kết công tác năm của ngành y tế",
        "Accident on the coastal road kills two",
        "本地天气预报今天有雨",
    ],
)
def test_other_headlines_are_not(headline: str) -> None:
    assert not OURS.has(Link("https://tin.example/12345", title=headline))
    slug = fold(headline).strip("-")
    assert not OURS.has(Link(f"https://tin.example/tin/{slug}-post1.html", title=headline))


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        (Link("https://tin.example/en/general/news.php?id=2346749"), True),
        (Link("https://tin.example/international/40011216"), True),
        (Link("https://tin.example/40011216", title="Xem thêm"), True),
        (Link("https://tin.example/40011216", title="Fuel prices go up again"), False),
        (Link("https://tin.example/fuel-prices-go-up-again-1.html"), False),
        (Link("https://tin.example/fuel-prices-go-up-again/1"), False),
        (Link("https://tin.example/fuel-prices-go-up-again-1.html", title="Ảnh"), False),
        (Link("https://tin.example/viet-nam-asean/khai-mac-le-hoi-am-thuc-1.html"), True),
        (Link("https://tin.example/%E4%B8%9C%E7%9B%9F/1", title="东盟外长会举行"), True),
        (Link("https://tin.example/x", title="ข่าววันนี้"), True),  # no words that we could read
    ],
)
def test_what_says_nothing_is_fetched(link: Link, wanted: bool) -> None:
    assert OURS.has(link) is wanted


def read_headline(page: Path) -> str:
    root = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return str(root.xpath("string(//h1)") or root.xpath("string(//title)")).strip()


def test_nine_of_ten_real_reports_are_relevant_by_their_headline_alone() -> None:
    folder = find_shared("meetings")
    reports = [
        line["id"] for line in read_lines(folder / "gold.jsonl") if line["is_meeting_report"]
    ]
    headlines = [read_headline(folder / "pages" / f"{name}.html") for name in reports]
    assert len(headlines) > 50
    assert sum(map(OURS.is_headline, headlines)) >= 0.9 * len(headlines)


def read_anchors(folder: Path) -> Iterator[str]:
    for page in folder.rglob("*.html"):
        for anchor in html.document_fromstring(page.read_bytes()).iter("a"):
            text = " ".join(anchor.text_content().split())
            if len(text.split()) >= 6 and len(text) < 160:
                yield text


def test_of_the_other_headlines_of_real_pages_one_in_fifty_at_most_is() -> None:
    others = {*read_anchors(find_shared("pages")), *read_anchors(find_shared("extraction"))}
    assert len(others) > 1000
    assert sum(map(OURS.is_headline, others)) <= 0.02 * len(others)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[anywhere]\nvi = 'asean'\n[headlines]\nx = ['SOM']",
        "[anywhere]\nvi = ['asean']",
        "[anywhere]\nvi = []\n[headlines]\nx = ['SOM']",
        "[anywhere]\nvi = ['  ']\n[headlines]\nx = ['SOM']",
        "[anywhere]\nvi = [1]\n[headlines]\nx = ['SOM']",
    ],
)
def test_a_file_without_words_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "words.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"words\.toml"):
        read_relevance(file)


def make_spider(**settings: Any) -> NewsSpider:
    return TinSpider.from_crawler(get_crawler(TinSpider, settings))


def feed(spider: NewsSpider, *items: tuple[str, str]) -> list[str]:
    body = "".join(f"<item><title>{t}</title><link>/{p}</link></item>" for p, t in items)
    response = Response("http://127.0.0.1/rss", body=f"<rss>{body}</rss>".encode())
    requests = [request for request in spider.parse_feed(response) if isinstance(request, Request)]
    return [request.url.rpartition("/")[2] for request in requests]


def count_irrelevant(spider: NewsSpider) -> int:
    assert spider.crawler.stats
    return int(spider.crawler.stats.get_value("discovery/irrelevant", 0))


def test_lists_of_every_kind_hand_on_the_titles() -> None:
    title = "Khai mạc cuộc họp SOM"
    page = f'<a href="/1"><img></a><h3><a href="/1">{title}</a></h3><a href="/2" title="B"></a>'
    response = HtmlResponse("http://127.0.0.1/", body=page.encode(), encoding="utf-8")
    section = read_section(response, Section(url=response.url))
    assert [link.title for link in section.found] == [title, "B"]
    said = [{"url": "/1", "title": title}, {"html": f'<a href="/2">{title}</a>'}]
    listing = read_listing(json.dumps(said).encode(), base=response.url)
    assert [link.title for link in listing.found] == [title, title]
    feed = f"<rss><item><link>/1</link><title>{title}</title></item></rss>"
    assert [link.title for link in read_xml(feed.encode(), base=response.url).found] == [title]


GOLD = ("gia-vang-sang-nay-post1.html", "Giá vàng sáng nay")
SOM = ("khai-mac-hop-tai-da-nang-post2.html", "Khai mạc cuộc họp SOM tại Đà Nẵng")


def test_what_is_irrelevant_is_counted_and_not_fetched() -> None:
    spider = make_spider()
    assert feed(spider, GOLD, SOM, GOLD) == [SOM[0]]
    assert count_irrelevant(spider) == 1


def test_a_better_title_in_another_list_is_enough() -> None:
    spider = make_spider()
    assert feed(spider, (SOM[0], "")) == []
    assert count_irrelevant(spider) == 1
    assert feed(spider, SOM) == [SOM[0]]
    assert feed(spider, GOLD) == []
    assert count_irrelevant(spider) == 1


def test_one_setting_fetches_everything() -> None:
    spider = make_spider(RELEVANCE=False)
    assert feed(spider, GOLD, SOM) == [GOLD[0], SOM[0]]
    assert count_irrelevant(spider) == 0


def test_another_file_of_words_can_be_set(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    words = json.dumps(["giá vàng"], ensure_ascii=False)
    file.write_text(f"[anywhere]\nours = {words}\n[headlines]\nours = ['SJC']\n", "utf-8")
    spider = make_spider(RELEVANCE_WORDS=str(file))
    assert feed(spider, GOLD, SOM) == [GOLD[0]]


def test_articles_that_were_found_and_left_count_for_what_a_site_must_yield() -> None:
    spider = make_spider()
    feed(spider, *((f"gia-vang-sang-nay-post{n}.html", "") for n in range(3)))
    assert list(spider.shortfalls()) == []
    assert [what for what, _ in make_spider().shortfalls()] == ["articles"]
