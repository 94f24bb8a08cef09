"""Traits: the part of a report that tells which meeting it means, in one spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from crawler.items import Meeting
from pipelines.meetings import catalogue
from pipelines.merging.reports import Report

Span = tuple[date, date]

EXACT = ("day", "range")
FELT = timedelta(days=3)
"""A report without a date of what has just been is no older than this."""
AHEAD = timedelta(days=60)
"""An announcement without a date looks no further ahead."""
HAPPENED = ("held", "ongoing")
MOVED = ("postponed", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What two reports are compared by; reports with equal traits are compared once."""

    span: Span
    """The days that the meeting lies within."""
    exact: bool
    """True where `span` is the meeting, False where it only bounds it."""
    founds: bool
    """False: too little to stand as a meeting of its own, enough to join one."""
    moved: bool
    """True where the date was withdrawn: postponed or cancelled."""
    happened: bool
    ordinals: tuple[int, ...]
    city: str | None
    country: str | None
    format: str | None
    chair: str | None
    """Country in the chair, or the host."""
    chaired_by: tuple[str, ...]

    @property
    def sort_key(self) -> tuple[bool, timedelta, str]:
        """The most exact first; equal ones by what they say."""
        return not self.exact, self.span[1] - self.span[0], repr(self)


Block = tuple[str, int]
"""Series and year; see `blocking`."""


def read_traits(report: Report, put_off: Collection[int] = ()) -> Traits | None:
    """The traits of `report`; None where it does not tell which meeting it means.

    An ordinal that was `put_off` may stand in another year than the one that it is due in.
    """
    meeting = report.meeting
    found = _read_span(report)
    if meeting.series is None or found is None:
        return None
    span, exact, founds = found
    place = meeting.place
    return Traits(
        span=span,
        exact=exact,
        founds=founds,
        moved=meeting.status in MOVED,
        happened=meeting.status in HAPPENED,
        ordinals=tuple(sorted(fitting_ordinals(meeting, span[0].year, put_off))),
        city=fold_city(place.city) if place else None,
        country=place.country if place else None,
        format=meeting.format,
        chair=(meeting.chair and meeting.chair.country) or meeting.host,
        chaired_by=tuple(sorted(fold(one.name) for one in meeting.chaired_by if one.name)),
    )


def withdraw(traits: Traits) -> Traits:
    """`traits` of an announcement whose date was called off, now or later."""
    return replace(traits, moved=True)


def fitting_ordinals(meeting: Meeting, year: int, put_off: Collection[int] = ()) -> list[int]:
    """The ordinals that can be of `year`, or were `put_off`; without a known rule none is wrong."""
    series = catalogue.series_of(meeting.series or "")
    if series is None:
        return list(meeting.ordinals)
    return [
        one for one in meeting.ordinals if one in put_off or series.year_of(one) in (None, year)
    ]


def _read_span(report: Report) -> tuple[Span, bool, bool] | None:
    """Days, whether they are exact, whether they are enough for a meeting of its own."""
    meeting = report.meeting
    if meeting.starts is not None:
        ends = meeting.ends or meeting.starts
        wide = meeting.precision in ("year", "after")
        return (
            (meeting.starts, max(ends, meeting.starts)),
            meeting.precision in EXACT or meeting.precision is None,
            not wide or bool(meeting.ordinals),
        )
    return _span_of_ordinal(meeting) or _span_of_publication(report)


def _span_of_ordinal(meeting: Meeting) -> tuple[Span, bool, bool] | None:
    series = catalogue.series_of(meeting.series or "")
    years = {series.year_of(one) for one in meeting.ordinals} if series else set()
    year = years.pop() if len(years) == 1 else None
    return None if year is None else ((date(year, 1, 1), date(year, 12, 31)), False, True)


def _span_of_publication(report: Report) -> tuple[Span, bool, bool] | None:
    meeting, day = report.meeting, report.published
    if day is None:
        return None
    if meeting.main and meeting.status in HAPPENED:
        return (day - FELT, day), False, True
    if meeting.main and meeting.status == "upcoming":
        return (day, day + AHEAD), False, False
    if meeting.ordinals:
        return (date(day.year, 1, 1), date(day.year, 12, 31)), False, False
    return None


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """`name` without case and accents, so that `Nguyễn` in an English text is `Nguyen`."""
    bare = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def fold_city(name: str | None) -> str | None:
    """One spelling of a city in all languages."""
    return None if name is None else _cities().get(fold(name), fold(name))


@cache
def _cities() -> dict[str, str]:
    return {
        fold(name): fold(next(iter(city.names.get("en", names))))
        for city in catalogue.cities()
        for names in city.names.values()
        for name in names
    }
