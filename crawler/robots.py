"""robots.txt as RFC 9309 has it: what cannot be asked is not allowed.

Scrapy takes a server error for consent, reads the page of a 404 as rules and, when several requests
wait for the file, heeds it for the first only. Here 5xx, 429 and an unreachable host forbid
everything, other 4xx allow everything, and no more is read than the 500 KiB that the standard asks
for.
"""

from __future__ import annotations

import logging

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred

from crawler.archive.missing import NotArchived

_LOG = logging.getLogger(__name__)
_CLOSED = b"User-agent: *\nDisallow: /\n"
_LARGEST = 500 * 1024


class Forbidden(IgnoreRequest):
    """The site's robots.txt does not allow it."""


class Robots(RobotsTxtMiddleware):
    """Downloader middleware: drops what the site's robots.txt forbids."""

    def __init__(self, crawler: Crawler):
        super().__init__(crawler)
        self._unreachable: set[str] = set()

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules for the request's host; None where everything is allowed."""
        await super().robot_parser(request)
        # Not what was awaited: of several requests that wait for one robots.txt, Scrapy 2.19.0
        # hands the rules to the first and None, which is consent, to all others.
        netloc = urlparse_cached(request).netloc
        parser = self._parsers[netloc]
        if isinstance(parser, Deferred) or (parser is None and netloc in self._unreachable):
            return self._parserimpl.from_crawler(self.crawler, _CLOSED)
        return parser

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Let a request pass that the rules allow.

        Raises:
            Forbidden: they do not.
        """
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise Forbidden(str(error)) from error

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        rules = read_rules(response)
        if is_out_of_reach(response):
            self._report(netloc, f"it answers {response.status}")
        await super()._parse_robots(response.replace(body=rules), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        """A replay that lacks the file asks nobody anything: its pages are fetched already."""
        if not isinstance(exc, NotArchived):
            self._unreachable.add(netloc)
            self._report(netloc, str(exc) or type(exc).__name__)
        super()._robots_error(exc, netloc)

    def _report(self, netloc: str, reason: str) -> None:
        self._stats.inc_value("robotstxt/unreachable")
        _LOG.error("Nothing of %s is fetched, its robots.txt is out of reach: %s", netloc, reason)


def read_rules(response: Response) -> bytes:
    """The rules that the answer to a request for robots.txt amounts to."""
    if is_out_of_reach(response):
        return _CLOSED
    if response.status >= 300:
        return b""
    return response.body[:_LARGEST]


def is_out_of_reach(response: Response) -> bool:
    """Whether the host could not say what it allows."""
    return response.status >= 500 or response.status == 429
