"""Fourth pass: what each article is beside all before it, by the sketches alone, in one task.

A decision depends on those before it, so this pass cannot be shared out. It is the cheapest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep

from pipelines.batch.files import name_file, open_whole, read_rows, write_row
from pipelines.batch.meetings import SKETCHES
from pipelines.batch.plan import Plan
from pipelines.duplicates.decision import decide
from pipelines.duplicates.disk import DiskIndex

DECISIONS = "decisions"


class SettleCopies(PipelineStep):
    """Decides as a store would; the index of the sketches is a temporary file."""

    name = "Copies"
    type = "DEDUP"

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._folder = plan.folder
        self._look_back = plan.look_back
        self._shards = len(plan.shards)

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Writes a decision for each sketch; there are no documents."""
        with closing(DiskIndex()) as index:
            for shard in range(self._shards):
                with open_whole(name_file(self._folder, DECISIONS, shard)) as file:
                    for sketch in read_rows(name_file(self._folder, SKETCHES, shard)):
                        decision = decide(sketch, index, self._look_back)
                        if decision.kind != "unchanged":
                            index.add(sketch, decision)
                        write_row(file, decision)
        yield from ()
