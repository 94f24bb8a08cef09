"""The days that a said date means, once it is known in which year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from crawler.items import Precision, YearFrom
from pipelines.meetings.said import EARLIEST, Part, Partial, Relative, Said, is_possible, last_day

_SAME_YEAR = 4
"""Months apart up to which a day is nearest in the same year, whatever the days."""
_PAST = 31
"""Days before publication from which on what was to lie ahead must be of the next year."""
_PARTS: dict[Part, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


class Days(NamedTuple):
    """The days that a date means; for a precision wider than a day they bound it."""

    starts: date
    ends: date
    precision: Precision
    year_from: YearFrom
    time_of_day: str | None = None


class Known(NamedTuple):
    """What is known about the year where the text of the date does not say it."""

    published: date | None = None
    ordinal_year: int | None = None
    """The year that the ordinal of the meeting fixes."""
    context: tuple[date, ...] = ()
    """Other dates of the article whose year the text says, as points in time."""


def read_day(when: datetime | date | None) -> date | None:
    """The day of a time of publication, in the time zone that it states."""
    return when.date() if isinstance(when, datetime) else when


def resolve(said: Said | Relative, known: Known) -> Days | None:
    """The days that `said` means; None where its year cannot be known."""
    if isinstance(said, Relative):
        return _resolve_relative(said, known.published)
    if said.starts.year is not None:
        return _days(said, said.starts.year, "text")
    found = _choose_year(said, known)
    return None if found is None else _days(said, *found)


def _choose_year(said: Said, known: Known) -> tuple[int, YearFrom] | None:
    if known.published is not None:
        year = _nearest_year(said.starts, known.published)
        return year + _lies_behind(said, year, known.published), "published"
    if known.ordinal_year is not None:
        return known.ordinal_year, "ordinal"
    if known.context:
        years = [_nearest_year(said.starts, point) for point in known.context]
        return max(years, key=years.count), "context"
    return None


def _lies_behind(said: Said, year: int, published: date) -> bool:
    """True for what was said to lie ahead but would be long past in that year."""
    if not said.ahead or said.starts.month is None:
        return False
    days = _days(said, year, "published")
    return days is not None and (published - days.ends).days > _PAST


def _nearest_year(point: Partial, anchor: date) -> int:
    """The year that brings month and day of `point` nearest to `anchor`."""
    month, day = point.month or anchor.month, point.day or 15
    near = abs(month - anchor.month) <= _SAME_YEAR
    if near and is_possible(Partial(anchor.year, month, day)):
        return anchor.year
    around = (anchor.year - 1, anchor.year, anchor.year + 1)
    possible = [year for year in around if is_possible(Partial(year, month, day))]
    return min(possible or [anchor.year], key=lambda year: _distance(year, month, day, anchor))


def _distance(year: int, month: int, day: int, anchor: date) -> int:
    return abs((date(year, month, min(day, 28)) - anchor).days)


def _days(said: Said, year: int, year_from: YearFrom) -> Days | None:
    starts = Partial(year, said.starts.month, said.starts.day)
    if not is_possible(starts):
        return None
    first, last = _bounds(starts, said)
    if said.ends is not None:
        last = _bounds(_end_in(said.ends, starts), said)[1]
    return Days(first, last, _precision(said), year_from, said.time_of_day)


def _end_in(ends: Partial, starts: Partial) -> Partial:
    year = ends.year if ends.year is not None else starts.year
    if ends.year is None and year is not None and (ends.month or 12) < (starts.month or 1):
        year += 1
    return ends._replace(year=year)


def _bounds(point: Partial, said: Said) -> tuple[date, date]:
    """First and last day of a point: of its month, quarter or year where it has no day."""
    year = point.year or EARLIEST
    if said.quarter is not None:
        return date(year, said.quarter * 3 - 2, 1), _month_end(year, said.quarter * 3)
    if point.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if point.day is not None:
        day = min(point.day, _month_end(year, point.month).day)
        return date(year, point.month, day), date(year, point.month, day)
    first, last = _PARTS[said.part] if said.part else (1, 31)
    end = _month_end(year, point.month)
    return date(year, point.month, first), min(end, end.replace(day=min(last, end.day)))


def _precision(said: Said) -> Precision:
    if said.open:
        return "after"
    if said.quarter is not None:
        return "quarter"
    if said.starts.month is None:
        return "year"
    if said.starts.day is None:
        return "part-of-month" if said.part else "month"
    return "range" if said.ends is not None and said.ends != said.starts else "day"


def _month_end(year: int, month: int) -> date:
    return date(year, month, last_day(year, month))


def _resolve_relative(said: Relative, published: date | None) -> Days | None:
    if published is None:
        return None
    if said.step == "month":
        return _relative_month(said, published)
    if said.step == "year":
        return _relative_point(said, Partial(published.year + said.count, said.month, said.day))
    return _relative_days(said, published)


def _relative_month(said: Relative, published: date) -> Days | None:
    months = published.year * 12 + published.month - 1 + said.count
    return _relative_point(said, Partial(months // 12, months % 12 + 1, said.day))


def _relative_point(said: Relative, point: Partial) -> Days | None:
    ends = None if said.last is None else point._replace(day=said.last)
    if not is_possible(point) or not is_possible(ends or point):
        return None
    how = Said(point, ends, part=said.part, time_of_day=said.time_of_day)
    return _days(how, point.year or 0, "published")


def _relative_days(said: Relative, published: date) -> Days:
    if said.weekday is None and said.step == "week":
        monday = published + timedelta(weeks=said.count, days=-published.weekday())
        return Days(monday, monday + timedelta(days=6), "range", "published", said.time_of_day)
    day = published + timedelta(days=_day_offset(said, published))
    if said.weekday is not None and said.last is not None:
        last = day + timedelta(days=(said.last - said.weekday) % 7)
        return Days(day, last, "range", "published", said.time_of_day)
    return Days(day, day, "day", "published", said.time_of_day)


def _day_offset(said: Relative, published: date) -> int:
    if said.weekday is None:
        return said.count
    ahead = (said.weekday - published.weekday()) % 7
    if said.step == "week":
        return said.weekday - published.weekday() + 7 * said.count
    if said.count == 0:
        return ahead if ahead <= 3 else ahead - 7
    return ahead if said.count > 0 else (ahead - 7 if ahead else 0)
