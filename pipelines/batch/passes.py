"""The passes of a batch, one after the other, as pipelines of datatrove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datatrove.pipeline.base import PipelineStep

from pipelines.batch.clutter import FindClutter
from pipelines.batch.copies import SettleCopies
from pipelines.batch.lines import JoinLines, MarkCopies, WriteLines
from pipelines.batch.meetings import FindMeetings, KeepArticles, LoadDrafts
from pipelines.batch.plan import Plan
from pipelines.batch.reading import KeepDrafts, ReadPages


@dataclass(frozen=True, slots=True)
class Pass:
    """What `tasks` tasks do, each with its shard; it begins when the pass before it has ended."""

    name: str
    tasks: int
    steps: list[PipelineStep]


def list_passes(plan: Plan) -> Iterator[Pass]:
    """All passes of the batch."""
    shards = len(plan.shards)
    yield Pass("read", shards, [ReadPages(plan), KeepDrafts(plan)])
    yield Pass("clutter", plan.buckets, [FindClutter(plan)])
    yield Pass("meetings", shards, [LoadDrafts(plan), FindMeetings(plan), KeepArticles(plan)])
    yield Pass("copies", 1, [SettleCopies(plan)])
    yield Pass("lines", shards, [MarkCopies(plan), WriteLines(plan)])
    yield Pass("join", 1, [JoinLines(plan)])
