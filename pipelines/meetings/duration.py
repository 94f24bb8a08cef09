"""How long a meeting lasts of which one day is known, and the day of one that a speech tells."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from pipelines.meetings.candidates import Candidate
from pipelines.meetings.days import Days, Known, resolve
from pipelines.meetings.moments import Moment
from pipelines.meetings.part import HEADS
from pipelines.meetings.reading import Draft, Reading, is_about
from pipelines.meetings.rule import Found
from pipelines.meetings.said import Length, Relative
from pipelines.meetings.scan import EARLY, Scan

_LONGEST = 12
"""Days that a meeting may last."""
_LONGEST_SPAN, _JOURNEY = timedelta(days=_LONGEST), timedelta(days=2)
"""How long it may last, and how long before it somebody sets out."""
_HEADS = frozenset({"head:meeting", *(f"kind:{kind}" for kind in HEADS)})
"""Codes of the words that mean a meeting: `the meeting`, `the summit`."""


def extend_days(draft: Draft, reading: Reading, known: Known, day: Moment) -> None:
    """Let a meeting whose one day is `day` last as long as the lead says it does."""
    for scan, found in reading.facts.get("ends", ()):
        end = _End(scan, found, day)
        if is_about(scan, draft.candidate) and _extend(draft, reading, known, end):
            return
    _take_span(draft, reading, known)


def _take_span(draft: Draft, reading: Reading, known: Known) -> None:
    """Take the days that the lead gives `the summit`, where the one known is among them or near.

    Somebody travels on Saturday to a summit that is held from Sunday to Tuesday.
    """
    day = draft.meeting.starts
    for scan in reading.scans[: EARLY + 1]:
        for moment in _days_of_it(scan, draft.candidate, reading):
            days = None if moment.when_said else resolve(moment.said, known)
            if days is None or day is None or days.precision != "range":
                continue
            if days.starts - _JOURNEY <= day <= days.ends <= days.starts + _LONGEST_SPAN:
                meeting = draft.meeting
                meeting.starts, meeting.ends, meeting.precision = days.starts, days.ends, "range"
                gone = ("starts", "ends")
                meeting.evidence = [one for one in meeting.evidence if one.field not in gone]
                for field in gone:
                    draft.quote_moment(field, moment)
                return


def _days_of_it(scan: Scan, candidate: Candidate, reading: Reading) -> list[Moment]:
    """The dates of a sentence that names this meeting alone, or only says `the summit`."""
    if not scan.names:
        return [] if _HEADS.isdisjoint(scan.hits.codes) else scan.moments
    if not all(mention in candidate.mentions for mention in scan.names):
        return []
    own = (reading.dated.get(id(mention)) for mention in scan.names)
    return [moment for moment in own if moment is not None]


class _End(NamedTuple):
    """What a sentence says of the end of a meeting one of whose days is known."""

    scan: Scan
    found: Found
    day: Moment


def _is_last_day(end: _End, reading: Reading, *, ahead: bool) -> bool | None:
    """Whether the day known is the last of so many, not the first; None where nothing says it."""
    told = end.day.sentence
    if end.found.value.loose:
        begun, over = (
            pattern.search(told.whole, told.start, told.end) is not None
            for pattern in (reading.language.begun, reading.language.over)
        )
        return over if begun != over else None
    closing: bool = end.found.value.closing
    return closing if end.scan.sentence is told or (ahead and not closing) else None


def _extend(draft: Draft, reading: Reading, known: Known, end: _End) -> bool:
    """True where the words say of the meeting when it ends, or how long it lasts."""
    starts = draft.meeting.starts
    if starts is None:
        return False
    first = last = starts
    value = end.found.value
    if isinstance(value, Length):
        ahead = known.published is not None and starts > known.published
        closing = _is_last_day(end, reading, ahead=ahead)
        if closing is None:
            return False
        length = timedelta(days=value.days - 1)
        first, last = (starts - length, last) if closing else (first, starts + length)
    elif isinstance(value, Relative) and value.weekday is not None:
        last = starts + timedelta(days=(value.weekday - starts.weekday()) % 7)
    else:
        days = resolve(value, known)
        last = starts if days is None else days.ends
    if not 0 < (last - first).days <= _LONGEST:
        return False
    _put(draft, end.scan, end.found, field="starts" if first < starts else "ends")
    draft.meeting.starts, draft.meeting.ends, draft.meeting.precision = first, last, "range"
    return True


def _put(draft: Draft, scan: Scan, found: Found, *, field: str) -> None:
    """Let the words behind `field` be those that say how long."""
    meeting = draft.meeting
    meeting.evidence = [one for one in meeting.evidence if one.field != field]
    draft.quote(field, found.rule.name, scan.sentence, (found.start, found.end))


def read_day_of_speech(draft: Draft, reading: Reading) -> tuple[Days, Moment] | None:
    """The day of publication, where the article is a speech at the meeting, as it was given.

    Its title says so, and it speaks to those who meet: `Thank you, Mr Chairman`.
    """
    for mention in draft.candidate.foreground if draft.meeting.main else ():
        found = mention.said("report")
        if mention.sentence.source == "title" and found is not None and found.value == "speech":
            if reading.language.spoken.search(reading.article.text) is None:
                return None
            rule = f"{reading.language.code}.date.speech"
            span = (found.start, found.end)
            moment = Moment(Relative("day", 0), rule, mention.sentence, *span)
            days = resolve(moment.said, Known(reading.published))
            return None if days is None else (days, moment)
    return None


def read_day_said(draft: Draft, reading: Reading) -> tuple[Days, Moment] | None:
    """The day on which the lead says that somebody spoke, where that was at the meeting.

    `The premier said here Thursday ... He made the remarks while attending the 27th summit`.
    """
    if not any(mention.said("speaks") for mention in draft.candidate.foreground):
        return None
    said = (one for scan in reading.scans if scan.leads for one in scan.moments if one.when_said)
    known = Known(reading.published)
    found = ((resolve(moment.said, known), moment) for moment in said)
    return next(((days, moment) for days, moment in found if days is not None), None)
