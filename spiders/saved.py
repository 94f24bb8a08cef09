"""Saved pages and archives as a source: what `scrapy replay` reads, without any network.

Read twice over: the first pass reads the pages and counts the lines of each site, the second hands
out the articles without the lines that stand on several of them. What is cut therefore depends
on the whole input and on nothing else: not on its order, not on earlier runs. Both passes are the
work of a pool of processes, whose number changes nothing but the time.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from scrapy import Spider
from scrapy.utils.misc import arg_to_iter

from crawler.archive.saved import Skipped
from crawler.archive.sources import Meter, Source, find_sources, measure_sources
from crawler.archive.trouble import Trouble
from crawler.desk import Desk, Draft, Finished, NoArticle, make_desk
from crawler.items import Article
from crawler.pool.alone import Alone
from crawler.pool.flow import Gate, wait_elsewhere, work_here
from crawler.pool.pool import Pool
from crawler.pool.stream import Lost
from crawler.pool.worker import Limits
from crawler.progress import Passed, passed
from crawler.repeated import SeenLines

SMALL = 8 * 1024 * 1024
"""Bytes of input that are read before other processes have even started."""
MOST_ITEMS = 64
"""Articles in the pipelines at a time."""
_SLACK = 2
"""A worker is ended after so many times the seconds after which a page gives up by itself."""

_Hands = Pool | Alone


class SavedSpider(Spider):
    """Argument: `paths`, files and folders to read."""

    name = "saved"
    finds_meetings = True
    """The step that finds meetings in a crawl has nothing left to do."""
    custom_settings = {"CONCURRENT_ITEMS": 1}  # noqa: RUF012

    def __init__(self, name: str | None = None, *, paths: Any = (), **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.paths = [Path(path) for path in arg_to_iter(paths)]

    async def start(self) -> AsyncIterator[Any]:
        """The articles of all pages, in the order of the pages."""
        gate = Gate(self.crawler, MOST_ITEMS)
        total = measure_sources(self.paths)
        with self.open_hands(total) as hands, TemporaryFile() as spool:
            self._hands = hands
            seen = await self.read_all(hands, spool, total)
            async for article in self.finish_all(hands, spool, seen):
                await gate.enter()
                yield article

    def open_hands(self, total: int) -> _Hands:
        """What does the work: processes, or this one for a small input."""
        settings = self.settings
        seconds = settings.getfloat("READ_SECONDS")
        names = settings.getlist("SPIDER_MODULES"), settings["FIND_MEETINGS"]
        workers = settings["WORKERS"]
        number = find_number(total) if workers is None else int(workers)
        if not number:
            return Alone(make_desk(*names, seconds))
        limits = Limits(seconds=_SLACK * seconds, memory=settings.getint("WORKER_MEMORY_MB") << 20)
        return Pool(partial(make_desk, *names, seconds), workers=number, limits=limits)

    async def read_all(self, hands: _Hands, spool: IO[bytes], total: int) -> SeenLines:
        """Read every page; the drafts go to `spool`, their lines are returned."""
        seen, meter = SeenLines(), Meter()
        async for source, found in self.flow(hands, Desk.read, find_sources(self.paths)):
            self.tell(Passed("pages", meter.pass_source(source), total))
            if draft := self.sort_read(source, found):
                seen.note(draft.site, draft.lines)
                pickle.dump(draft, spool, protocol=pickle.HIGHEST_PROTOCOL)
        return seen

    def sort_read(self, source: Source | Trouble, found: Any) -> Draft | None:
        """The draft in what was found; anything else costs one line in the log and one count."""
        match found:
            case Draft():
                self.count("saved/pages")
                self.count("read/articles")
                return found
            case Skipped(reason):
                self.count(f"saved/skipped/{reason}")
            case Trouble():
                self.count("saved/trouble")
                self.logger.error("not read: %s", found)
            case NoArticle() | Lost():
                self.count("saved/pages")
                self.miss(find_address(source), found)
        return None

    async def finish_all(
        self, hands: _Hands, spool: IO[bytes], seen: SeenLines
    ) -> AsyncIterator[Article]:
        """The articles in `spool`, their clutter cut, with their meetings."""
        clutter = seen.find_clutter()
        spool.seek(0)
        tasks = ((draft, clutter[draft.site].intersection(draft.lines)) for draft in _load(spool))
        number, total = 0, self.crawler.stats.get_value("read/articles", 0) if ...
