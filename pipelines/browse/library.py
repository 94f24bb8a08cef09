"""The library: the store as the pages read it, looked at anew when it has changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from crawler.items import Article
from pipelines.browse.overview import Overview, read_moment, read_overview
from pipelines.store.articles import find_article
from pipelines.store.database import Store

_ARTICLES = 256
"""Texts that are kept in memory: neighbouring pages quote the same ones."""


class Library:
    """Reads a store and never writes to it; threads may share it.

    Raises:
        StoreError: The store cannot be read.
    """

    def __init__(self, store: Store, papers: Mapping[str, str], *, follows: bool) -> None:
        self.papers = papers
        """What the papers call themselves, by site."""
        self._follows = follows
        self._store = store
        self._lock = Lock()
        self._overview: Overview | None = None
        self._read = lru_cache(_ARTICLES)(self._find)

    @property
    def overview(self) -> Overview:
        """The meetings and heads of articles as they stand in the store now.

        As they stood at the first look, where the library does not follow the store.
        """
        with self._lock:
            if self._overview is None or (self._follows and self._has_changed(self._overview)):
                self._overview = self._store.read(read_overview)
                self._read.cache_clear()
            return self._overview

    def read_article(self, url: str) -> Article | None:
        """The last version of the article at `url`, with its text."""
        return self._read(url)

    def _has_changed(self, overview: Overview) -> bool:
        return self._store.read(read_moment) != overview.moment

    def _find(self, url: str) -> Article | None:
        head = self._overview.articles.get(url) if self._overview else None
        if head is None:
            return None
        return self._store.read(lambda connection: find_article(connection, head.key))
