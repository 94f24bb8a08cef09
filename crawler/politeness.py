"""One pace for each host: its Crawl-delay, its Retry-After, and slower when it is in trouble.

Settings: `DOWNLOAD_DELAY` is the pace of a host that asks for nothing, `CRAWL_DELAY_LIMIT` and
`BACK_OFF_LIMIT` the longest pause between two requests, all in seconds; a host that says
Retry-After beyond `RETRY_AFTER_LIMIT` is left alone for the rest of the crawl.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotConfigured,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

_LOG = logging.getLogger(__name__)
_BUSY = (429, 503)
_TROUBLE = (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
_FIRST_STEP = 1.0
"""Seconds of the first back-off of a host without a delay."""


class LeftAlone(IgnoreRequest):
    """The host asked for a longer pause than the crawl can wait."""


@dataclass(slots=True)
class Manners:
    """What one host is owed."""

    pace: float
    """Seconds between two requests in good times."""
    delay: float
    """Seconds between two requests now."""
    left_alone: bool = False


class Pace:
    """Downloader middleware: sets the delays of the downloader's slots, one slot a host."""

    def __init__(self, crawler: Crawler):
        if crawler.settings.getlist("REPLAY"):
            raise NotConfigured
        settings = crawler.settings
        self._crawler = crawler
        self._crawl_delay_limit = settings.getfloat("CRAWL_DELAY_LIMIT")
        self._retry_after_limit = settings.getfloat("RETRY_AFTER_LIMIT")
        self._back_off_limit = settings.getfloat("BACK_OFF_LIMIT")
        pace = settings.getfloat("DOWNLOAD_DELAY")
        self._hosts: defaultdict[str, Manners] = defaultdict(lambda: Manners(pace, pace))
        crawler.signals.connect(self.heed_crawl_delay, signals.robots_parsed)
        crawler.signals.connect(self.heed_answer, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Pace:
        """The pace of the crawl's settings."""
        return cls(crawler)

    def heed_crawl_delay(self, robotparser: RobotParser, request: Request) -> None:
        """Slow down to the Crawl-delay of robots.txt, up to the limit."""
        asked = robotparser.crawl_delay(self._crawler.settings["ROBOTSTXT_USER_AGENT"])
        host = find_host(request)
        if not asked or asked <= self._hosts[host].pace:
            return
        if asked > self._crawl_delay_limit:
            _LOG.warning("%s asks for a Crawl-delay of %g s, gets the longest one", host, asked)
        self._hosts[host].pace = min(asked, self._crawl_delay_limit)
        self._set_delay(host, self._hosts[host].pace)

    def process_request(self, request: Request) -> None:
        """Let a request pass to a host that is not left alone.

        Raises:
            LeftAlone: it is.
        """
        if self._hosts[find_host(request)].left_alone:
            self._crawler.stats.inc_value("politeness/left_alone")
            raise LeftAlone(f"{find_host(request)} asked for a longer pause than we can wait")

    def heed_answer(self, request: Request, response: Response) -> None:
        """Pause where the host asks for it, speed up again where it is well.

        A signal and not `process_response`, before which the slot sends its next request.
        """
        host = find_host(request)
        if response.status in _BUSY:
            self._heed(host, find_pause(response, now=datetime.now(UTC)))
        elif response.status < 500:
            self._set_delay(host, max(self._hosts[host].pace, self._hosts[host].delay / 2))

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Slow down where the host does not answer."""
        if isinstance(exception, _TROUBLE):
            self._back_off(find_host(request))

    def _heed(self, host: str, pause: float | None) -> None:
        if pause is None:
            self._back_off(host)
        elif pause > self._retry_after_limit:
            self._leave_alone(host, pause)
        else:
            self._pause(host, pause)

    def _leave_alone(self, host: str, pause: float) -> None:
        """Nothing more is sent, not even what waits in the slot already."""
        self._hosts[host].left_alone = True
        self._crawler.stats.inc_value("politeness/hosts_left_alone")
        _LOG.error("%s asks for a pause of %g s: left alone from now on", host, pause)
        slot = self._find_slot(host)
        while slot and slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(LeftAlone(f"{host} asked for a longer pause than we can wait"))

    def _back_off(self, host: str) -> None:
        doubled = max(2 * self._hosts[host].delay, _FIRST_STEP)
        longest = max(self._back_off_limit, self._hosts[host].pace)
        self._set_delay(host, min(doubled, longest))
        self._pause(host, self._hosts[host].delay)

    def _pause(self, host: str, seconds: float) -> None:
        """Nothing is sent for `seconds` from now, whatever jitter the slot has."""
        slot = self._find_slot(host)
        if slot is None or not seconds:
            return
        slot.delay = slot.delay or 0.001
        slot.lastseen = monotonic() + seconds - slot.delay * (1 - slot.jitter)
        self._crawler.stats.inc_value("politeness/pauses")

    def _set_delay(self, host: str, delay: float) -> None:
        """The delay of the host's slot, and of the slot that follows when that one is dropped."""
        if delay == self._hosts[host].delay:
            return
        self._hosts[host].delay = delay
        slots = self._crawler.engine.downloader.per_slot_settings
        slots[host] = slots.get(host, {}) | {"delay": delay, "jitter": 0.0}
        if slot := self._find_slot(host):
            slot.delay, slot.jitter = delay, 0.0

    def _find_slot(self, host: str) -> Slot | None:
        return self._crawler.engine.downloader.slots.get(host)


def find_host(request: Request) -> str:
    """The host of `request`, as the downloader names its slots."""
    return urlparse_cached(request).hostname or ""


def find_pause(response: Response, *, now: datetime) -> float | None:
    """Seconds that the Retry-After of `response` asks for; None where it is missing or odd.

    A date is compared with the host's own clock, where it shows one, and else with `now`.
    """
    stated = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated)
    until = read_http_date(stated)
    clock = read_http_date((response.headers.get(b"Date") or b"").decode("latin-1")) or now
    return max(0.0, (until - clock).total_seconds()) if until else None


def read_http_date(text: str) -> datetime | None:
    """A date as HTTP headers write it."""
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
