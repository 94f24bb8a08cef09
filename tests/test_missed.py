"""Selectors that hit nothing are named: those that were tried, of sites that are unproved."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from crawler.missed import find_missed
from crawler.site import Selectors
from crawler.spider import NewsSpider
from tests.tin import TinSpider

KNOWN = Selectors(title=("h1.a", "h1.b"), body=("div.a", "div.b"), prune=(".x",))


@pytest.mark.parametrize(
    ("articles", "hits", "missed"),
    [
        (0, {}, []),
        (2, {("title", "h1.a"): 2, ("body", "div.a"): 2, ("prune", ".x"): 1}, ["div.b"]),
        (2, {("title", "h1.a"): 1, ("body", "div.b"): 2, ("prune", ".x"): 1}, ["h1.b", "div.a"]),
        (2, {("title", "h1.b"): 2, ("body", "div.a"): 2}, ["h1.a", "div.b", ".x"]),
        (1, {}, ["h1.a", "h1.b", "div.a", "div.b", ".x"]),
    ],
)
def test_a_selector_missed_if_it_was_tried_and_hit_nothing(
    articles: int, hits: dict[tuple[str, str], int], missed: list[str]
) -> None:
    found = find_missed(KNOWN, Counter(hits), articles)
    assert [selector for _, selector in found] == missed


class GuessedSpider(TinSpider):
    """The newspaper, its facts said to be guesses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = replace(self.site, unproved=("a page",))


def read_one(kind: type[NewsSpider]) -> NewsSpider:
    spider = kind.from_crawler(get_crawler(kind, {"READ_SECONDS": 5}))
    text = f"<p>{'Các Trưởng SOM ASEAN họp tại Hà Nội để rà soát công tác chuẩn bị. ' * 4}</p>"
    body = f'<h1 class="detail__title">A</h1><div class="detail__content">{text}</div>'
    response = HtmlResponse("http://127.0.0.1/a-post1.html", body=body, encoding="utf-8")
    assert len(list(spider.parse_article(response))) == 1
    return spider


def missed_stats(spider: NewsSpider) -> set[str]:
    assert spider.crawler.stats
    names = spider.crawler.stats.get_stats()
    return {name for name in names if name.startswith("selectors/missed/")}


def test_an_unproved_site_names_each_selector_that_missed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    spider = read_one(GuessedSpider)
    with caplog.at_level(logging.WARNING):
        spider.closed("finished")
    missed = {
        "sapo/div.detail__summary",
        "published/time.detail__time",
        "authors/div.detail__author",
    }
    assert missed_stats(spider) == {f"selectors/missed/{name}" for name in missed}
    lines = [m for m in caplog.messages if m.startswith("selector missed: tin: ")]
    assert len(lines) == 3
    assert "selector missed: tin: sapo: div.detail__summary" in lines


def test_a_crawl_that_was_cut_short_or_a_proved_site_says_nothing_of_the_kind() -> None:
    stopped, proved = read_one(GuessedSpider), read_one(TinSpider)
    stopped.closed("shutdown")
    proved.closed("finished")
    assert missed_stats(stopped) == missed_stats(proved) == set()
