"""Spiders without a network: answers are handed to them, and what they count is looked at."""

from __future__ import annotations

from typing import Any

from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from crawler.spider import NewsSpider

LISTING = '{"data": {"contents": [{"url": "%s", "date": 1784503916}]}}'
"""A listing API's answer with one article."""


def make_spider(kind: type[NewsSpider], **arguments: Any) -> NewsSpider:
    """A spider that takes everything for relevant."""
    crawler = get_crawler(kind, {"READ_SECONDS": 5, "RELEVANCE": False})
    return kind.from_crawler(crawler, **arguments)


def stat(spider: NewsSpider, name: str) -> Any:
    assert spider.crawler.stats
    return spider.crawler.stats.get_value(name)


def answer(url: str, body: str, status: int = 200) -> HtmlResponse:
    return HtmlResponse(url, status, body=body, encoding="utf-8")
