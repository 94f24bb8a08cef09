"""Saved pages and archives as a source: what `scrapy replay` reads, without any network.

Read twice over: the first pass reads the pages and counts the lines of each site, the second hands
out the articles without the lines that stand on several of them. What is cut therefore depends
on the whole input and on nothing else: not on its order, not on earlier runs. Both passes are the
work of a pool of processes, whose number changes nothing but the time.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
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
from crawler.archive.portions import Portion, Reached, Seam, find_portions, name_portion
from crawler.archive.saved import Skipped
from crawler.archive.sources import measure_sources
from crawler.archive.trouble import Trouble
from crawler.desk import Desk, Draft, NoArticle, Read, Task
from crawler.finished import FinishedArticle
from crawler.hands import Hands, choose_workers, open_hands, read_terms
from crawler.pool.flow import flow
from crawler.pool.stream import Lost
from crawler.progress import Passed, passed
from crawler.repeated import Clutter, SeenLines
from crawler.signals import DirectSignals

_DOORS = ("RemoteControl", "TelnetConsole")
"""Extensions by which one looks in from outside."""


class SavedSpider(Spider):
    """Arguments: `paths`, files and folders to read, and which `choice` of what is in them."""

    name = "saved"
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
        self._hands: Hands | None = None

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Nothing is downloaded: what is for that takes longer to load than many pages to read."""
        super().update_settings(settings)
        extensions = settings.getdict("EXTENSIONS_BASE").items()
        shut = {name: place for name, place in extensions if not name.endswith(_DOORS)}
        settings.set("EXTENSIONS_BASE", shut, priority="spider")
        settings.set("DOWNLOADER_MIDDLEWARES_BASE", {}, priority="spider")
        settings.set("DOWNLOAD_HANDLERS", {"http": None, "https": None}, priority="spider")

    async def start(self) -> AsyncIterator[Any]:
        """Hands the articles of all pages to the pipelines, in the order of the pages.

        Not by way of Scrapy's engine, which would take longer over each than all of the steps. So
        one article after the other passes them, and nothing is left to be yielded.
        """
        assert self.crawler.engine
        self.crawler.engine.scraper.signals = DirectSignals(self.crawler)
        total = measure_sources(self.paths)
        with self.open_hands(total) as hands, TemporaryFile() as spool:
            self._hands = hands
            number, clutter = await self.read_all(hands, spool, total)
            async for articles in self.finish_all(hands, spool, number, clutter):
                # Shielded: the engine can only close when no article is on its way any more.
                if not await asyncio.shield(self.pass_on(articles)):
                    return
        return
        yield

    async def pass_on(self, articles: Iterable[FinishedArticle]) -> bool:
        """Let `articles` pass the pipelines; False once the crawl is to end."""
        engine = self.crawler.engine
        assert engine
        for article in articles:
            if engine.needs_backout():
                return False
            await engine.scraper.start_itemproc_async(article, response=None)
            await asyncio.sleep(0)  # what a receiver has begun gets its turn: it may be the end
        return not engine.needs_backout()

    def open_hands(self, total: int) -> Hands:
        """What does the work: processes, or this one for a tiny input."""
        return open_hands(read_terms(self.settings), choose_workers(self.settings, total))

    async def read_all(self, hands: Hands, spool: IO[bytes], total: int) -> tuple[int, Clutter]:
        """Read every page; drafts go to `spool`. How many they are, and the clutter in them."""
        seen, meter = SeenLines(), Meter()
        portions = find_portions(self.paths, self.choice)
        done = hands.map(Desk.read_portion, portions, Seam().mend)
        async for portion, results in flow(done, hands):
            self.tell(Passed("reading", meter.pass_portion(portion), total, len(results)))
            drafts = [found for found in results if isinstance(found, Draft)]
            for found in drafts:
                seen.note(found.site, found.lines)
            self.count("saved/pages", len(drafts))
            self.count("read/articles", len(drafts))
            pickle.dump(drafts, spool, protocol=pickle.HIGHEST_PROTOCOL)
            for found in results:
                self.pass_over(portion, found)
        return seen.count(), seen.find_clutter()

    def pass_over(self, portion: Portion, found: Read | Reached | Lost) -> None:
        """What is no article costs one count, and one line in the log where it should be one."""
        match found:
            case Skipped(reason):
                self.count(f"saved/skipped/{reason}")
            case Trouble():
                self.count("saved/trouble")
                self.logger.error("not read: %s", found)
            case NoArticle(name):
                self.count("saved/pages")
                self.miss(name, found)
            case Lost(_, name):
                self.count("saved/pages")
                self.miss(name or name_portion(portion), found)

    async def finish_all(
        self, hands: Hands, spool: IO[bytes], total: int, clutter: Clutter
    ) -> AsyncIterator[list[FinishedArticle]]:
        """The articles in `spool`, their clutter cut, with their meetings."""
        spool.seek(0)
        number, tasks = 0, _load_tasks(spool, clutter)
        async for done, results in flow(hands.map(Desk.finish_all, tasks), hands):
            number += len(done)
            self.tell(Passed("finding meetings", number, total, len(done)))
            articles = [found for found in results if isinstance(found, FinishedArticle)]
            self.count("repeated/lines", sum(article.cut for article in articles))
            for found in results:
                if isinstance(found, NoArticle):
                    self.miss(found.name, found)
                elif isinstance(found, Lost):
                    self.miss(found.name or done[0][0].url, found)
            yield articles

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


def _load_tasks(spool: IO[bytes], clutter: Clutter) -> Iterator[list[Task]]:
    while True:
        try:
            drafts: list[Draft] = pickle.load(spool)
        except EOFError:
            return
        if drafts:
            yield [(draft, clutter[draft.site].intersection(draft.lines)) for draft in drafts]
