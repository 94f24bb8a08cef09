"""A calendar of one year: its months as grids of days, each with the meetings of the month."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pipelines.browse.kind import Kind, Visit
from pipelines.browse.overview import Overview, has_month
from pipelines.browse.rows import Row, make_row
from pipelines.merging.record import MergedMeeting

_EXACT = ("day", "range")
_LONGEST = 31
"""Days that a meeting takes at most; what is longer is marked on its first days only."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with meetings."""

    number: int
    words: str
    """The whole date."""
    anchor: str
    """Of the first of its meetings in the list below."""
    titles: list[str]


@dataclass(frozen=True, slots=True)
class Month:
    """One month."""

    name: str
    weeks: list[list[Day | int]]
    """From Monday; a day without meetings is its number, one of another month 0."""
    rows: list[tuple[str, Row]]
    """(anchor, row) of the meetings that start in it, the first one first."""


def _names(overview: Overview) -> Iterator[str]:
    yield from map(str, find_years(overview))


def find_years(overview: Overview) -> list[int]:
    """The years that some meeting's month is known of, the first one first."""
    return sorted({one.starts.year for one in overview.meetings if one.starts and has_month(one)})


def _view_last(visit: Visit, name: str) -> Mapping[str, Any]:
    years = find_years(visit.overview)
    return _view_year(visit, years[-1]) if years else {"year": None, "years": [], "months": []}


def _view(visit: Visit, name: str) -> Mapping[str, Any] | None:
    known = name in _names(visit.overview)
    return _view_year(visit, int(name)) if known else None


def _view_year(visit: Visit, year: int) -> dict[str, Any]:
    here = [m for m in reversed(visit.overview.meetings) if m.starts and has_month(m)]
    known = {m.id: make_row(m, visit.overview, visit.wording) for m in here if _touches(m, year)}
    months = [_make_month(visit, year, month, here, known) for month in range(1, 13)]
    return {"year": year, "years": find_years(visit.overview), "months": months}


def _touches(meeting: MergedMeeting, year: int) -> bool:
    return any(day.year == year for day in (meeting.starts, meeting.ends) if day)


def _make_month(
    visit: Visit, year: int, month: int, meetings: Sequence[MergedMeeting], known: Mapping[str, Row]
) -> Month:
    rows = [
        (f"m{number}-{month}", known[one.id], one)
        for number, one in enumerate(meetings)
        if one.starts and (one.starts.year, one.starts.month) == (year, month)
    ]
    anchors = {one.id: anchor for anchor, _, one in rows}
    taken: dict[int, list[str]] = {}
    for one in meetings:
        for day in _days(one) if one.id in known else ():
            if (day.year, day.month) == (year, month):
                taken.setdefault(day.day, []).append(one.id)

    def make_day(number: int) -> Day | int:
        ids = taken.get(number)
        if not ids:
            return number
        anchor = next((anchors[id_] for id_ in ids if id_ in anchors), "")
        words = visit.wording.day(date(year, month, number))
        return Day(number, words, anchor, [known[id_].title for id_ in ids])

    weeks = [
        [make_day(number) if number else 0 for number in week]
        for week in Calendar().monthdayscalendar(year, month)
    ]
    name = visit.wording.month(year, month)
    return Month(name, weeks, [(anchor, row) for anchor, row, _ in rows])


def _days(meeting: MergedMeeting) -> Iterator[date]:
    if meeting.starts and meeting.precision in _EXACT:
        length = ((meeting.ends or meeting.starts) - meeting.starts).days + 1
        for number in range(min(length, _LONGEST)):
            yield meeting.starts + timedelta(days=number)


KINDS = (
    Kind(template="calendar.html", view=_view_last, names=lambda _: ["calendar"], nav=2),
    Kind(template="calendar.html", view=_view, names=_names, folder="calendar"),
)
