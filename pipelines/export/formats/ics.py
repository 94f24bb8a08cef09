"""iCalendar (RFC 5545): the meetings whose days are known, as all-day events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any

from icalendar import Calendar, Event

from pipelines.export.records import Record

HOLDS = ("meetings",)
NAME = "ASEAN meetings"
STATUS = {
    "held": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "upcoming": "TENTATIVE",
    "proposed": "TENTATIVE",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
}
"""What a calendar calls it; a meeting that was put off does not take place on its day."""

_EXACT = ("day", "range")
_END = b"END:VCALENDAR\r\n"


def write(file: IO[bytes], columns: Mapping[str, Any], records: Iterable[Record]) -> None:
    """One calendar; a meeting of which only the month or the year is known is not in it."""
    file.write(_make_calendar().to_ical().removesuffix(_END))
    for record in records:
        if record["precision"] in _EXACT:
            file.write(_make_event(record).to_ical())
    file.write(_END)


def _make_calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//asean-meetings//scrapy export//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME)
    return calendar


def _make_event(record: Record) -> Event:
    event = Event()
    event.add("uid", f"{record['id']}@asean-meetings")
    event.add("dtstamp", _stamp(record))
    event.add("dtstart", record["starts"])
    event.add("dtend", record["ends"] + timedelta(days=1))  # the end of a day is not in it
    event.add("sequence", record["sequence"])
    event.add("summary", _summarise(record))
    event.add("transp", "TRANSPARENT")
    if record["status"]:
        event.add("status", STATUS[record["status"]])
    if record["place"]:
        event.add("location", _locate(record["place"]))
    event.add("categories", [one for one in (record["series"], record["level"]) if one])
    event.add("description", _describe(record))
    event.add("url", record["sources"][0].article)
    return event


def _stamp(record: Record) -> datetime:
    """Midnight of the last report's day: the clock of the export says nothing of the meeting."""
    day: date = record["last_published"] or record["starts"]
    return datetime.combine(day, time(), UTC)


def _summarise(record: Record) -> str:
    known = " ".join([record["series"], *map(str, record["ordinals"])])
    return f"{known}: {record['name']}" if record["name"] else known


def _locate(place: Any) -> str:
    return ", ".join(part for part in (place.venue, place.city, place.country) if part)


def _describe(record: Record) -> str:
    lines = [f"{record['status'] or 'status unknown'}, {record['texts']} independent texts"]
    if record["conflicts"]:
        lines.append(f"Reports differ on: {', '.join(record['conflicts'])}")
    articles = dict.fromkeys(source.article for source in record["sources"])
    return "\n".join([*lines, *articles])
