"""How English says several days by weekdays with a date: `from Monday (May 26) to Tuesday`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipelines.meetings.languages.english.dates import MONTH, make_rule, read_month
from pipelines.meetings.languages.english.relative_dates import WEEKDAYS_BY_NAME
from pipelines.meetings.said import Partial, Said, read_span

_LONGEST = 4
"""Days from the first weekday to the last."""
_ANY_YEAR = 2019
"""No leap year; it counts no further than into the next month."""
_WEEKDAY = rf"(?-i:{'|'.join(WEEKDAYS_BY_NAME)})"
_TO = r"\s?(?:-|–|to|and|through|until|till)\s?(?:on\s)?"


def _date(name: str) -> str:
    return (
        rf"(?:(?P<{name}_month>{MONTH})\s(?P<{name}_day>\d{{1,2}})|"
        rf"(?P<{name}_first>\d{{1,2}})\s(?P<{name}_after>{MONTH}))"
    )


def _read_date(match: re.Match[str], name: str) -> Partial | None:
    month = match[f"{name}_month"] or match[f"{name}_after"]
    day = match[f"{name}_day"] or match[f"{name}_first"]
    return Partial(None, read_month(month), int(day)) if month else None


def _read(match: re.Match[str]) -> Said | None:
    starts, ends = _read_date(match, "starts"), _read_date(match, "ends")
    if starts is None:
        return None
    away = WEEKDAYS_BY_NAME[match["until"]] - WEEKDAYS_BY_NAME[match["weekday"]]
    if ends is None and 0 < away % 7 <= _LONGEST:
        ends = _count_on(starts, away % 7)
    return None if ends is None else read_span(starts, ends)


def _count_on(start: Partial, days: int) -> Partial | None:
    """The day so many days later; None where the calendar lacks the first."""
    try:
        last = date(_ANY_YEAR, start.month or 0, start.day or 0) + timedelta(days)
    except ValueError:
        return None
    return Partial(None, last.month, last.day)


DATED_WEEKDAYS = make_rule(
    "dated-weekdays",
    rf"\b(?P<weekday>{_WEEKDAY})(?:\s\(|,\s){_date('starts')}(?:\)|,)?{_TO}"
    rf"(?P<until>{_WEEKDAY})(?:\s\({_date('ends')}\))?(?!,?\s\(?(?:\d|{MONTH}))",
    _read,
    {
        "from Monday (May 26) to Tuesday.": Said(Partial(None, 5, 26), Partial(None, 5, 27)),
        "on Saturday (Mar 17) and Sunday": Said(Partial(None, 3, 17), Partial(None, 3, 18)),
        "from Friday (30 August) to Sunday (1 September)": Said(
            Partial(None, 8, 30), Partial(None, 9, 1)
        ),
        "on Monday (May 26) and next week": None,
    },
    opens=frozenset(name.lower() for name in WEEKDAYS_BY_NAME),
)
