"""Attendance: the people and countries of a meeting, from all its reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from crawler.items import Person
from pipelines.merging.choice import choose, gather_claims
from pipelines.merging.record import Participant
from pipelines.merging.reports import Report, count_texts
from pipelines.merging.traits import fold

T = TypeVar("T", bound=Hashable)
Said = tuple[Report, Person]


def gather_participants(reports: Sequence[Report]) -> list[Participant]:
    """Everybody who is named, once in whatever script of accents; the most named first."""
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for report in reports:
        for person in report.meeting.people:
            said[fold(person.name)].append((report, person))
    people = [_merge_person(some) for some in said.values()]
    return sorted(people, key=lambda one: (-one.texts, one.name))


def gather_countries(reports: Sequence[Report]) -> list[str]:
    """Countries that took part, or that somebody who took part is from."""
    named = (person.country for report in reports for person in report.meeting.people)
    listed = (
        country
        for report in reports
        if report.meeting.participants
        for country in report.meeting.participants.countries
    )
    return sorted({country for country in (*named, *listed) if country})


def _merge_person(said: Sequence[Said]) -> Participant:
    reports = [report for report, _ in said]
    persons = {report.key: person for report, person in said}

    def most(read: Callable[[Person], T | None]) -> T | None:
        return choose(gather_claims(reports, lambda report: read(persons[report.key]))).value

    return Participant(
        name=max((person.name for person in persons.values()), key=_accents),
        title=most(lambda person: person.title),
        role=most(lambda person: person.role),
        country=most(lambda person: person.country),
        function=most(lambda person: person.function),
        texts=count_texts(reports),
        sources=list(dict.fromkeys(report.article for report in reports)),
    )


def _accents(name: str) -> tuple[int, str]:
    """What sorts the spellings of a name: the one that drops nothing last."""
    return sum(not char.isascii() for char in name), name
