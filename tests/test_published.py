from __future__ import annotations

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.metadata import read_metadata
from crawler.published import Statement, read_modified, read_published
from crawler.tree import parse_page

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FETCHED = datetime(2026, 2, 28, 3, 38, tzinfo=UTC)
MORNING = datetime(2026, 2, 26, 8, 1, tzinfo=HANOI)


def published(
    head: str = "", body: str = "", *, url: str = "https://mai.example/a-1.html", printed: str = ""
) -> Statement | None:
    root = parse_page(f"<html><head>{head}</head><body>{body}<p>a</p></body></html>")
    return read_published(
        root,
        read_metadata(root),
        printed=[printed] if printed else [],
        url=url,
        zone=HANOI,
        fetched=FETCHED,
    )


def ld(**values: object) -> str:
    node = json.dumps({"@type": "NewsArticle"} | values)
    return f'<script type="application/ld+json">{node}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "body", "source"),
    [
        (ld(datePublished="2026-02-26T08:01:00+07:00"), "", "json-ld"),
        (meta("article:published_time", "2026-02-26T01:01:00Z"), "", "meta:article:published_time"),
        (meta("pubdate", "2026-02-26 08:01"), "", "meta:pubdate"),
        ("", '<time datetime="2026-02-26T08:01:00+07:00">sáng</time>', "time"),
    ],
)
def test_each_statement_is_read_and_named(head: str, body: str, source: str) -> None:
    assert published(head, body) == (source, MORNING)


def test_the_date_line_of_the_site_is_read_in_its_zone() -> None:
    assert published(printed="08:01 | 26/02/2026") == ("selector", MORNING)


def test_the_most_trusted_statement_wins() -> None:
    head = meta("article:published_time", "2026-02-25T07:00:00+07:00")
    head += ld(datePublished="2026-02-26T08:01:00+07:00")
    assert published(head, printed="24/02/2026 06:00") == ("json-ld", MORNING)


def test_of_one_day_the_most_exact_statement_wins() -> None:
    head = ld(datePublished="2026-02-26") + meta("date", "2026-02-26")
    assert published(head, printed="08:01 | 26/02/2026") == ("selector", MORNING)


def test_a_day_without_a_time_stays_a_day() -> None:
    assert published(ld(datePublished="2026-02-26T00:00:00+07:00")) == (
        "json-ld",
        date(2026, 2, 26),
    )


@pytest.mark.parametrize("stated", ["2026-03-05T08:00:00+07:00", "2031-01-01", "khong ro", ""])
def test_a_date_in_the_future_or_none_gives_way_to_the_next(stated: str) -> None:
    head = ld(datePublished=stated) + meta("pubdate", "2026-02-26 08:01")
    assert published(head) == ("meta:pubdate", MORNING)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta("pagegen", "26-02-2026 10:38:13"), ""),
        ("", '<span class="ico-systemDate">Thứ bảy 28/02/2026 10:38</span>'),
        ("", '<footer><time datetime="2026-02-26T08:01">a</time></footer>'),
        ("", '<aside><time datetime="2026-02-26T08:01">a</time></aside>'),
        ("", "<nav><time datetime='2026-02-26'>a</time></nav>"),
        (ld(dateCreated="2026-02-26", datePublished=[1]), ""),
        (ld(datePublished={"a": "2026-02-26"}), ""),
    ],
)
def test_the_clock_of_the_page_and_the_times_of_others_are_never_trusted(
    head: str, body: str
) -> None:
    found = published(head, body)
    assert found is None or found[0] == "htmldate"
    assert found is None or not isinstance(found[1], datetime)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://mai.example/the-gioi/som-20260226080112345.htm", date(2026, 2, 26)),
        ("https://mai.example/news/2026/02/26/som", date(2026, 2, 26)),
        ("https://mai.example/news/2026/2/6", date(2026, 2, 6)),
    ],
)
def test_the_address_tells_the_day_as_a_last_resort(url: str, expected: date) -> None:
    assert published(url=url) == ("url", expected)


@pytest.mark.parametrize(
    "url",
    [
        "https://mai.example/som-100260716232934498.htm",
        "https://mai.example/som-20261340.htm",
        "https://mai.example/2026/99/99/",
        "https://mai.example/som-20260231.htm",
        "https://mai.example/asean-2025-20260404.htm",
    ],
)
def test_numbers_in_an_address_that_are_no_past_day_are_none(url: str) -> None:
    assert published(url=url) is None


def test_the_last_change_is_read_from_json_ld_then_from_meta() -> None:
    head = meta("og:updated_time", "2026-02-27T09:00:00+07:00")
    root = parse_page(f"<head>{head}</head><p>a")
    assert read_modified(read_metadata(root), HANOI) == datetime(2026, 2, 27, 9, 0, tzinfo=HANOI)
    root = parse_page(f"<head>{head}{ld(dateModified='2026-02-26')}</head><p>a")
    assert read_modified(read_metadata(root), HANOI) == date(2026, 2, 26)
    assert read_modified(read_metadata(parse_page("<p>a")), HANOI) is None


def test_what_stands_beside_the_headline_counts_where_nothing_is_stated() -> None:
    def read(head: str, url: str = "https://mai.example/a") -> Statement | None:
        root = parse_page(f"<html><head>{head}</head><body><p>a</p></body></html>")
        return read_published(
            root,
            read_metadata(root),
            printed=[],
            url=url,
            zone=None,
            fetched=FETCHED,
            beside=["2026-02-26 08:01"],
        )

    naive = MORNING.replace(tzinfo=None)
    assert read("") == ("printed", naive)
    assert read("", "https://mai.example/20260101/a") == ("printed", naive)
    assert read(ld(datePublished="2026-02-26")) == ("json-ld", date(2026, 2, 26))


def test_the_time_of_a_quoted_post_is_none_of_the_article() -> None:
    body = '<blockquote><time datetime="2026-02-20T08:01:00+07:00">post</time></blockquote>'
    assert published(body=body, url="https://mai.example/2026/02/26/a") == (
        "url",
        date(2026, 2, 26),
    )
