"""The download handler of a live crawl: Scrapy's own, and every exchange goes into an archive.

Settings: `ARCHIVE`, a folder (nothing is recorded without it), and `ARCHIVE_SIZE`, the size in
bytes from which on a new file is begun. Every request gets `meta["fetched"]`, the time of its
answer in UTC to the second, and with an archive `meta["archive"]`, an `ArchiveRef`.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urldefrag

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro

from crawler.archive.exchange import Exchange
from crawler.archive.failures import FAILURES, format_failure
from crawler.archive.http import format_request, format_response
from crawler.archive.writer import Archive

_LOG = logging.getLogger(__name__)


class RecordingHandler(BaseDownloadHandler):
    """Downloads over the network; one archive file for each of http and https."""

    def __init__(self, crawler: Crawler):
        super().__init__(crawler)
        self._network = HTTP11DownloadHandler(crawler)
        self._archive = open_archive(crawler)
        self._has_failed = False

    async def download_request(self, request: Request) -> Response:
        """The site's answer; it is in the archive before anybody else sees it."""
        try:
            response = await self._network.download_request(request)
        except FAILURES as failure:
            self._keep(request, failure)
            raise
        self._keep(request, response)
        return response

    async def close(self) -> None:
        """End the archive file and the connections."""
        try:
            if self._archive:
                self._archive.close()
        except OSError as error:
            self._give_up(error)
        await self._network.close()

    def _keep(self, request: Request, outcome: Response | Exception) -> None:
        fetched = datetime.now(UTC).replace(microsecond=0)
        request.meta["fetched"] = fetched
        request.meta.pop("archive", None)
        if self._archive is None or self._has_failed:
            return
        try:
            exchange = describe_exchange(request, outcome, fetched)
            request.meta["archive"] = self._archive.add(exchange)
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """A crawl that shall be recorded and cannot be is stopped, once and with one line."""
        _LOG.error("The archive cannot be written, the crawl stops: %s", error)
        self._has_failed = True
        self.crawler.stats.set_value("archive/failed", str(error))
        if self.crawler.engine.spider:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive_failed"))


def open_archive(crawler: Crawler) -> Archive | None:
    """The archive that the settings ask for."""
    folder = crawler.settings.get("ARCHIVE")
    if not folder:
        return None
    name = crawler.spider.name if crawler.spider else "crawl"
    return Archive(Path(folder), name=name, largest=crawler.settings.getint("ARCHIVE_SIZE"))


def describe_exchange(
    request: Request, outcome: Response | Exception, fetched: datetime
) -> Exchange:
    """The request and how it ended."""
    if isinstance(outcome, Response):
        address = str(outcome.ip_address) if outcome.ip_address else None
        block = format_response(outcome)
    else:
        address = None
        block = format_failure(outcome)
    return Exchange(
        url=urldefrag(request.url).url,
        fetched=fetched,
        request=format_request(request),
        kind="metadata" if isinstance(outcome, Exception) else "response",
        outcome=block,
        address=address,
    )
