"""Results that take their time, brought into the loop of a crawl."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import TypeVar

from crawler.pool.alone import Alone
from crawler.pool.pool import Pool

T = TypeVar("T")


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
    while some := await asyncio.to_thread(list, islice(results, 1)):
        yield some[0]
