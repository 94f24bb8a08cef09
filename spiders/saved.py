"""Saved pages and archives as a source: what `scrapy replay` reads, without any network.

Read twice over: the first pass reads the pages and counts the lines of each site, the second hands
out the articles without the lines that stand on several of them. What is cut therefore depends
on the whole input and on nothing else: not on its order, not on earlier runs.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from scrapy import Spider
from scrapy.utils.misc import arg_to_iter

from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from crawler.items import Article
from crawler.limits import ReadTimeout, limit_seconds
from crawler.page import Page
from crawler.read import read_page
from crawler.repeated import SeenLines, cut_lines
from crawler.sites import find_site, load_sites
from crawler.tree import Unreadable


class SavedSpider(Spider):
    """Argument: `paths`, files and folders to read."""

    name = "saved"
    custom_settings = {"CONCURRENT_ITEMS": 1}  # noqa: RUF012

    def __init__(self, name: str | None = None, *, paths: Any = (), **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.paths = [Path(path) for path in arg_to_iter(paths)]

    async def start(self) -> AsyncIterator[Any]:
        """The articles of all pages, in the order of the pages."""
        self._sites = load_sites(self.settings)
        with TemporaryFile() as spool:
            clutter = self.read_all(spool).find_clutter()
            spool.seek(0)
            for article in _load_all(spool):
                yield self.without_clutter(article, clutter.get(article.site, frozenset()))

    def read_all(self, spool: IO[bytes]) -> SeenLines:
        """Read every page; the articles go to `spool`, their lines are returned."""
        seen, skipped = SeenLines(), Counter[str]()
        for found in read_pages(self.paths, skipped=skipped):
            article = self.read(found)
            if article is not None:
                seen.add(article.site, article.text)
                pickle.dump(article, spool, protocol=pickle.HIGHEST_PROTOCOL)
        for reason, number in sorted(skipped.items()):
            self.count(f"saved/skipped/{reason}", number)
        return seen

    def read(self, found: Page | Trouble) -> Article | None:
        """The article of one page; what is none costs one line in the log and one count."""
        if isinstance(found, Trouble):
            self.count("saved/trouble")
            self.logger.error("not read: %s", found)
            return None
        self.count("saved/pages")
        try:
            with limit_seconds(self.settings.getfloat("READ_SECONDS")):
                reading = read_page(found, find_site(found.url, self._sites))
        except (Unreadable, ReadTimeout) as error:
            self.count("read/unreadable")
            self.logger.warning("no article: %s: %s", found.url, error)
            return None
        self.count("read/articles")
        return reading.article

    def without_clutter(self, article: Article, clutter: frozenset[int]) -> Article:
        """`article` without the lines that stand on several articles of its site."""
        article.text, cut = cut_lines(article.text, clutter)
        self.count("repeated/lines", len(cut))
        return article

    def count(self, stat: str, number: int = 1) -> None:
        """Add to `stat`."""
        if self.crawler.stats and number:
            self.crawler.stats.inc_value(stat, number)


def _load_all(spool: IO[bytes]) -> Iterator[Article]:
    while True:
        try:
            yield pickle.load(spool)
        except EOFError:
            return
