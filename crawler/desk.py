"""What one process of a replay knows and does: a source to an article, an article to its meetings.

A desk is made once in each process. What it is given and what it gives back are small things that
travel between processes; what there is to log or to count it says in what it returns.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from scrapy.settings import BaseSettings, Settings
from scrapy.utils.misc import load_object

from crawler.archive.portions import Portion, Reached, open_portion
from crawler.archive.saved import Skipped, open_source
from crawler.archive.sources import Source
from crawler.archive.trouble import Trouble
from crawler.canonical import article_key
from crawler.finished import FinishedArticle
from crawler.items import Article, Meeting
from crawler.limits import ReadTimeout, limit_seconds
from crawler.page import Page
from crawler.pool.stream import Lost
from crawler.read import read_page
from crawler.repeated import cut_lines, gather_lines
from crawler.sites import find_site, load_sites
from crawler.tree import Unreadable


class Draft(NamedTuple):
    """An article that was read and still has the lines that stand on several of its site.

    It is pickled four times on its way, a tuple in a third of the time of a dataclass.
    """

    url: str
    site: str
    lines: array[int]
    """Hashes of its lines."""
    packed: bytes
    """The article, pickled: the process that passes it on need not unpack it."""


@dataclass(frozen=True, slots=True)
class NoArticle:
    """Stands for the article of a page that has none, or that took too long."""

    name: str
    """What a person finds the page by: its address, of a saved page its file."""
    reason: str


Task = tuple[Draft, frozenset[int]]
"""A draft, and the hashes of those of its lines that are clutter."""
Read = Draft | NoArticle | Trouble | Skipped
"""What a source can turn out to be."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a desk is given of other rooms: names, as settings have them."""

    spiders: tuple[str, ...]
    """Modules."""
    find_meetings: str
    sketch: str
    """Makes what the search for copies needs of an article and its address key."""


_FIRST_PAGES = (
    "Sáng 12/3, tại Hà Nội, Hội nghị Quan chức Cao cấp ASEAN khai mạc với sự tham dự của các nước.",
    "The 57th meeting of the economic ministers of ASEAN was opened at Kuala Lumpur on Tuesday.",
)


class Desk:
    """The facts of all sites, what finds meetings, and the longest that either may take."""

    def __init__(self, tools: Tools, limit: float) -> None:
        self._sites = load_sites(Settings({"SPIDER_MODULES": list(tools.spiders)}))
        self._find_meetings: Callable[[Article], list[Meeting]] = load_object(tools.find_meetings)
        self._sketch: Callable[[Article, str], Any] = load_object(tools.sketch)
        self._limit = limit

    def warm_up(self) -> None:
        """Finish an article of each of two languages, for what is loaded at its first use."""
        for text in _FIRST_PAGES:
            body = f"<html><body><h1>ASEAN</h1><article><p>{text * 3}</p></article></body></html>"
            page = Page(url="https://warm.example/1", body=body.encode(), fetched=datetime.now(UTC))
            draft = self._read_page(page, page.url)
            if isinstance(draft, Draft):
                self.finish(draft, frozenset())

    def read_portion(
        self, portion: Portion, lost: Mapping[int, str]
    ) -> Iterator[Read | Reached | Lost]:
        """What is in `portion`, one source after the other; `lost` as of a `Step` of the pool."""
        for position, source in enumerate(open_portion(portion)):
            if position in lost:
                name = None if isinstance(source, Reached) else find_name(source)
                yield Lost(lost[position], name)
            else:
                yield source if isinstance(source, Reached) else self.read(source)

    def finish_all(
        self, tasks: Sequence[Task], lost: Mapping[int, str]
    ) -> Iterator[FinishedArticle | NoArticle | Lost]:
        """The articles of `tasks`, finished; `lost` as of a `Step` of the pool."""
        for position, (draft, clutter) in enumerate(tasks):
            if position in lost:
                yield Lost(lost[position], draft.url)
            else:
                yield self.finish(draft, clutter)

    def read(self, source: Source | Trouble) -> Read:
        """The article in `source`, or why there is none."""
        found = source if isinstance(source, Trouble) else open_source(source)
        return self._read_page(found, find_name(source)) if isinstance(found, Page) else found

    def finish(self, draft: Draft, clutter: frozenset[int]) -> FinishedArticle | NoArticle:
        """The article without the lines whose hashes are given, with its meetings and sketch."""
        article: Article = pickle.loads(draft.packed)
        article.text, cut = cut_lines(article.text, clutter)
        try:
            with limit_seconds(self._limit):
                article.meetings = self._find_meetings(article)
                key = article_key(article.url, self._sites.get(article.site))
                sketch = self._sketch(article, key)
        except ReadTimeout as error:
            return NoArticle(draft.url, str(error))
        return FinishedArticle(article, cut=len(cut), sketch=sketch)

    def _read_page(self, page: Page, name: str) -> Draft | NoArticle:
        try:
            with limit_seconds(self._limit):
                article = read_page(page, find_site(page.url, self._sites)).article
        except (Unreadable, ReadTimeout) as error:
            return NoArticle(name, str(error))
        packed = pickle.dumps(article, pickle.HIGHEST_PROTOCOL)
        return Draft(page.url, article.site, gather_lines(article.text), packed)


def find_name(source: Source | Trouble) -> str:
    """What a person finds a page by: its address, where it is not known yet its file."""
    record = source.record if isinstance(source, Source) else None
    return record.url if record else str(source.path)


def read_tools(settings: BaseSettings) -> Tools:
    """The tools that `settings` name."""
    spiders = tuple(settings.getlist("SPIDER_MODULES"))
    return Tools(spiders, settings["FIND_MEETINGS"], settings["SKETCH"])


def name_modules(tools: Tools) -> list[str]:
    """The modules that a desk is made of, without loading them."""
    named = [name.rpartition(".")[0] for name in (tools.find_meetings, tools.sketch)]
    return ["crawler.warm", *named]
