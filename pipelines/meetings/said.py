"""Dates as a text says them, with all that the text leaves open."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypedDict, Unpack

Part = Literal["early", "mid", "late"]
Step = Literal["day", "week", "month", "year"]

EARLIEST, LATEST = 1945, 2100
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = 3
"""Months that a span of days may reach over; a longer one is a period, not a meeting."""


class Partial(NamedTuple):
    """A point of the calendar with what the text leaves open as None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A date as the text says it: `16-17/2` without a year."""

    starts: Partial
    ends: Partial | None = None
    part: Part | None = None
    """`cuối tháng 6`: the last third of the month."""
    quarter: int | None = None
    open: bool = False
    """True for a date that is only bounded below: `after 18 May`."""
    time_of_day: str | None = None
    """`morning`, `afternoon`, `evening` or `HH:MM`."""
    ahead: bool = False
    """True where the words around it say that it lies ahead: `will be held on 25 November`."""


class SaidOptions(TypedDict, total=False):
    """What a reader may add to the points of a `Said`."""

    part: Part | None
    quarter: int | None
    open: bool
    time_of_day: str | None


class Length(NamedTuple):
    """How many days a meeting lasts: `a two-day summit`."""

    days: int
    closing: bool = False
    """True where the day that is told is its last: `wrapped up a two-day retreat on Saturday`."""
    loose: bool = False
    """True where nothing says which day of it is told: `the three-day event includes a dinner`."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A date counted from the day of publication: `hôm qua` is `Relative("day", -1)`."""

    step: Step
    count: int
    weekday: int | None = None
    """0 is Monday. With `step` week: that day of the week `count` weeks away; with `step` day:
    the nearest such day, before publication for `count` -1, after it for 1, either way for 0."""
    month: int | None = None
    """With `step` year: that month of the year `count` years away: `tháng 7 năm ngoái`."""
    part: Part | None = None
    day: int | None = None
    """With `step` month: that day of the month `count` months away: `ngày 5 tháng này`; with `step`
    year and a month: that day of it."""
    last: int | None = None
    """With `day`: the last of several days: `27 to 31 this month`; with `weekday`: the last of
    several weekdays, 0 is Monday."""
    time_of_day: str | None = None


def is_possible(point: Partial) -> bool:
    """True where the calendar has such a day (in some year, if the year is open)."""
    if point.year is not None and not EARLIEST <= point.year <= LATEST:
        return False
    if point.month is not None and not 1 <= point.month <= 12:
        return False
    if point.day is None:
        return True
    year = 2020 if point.year is None else point.year
    last = 31 if point.month is None else last_day(year, point.month)
    return 1 <= point.day <= last


def last_day(year: int, month: int) -> int:
    """How many days the month has in that year."""
    return 29 if month == 2 and calendar.isleap(year) else _LENGTHS[month - 1]


def read_point(point: Partial, **how: Unpack[SaidOptions]) -> Said | None:
    """One day, month or year; None where the calendar has none such."""
    return Said(point, **how) if is_possible(point) else None


def read_span(starts: Partial, ends: Partial, **how: Unpack[SaidOptions]) -> Said | None:
    """From `starts` to `ends`, each taking what it lacks from the other; None where impossible."""
    month = starts.month if starts.month is not None else ends.month
    ends = ends._replace(year=starts.year) if ends.year is None and starts.year else ends
    starts = Partial(_start_year(starts.year, month, ends), month, starts.day)
    if not (is_possible(starts) and is_possible(ends)) or not _is_forward(starts, ends):
        return None
    return Said(starts, ends, **how)


def _start_year(year: int | None, month: int | None, ends: Partial) -> int | None:
    """The year of a span's start: that of its end, or the one before (`28/12 - 2/1/2020`)."""
    if year is not None or ends.year is None or month is None or ends.month is None:
        return year if year is not None else ends.year
    return ends.year - 1 if month > ends.month else ends.year


def _is_forward(starts: Partial, ends: Partial) -> bool:
    """False for a span that ends before it starts, or that takes longer than a meeting may."""
    if starts.month == ends.month and starts.year == ends.year:
        return (starts.day or 0) <= (ends.day or 0)
    return starts.month is not None and ((ends.month or 0) - starts.month) % 12 <= _LONGEST
