"""What Scrapy hands out, as the crawl's own words: a response as a page, and when it came."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy.http import Response

from crawler.page import Page


def read_response(response: Response) -> Page:
    """The page that a live or replayed response holds."""
    meta = response.request.meta if response.request else {}
    return Page(
        url=response.url,
        body=response.body,
        fetched=meta.get("fetched") or read_clock(),
        headers=read_headers(response),
        archive=meta.get("archive"),
    )


def read_headers(response: Response) -> dict[str, str]:
    """The headers of a response, names in lower case."""
    return {str(k).lower(): v for k, v in response.headers.to_unicode_dict().items()}


def read_clock() -> datetime:
    """Now, to the second: the only clock of the crawl."""
    return datetime.now(UTC).replace(microsecond=0)
