"""One meeting: each value with who says so and in which sentence, its sources and conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.browse.claims import Claim, Quote, Witnesses, number_voices
from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_file
from pipelines.browse.naming import name_city, name_country
from pipelines.browse.overview import Overview
from pipelines.browse.rows import describe_place, language_of_name, show_printed
from pipelines.browse.wording import Wording
from pipelines.merging.record import MergedMeeting, Result, Source

_ORDER = ("date", "country", "city", "venue", "province", "format", "status", "ordinals")
"""Fields as the page shows them; others follow."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field with all that is said of it, the chosen value first."""

    name: str
    versions: list[tuple[str, Claim]]
    """(value in words, claim)."""
    differs: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the meeting did, with its sentence where it still stands in the article."""

    result: Result
    quote: Quote | None
    language: str | None


def _names(overview: Overview) -> Iterable[str]:
    return overview.once(_find_files)


def _find_files(overview: Overview) -> dict[str, MergedMeeting]:
    """Meetings by the name of their page: by id, and by the ids that they had before."""
    return {
        name_file(id_): meeting
        for meeting in overview.meetings
        for id_ in (*meeting.aliases, meeting.id)
    }


def _view(visit: Visit, name: str) -> Mapping[str, Any] | None:
    meeting = visit.overview.once(_find_files).get(name)
    if meeting is None:
        return None
    witnesses = Witnesses(meeting, visit.library.read_article)
    return {
        "meeting": meeting,
        "title": visit.wording.title(meeting),
        "when": visit.wording.span(meeting.starts, meeting.ends, meeting.precision),
        "where": describe_place(meeting, visit.wording),
        "printed": show_printed(meeting, visit.wording.title(meeting)),
        "name_language": language_of_name(meeting),
        "fields": _make_fields(witnesses.claims(), visit.wording),
        "people": [(one, witnesses.quote_person(one.name)) for one in meeting.people],
        "outcomes": _make_outcomes(meeting, witnesses),
        "sources": _number_sources(meeting),
        "heads": visit.overview.articles,
    }


def _make_fields(claims: Mapping[str, list[Claim]], wording: Wording) -> list[Field]:
    names = sorted(claims, key=lambda n: _ORDER.index(n) if n in _ORDER else len(_ORDER))
    return [
        Field(
            name=name,
            versions=[(show_value(name, one.value.value, wording), one) for one in claims[name]],
            differs=any(one.value.conflict for one in claims[name]),
        )
        for name in names
    ]


def show_value(field: str, value: str, wording: Wording) -> str:
    """A merged value in words."""
    match field:
        case "date":
            return wording.span(*_read_days(value))
        case "country" | "chair" | "host":
            return name_country(value, wording.code)
        case "city":
            usual = name_city(value, wording.code)
            return value if usual == value else f"{usual} ({value})"
        case "format" | "status":
            return wording.say(f"{field}.{value}")
    return value.replace(",", ", ") if field == "ordinals" else value


def _read_days(value: str) -> tuple[date, date, str]:
    days, _, precision = value.partition(" ")
    first, _, last = days.partition("/")
    starts = date.fromisoformat(first)
    return starts, date.fromisoformat(last) if last else starts, precision.strip("()") or "range"


def _make_outcomes(meeting: MergedMeeting, witnesses: Witnesses) -> list[Outcome]:
    languages = {source.article: source.language for source in meeting.sources}
    return [
        Outcome(one, witnesses.quote_result(one), languages.get(one.source))
        for one in meeting.outcomes
    ]


def _number_sources(meeting: MergedMeeting) -> list[tuple[int, Source, bool]]:
    """(number of its text, source, whether it is the first of the text), by publication."""
    voices = number_voices(meeting)
    first = {source.text: number for number, source in reversed(list(enumerate(meeting.sources)))}
    return [
        (voices[source.text], source, first[source.text] == number)
        for number, source in enumerate(meeting.sources)
    ]


KINDS = (Kind(template="meeting.html", view=_view, names=_names, folder="meeting"),)
