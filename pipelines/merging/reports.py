"""Reports: what one article says of one meeting, as the merging sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from crawler.items import Article, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A meeting in an article, reported or only mentioned."""

    article: str
    """Canonical address."""
    position: int
    """Of the meeting in its article, from 0."""
    site: str
    language: str | None
    published: date | None
    """The day in the zone that the page states."""
    text: str
    """Address of the earliest copy of the text: reports that share it count as one voice."""
    meeting: Meeting

    @property
    def key(self) -> tuple[str, int]:
        """What tells this report from all others."""
        return self.article, self.position

    @property
    def sort_key(self) -> tuple[str, str, int]:
        """By publication, undated ones last."""
        day = self.published.isoformat() if self.published else "9999"
        return day, self.article, self.position


def read_reports(article: Article) -> Iterator[Report]:
    """The reports of `article`, in its order."""
    for position, meeting in enumerate(article.meetings):
        yield Report(
            article=article.url,
            position=position,
            site=article.site,
            language=article.language,
            published=read_day(article.published),
            text=article.duplicate_of or article.url,
            meeting=meeting,
        )


def count_texts(reports: Iterable[Report]) -> int:
    """Independent texts among `reports`: all copies of one wire text are one."""
    return len({report.text for report in reports})


def read_day(time: datetime | date | None) -> date | None:
    """The day of a time, in the time's own zone."""
    return time.date() if isinstance(time, datetime) else time
