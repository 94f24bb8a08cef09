"""The whole way of a replay, from a record in an archive to its JSON line, one call a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrapy.utils.project import get_project_settings

from benchmarks.generated import write_archive
from crawler.archive.records import read_record, read_records
from crawler.archive.sources import Source
from crawler.archive.trouble import Trouble
from crawler.desk import Desk, Draft, read_tools
from crawler.finished import FinishedArticle, format_line
from crawler.page import Page
from pipelines.duplicates.judge import CopyJudge
from pipelines.store.passing import Passing


@dataclass(frozen=True)
class Place:
    """Where the record of a page lies."""

    archive: Path
    offset: int


def store_pages(folder: Path, pages: list[Page]) -> dict[str, Place]:
    """An archive of `pages` in `folder`: the place of each address."""
    (path,) = write_archive(folder, iter(pages))
    records = [record for record in read_records(path) if not isinstance(record, Trouble)]
    offsets = [record.offset for record in records if record.kind == "response"]
    return {page.url: Place(path, offset) for page, offset in zip(pages, offsets, strict=True)}


class WholeWay:
    """What a replay does with records, in this process; its index of copies is a new one."""

    def __init__(self) -> None:
        self._desk = Desk(read_tools(get_project_settings()), 60)
        self._passing = Passing(CopyJudge())

    def __call__(self, places: list[Place]) -> list[bytes]:
        """The lines of the articles: all are read, then all are finished, as a replay does it."""
        return [self._finish(draft) for draft in [self._read(place) for place in places]]

    def _read(self, place: Place) -> Draft:
        record = read_record(place.archive, place.offset)
        draft = self._desk.read(Source(place.archive, record))
        assert isinstance(draft, Draft), draft
        return draft

    def _finish(self, draft: Draft) -> bytes:
        finished = self._desk.finish(draft, frozenset())
        assert isinstance(finished, FinishedArticle)
        return format_line(self._passing.keep(finished, finished.sketch).article)
