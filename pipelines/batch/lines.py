"""Fifth and sixth pass: the lines of each shard, then all in one file, as a replay writes them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator

import orjson
from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.logging import logger

from crawler.finished import format_line
from pipelines.batch.copies import DECISIONS
from pipelines.batch.files import name_file, open_whole, read_rows
from pipelines.batch.meetings import ARTICLES
from pipelines.batch.plan import Plan
from pipelines.store.keeping import mark_article
from pipelines.store.step import OUTCOMES

SHARDS = "jsonl"


class MarkCopies(PipelineStep):
    """Hands out the articles of a shard as decided; those that are unchanged fall out."""

    name = "Articles, copies marked"
    type = "FILTER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """One document an article."""
        rows = (read_rows(name_file(self._folder, kind, rank)) for kind in (ARTICLES, DECISIONS))
        for article, decision in zip(*rows, strict=True):
            self.stat_update(f"store/{OUTCOMES[decision.kind]}")
            if decision.kind != "unchanged":
                marked = mark_article(article, decision)
                yield Document(text="", id="", metadata={"article": marked})


class WriteLines(PipelineStep):
    """One JSON line an article, as a replay writes it."""

    name = "JSON lines"
    type = "WRITER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents, written; one that JSON cannot hold is counted and said."""
        with open_whole(name_file(self._folder, SHARDS, rank)) as file:
            for document in data:
                article = document.metadata["article"]
                try:
                    file.write(format_line(article))
                except orjson.JSONEncodeError as error:
                    self.stat_update("feed/unwritten")
                    logger.error(f"cannot be written as JSON: {article.url}: {error}")
                else:
                    self.stat_update("item_scraped_count")
                yield document


class JoinLines(PipelineStep):
    """The lines of all shards, one after the other: the bytes of a replay."""

    name = "One file"
    type = "WRITER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder
        self._shards = len(plan.shards)
        self._out = plan.out

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Writes the file whole or not at all; there are no documents."""
        with open_whole(self._out) as out:
            for shard in range(self._shards):
                with name_file(self._folder, SHARDS, shard).open("rb") as lines:
                    shutil.copyfileobj(lines, out)
        yield from ()
