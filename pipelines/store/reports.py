"""Reports out of the database: the meetings of articles as the merging sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, select

from crawler.items import Person
from pipelines.merging.reports import Report, read_day
from pipelines.store.merged_tables import of_years, placements
from pipelines.store.rows import Row, read_meeting, read_member, read_time
from pipelines.store.tables import articles, meetings, people

_ABOUT = [
    articles.c[name].label(f"article_{name}")
    for name in ("url", "site", "language", "published", "duplicate_of")
]
_REPORTS = select(meetings, *_ABOUT).join(articles, articles.c.id == meetings.c.article)
_OF_PLACEMENT = and_(
    placements.c.article == meetings.c.article, placements.c.position == meetings.c.position
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A report with its place in the store."""

    number: int
    """Of the article."""
    report: Report
    meeting: str | None = None
    """The id of the merged meeting that it was of, if any."""


def find_reports(connection: Connection, *, after: int, until: int) -> list[Placed]:
    """The reports of the articles with these numbers, all versions."""
    query = _REPORTS.where(meetings.c.article > after, meetings.c.article <= until)
    rows = connection.execute(query).mappings().all()
    return [Placed(row["article"], _read_report(row, ())) for row in rows]


def find_placed(connection: Connection, series: str, years: Sequence[int]) -> list[Placed]:
    """The reports of `series` in `years` with the people that they name."""
    here = of_years(placements, series, years)
    query = _REPORTS.add_columns(placements.c.meeting.label("merged")).join(
        placements, _OF_PLACEMENT
    )
    rows = connection.execute(query.where(here)).mappings().all()
    named = _find_people(connection, here)
    return [
        Placed(
            row["article"],
            _read_report(row, named[row["article"], row["position"]]),
            row["merged"],
        )
        for row in rows
    ]


def _find_people(connection: Connection, here: Any) -> defaultdict[tuple[int, int], list[Person]]:
    of_placement = and_(
        placements.c.article == people.c.article, placements.c.position == people.c.meeting
    )
    query: Select[Any] = select(people).join(placements, of_placement).where(here)
    named: defaultdict[tuple[int, int], list[Person]] = defaultdict(list)
    for row in connection.execute(query.order_by(*people.primary_key.columns)).mappings():
        named[row["article"], row["meeting"]].append(read_member(Person, row))
    return named


def _read_report(row: Row, named: Sequence[Person]) -> Report:
    meeting = read_meeting(row)
    meeting.people.extend(named)
    return Report(
        article=row["article_url"],
        position=row["position"],
        site=row["article_site"],
        language=row["article_language"],
        published=read_day(read_time(row["article_published"])),
        text=row["article_duplicate_of"] or row["article_url"],
        meeting=meeting,
    )
