"""Who hosts a meeting and who holds the chair of ASEAN in its year, under which theme."""

from __future__ import annotations

from dataclasses import replace

from crawler.items import Chair, Place
from pipelines.meetings import catalogue
from pipelines.meetings.candidates import may_host
from pipelines.meetings.evidence import quote_again
from pipelines.meetings.language import AT_PLACE, ChairSaid, Named
from pipelines.meetings.reading import Draft, Reading, is_about
from pipelines.meetings.rule import Found
from pipelines.meetings.scan import Scan, read_home


def fill_host(draft: Draft, reading: Reading) -> None:
    """The host as stated, else the country of the place where it is one of those who meet."""
    for scan, found in reading.facts.get("host", ()):
        country = _country_of_host(found, draft)
        if country is not None and is_about(scan, draft.candidate):
            draft.meeting.host = country
            draft.quote("host", found.rule.name, scan.sentence, (found.start, found.end))
            _place_at_host(draft)
            return
    _infer_host(draft, reading)


def _country_of_host(found: Found, draft: Draft) -> str | None:
    """The country that the words name, or the one where the meeting is, if they say only `here`."""
    if found.value != AT_PLACE:
        return str(found.value)
    return draft.meeting.place.country if draft.meeting.place else None


def fill_host_by_person(draft: Draft, reading: Reading) -> None:
    """The country of who chairs a meeting of ASEAN alone, where all that do are of one country.

    With a partner or a second chair it is shared, and says nothing of the host. Somebody whose
    country goes without saying chairs at home, unless the article was written elsewhere.
    """
    series = catalogue.series_of(draft.candidate.series)
    if draft.meeting.host is not None or series is None:
        return
    if series.frame == "PARTNER" or series.chair == "partner":
        return
    chairs = [one for one in _chairs_of(draft, reading) if one[1].function == "chair"]
    if any(named.jointly for _, named in chairs):
        return
    countries = {named.country for _, named in chairs if named.country is not None}
    country = next(iter(countries), None) or _home(draft, reading)
    if chairs and len(countries) <= 1 and may_host(country, draft.candidate):
        scan, named = chairs[0]
        draft.meeting.host = country
        rule = f"{reading.language.code}.host.chairs"
        draft.quote("host", rule, scan.sentence, named.title or named.name)


def fill_host_by_chair(draft: Draft, reading: Reading) -> None:
    """The one country that chairs a meeting of ASEAN alone: `do Brunei chủ trì`."""
    series = catalogue.series_of(draft.candidate.series)
    if draft.meeting.host is not None or series is None or series.frame == "PARTNER":
        return
    if any(named.jointly for _, named in _chairs_of(draft, reading)):
        return
    countries = {one.country for one in draft.meeting.chaired_by}
    country = next(iter(countries), None) or _home(draft, reading)
    said = next((one for one in draft.evidence if one.field == "chaired_by[0]"), None)
    if said is not None and len(countries) == 1 and may_host(country, draft.candidate):
        draft.meeting.host = country
        rule = f"{reading.language.code}.host.chaired-by"
        draft.evidence.append(quote_again(said, "host", rule))


def fill_country_of_chair(draft: Draft, reading: Reading) -> None:
    """Who alone chairs a meeting of ASEAN alone and has no country is of the host's."""
    series, host = catalogue.series_of(draft.candidate.series), draft.meeting.host
    chairing = [one for one in draft.meeting.people if one.function == "chair"]
    if host is None or series is None or series.frame == "PARTNER" or len(chairing) != 1:
        return
    if chairing[0].country is None and chairing[0].title is not None:
        chairing[0].country = host
        draft.meeting.chaired_by = [
            replace(one, country=host) if one.name == chairing[0].name else one
            for one in draft.meeting.chaired_by
        ]


def _home(draft: Draft, reading: Reading) -> str | None:
    """The country of the meeting, unless the article was written in another."""
    dateline, place = read_home(reading.scans), draft.meeting.place
    if place is None or (dateline is not None and dateline.place.country != place.country):
        return None
    return place.country


def _chairs_of(draft: Draft, reading: Reading) -> list[tuple[Scan, Named]]:
    return [
        (scan, named)
        for scan in reading.scans
        if is_about(scan, draft.candidate)
        for named in reading.people_in(scan)
    ]


def _infer_host(draft: Draft, reading: Reading) -> None:
    place = draft.meeting.place
    if reading.language.host_by_place and place is not None and place.country is not None:
        where = next((one for one in draft.evidence if one.field == "place.country"), None)
        if where is not None and may_host(place.country, draft.candidate):
            draft.meeting.host = place.country
            rule = f"{reading.language.code}.host.place"
            draft.evidence.append(quote_again(where, "host", rule))


def _place_at_host(draft: Draft) -> None:
    """A meeting is in the country of its host where the article gives no other place."""
    if draft.meeting.place is None:
        draft.meeting.place = Place(country=draft.meeting.host)
        draft.evidence.append(replace(draft.evidence[-1], field="place.country"))


def fill_chair(draft: Draft, reading: Reading) -> None:
    """The chair of the meeting's own year; past and next chairs are somebody else's."""
    body = "ARF" if "ARF" in str(draft.meeting.series) else "ASEAN"
    for scan, found in reading.facts.get("chair", ()):
        said: ChairSaid = found.value
        year = said.year or _year_of(draft) or _year_of_page(reading)
        if said.body == body and year is not None and year == (_year_of(draft) or year):
            draft.meeting.chair = Chair(country=said.country, year=year)
            span = (found.start, found.end)
            draft.quote("chair.country", found.rule.name, scan.sentence, span)
            draft.quote("chair.year", found.rule.name, scan.sentence, span)
            break
    _fill_theme(draft, reading)


def _year_of(draft: Draft) -> int | None:
    return None if draft.meeting.starts is None else draft.meeting.starts.year


def _year_of_page(reading: Reading) -> int | None:
    return None if reading.published is None else reading.published.year


def _fill_theme(draft: Draft, reading: Reading) -> None:
    for scan, found in reading.facts.get("theme", ()):
        chair = draft.meeting.chair or Chair()
        draft.meeting.chair = replace(chair, theme=found.value)
        draft.quote("chair.theme", found.rule.name, scan.sentence, found.groups["theme"])
        _fill_theme_english(draft, scan, found)
        return


def _fill_theme_english(draft: Draft, scan: Scan, found: Found) -> None:
    span = found.groups.get("english")
    if span is not None and draft.meeting.chair is not None:
        draft.meeting.chair.theme_english = scan.sentence.whole[slice(*span)]
        draft.quote("chair.theme_english", found.rule.name, scan.sentence, span)
