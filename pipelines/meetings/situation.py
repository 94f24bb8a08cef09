"""When and where a meeting takes place, and in what form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.items import Place
from pipelines.meetings import catalogue
from pipelines.meetings.candidates import FEW, Candidate, may_host
from pipelines.meetings.days import Days
from pipelines.meetings.duration import extend_days, read_day_of_speech, read_day_said
from pipelines.meetings.lists import are_listed
from pipelines.meetings.mentions import Mention
from pipelines.meetings.moments import Moment
from pipelines.meetings.places import Placed
from pipelines.meetings.reading import Draft, Reading, is_about
from pipelines.meetings.rule import Found
from pipelines.meetings.scan import EARLY, Scan, read_home
from pipelines.meetings.sentences import Sentence
from pipelines.meetings.timing import known_of, read_days, read_lead_days, read_same_day

_AFTER_DATELINE = re.compile(r"\d[^\n]{0,30}[-–—:]\s(?:[Tt]he\s)?\Z")
"""Only a dateline with its day is that of a reporter; `Hanoi (VNA) - ` is that of a desk."""
_ON_SPOT = re.compile(
    r"(?:,\s[A-Z][^\n()–—:]{2,30})?,?\s?\((?:AP|AFP|Reuters|REUTERS|Kyodo|Xinhua|dpa|UPI|EFE)\)"
)
_OF_REPORTER = re.compile(r"(?:,[^\n()–—:]{2,40})?(?:\s\([^()\n]{2,20}\))?\s?(?:[-–—]{1,2}|:)\s")


def fill_days(draft: Draft, reading: Reading) -> None:
    """Starts, ends, precision, time of day; from the lead where its own sentences give none."""
    known = known_of(draft.candidate, reading.article.published, reading.scans)
    found = read_days(draft.candidate, reading.dated, known)
    reported = draft.meeting.main
    found = found or read_same_day(draft.candidate, reading.scans, known, reported=reported)
    if reported and (found is None or found[0].precision not in ("day", "range")):
        lead = read_lead_days(reading.scans, known)
        lead = lead if lead is None or found is None or _holds(found[0], lead[0]) else None
        found = lead or found or _read_day_of_words(draft, reading)
    if found is not None:
        _put_days(draft, *found)
        if draft.meeting.main and found[0].precision == "day":
            extend_days(draft, reading, known, found[1])


def _holds(wide: Days, day: Days) -> bool:
    """False for a day of the lead outside the month or year that its own sentence gives it."""
    return wide.starts <= day.starts <= wide.ends


def _read_day_of_words(draft: Draft, reading: Reading) -> tuple[Days, Moment] | None:
    return read_day_of_speech(draft, reading) or read_day_said(draft, reading)


def _put_days(draft: Draft, days: Days, moment: Moment) -> None:
    meeting = draft.meeting
    meeting.starts, meeting.ends = days.starts, days.ends
    meeting.precision, meeting.year_from = days.precision, days.year_from
    meeting.time_of_day = days.time_of_day
    for field in ("starts", "ends", *(["time_of_day"] if days.time_of_day else [])):
        draft.quote_moment(field, moment)


def fill_place(draft: Draft, reading: Reading) -> None:
    """City, province, country and venue; a country alone takes the city that the lead gives."""
    places = _places_of(draft, reading)
    chosen = next(places, None)
    if chosen is None:
        return
    if chosen.city is None:
        further = _further_places(draft, reading) if draft.meeting.main else ()
        country = chosen.place.country
        cities = (one for one in (*places, *further) if one.city and one.place.country == country)
        chosen = next(cities, chosen)
    _put_place(draft, chosen, reading)


def _places_of(draft: Draft, reading: Reading) -> Iterator[Placed]:
    """Places by how sure they are: sentences that name the meeting, the lead, the scene, the rest.

    A meeting that is only mentioned has those of its own sentences.
    """
    candidate = draft.candidate
    own = candidate.foreground if draft.meeting.main else candidate.mentions
    for mention in own[:FEW]:
        yield from _places_at(mention, candidate, reading)
    if draft.meeting.main:
        further = _further_places(draft, reading)
        yield from (one for one in further if may_host(one.place.country, candidate))


def _further_places(draft: Draft, reading: Reading) -> Iterator[Placed]:
    plain = [scan for scan in reading.scans if not scan.names]
    yield from (one for scan in plain if scan.sentence.number <= EARLY for one in scan.places)
    yield from _places_here(draft, reading)
    yield from _scene_places(reading)
    yield from (one for scan in plain if scan.speaks_of_meeting for one in scan.places)


def _places_here(draft: Draft, reading: Reading) -> list[Placed]:
    """The place of the dateline, where the text opens with the meeting or says it is `here`."""
    dateline = read_home(reading.scans)
    if dateline is None:
        return []
    here = any(_says_here(scan, draft.candidate, reading, dateline) for scan in reading.scans)
    return [dateline] if here or _opens_with(draft.candidate, dateline, reading.scans) else []


def _opens_with(candidate: Candidate, dateline: Placed, scans: Sequence[Scan]) -> bool:
    """True where the text begins with the meeting itself: `CEBU, May 8 -- The 48th ...`.

    So too where somebody opens or closes it: `CEBU - Secretary Lazaro on Thursday opened the`, and
    where an agency tells from the spot what was on a day: `HANOI (AP) -- X on Friday told the`.
    """
    first = next((one for one in candidate.mentions if one.sentence is dateline.sentence), None)
    if first is None or first.strength not in ("named", "verb"):
        return False
    report = first.said("report")
    named = first.strength == "named"
    opens = report is not None and report.value in ("opening", "closing")
    if named and (opens or first.said("speaks")):
        return _OF_REPORTER.match(first.sentence.whole, dateline.end, first.start) is not None
    status = first.said("status")
    if status is not None and status.value not in ("held", "ongoing"):
        return False
    text, scan = first.sentence, scans[first.sentence.number]
    if scan.moments and _ON_SPOT.match(text.whole, dateline.end, first.start):
        return True
    return named and _AFTER_DATELINE.search(text.whole, dateline.end, first.start) is not None


def _says_here(scan: Scan, candidate: Candidate, reading: Reading, home: Placed) -> bool:
    text = scan.sentence
    said = reading.language.here.search(text.whole, text.start, text.end)
    if said is None or not is_about(scan, candidate):
        return False
    state, country = said.groupdict().get("state"), str(home.place.country)
    return state is None or state in catalogue.names_of(country, reading.language.code)


def _scene_places(reading: Reading) -> list[Placed]:
    """Places of the meetings in whose margins or framework this one is held."""
    return [
        one
        for scan in reading.scans
        for mention in scan.mentions
        if mention.said("background")
        for one in _places_at(mention, None, reading)
    ]


def _places_at(mention: Mention, candidate: Candidate | None, reading: Reading) -> Iterable[Placed]:
    scan = reading.scans[mention.sentence.number]
    near = sorted(scan.places, key=lambda one: abs(one.start - mention.end))
    return [one for one in near if candidate is None or _is_nearest(one, candidate, scan)]


def _is_nearest(placed: Placed, candidate: Candidate, scan: Scan) -> bool:
    """False where the place stands closer to the name of another meeting."""

    def distance(start: int, end: int) -> int:
        return placed.start - end if placed.start >= end else start - placed.end + 20

    nearest = min(scan.mentions, key=lambda one: distance(one.start, one.end))
    return any(mention in candidate.mentions for mention in _list_of(nearest, scan))


def _list_of(mention: Mention, scan: Scan) -> list[Mention]:
    """The names in one list with `mention`: `the AMM, the PMC and the ARF in Bangkok`."""
    names = sorted(scan.mentions, key=lambda one: one.start)
    gaps = [not are_listed(left, right) for left, right in pairwise(names)]
    at = names.index(mention)
    first = next((n + 1 for n in range(at - 1, -1, -1) if gaps[n]), 0)
    last = next((n for n in range(at, len(gaps)) if gaps[n]), len(gaps))
    return names[first : last + 1]


def _put_place(draft: Draft, placed: Placed, reading: Reading) -> None:
    draft.meeting.place = placed.place
    rule = f"{reading.language.code}.place.cue"
    whole = (placed.start, placed.end)
    if placed.city is not None:
        draft.quote("place.city", rule, placed.sentence, placed.city)
    if placed.place.province is not None:
        draft.quote("place.province", f"{rule}-city", placed.sentence, whole)
    draft.quote("place.country", rule, placed.sentence, placed.country or whole)


def fill_venue(draft: Draft, reading: Reading) -> None:
    """The house, where the lead or a sentence that names the meeting gives it."""
    for scan, found in reading.facts.get("venue", ()):
        if _tells_house(scan, found, draft):
            place = draft.meeting.place or Place()
            draft.meeting.place = replace(place, venue=found.value)
            draft.quote("place.venue", found.rule.name, scan.sentence, found.groups["venue"])
            if place.city is None and not _take_city(draft, scan, found):
                _take_dateline(draft, reading)
            return


def _tells_house(scan: Scan, found: Found, draft: Draft) -> bool:
    """True where the house may be that of the meeting: nobody else's name is closer to it.

    The lead tells it with another meeting's name too, if it has said no city before.
    """
    if is_about(scan, draft.candidate):
        return is_own(found, scan, draft.candidate)
    place = draft.meeting.place
    stated = place is not None and place.city is not None
    return scan.sentence.number <= EARLY and not (stated and scan.names)


def _take_city(draft: Draft, scan: Scan, found: Found) -> bool:
    """Take the city that the name of the house has in it: `Jakarta Convention Centre`."""
    start, end = found.groups["venue"]
    rule = f"{found.rule.name}-city"
    for hit in scan.hits:
        if hit.entry.kind == "city" and start <= hit.start and hit.end <= end:
            country, province = hit.entry.code.split(":")
            city = scan.sentence.whole[hit.start : hit.end]
            named = Place(city=city, province=province or None, country=country)
            return _put_city(draft, named, rule, (scan.sentence, (hit.start, hit.end)))
    return False


def _take_dateline(draft: Draft, reading: Reading) -> None:
    """A house that the lead names without a city stands where the article was written."""
    home = read_home(reading.scans)
    if home is not None and home.city is not None:
        rule = f"{reading.language.code}.place.dateline"
        _put_city(draft, home.place, rule, (home.sentence, home.city))


def _put_city(
    draft: Draft, named: Place, rule: str, words: tuple[Sentence, tuple[int, int]]
) -> bool:
    """True where the city lies in the country that is known already, if any."""
    place = draft.meeting.place or Place()
    if place.country not in (None, named.country):
        return False
    draft.meeting.place = replace(named, venue=place.venue)
    for field in ("city", "country", *(["province"] if named.province else [])):
        draft.quote(f"place.{field}", rule, *words)
    return True


def is_own(found: Found, scan: Scan, candidate: Candidate) -> bool:
    """False where the words stand closer to the name of another meeting."""
    if not scan.mentions:
        return True
    nearest = min(scan.mentions, key=lambda one: abs(one.end - found.start))
    return any(mention in candidate.mentions for mention in _list_of(nearest, scan))
