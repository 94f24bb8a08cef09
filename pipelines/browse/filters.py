"""Filters: the facets by which meetings are chosen, and a choice as an address states it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from pipelines.browse.naming import name_city, name_country, name_series
from pipelines.browse.overview import Overview
from pipelines.browse.wording import Wording
from pipelines.merging.record import MergedMeeting
from pipelines.merging.traits import fold

Read = Callable[[MergedMeeting, Overview], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to choose meetings."""

    read: Read
    """The values that a meeting has."""
    show: Callable[[str, Wording], str]
    """A value in words."""
    by_count: bool = True
    """Values with the most meetings first; else the last ones first."""


def _countries(meeting: MergedMeeting) -> set[str]:
    place = meeting.place.country if meeting.place else None
    return {code for code in (place, meeting.chair, meeting.host, *meeting.countries) if code}


def _city(meeting: MergedMeeting) -> Iterable[str]:
    if meeting.place and meeting.place.city:
        yield name_city(meeting.place.city, "en")


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _series_in_words(code: str, wording: Wording) -> str:
    name = name_series(code, wording.code)
    return f"{name} ({code})" if name else code


FACETS: Mapping[str, Facet] = {
    "series": Facet(lambda m, _: (m.series,), _series_in_words),
    "country": Facet(lambda m, _: _countries(m), lambda v, w: name_country(v, w.code)),
    "level": Facet(lambda m, _: _one(m.level), lambda v, w: w.say(f"level.{v}")),
    "format": Facet(lambda m, _: _one(m.format), lambda v, w: w.say(f"format.{v}")),
    "year": Facet(lambda m, o: (str(o.years[m.id]),), lambda v, _: v, by_count=False),
    "language": Facet(lambda m, _: m.languages, lambda v, w: w.language(v)),
    "place": Facet(
        lambda m, _: _one(m.place.country if m.place else None),
        lambda v, w: name_country(v, w.code),
    ),
    "city": Facet(lambda m, _: _city(m), lambda v, w: name_city(v, w.code)),
    "status": Facet(lambda m, _: _one(m.status), lambda v, w: w.say(f"status.{v}")),
    "differ": Facet(lambda m, _: m.conflicts, lambda v, w: w.say(f"field.{v}")),
}
"""`country`: it chairs, hosts, takes part, or the meeting is there, as in `place`; `language`: of
an article that speaks of the meeting; `year`: of the meeting, or of publication where no report
says more; `differ`: a field whose reports cannot all be right."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which meetings to show."""

    values: Mapping[str, str] = field(default_factory=dict)
    """By facet."""
    words: str = ""
    """All of them stand in the name, the places or among the people; case and accents are one."""
    page: int = 1


def read_choice(query: Mapping[str, Sequence[str]]) -> Choice:
    """The choice that the query of an address states; what makes no sense is left aside."""
    first = {name: some[0].strip() for name, some in query.items() if some}
    values = {name: first[name] for name in FACETS if first.get(name)}
    page = first.get("page", "")
    number = int(page) if page.isdecimal() and len(page) < 9 else 1
    return Choice(values, first.get("q", ""), max(number, 1))


def write_query(choice: Choice) -> str:
    """The query of an address that states `choice`; empty for all meetings."""
    words = {"q": choice.words} if choice.words else {}
    page = {"page": str(choice.page)} if choice.page > 1 else {}
    query = urlencode({**words, **choice.values, **page})
    return f"?{query}" if query else ""


def choose(overview: Overview, choice: Choice) -> list[MergedMeeting]:
    """The meetings that fit, in the order of the overview."""
    needles = fold(choice.words).split()
    haystacks = overview.once(describe_all) if needles else {}
    return [
        meeting
        for meeting in overview.meetings
        if all(
            value in FACETS[name].read(meeting, overview) for name, value in choice.values.items()
        )
        and all(needle in haystacks[meeting.id] for needle in needles)
    ]


def describe_all(overview: Overview) -> dict[str, str]:
    """By id, the words that a search looks through; for `Overview.once`."""
    return {meeting.id: describe(meeting) for meeting in overview.meetings}


def describe(meeting: MergedMeeting) -> str:
    """The words that a search looks through: folded names of meeting, places, and people."""
    place = meeting.place
    names = (name_series(meeting.series, code) for code in ("en", "vi"))
    cities = (name_city(place.city, code) for code in ("en", "vi")) if place and place.city else ()
    countries = (
        name_country(code, language)
        for code in sorted(_countries(meeting))
        for language in ("en", "vi")
    )
    people = (person.name for person in meeting.people)
    known = (meeting.series, *map(str, meeting.ordinals), meeting.name, *names, *cities)
    own = (place.city, place.venue) if place else ()
    parts = (*known, *own, *countries, *people)
    return " ".join(dict.fromkeys(fold(part) for part in parts if part))


def count_values(overview: Overview) -> dict[str, list[tuple[str, int]]]:
    """(value, meetings) of each facet, as lists show them; for `Overview.once`."""
    return {name: _count(facet, overview) for name, facet in FACETS.items()}


def _count(facet: Facet, overview: Overview) -> list[tuple[str, int]]:
    counts = Counter(value for one in overview.meetings for value in facet.read(one, overview))
    if facet.by_count:
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return sorted(counts.items(), reverse=True)
