"""What the pages know of a store at one moment: its meetings and the heads of its articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, exists, func, select

from pipelines.merging.reading import read_record
from pipelines.merging.record import MergedMeeting
from pipelines.merging.reports import read_day
from pipelines.store.merged import read_revision
from pipelines.store.merged_tables import merged
from pipelines.store.rows import read_time
from pipelines.store.tables import articles

T = TypeVar("T")
Moment = tuple[int, int]
"""The last revision of the merged meetings and the last number of an article."""

_BATCH = 200


@dataclass(frozen=True, slots=True)
class Head:
    """An article as lists show it."""

    key: str
    url: str
    site: str
    language: str | None
    title: str | None
    published: date | None
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole store in memory, without its texts: about 6 kB a meeting with its two articles."""

    meetings: tuple[MergedMeeting, ...]
    """The newest first, those without a day after the others of their year."""
    years: Mapping[str, int]
    """By id; that of publication where no report says more."""
    articles: Mapping[str, Head]
    """The last version of each, by address."""
    moment: Moment
    _made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Overview], T]) -> T:
        """What the plain function `make` makes of the overview, made once and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found


def read_moment(connection: Connection) -> Moment:
    """What tells whether an overview is still that of the store."""
    last = connection.execute(select(func.max(articles.c.id))).scalar_one()
    return read_revision(connection), int(last or 0)


def read_overview(connection: Connection) -> Overview:
    """The overview of the store; nothing is merged for it."""
    years: dict[str, int] = {}
    meetings: list[MergedMeeting] = []
    query = select(merged.c.record, merged.c.year).order_by(merged.c.id)
    options = {"stream_results": True, "yield_per": _BATCH}
    for batch in connection.execute(query, execution_options=options).partitions():
        for row in batch:
            meeting = read_record(row.record)
            meetings.append(meeting)
            years[meeting.id] = row.year
    meetings.sort(key=lambda one: order_newest(one, years[one.id]))
    return Overview(tuple(meetings), years, _read_heads(connection), read_moment(connection))


def order_newest(meeting: MergedMeeting, year: int) -> tuple[int, int, int, str]:
    """What sorts meetings: the newest first, what is known less exactly after the rest."""
    month = meeting.starts.month if meeting.starts and has_month(meeting) else 0
    day = meeting.starts.day if meeting.starts and month else 0
    return -year, -month, -day, meeting.id


def has_month(meeting: MergedMeeting) -> bool:
    """Whether the month that it starts in is known."""
    return meeting.precision in ("day", "range", "part-of-month", "month")


def _read_heads(connection: Connection) -> dict[str, Head]:
    newer = articles.alias("newer")
    is_newer = (newer.c.key == articles.c.key) & (newer.c.version > articles.c.version)
    columns = [articles.c[name] for name in Head.__dataclass_fields__]
    rows = connection.execute(select(*columns).where(~exists().where(is_newer)))
    heads = (
        Head(**{**row._mapping, "published": read_day(read_time(row.published))}) for row in rows
    )
    return {head.url: head for head in sorted(heads, key=lambda head: head.key)}
