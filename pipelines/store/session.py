"""The store during one crawl: one thread, one run, one place that knows when it is broken.

The database is spoken to in a thread of its own, so a slow or absent one never holds up the
downloads, and what is asked first is answered first. Once the store has failed for good the crawl
is closed: fetching pages that cannot be kept would only burden the sites.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TypeVar

from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from sqlalchemy import Connection

from pipelines.store.database import Store
from pipelines.store.engine import CACHE
from pipelines.store.errors import StoreError, StoreRefused
from pipelines.store.leases import Lease
from pipelines.store.ledger import Run, begin_run, finish_run
from pipelines.store.patience import Patience
from pipelines.store.reindex import is_stale
from pipelines.store.replayed import Journal

logger = logging.getLogger(__name__)
T = TypeVar("T")

CRAWL_CACHE = 4
"""MiB of the store in memory of a live crawl, which brings a page a second, and is one of many."""
CLOSE_REASON = "store_failed"
LOST_REASON = "lease_lost"
SUMMARY = {
    "new": ("store/new",),
    "changed": ("store/changed",),
    "unchanged": ("store/unchanged",),
    "copies": ("store/copies",),
    "failed": ("store/failed", "pages/failed", "read/failed", "read/blocked", "read/gone"),
}
"""What a crawl says of itself at its end, and the stats behind each number."""


class Session:
    """What the components of one crawl share of the store.

    Settings: `STORE` (an address, see `open_engine`), `STORE_PATIENCE` (seconds of trying while it
    is locked or away) and, of a run that shares its sites with other machines, `LEASE` (the holder
    of the site's lease) and `LEASE_SECONDS`.
    """

    run: Run
    store: Store

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._thread = ThreadPoolExecutor(1, "store")
        self._broken: StoreError | None = None
        self._renewing: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Open the store and begin a run, or take up one that was killed.

        Raises:
            CloseSpider: The store cannot be used; the log says why.
        """
        settings = self._crawler.settings
        patience = Patience(seconds=settings.getfloat("STORE_PATIENCE", Patience().seconds))
        try:
            cache = choose_cache(self._crawler)
            self.store = await self.call(lambda: Store(settings["STORE"], patience, cache=cache))
            self.run = await self.call(lambda: self.store.transact(self._begin))
        except StoreError as error:
            raise CloseSpider(CLOSE_REASON) from error
        if self.run.resumed:
            logger.info("taking up a run that did not come to its end")
        if self._lease:
            self._renewing = asyncio.ensure_future(self._renew(self._lease))

    async def close(self, reason: str, journal: Journal | None = None) -> None:
        """Say what the crawl brought; end the run, and its journal, if it came to its end."""
        if self._renewing:
            self._renewing.cancel()
        if hasattr(self, "run") and not self._broken:
            if reason == "finished":
                await self.call(lambda: self.store.transact(self._finish))
            if reason == "finished" and journal:
                await self.call(lambda: self.store.transact(journal.end))
            if lease := self._lease:
                is_over = reason != "shutdown"  # else another machine shall go on
                end = lease.end if is_over else lease.give_back
                await self.call(lambda: self.store.transact(end))
            logger.info("%s", self.summary())
        if hasattr(self, "store"):
            await asyncio.get_running_loop().run_in_executor(self._thread, self.store.close)
        self._thread.shutdown(wait=False)

    async def call(self, work: Callable[[], T]) -> T:
        """What `work` returns, run in the store's thread.

        Raises:
            StoreRefused: It holds a value that no database takes.
            StoreError: The store failed now or before; the crawl is being closed.
        """
        with self.watching():
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """The block does not begin once the store has failed; its own failure closes the crawl.

        Raises:
            StoreError: The store failed before.
        """
        if self._broken:
            raise self._broken
        try:
            yield
        except StoreRefused:
            raise
        except StoreError as error:
            self._break(error)
            raise

    @property
    def _site(self) -> str:
        return self._crawler.spider.name if self._crawler.spider else ""

    @property
    def _lease(self) -> Lease | None:
        holder = self._crawler.settings["LEASE"]
        return Lease(self._site, holder) if holder else None

    def count(self, stat: str) -> None:
        """Add one to `stat`."""
        if self._crawler.stats:
            self._crawler.stats.inc_value(stat)

    def counts(self) -> dict[str, int]:
        """Articles by what became of them; `failed` are pages that gave none, for any reason."""
        get = self._crawler.stats.get_value if self._crawler.stats else lambda _, none: none
        return {what: sum(int(get(stat, 0)) for stat in SUMMARY[what]) for what in SUMMARY}

    def summary(self) -> str:
        """`store: 12 new, 3 changed, 240 unchanged, 2 copies, 1 failed`."""
        return "store: " + ", ".join(f"{count} {what}" for what, count in self.counts().items())

    def _break(self, error: StoreError) -> None:
        if self._broken is None:
            self._broken = error
            self.count("store/broken")
            logger.error("%s", error)
            self._close_spider(CLOSE_REASON)

    async def _renew(self, lease: Lease) -> None:
        """Hold the site until the crawl ends, or end the crawl where it is held by another."""
        seconds = self._crawler.settings.getfloat("LEASE_SECONDS")
        with suppress(StoreError):  # which closes the crawl by itself
            while await self.call(lambda: self.store.transact(lambda c: lease.renew(c, seconds))):
                await asyncio.sleep(seconds / 4)
            logger.error("another machine has taken %s over: the lease ran out", lease.site)
            self._close_spider(LOST_REASON)

    def _close_spider(self, reason: str) -> None:
        engine = self._crawler.engine
        if engine and engine.running:
            task = asyncio.ensure_future(engine.close_spider_async(reason=reason))
            self._closing = task  # the loop itself keeps no strong reference

    def _begin(self, connection: Connection) -> Run:
        if is_stale(connection):
            raise StoreError("the index of copies has an older format: run `scrapy reindex` first")
        scope = str(getattr(self._crawler.spider, "period", ""))
        return begin_run(connection, self._site, scope, read_clock())

    def _finish(self, connection: Connection) -> None:
        finish_run(connection, self.run, read_clock(), self.counts())


def choose_cache(crawler: Crawler) -> int:
    """MiB of the store that are kept in memory: few for a live crawl, many for a replay."""
    is_replay = getattr(crawler.spidercls, "hands_out_again", False)
    return CACHE if is_replay or crawler.settings.getlist("REPLAY") else CRAWL_CACHE


def read_clock() -> datetime:
    """Now, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
