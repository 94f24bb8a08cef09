"""The download handler of a replay: every answer comes from an archive, none from the network.

Setting: `REPLAY`, WARC files or folders of them. The k-th request of a URL gets the k-th outcome
that was recorded for it, failures included.
"""

from __future__ import annotations

import logging
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urldefrag
from weakref import WeakKeyDictionary

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.responsetypes import responsetypes

from crawler.archive.failures import parse_failure
from crawler.archive.http import parse_response
from crawler.archive.index import Index
from crawler.archive.missing import NotArchived
from crawler.archive.records import Record
from crawler.archive.trouble import Damaged, Trouble
from crawler.archive.writer import OPEN
from crawler.items import ArchiveRef

_LOG = logging.getLogger(__name__)
_INDEXES: WeakKeyDictionary[Crawler, Index] = WeakKeyDictionary()


class ReplayHandler(BaseDownloadHandler):
    """Serves http and https alike; both share the index of their crawl."""

    def __init__(self, crawler: Crawler):
        super().__init__(crawler)
        self._index = open_index(crawler)

    async def download_request(self, request: Request) -> Response:
        """The recorded answer.

        Raises:
            NotArchived: there is none.
            Exception: the recorded failure, of the class that it had.
        """
        url = urldefrag(request.url).url
        found = self._index.take(url)
        if found is None:
            self._miss(url)
            raise NotArchived(f"not in the archive: {url}")
        path, record = found
        request.meta["fetched"] = record.date
        request.meta["archive"] = ArchiveRef(path.name.removesuffix(OPEN), record.offset)
        try:
            return repeat_outcome(record)
        except Damaged as error:
            report(self.crawler, Trouble(path, record.offset, str(error)))
            raise NotArchived(f"damaged in the archive: {url}") from error

    def _miss(self, url: str) -> None:
        self.crawler.stats.inc_value("archive/missing")
        _LOG.warning("Not in the archive: %s", url)


def open_index(crawler: Crawler) -> Index:
    """The index of the crawl's archives; what is damaged in them is logged and counted."""
    if crawler not in _INDEXES:
        index = Index(Path(path) for path in crawler.settings.getlist("REPLAY"))
        _INDEXES[crawler] = index
        for trouble in index.troubles:
            report(crawler, trouble)
    return _INDEXES[crawler]


def report(crawler: Crawler, trouble: Trouble) -> None:
    """One line in the log, one count in the stats."""
    _LOG.error("%s", trouble)
    crawler.stats.inc_value("archive/trouble")


def repeat_outcome(record: Record) -> Response:
    """The response in `record`.

    Raises:
        Exception: the failure in `record`, of the class that it had.
        Damaged: the record holds neither.
    """
    if record.kind == "metadata":
        raise parse_failure(record.block)
    answer = parse_response(record.block)
    kind = responsetypes.from_args(headers=answer.headers, url=record.url, body=answer.body)
    address = record.headers.get("warc-ip-address")
    return kind(
        url=record.url,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        ip_address=ip_address(address) if address else None,
        protocol=answer.protocol,
    )
