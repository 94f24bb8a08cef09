"""Second pass: the lines that stand on several articles of a site, counted over all shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep

from crawler.repeated import Clutter, SeenLines
from pipelines.batch.files import name_file, open_whole, read_all_rows, write_row
from pipelines.batch.plan import Plan
from pipelines.batch.reading import name_lines

CLUTTER = "clutter"


class FindClutter(PipelineStep):
    """Judges the sites of one part; in memory are 8 bytes a line of them."""

    name = "Repeated lines"
    type = "STATS"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder
        self._shards = len(plan.shards)

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Writes what is clutter; there are no documents."""
        seen = SeenLines()
        for site, lines in read_all_rows(self._folder, name_lines(rank), self._shards):
            seen.note(site, lines)
        with open_whole(name_file(self._folder, CLUTTER, rank)) as file:
            for found in seen.find_clutter().items():
                write_row(file, found)
        yield from ()


def read_clutter(folder: Path, buckets: int) -> Clutter:
    """Hashes of the lines that are clutter, by site."""
    return dict(read_all_rows(folder, CLUTTER, buckets))
