"""In what form a meeting is held: in person, online or both."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.items import Format
from pipelines.meetings.evidence import quote_again
from pipelines.meetings.reading import Draft, Reading, is_about
from pipelines.meetings.rule import Found
from pipelines.meetings.scan import Scan
from pipelines.meetings.situation import is_own

_FORMATS: tuple[Format, ...] = ("hybrid", "online", "in-person")
"""The one that says more comes first: a hybrid meeting is also online."""


def fill_format(draft: Draft, reading: Reading) -> None:
    """In person, online or hybrid; a meeting at a place is in person where nothing else is said."""
    said = [
        (scan, found)
        for scan, found in reading.facts.get("format", ())
        if _tells_format(scan, draft) and is_own(found, scan, draft.candidate)
    ]
    guests = [(scan, found) for scan, found in said if found.value == "online-guest"]
    said = [one for one in said if one[1].value != "online" or not _is_of_guest(one, guests)]
    for value in _FORMATS:
        if _put_format(draft, said, value, value):
            return
    _infer_format(draft, reading)
    if draft.meeting.format is None:
        _put_format(draft, said, "online-guest", "online")


def _is_of_guest(online: tuple[Scan, Found], guests: Sequence[tuple[Scan, Found]]) -> bool:
    """True for the `by video link` of somebody who `joined the summit by video link`."""
    scan, found = online
    return any(
        scan is other and guest.start <= found.start and found.end <= guest.end
        for other, guest in guests
    )


def _put_format(
    draft: Draft, said: Sequence[tuple[Scan, Found]], value: str, meant: Format
) -> bool:
    """True where the words say `value`: whoever joins online makes it so only without a place."""
    for scan, found in said:
        if found.value == value:
            draft.meeting.format = meant
            draft.quote("format", found.rule.name, scan.sentence, (found.start, found.end))
            return True
    return False


def _tells_format(scan: Scan, draft: Draft) -> bool:
    """True for a sentence about the meeting, and for a later one on `the meeting` of no place."""
    if is_about(scan, draft.candidate):
        return True
    return draft.meeting.place is None and not scan.mentions and scan.speaks_of_meeting


def _infer_format(draft: Draft, reading: Reading) -> None:
    where = [one for one in draft.evidence if one.field in ("place.city", "place.country")]
    by_host = any(".host." in one.rule for one in where)
    if where and (not by_host or draft.meeting.report in ("opening", "closing")):
        draft.meeting.format = "in-person"
        rule = f"{reading.language.code}.format.place"
        draft.evidence.append(quote_again(where[0], "format", rule))


def drop_place_of_online(draft: Draft) -> None:
    """An online meeting has no place: a city in its report is where somebody sat."""
    place = draft.meeting.place
    if draft.meeting.format == "online" and place is not None and place.venue is None:
        draft.meeting.place = None
        inferred = any(one.field == "host" and ".host.place" in one.rule for one in draft.evidence)
        draft.meeting.host = None if inferred else draft.meeting.host
        draft.meeting.evidence = [
            one
            for one in draft.evidence
            if not one.field.startswith("place.") and ".host.place" not in one.rule
        ]
