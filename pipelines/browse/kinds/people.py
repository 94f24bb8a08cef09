"""People across meetings: who they are, in which offices, and whom they met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_person
from pipelines.browse.overview import Overview
from pipelines.browse.people import Person, gather_people
from pipelines.browse.rows import group_rows, make_row
from pipelines.merging.traits import fold

SIZE = 200
"""People on a page."""


def _names(overview: Overview) -> Iterator[str]:
    pages = -(-len(overview.once(gather_people)) // SIZE)
    yield from map(str, range(2, pages + 1))


def _view_first(visit: Visit, name: str) -> Mapping[str, Any]:
    return _view_page(visit, 1)


def _view(visit: Visit, name: str) -> Mapping[str, Any] | None:
    return _view_page(visit, int(name)) if name in _names(visit.overview) else None


def _view_page(visit: Visit, page: int) -> dict[str, Any]:
    people = sorted(visit.overview.once(gather_people).values(), key=_most_first)
    return {
        "people": people[(page - 1) * SIZE : page * SIZE],
        "count": len(people),
        "most": len(people[0].meetings) if people else 1,
        "page": page,
        "last": max(-(-len(people) // SIZE), 1),
    }


def _most_first(person: Person) -> tuple[int, str]:
    return -len(person.meetings), fold(person.name)


def _person_names(overview: Overview) -> Iterator[str]:
    yield from overview.once(_find_keys)


def _find_keys(overview: Overview) -> dict[str, str]:
    return {name_person(one.name): key for key, one in overview.once(gather_people).items()}


def _view_person(visit: Visit, name: str) -> Mapping[str, Any] | None:
    people = visit.overview.once(gather_people)
    found = people.get(visit.overview.once(_find_keys).get(name, ""))
    if found is None:
        return None
    met = Counter(
        fold(other.name)
        for meeting in found.meetings
        for other in meeting.people
        if other.country and found.country and other.country != found.country
    )
    rows = [make_row(one, visit.overview, visit.wording) for one in found.meetings]
    ranked = sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "person": found,
        "groups": group_rows(rows),
        "met": [(people[key], count) for key, count in ranked],
    }


KINDS = (
    Kind(template="people.html", view=_view_first, names=lambda _: ["people"], nav=4),
    Kind(template="people.html", view=_view, names=_names, folder="people"),
    Kind(template="person.html", view=_view_person, names=_person_names, folder="person"),
)
