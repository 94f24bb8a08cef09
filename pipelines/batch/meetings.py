"""Third pass: clutter leaves the articles of a shard, meetings are found, sketches made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.logging import logger

from crawler.desk import Desk, Draft, NoArticle, Task
from crawler.finished import FinishedArticle
from crawler.hands import open_hands
from crawler.pool.stream import Lost
from pipelines.batch.clutter import read_clutter
from pipelines.batch.files import name_file, open_whole, read_rows, write_row
from pipelines.batch.plan import Plan
from pipelines.batch.reading import DRAFTS

ARTICLES = "articles"
SKETCHES = "sketches"

AT_ONCE = 16
"""Drafts that travel to a reader together."""


class LoadDrafts(PipelineStep):
    """Hands out what the first pass has read of a shard."""

    name = "Drafts"
    type = "READER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """One document a draft."""
        for draft in read_rows(name_file(self._folder, DRAFTS, rank)):
            yield Document(text="", id=draft.url, metadata={"draft": draft})


class FindMeetings(PipelineStep):
    """Makes articles of drafts: without clutter, with the meetings that `find_meetings` finds."""

    name = "Meetings"
    type = "EXTRACTOR"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """One document an article, with its sketch."""
        with open_hands(self._plan.terms, self._plan.readers) as hands:
            for tasks, results in hands.map(Desk.finish_all, self._prepare(data)):
                for found in results:
                    if isinstance(found, FinishedArticle):
                        self.stat_update("repeated/lines", value=found.cut)
                        yield Document(text="", id=found.sketch.url, metadata={"article": found})
                    else:
                        self._miss(found.name or tasks[0][0].url, found)

    def _prepare(self, data: Iterable[Document]) -> Iterator[list[Task]]:
        clutter = read_clutter(self._plan.folder, self._plan.buckets)
        drafts: Iterator[Draft] = (document.metadata["draft"] for document in data)
        while some := list(islice(drafts, AT_ONCE)):
            yield [(draft, clutter[draft.site].intersection(draft.lines)) for draft in some]

    def _miss(self, name: str, why: NoArticle | Lost) -> None:
        self.stat_update("read/unreadable")
        level = "ERROR" if isinstance(why, Lost) else "WARNING"
        logger.log(level, f"no article: {name}: {why.reason}")


class KeepArticles(PipelineStep):
    """Writes the articles of a shard, and beside them their sketches."""

    name = "Articles"
    type = "WRITER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents; they are written when all have passed."""
        with (
            open_whole(name_file(self._folder, ARTICLES, rank)) as articles,
            open_whole(name_file(self._folder, SKETCHES, rank)) as sketches,
        ):
            for document in data:
                article: FinishedArticle = document.metadata["article"]
                write_row(articles, article)
                write_row(sketches, article.sketch)
                yield document
