"""The days whose articles a crawl wants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.discovery.link import Link

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`, both included; None is open."""

    since: date | None = None
    until: date | None = None

    def has(self, link: Link) -> bool:
        """False only where the days of `link` put it outside."""
        latest = link.published or link.modified
        if self.since and latest and latest < self.since:
            return False
        return not (self.until and link.published and link.published > self.until)

    def has_month(self, year: int, month: int) -> bool:
        """True where a day of the month lies inside; False for a month that is none."""
        if not 1 <= month <= 12:
            return False
        last = _last_day(year, month)
        return (self.since is None or last >= self.since) and (
            self.until is None or date(year, month, 1) <= self.until
        )


def read_period(since: str | None, until: str | None) -> Period:
    """The period between two days, `YYYY-MM-DD`, or months, `YYYY-MM`; None leaves an end open.

    Raises:
        ValueError: not a date, or `until` before `since`.
    """
    first = _read_days(since)[0] if since else None
    last = _read_days(until)[1] if until else None
    if first and last and last < first:
        raise ValueError(f"until={until} lies before since={since}")
    return Period(first, last)


def _read_days(text: str) -> tuple[date, date]:
    """First and last day of what `text` names."""
    if month := _MONTH.fullmatch(text):
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), _last_day(year, number)
    return date.fromisoformat(text), date.fromisoformat(text)


def _last_day(year: int, month: int) -> date:
    following = date(year, month, 1) + timedelta(days=31)
    return following.replace(day=1) - timedelta(days=1)
