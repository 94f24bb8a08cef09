"""Lists of articles: read whatever they hold, believed in nothing, asked for once."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.http import HtmlResponse

from crawler.discovery.link import Link
from crawler.discovery.listing import read_listing
from crawler.discovery.period import Period, read_period
from crawler.discovery.section import next_page, read_section
from crawler.discovery.xml import read_day, read_xml, unpack
from crawler.families.mcms import read_zone
from crawler.site import Section

BASE = "https://tin.example/rss"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Tin</title><link>https://tin.example</link>
<atom:link href="https://tin.example/rss" rel="self"/>
<image><url>https://tin.example/logo.png</url><link>https://tin.example</link></image>
<item><title>A</title><link><![CDATA[ https://tin.example/a-1.html ]]></link>
<pubDate>Mon, 20 Jul 2026 06:31:00 +0700</pubDate></item>
<item><link>/b-2.html</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://tin.example/"/>
<entry><link rel="edit" href="/edit/1"/><link rel="alternate" href="/a-1.html"/>
<published>2026-07-20T23:31:00+07:00</published><updated>2026-07-21T01:00:00+07:00</updated></entry>
</feed>"""
SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://tin.example/a-1.html</loc><lastmod>2026-07-21T01:00:00+07:00</lastmod>
<image:image><image:loc>https://tin.example/a.jpg</image:loc></image:image>
<news:news><news:publication_date>2026-07-20</news:publication_date></news:news></url>
<url><loc>https://tin.example/b-2.html</loc></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://tin.example/sitemaps/news-2026-7.xml</loc></sitemap>
</sitemapindex>"""
A, B = "https://tin.example/a-1.html", "https://tin.example/b-2.html"
JULY_20, JULY_21 = date(2026, 7, 20), date(2026, 7, 21)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (RSS, [Link(A, JULY_20), Link(B)]),
        ("\n \n" + RSS, [Link(A, JULY_20), Link(B)]),
        (RSS.replace("<title>A", "<title>A &nbsp; & B"), [Link(A, JULY_20), Link(B)]),
        (ATOM, [Link(A, JULY_20, JULY_21)]),
        (SITEMAP, [Link(A, JULY_20, JULY_21), Link(B)]),
        (INDEX, [Link("https://tin.example/sitemaps/news-2026-7.xml")]),
        ("<rss><channel></channel></rss>", []),
    ],
)
def test_a_whole_list_gives_its_links_with_their_days(text: str, links: list[Link]) -> None:
    read = read_xml(text.encode(), base=BASE)
    assert list(read.found) == links
    assert read.trouble is None


@pytest.mark.parametrize("text", [RSS, ATOM, SITEMAP, INDEX])
def test_a_list_cut_anywhere_gives_no_address_that_the_whole_one_has_not(text: str) -> None:
    body = text.encode()
    whole = set(read_xml(body, base=BASE).found)
    for end in range(len(body)):
        read = read_xml(body[:end], base=BASE)
        assert set(read.found) <= whole
        assert read.trouble


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"not xml at all", "neither a feed nor a sitemap"),
        (b"<html><body><h1>404</h1></body></html>", "neither a feed nor a sitemap"),
        (b"\x00\x01\x02\xff\xfe", "neither a feed nor a sitemap"),
        (b"<urlset>", "<urlset> breaks off"),
        (b"<rss><channel><item><link>https://tin.example/a-1", "<rss> breaks off"),
    ],
)
def test_garbage_gives_no_links_and_one_reason(body: bytes, trouble: str) -> None:
    read = read_xml(body, base=BASE)
    assert read.found == ()
    assert read.trouble == trouble


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_raise(body: bytes) -> None:
    for text in (body, b"<rss>" + body, b"<urlset><url>" + body + b"</url></urlset>"):
        read_xml(unpack(text), base=BASE)
        read_listing(text, base=BASE)


def test_entities_of_a_hostile_list_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    body = f"<?xml version='1.0'?>{bomb}<rss><item><link>{A}?&b;</link></item></rss>".encode()
    assert all("aaaaaaaaaa" not in link.url for link in read_xml(body, base=BASE).found)


def test_files_of_the_machine_are_not_read() -> None:
    body = (
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        b"<rss><item><link>https://tin.example/&f;</link></item></rss>"
    )
    assert [link.url for link in read_xml(body, base=BASE).found] == ["https://tin.example/"]


def test_a_packed_sitemap_is_unpacked_as_far_as_it_goes() -> None:
    packed = gzip.compress(SITEMAP.encode())
    assert unpack(packed) == SITEMAP.encode()
    assert SITEMAP.encode().startswith(unpack(packed[:-40]))
    assert unpack(packed[:3] + b"garbage") == b""
    assert unpack(b"plain") == b"plain"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-07-20", JULY_20),
        ("2026-07-20T23:59:59+07:00", JULY_20),
        ("Mon, 20 Jul 2026 06:31:00 +0700", JULY_20),
        ("20 Jul 2026 06:31 GMT", JULY_20),
        ("20/07/2026", None),
        ("hôm nay", None),
        ("", None),
    ],
)
def test_the_day_of_an_entry_is_the_one_its_writer_counts(text: str, day: date | None) -> None:
    assert read_day(text) == day


LISTING = """{"error_code": 0, "data": {"contents": [
 {"title": "A", "url": "/a-1.html", "date": 1784503916, "avatar_url": "/a.jpg"},
 {"title": "B", "url": "https://tin.example/b-2.html", "date": "1784503916"}],
 "load_more": true}}"""
LISTING_HTML = (
    '{"data": {"articles": "<article><a class=\\"cms-link\\" href=\\"/a-1.html\\">A</a>"}}'
)


@pytest.mark.parametrize(
    ("text", "links", "trouble"),
    [
        (LISTING, [Link(A, JULY_20), Link(B, JULY_20)], None),
        (LISTING_HTML, [Link(A)], None),
        ('{"error_code": 0, "data": {"contents": []}}', [], None),
        ('{"data": [{"url": 7}, {"url": null}]}', [], None),
        ('{"data": {"contents": [{"url": "/a-1.ht', [], "no JSON"),
        ("<html></html>", [], "no JSON"),
        ("", [], "empty"),
    ],
)
def test_a_listing_gives_its_links(text: str, links: list[Link], trouble: str | None) -> None:
    read = read_listing(text.encode(), base=BASE)
    assert list(read.found) == links
    assert (read.trouble or "").startswith(trouble or "")
    assert (read.trouble is None) == (trouble is None)


def test_the_zone_of_a_section_is_in_its_source() -> None:
    assert read_zone("<script>var cmsConfig = { objectId: 0, adsZone: 438, };</script>") == "438"
    assert read_zone("<html></html>") is None


PAGE = """<html><body><nav><a href="/thoi-su/">Thời sự</a></nav>
<div class="list"><article><a href="/a-1.html">A</a><a href="/a-1.html"><img></a>
<time datetime="2026-07-20T06:31:00+07:00">20/07/2026 06:31</time></article>
<article><a href=" /b-2.html ">B</a><time>Thứ Ba, 21/7/2026 - 07:00</time></article></div>
<a class="next" href="?page=2">Trang sau</a></body></html>"""


def respond(url: str = "https://tin.example/asean/", body: str = PAGE) -> HtmlResponse:
    return HtmlResponse(url, body=body.encode(), encoding="utf-8")


def test_the_cards_of_a_section_give_each_link_once_with_its_day() -> None:
    section = Section(url="https://tin.example/asean/", cards=".list article", time="time")
    read = read_section(respond(), section)
    assert list(read.found) == [Link(A, JULY_20), Link(B, JULY_21)]


def test_without_cards_every_link_of_the_page_is_looked_at() -> None:
    read = read_section(respond(), Section(url="https://tin.example/asean/"))
    assert [link.url for link in read.found][:3] == ["https://tin.example/thoi-su/", A, B]


def test_links_that_are_no_addresses_are_passed_over() -> None:
    body = '<a href="//[">1</a><a href="javascript:void(0)">2</a><a href="mailto:a@b.vn">3</a>'
    read = read_section(respond(body=body + '<a href="/a-1.html">A</a>'), Section(url=BASE))
    assert [link.url for link in read.found] == [A]
    assert read_xml(b"<rss><item><link>//[</link></item></rss>", base=BASE).found == ()


def test_a_section_without_its_cards_is_trouble() -> None:
    read = read_section(respond(), Section(url="https://tin.example/asean/", cards=".gone"))
    assert read.trouble == "no links"


@pytest.mark.parametrize(
    ("facts", "address"),
    [
        ({"next": "a.next"}, "https://tin.example/asean/?page=2"),
        ({"next": "a.gone"}, None),
        ({"pages": "{url}trang-{page}.htm"}, "https://tin.example/asean/trang-2.htm"),
        ({"pages": "{url}&BRSR={offset}", "size": 15}, "https://tin.example/asean/&BRSR=15"),
        ({}, None),
    ],
)
def test_the_next_page_is_linked_or_counted(facts: dict[str, str], address: str | None) -> None:
    section = Section(url="https://tin.example/asean/", **facts)
    assert next_page(respond(), section, page=2) == address


@pytest.mark.parametrize(
    ("since", "until", "period"),
    [
        (None, None, Period()),
        ("2026-07-20", None, Period(JULY_20)),
        ("2026-07", "2026-07", Period(date(2026, 7, 1), date(2026, 7, 31))),
        ("2024-2", "2024-2", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("2025-12", "2026-01-15", Period(date(2025, 12, 1), date(2026, 1, 15))),
    ],
)
def test_a_period_is_two_days_or_months(
    since: str | None, until: str | None, period: Period
) -> None:
    assert read_period(since, until) == period


@pytest.mark.parametrize(
    ("since", "until"),
    [("yesterday", None), ("2026-13", None), (None, "2026-02-30"), ("2026-07", "2026-06")],
)
def test_what_is_no_period_is_refused(since: str | None, until: str | None) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_period(since, until)


@pytest.mark.parametrize(
    ("link", "inside"),
    [
        (Link(A), True),
        (Link(A, date(2026, 7, 9)), False),
        (Link(A, date(2026, 7, 10)), True),
        (Link(A, date(2026, 7, 20)), True),
        (Link(A, date(2026, 7, 21)), False),
        (Link(A, None, date(2026, 7, 9)), False),  # changed last before the period began
        (Link(A, None, date(2026, 8, 1)), True),  # may have been published inside
        (Link(A, date(2026, 7, 9), date(2026, 7, 15)), False),
    ],
)
def test_only_a_day_that_is_known_puts_a_link_outside(link: Link, inside: bool) -> None:
    assert Period(date(2026, 7, 10), date(2026, 7, 20)).has(link) is inside


@pytest.mark.parametrize(
    ("year", "month", "inside"),
    [(2026, 6, False), (2026, 7, True), (2026, 8, True), (2026, 9, False), (2026, 13, False)],
)
def test_a_month_is_inside_if_one_of_its_days_is(year: int, month: int, inside: bool) -> None:
    assert Period(date(2026, 7, 31), date(2026, 8, 1)).has_month(year, month) is inside
