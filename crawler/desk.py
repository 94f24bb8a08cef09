"""What one process of a replay knows and does: a source to an article, an article to its meetings.

A desk is made once in each process. What it is given and what it gives back are small things that
travel between processes; what there is to log or to count it says in what it returns.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scrapy.settings import BaseSettings, Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.misc import load_object

from crawler.archive.saved import Skipped, open_source
from crawler.archive.sources import Source
from crawler.archive.trouble import Trouble
from crawler.canonical import article_key
from crawler.items import Article, Meeting
from crawler.limits import ReadTimeout, limit_seconds
from crawler.page import Page
from crawler.read import read_page
from crawler.repeated import cut_lines, gather_lines
from crawler.sites import find_site, load_sites
from crawler.tree import Unreadable


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that was read and still has the lines that stand on several of its site."""

    url: str
    site: str
    lines: array[int]
    """Hashes of its lines."""
    packed: bytes
    """The article, pickled: the process that passes it on need not unpack it."""


@dataclass(frozen=True, slots=True)
class NoArticle:
    """Stands for the article of a page that has none, or that took too long."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """An article with its meetings, and how many repeated lines were cut from it."""

    article: Article
    cut: int
    sketch: Any
    """What the search for copies needs of it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a desk is given of other rooms: names, as settings have them."""

    spiders: tuple[str, ...]
    """Modules."""
    find_meetings: str
    sketch: str
    """Makes what the search for copies needs of an article and its address key."""


class Desk:
    """The facts of all sites, what finds meetings, and the longest that either may take."""

    def __init__(self, tools: Tools, limit: float) -> None:
        self._sites = load_sites(Settings({"SPIDER_MODULES": list(tools.spiders)}))
        self._find_meetings: Callable[[Article], list[Meeting]] = load_object(tools.find_meetings)
        self._sketch: Callable[[Article, str], Any] = load_object(tools.sketch)
        self._limit = limit

    def read(self, source: Source | Trouble) -> Draft | NoArticle | Trouble | Skipped:
        """The article in `source`, or why there is none."""
        found = source if isinstance(source, Trouble) else open_source(source)
        return self._read_page(found) if isinstance(found, Page) else found

    def finish(self, task: tuple[Draft, frozenset[int]]) -> Finished | NoArticle:
        """The article without the lines whose hashes are given, with its meetings and sketch."""
        draft, clutter = task
        article: Article = pickle.loads(draft.packed)
        article.text, cut = cut_lines(article.text, clutter)
        try:
            with limit_seconds(self._limit):
                article.meetings = self._find_meetings(article)
                key = article_key(article.url, self._sites.get(article.site))
                sketch = self._sketch(article, key)
        except ReadTimeout as error:
            return NoArticle(draft.url, str(error))
        return Finished(article, len(cut), sketch)

    def _read_page(self, page: Page) -> Draft | NoArticle:
        try:
            with limit_seconds(self._limit):
                article = read_page(page, find_site(page.url, self._sites)).article
        except (Unreadable, ReadTimeout) as error:
            return NoArticle(page.url, str(error))
        packed = pickle.dumps(article, pickle.HIGHEST_PROTOCOL)
        return Draft(page.url, article.site, gather_lines(article.text), packed)


def read_tools(settings: BaseSettings) -> Tools:
    """The tools that `settings` name."""
    spiders = tuple(settings.getlist("SPIDER_MODULES"))
    return Tools(spiders, settings["FIND_MEETINGS"], settings["SKETCH"])


def name_modules(tools: Tools) -> list[str]:
    """The modules that a desk is made of."""
    loader = get_spider_loader(Settings({"SPIDER_MODULES": list(tools.spiders)}))
    sites = {loader.load(name).__module__ for name in loader.list()}
    named = [name.rpartition(".")[0] for name in (tools.find_meetings, tools.sketch)]
    return [__name__, *named, *sorted(sites)]
