"""An open store: transactions that begin with the right lock and are retried while it is busy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from pipelines.store.engine import CACHE, LOCK_WAIT, TEMPORARY, name_place, open_engine
from pipelines.store.errors import StoreError
from pipelines.store.migrations import migrate, read_version
from pipelines.store.patience import Patience
from pipelines.store.tables import SCHEMA_VERSION
from pipelines.store.trouble import read_trouble

T = TypeVar("T")


class Store:
    """The store at an address (see `open_engine`), made or migrated when it is opened.

    Raises:
        StoreError: It cannot be opened, or is not there although it `must_exist`.
    """

    def __init__(
        self,
        address: str,
        patience: Patience | None = None,
        *,
        must_exist: bool = False,
        cache: int = CACHE,
    ) -> None:
        self.address = address
        self.place = name_place(address)
        self._patience = patience or Patience()
        lock_wait = min(LOCK_WAIT, self._patience.seconds)
        self.engine = open_engine(address, lock_wait=lock_wait, must_exist=must_exist, cache=cache)
        self.packs = address != TEMPORARY and self.engine.dialect.name == "sqlite"
        """Its texts are packed by us, with dictionaries that are to be learnt."""
        self._writer = self.engine.execution_options(writes=True)
        try:
            self._prepare(must_exist)
        except BaseException:
            self.close()
            raise

    def transact(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, once all that it wrote is committed.

        No other process writes between its first statement and the commit. `work` runs again
        from its start when the store was busy, so it must not keep anything from a failed run.

        Raises:
            StoreBusy: The store stayed locked or away for longer than patience lasts.
            StoreRefused: A value cannot be stored.
            StoreError: The store cannot be written (full, read-only, damaged).
        """

        def attempt() -> T:
            with self._writer.begin() as connection:
                return work(connection)

        return self._patience.persist(attempt, self.place)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at this moment, whatever is written meanwhile.

        Raises:
            StoreError: The store cannot be read.
        """
        try:
            with self.engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise read_trouble(error, self.place) from error

    def read(self, look: Callable[[Connection], T]) -> T:
        """What `look` returns from one short look into the store, retried while it is busy."""

        def attempt() -> T:
            with self.engine.begin() as connection:
                return look(connection)

        return self._patience.persist(attempt, self.place)

    def close(self) -> None:
        """Give back the connections; a temporary store is gone then."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _prepare(self, must_exist: bool) -> None:
        version = self.read(read_version)
        if version == 0 and must_exist:
            raise StoreError(f"{self.place} is empty: no crawl has written to it yet")
        if version != SCHEMA_VERSION:
            self.transact(migrate)
