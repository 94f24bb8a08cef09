"""First pass: the pages of a shard are read, and the lines of their articles put aside by site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.logging import logger
from xxhash import xxh3_64_intdigest

from crawler.archive.portions import Portion, Reached, Seam, find_portions, name_portion
from crawler.archive.saved import Skipped
from crawler.archive.trouble import Trouble
from crawler.desk import Desk, Draft, NoArticle, Read
from crawler.hands import open_hands
from crawler.pool.stream import Lost
from pipelines.batch.files import name_file, open_whole, write_row
from pipelines.batch.plan import Plan

DRAFTS = "drafts"


class ReadPages(PipelineStep):
    """Reads a shard: the pages of its archives and saved files, as `read_article` reads them."""

    name = "Pages to articles"
    type = "READER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """One document an article, with its draft."""
        portions = find_portions(self._plan.shards[rank], self._plan.choice)
        with open_hands(self._plan.terms, self._plan.readers) as hands:
            for portion, results in hands.map(Desk.read_portion, portions, Seam().mend):
                for found in results:
                    if isinstance(found, Draft):
                        self.stat_update("saved/pages", "read/articles")
                        yield Document(text="", id=found.url, metadata={"draft": found})
                    else:
                        self._pass_over(portion, found)

    def _pass_over(self, portion: Portion, found: Read | Reached | Lost) -> None:
        match found:
            case Skipped(reason):
                self.stat_update(f"saved/skipped/{reason}")
            case Trouble():
                self.stat_update("saved/trouble")
                logger.error(f"not read: {found}")
            case NoArticle(name, reason):
                self._miss("WARNING", name, reason)
            case Lost(reason, name):
                self._miss("ERROR", name or name_portion(portion), reason)

    def _miss(self, level: str, address: str, reason: str) -> None:
        self.stat_update("saved/pages", "read/unreadable")
        logger.log(level, f"no article: {address}: {reason}")


class KeepDrafts(PipelineStep):
    """Writes the drafts of a shard, and beside them their lines, a file for each part of sites."""

    name = "Drafts"
    type = "WRITER"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder
        self._buckets = plan.buckets

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents; they are written when all have passed."""
        with ExitStack() as files:
            drafts = files.enter_context(open_whole(name_file(self._folder, DRAFTS, rank)))
            lines = [
                files.enter_context(open_whole(name_file(self._folder, name_lines(bucket), rank)))
                for bucket in range(self._buckets)
            ]
            for document in data:
                draft: Draft = document.metadata["draft"]
                write_row(drafts, draft)
                write_row(lines[find_bucket(draft.site, self._buckets)], (draft.site, draft.lines))
                yield document


def name_lines(bucket: int) -> str:
    """The kind of file that holds the lines of the sites in `bucket`."""
    return f"lines/{bucket:02d}"


def find_bucket(site: str, buckets: int) -> int:
    """Which of the parts counts the lines of `site`; the same on every machine."""
    return xxh3_64_intdigest(site.encode()) % buckets
