"""What Scrapy hands out, as the crawl's own words: a response as a page, a failure as a status."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.page import Page


def read_response(response: Response) -> Page:
    """The page that a live or replayed response holds."""
    meta = response.request.meta if response.request else {}
    return Page(
        url=response.url,
        body=response.body,
        fetched=meta.get("fetched") or read_clock(),
        headers={str(k).lower(): v for k, v in response.headers.to_unicode_dict().items()},
        archive=meta.get("archive"),
    )


def read_status(failure: Failure) -> int | None:
    """The HTTP status that was the failure, if it was one."""
    return failure.value.response.status if isinstance(failure.value, HttpError) else None


def read_clock() -> datetime:
    """Now, to the second: the only clock of the crawl."""
    return datetime.now(UTC).replace(microsecond=0)
