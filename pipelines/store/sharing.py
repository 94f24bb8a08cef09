"""The sites of a run shared with other machines over one store: who may crawl which, and when.

Setting `LEASE_SECONDS`: how long a machine that died at a site keeps it from the others. A store in
a file is one machine's, where the lock of the run is enough.
"""

from __future__ import annotations

import asyncio
import os
import platform
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TypeVar

from scrapy.settings import BaseSettings
from sqlalchemy import Connection

from crawler.runs.permits import AllOurs, NoPermit, Permit, Permits
from pipelines.store.database import Store
from pipelines.store.engine import is_shared
from pipelines.store.errors import StoreError
from pipelines.store.leases import Lease, Taken, read_clock, take_site
from pipelines.store.patience import Patience

T = TypeVar("T")
_PAUSE = 5.0
"""The longest that a free site waits for somebody who asks."""


@contextmanager
def open_permits(settings: BaseSettings) -> Iterator[Permits]:
    """Leases in the store of `settings` where it is shared, else every site is ours.

    Raises:
        StoreError: The store cannot be opened.
    """
    if not is_shared(settings["STORE"]):
        yield AllOurs()
        return
    patience = Patience(seconds=settings.getfloat("STORE_PATIENCE", Patience().seconds))
    with Store(settings["STORE"], patience) as store:
        yield Leases(store, name_holder(), settings.getfloat("LEASE_SECONDS"))


def name_holder() -> str:
    """This process, as nobody else is called: machine, number and something random."""
    return f"{platform.node()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


class Leases:
    """`Permits` of one run."""

    def __init__(self, store: Store, holder: str, seconds: float) -> None:
        self.pause = min(_PAUSE, seconds / 4)
        self._store = store
        self._holder = holder
        self._seconds = seconds
        self._since = store.read(read_clock)
        self._thread = ThreadPoolExecutor(1, "leases")

    async def ask(self, sites: Sequence[str]) -> Permit:
        """One of `sites` that nobody holds; those crawled since this run began are left out."""
        wanted = list(sites)
        taken = await self._transact(lambda connection: self._take(connection, wanted))
        return Permit(taken.site, taken.ended, ("-s", f"LEASE={self._holder}"))

    async def give_back(self, site: str) -> None:
        """Free at once what a crawl that was killed would hold until it expires."""
        with suppress(NoPermit):  # then it does expire
            await self._transact(Lease(site, self._holder).give_back)

    def _take(self, connection: Connection, sites: Sequence[str]) -> Taken:
        times = {"seconds": self._seconds, "since": self._since}
        return take_site(connection, sites, self._holder, **times)

    async def _transact(self, work: Callable[[Connection], T]) -> T:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, self._store.transact, work)
        except StoreError as error:
            raise NoPermit(f"no lease: {error}") from error
