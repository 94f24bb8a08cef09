"""Results that take their time, brought into the loop of a crawl, and not more than it can take."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import Any, TypeVar

from scrapy import signals
from scrapy.crawler import Crawler

from crawler.pool.alone import Alone
from crawler.pool.pool import Pool

T = TypeVar("T")

_BATCH = 16
"""Results that are waited for at a time: a change of threads costs more than a result."""


async def flow(results: Iterator[T], hands: Pool | Alone) -> AsyncIterator[T]:
    """`results` of what `hands` do; the crawl has its turn meanwhile.

    A pool is waited for in another thread. What is done in this process is done in this thread:
    only here can a page be told that its time is over.
    """
    if isinstance(hands, Alone):
        for result in results:
            yield result
            await asyncio.sleep(0)
        return
    while batch := await asyncio.to_thread(list, islice(results, _BATCH)):
        for result in batch:
            yield result


class Gate:
    """Lets a limited number of items of `start()` into the pipelines; Scrapy would let all in."""

    def __init__(self, crawler: Crawler, most: int) -> None:
        self._free = asyncio.Semaphore(most)
        for left in (signals.item_scraped, signals.item_dropped, signals.item_error):
            crawler.signals.connect(self._leave, left)

    async def enter(self) -> None:
        """Wait until there is room for one more item."""
        await self._free.acquire()

    def _leave(self, **_: Any) -> None:
        self._free.release()
