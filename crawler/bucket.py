"""Feeds into S3 and what speaks like it: an object is replaced by a whole feed or not at all."""

from __future__ import annotations

from typing import IO, Any, Self

from scrapy.crawler import Crawler
from scrapy.extensions.feedexport import S3FeedStorage
from scrapy.statscollectors import StatsCollector
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from crawler.feeds import is_whole


class WholeObject(S3FeedStorage):
    """Scrapy's storage for `s3://BUCKET/KEY`; the stat `feed/failed` says why nothing was stored.

    Needs boto3, the extra `s3`. An object appears when its upload is complete, so what was there
    before stands until then, and for good where the crawl did not end as it should.
    """

    _stats: StatsCollector

    @classmethod
    def from_crawler(
        cls, crawler: Crawler, uri: str, *, feed_options: dict[str, Any] | None = None
    ) -> Self:
        """The storage of the feed `uri`; keys and endpoint are Scrapy's `AWS_` settings."""
        storage = super().from_crawler(crawler, uri, feed_options=feed_options)
        storage._stats = crawler.stats
        return storage

    def store(self, file: IO[bytes]) -> Deferred[None]:
        """Upload the feed.

        Raises:
            InterruptedError: The crawl did not end as it should.
        """
        reason = self._stats.get_value("finish_reason", "finished")
        if is_whole(reason):
            return super().store(file).addErrback(self._report)
        file.close()
        self._say(what := f"the crawl ended as {reason!r}, its lines are not kept")
        raise InterruptedError(what)

    def _report(self, failure: Failure) -> Failure:
        self._say(str(failure.value))
        return failure

    def _say(self, what: str) -> None:
        self._stats.set_value("feed/failed", f"s3://{self.bucketname}/{self.keyname}: {what}")
