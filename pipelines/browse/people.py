"""People: everybody who took part in a meeting, gathered by name over all meetings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from pipelines.browse.overview import Overview
from pipelines.merging.record import MergedMeeting
from pipelines.merging.traits import fold


@dataclass(slots=True)
class Office:
    """An office as printed, and when its holder was seen in it."""

    title: str
    first: date | None
    last: date | None
    meetings: int = 1


@dataclass(slots=True)
class Person:
    """All who bear one name: the articles do not tell namesakes apart."""

    name: str
    """The spelling that drops nothing: `Nguyễn` over `Nguyen`."""
    country: str | None = None
    """That most of the meetings name."""
    meetings: list[MergedMeeting] = field(default_factory=list)
    """In the order they were given in."""
    offices: list[Office] = field(default_factory=list)
    """By the meetings' order, each title once."""

    @property
    def office(self) -> str | None:
        """The office in the first of the meetings."""
        return self.offices[0].title if self.offices else None


def gather_people(overview: Overview) -> dict[str, Person]:
    """Everybody who is named, by folded name; for `Overview.once`."""
    people: dict[str, Person] = {}
    countries: dict[str, Counter[str]] = {}
    for meeting in overview.meetings:
        for one in meeting.people:
            key = fold(one.name)
            person = people.setdefault(key, Person(one.name))
            person.name = max(person.name, one.name, key=_accents)
            person.meetings.append(meeting)
            if one.country:
                countries.setdefault(key, Counter())[one.country] += 1
            if one.title:
                _note_office(person, one.title, meeting.starts)
    for key, counts in countries.items():
        people[key].country = min(counts, key=lambda code: (-counts[code], code))
    return people


def _note_office(person: Person, title: str, day: date | None) -> None:
    known = next((one for one in person.offices if fold(one.title) == fold(title)), None)
    if known is None:
        person.offices.append(Office(title, day, day))
        return
    known.meetings += 1
    days = [one for one in (known.first, known.last, day) if one]
    known.first, known.last = min(days, default=None), max(days, default=None)


def _accents(name: str) -> tuple[int, str]:
    return sum(not char.isascii() for char in name), name
