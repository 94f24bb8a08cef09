"""Saved pages and archives as a source: what `scrapy replay` reads, without any network.

Read twice over: the first pass reads the pages and counts the lines of each site, the second hands
out the articles without the lines that stand on several of them. What is cut therefore depends
on the whole input and on nothing else: not on its order, not on earlier runs. Both passes are the
work of a pool of processes, whose number changes nothing but the time.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from scrapy import Spider
from scrapy.settings import BaseSettings
from scrapy.utils.misc import arg_to_iter

from crawler.archive.choice import EVERYTHING, Choice
from crawler.archive.meter import Meter
from crawler.archive.saved import Skipped
from crawler.archive.sources import Source, find_sources, measure_sources
from crawler.archive.trouble import Trouble
from crawler.desk import Desk, Draft, Finished, NoArticle
from crawler.hands import Hands, open_hands, read_terms
from crawler.items import Article
from crawler.pool.flow import Gate, flow
from crawler.pool.stream import Lost
from crawler.progress import Passed, passed
from crawler.repeated import SeenLines

TINY = 256 * 1024
"""Bytes of input that this process reads itself, as quickly as another one would start."""
SMALL = 8 * 1024 * 1024
"""Bytes of input that one other process reads as quickly as several would start."""
MOST_ITEMS = 64
"""Articles in the pipelines at a time."""


class SavedSpider(Spider):
    """Arguments: `paths`, files and folders to read, and which `choice` of what is in them."""

    name = "saved"
    finds_meetings = True
    """The step that finds meetings in a crawl has nothing left to do."""
    hands_out_again = True
    """Run again after a kill, it hands out what the store has kept before, as it was then."""

    def __init__(
        self,
        name: str | None = None,
        *,
        paths: Any = (),
        choice: Choice = EVERYTHING,
        **kwargs: Any,
    ) -> None:
        super().__init__(name, **kwargs)
        self.paths = [Path(path) for path in arg_to_iter(paths)]
        self.choice = choice

        self.period = name_input(self.paths, choice)
        self.sketches: dict[int, Any] = {}
        """What the search for copies needs of articles on their way, by their `id()`."""
        self._hands: Hands | None = None

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """One article at a time passes the steps: the order of the lines is that of the pages."""
        super().update_settings(settings)
        settings.set("CONCURRENT_ITEMS", 1, priority="spider")

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

    def open_hands(self, total: int) -> Hands:
        """What does the work: processes, or this one for a tiny input."""
        workers = self.settings["WORKERS"]
        number = find_number(total) if workers is None else int(workers)
        return open_hands(read_terms(self.settings), number)

    async def read_all(self, hands: Hands, spool: IO[bytes], total: int) -> SeenLines:
        """Read every page; the drafts go to `spool`, their lines are returned."""
        seen, meter = SeenLines(), Meter()
        sources = find_sources(self.paths, self.choice)
        async for source, found in flow(hands.map(Desk.read, sources), hands):
            self.tell(Passed("reading", meter.pass_source(source), total))
            if isinstance(found, Draft):
                self.count("saved/pages")
                self.count("read/articles")
                seen.note(found.site, found.lines)
                pickle.dump(found, spool, protocol=pickle.HIGHEST_PROTOCOL)
            else:
                self.pass_over(source, found)
        return seen

    def pass_over(
        self, source: Source | Trouble, found: NoArticle | Trouble | Skipped | Lost
    ) -> None:
        """What is no article costs one count, and one line in the log where it should be one."""
        match found:
            case Skipped(reason):
                self.count(f"saved/skipped/{reason}")
            case Trouble():
                self.count("saved/trouble")
                self.logger.error("not read: %s", found)
            case NoArticle() | Lost():
                self.count("saved/pages")
                self.miss(find_address(source), found)

    async def finish_all(
        self, hands: Hands, spool: IO[bytes], seen: SeenLines
    ) -> AsyncIterator[Article]:
        """The articles in `spool`, their clutter cut, with their meetings."""
        spool.seek(0)
        clutter, total, number = seen.find_clutter(), seen.count(), 0
        tasks = ((draft, clutter[draft.site].intersection(draft.lines)) for draft in _load(spool))
        async for (draft, _), found in flow(hands.map(Desk.finish, tasks), hands):
            number += 1
            self.tell(Passed("finding meetings", number, total))
            if isinstance(found, Finished):
                self.count("repeated/lines", found.cut)
                self.sketches[id(found.article)] = found.sketch
                yield found.article
            else:
                self.miss(draft.url, found)

    def miss(self, address: str, why: NoArticle | Lost) -> None:
        """A page that gives no article; one that ended its process is an error."""
        self.count("read/unreadable")
        level = logging.ERROR if isinstance(why, Lost) else logging.WARNING
        self.logger.log(level, "no article: %s: %s", address, why.reason)

    def tell(self, news: Passed) -> None:
        """Say how far the replay has come."""
        self.crawler.signals.send_catch_log(passed, news=news)

    def count(self, stat: str, number: int = 1) -> None:
        """Add to `stat`."""
        if self.crawler.stats and number:
            self.crawler.stats.inc_value(stat, number)

    def closed(self, reason: str) -> None:
        """Nobody works on once the spider is closed, whatever it was closed for."""
        if self._hands:
            self._hands.close()


def name_input(paths: Iterable[Path], choice: Choice) -> str:
    """What tells a replay from one of other input: a digest of its paths and its choice."""
    names = "\0".join([*(str(path.absolute()) for path in paths), *choice.describe()])
    return hashlib.blake2b(names.encode(errors="surrogateescape"), digest_size=16).hexdigest()


def find_address(source: Source | Trouble) -> str:
    """What a person finds a page by: its address, where it is not known yet its file."""
    record = source.record if isinstance(source, Source) else None
    return record.url if record else str(source.path)


def find_number(total: int) -> int:
    """How many processes are worth their start for `total` bytes; 0: do it in this one."""
    if total < TINY:
        return 0
    return 1 if total < SMALL else len(os.sched_getaffinity(0))


def _load(spool: IO[bytes]) -> Iterator[Draft]:
    while True:
        try:
            yield pickle.load(spool)
        except EOFError:
            return
