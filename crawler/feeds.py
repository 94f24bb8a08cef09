"""Feeds: JSON lines with the same bytes everywhere, in files that are whole or not there.

A local feed grows as `NAME.part`. Only when the crawl ended as it should, it is synced and takes
the name; a crawl that is killed, stopped or out of disk leaves the file of yesterday as it was.
"""

from __future__ import annotations

import fcntl
import io
import logging
import os
import shutil
from pathlib import Path
from typing import IO, Any

import orjson
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exporters import BaseItemExporter
from scrapy.utils.defer import deferred_from_coro
from w3lib.url import file_uri_to_path

from crawler.disk import sync_folder
from crawler.finished import format_line

_LOG = logging.getLogger(__name__)
_AT_ONCE = 64 * 1024
"""Bytes that are written at a time: some ten lines."""


class JsonLines(BaseItemExporter):
    """One item a line, as orjson writes it: UTF-8, keys in the order of the fields.

    An item that JSON cannot hold is one line in the log and counts as `feed/unwritten`.
    """

    def __init__(self, file: IO[bytes], crawler: Crawler, **kwargs: Any):
        super().__init__(dont_fail=True, **kwargs)
        self._file = file
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler, file: IO[bytes], **kwargs: Any) -> JsonLines:
        """The exporter of one feed."""
        return cls(file, crawler, **kwargs)

    def export_item(self, item: Any) -> None:
        """Write the line of `item`, a dataclass or dict; with `FEED_EXPORT_FIELDS` only those."""
        chosen: Any = item
        if self.fields_to_export is not None:
            chosen = dict(self.get_serialized_fields(item, include_empty=True))
        try:
            line = format_line(chosen)
        except orjson.JSONEncodeError as error:
            _LOG.error("An item cannot be written as JSON: %s: %.200r", error, item)
            self._crawler.stats.inc_value("feed/unwritten")
        else:
            self._file.write(line)


class PartFile(io.BufferedWriter):
    """A file that remembers that it could not be written, and stops the crawl then."""

    failure: OSError | None = None

    def __init__(self, path: Path, crawler: Crawler):
        super().__init__(io.FileIO(path, "ab"), _AT_ONCE)
        self._crawler = crawler

    def write(self, data: Any, /) -> int:
        """As any file; after a failure nothing is written any more, so that no line is missing."""
        if self.failure:
            return len(data)
        try:
            return super().write(data)
        except OSError as failure:
            self._fail(failure)
            return len(data)

    def _fail(self, failure: OSError) -> None:
        self.failure = failure
        stop_crawl(self._crawler)


class SyncedFile:
    """Feed storage for local paths; the stat `feed/failed` says why there is no new file."""

    def __init__(
        self, uri: str, crawler: Crawler, *, feed_options: dict[str, Any] | None = None
    ) -> None:
        self._crawler = crawler
        self._path = Path(file_uri_to_path(uri) if uri.startswith("file:") else uri)
        self._part = self._path.with_name(self._path.name + ".part")
        self._overwrite = bool((feed_options or {}).get("overwrite"))

    @classmethod
    def from_crawler(
        cls, crawler: Crawler, uri: str, *, feed_options: dict[str, Any] | None = None
    ) -> SyncedFile:
        """The storage of the feed `uri`."""
        return cls(uri, crawler, feed_options=feed_options)

    def open(self, spider: Spider) -> IO[bytes]:
        """The `.part` file, empty or, where the feed is appended to, with yesterday's lines.

        Raises:
            OSError: it cannot be written, or another crawl writes it.
        """
        try:
            return self._open()
        except OSError as failure:
            self._report(failure)
            stop_crawl(self._crawler)
            raise

    def store(self, file: IO[bytes]) -> None:
        """Give the `.part` file its name.

        Raises:
            OSError: it could not be written, or the crawl did not end as it should.
        """
        try:
            self._finish(file)
        except OSError as failure:
            self._report(failure)
            raise

    def _report(self, failure: OSError) -> None:
        self._crawler.stats.set_value("feed/failed", f"{self._path}: {failure}")

    def _open(self) -> PartFile:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = PartFile(self._part, self._crawler)
        fcntl.flock(part, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(part.fileno()), self._part.stat()):
            raise BlockingIOError("another crawl has just finished it")
        part.truncate(0)
        if not self._overwrite and self._path.exists():
            with self._path.open("rb") as before:
                shutil.copyfileobj(before, part)
        return part

    def _finish(self, file: IO[bytes]) -> None:
        failure = getattr(file, "failure", None)
        reason = self._crawler.stats.get_value("finish_reason", "finished")
        with file:
            if failure:
                raise failure
            if not is_whole(reason):
                raise InterruptedError(
                    f"the crawl ended as {reason!r}, its lines are in {self._part}"
                )
            file.flush()
            os.fsync(file.fileno())
            self._part.replace(self._path)
        sync_folder(self._path.parent)


def is_whole(reason: str) -> bool:
    """Whether a crawl that closed for `reason` came to its end, or to the limit set for it."""
    return reason == "finished" or reason.startswith("closespider_")


def stop_crawl(crawler: Crawler) -> None:
    """Close the spider: what it still finds could not be kept."""
    deferred_from_coro(crawler.engine.close_spider_async(reason="feed_failed"))
