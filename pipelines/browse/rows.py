"""Rows: a meeting as lists show it, on a page and in the index that a script filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pipelines.browse.filters import FACETS, describe
from pipelines.browse.links import name_file
from pipelines.browse.naming import name_city, name_country
from pipelines.browse.overview import Overview, has_month
from pipelines.browse.wording import Wording
from pipelines.merging.record import MergedMeeting
from pipelines.merging.traits import fold

_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting in words."""

    page: str
    """Its file, from the folder of the language."""
    group: str
    """The heading that it stands under: a month, or a year."""
    days: str
    """When, under that heading; empty where the heading says all that is known."""
    title: str
    code: str
    """Of its series."""
    printed: str
    """Its name as the articles print it; empty where the title is that."""
    language: str
    """Of the printed name, empty for an unknown one."""
    facts: list[str]
    """Place, format."""
    status: str
    status_words: str
    texts: str
    differ: str
    """What its reports differ on, empty where they do not."""


def make_row(meeting: MergedMeeting, overview: Overview, wording: Wording) -> Row:
    """The row of `meeting`."""
    title = wording.title(meeting)
    fields = [wording.say(f"field.{name}") for name in meeting.conflicts]
    return Row(
        page=f"meeting/{name_file(meeting.id)}.html",
        group=_group(meeting, overview.years[meeting.id], wording),
        days=_days(meeting, wording),
        title=title,
        code=meeting.series,
        printed=show_printed(meeting, title),
        language=language_of_name(meeting),
        facts=[
            fact for fact in (describe_place(meeting, wording), _format(meeting, wording)) if fact
        ],
        status=meeting.status or "unknown",
        status_words=wording.say(f"status.{meeting.status or 'unknown'}"),
        texts=wording.say("texts", n=meeting.texts),
        differ=wording.say("differ", fields=", ".join(fields)) if fields else "",
    )


def make_index(overview: Overview, wording: Wording) -> Iterator[dict[str, object]]:
    """What a script filters: each meeting's row, its values by facet, and the words to search."""
    for meeting in overview.meetings:
        row = make_row(meeting, overview, wording)
        yield {
            **{name: getattr(row, name) for name in Row.__slots__},
            "facets": {
                name: sorted(facet.read(meeting, overview)) for name, facet in FACETS.items()
            },
            "words": describe(meeting),
        }


def group_rows(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """The rows by heading, in their order."""
    return [(group, list(some)) for group, some in groupby(rows, lambda row: row.group)]


def describe_place(meeting: MergedMeeting, wording: Wording) -> str:
    """`Manila, Philippines`; empty where no report says."""
    place = meeting.place
    if place is None:
        return ""
    city = name_city(place.city, wording.code) if place.city else ""
    country = name_country(place.country, wording.code) if place.country else ""
    return ", ".join(dict.fromkeys(filter(None, (city, country))))


def language_of_name(meeting: MergedMeeting) -> str:
    """The language that the name is printed in, where all its articles are in one."""
    return meeting.languages[0] if len(meeting.languages) == 1 else ""


def show_printed(meeting: MergedMeeting, title: str) -> str:
    """The name as the articles print it; empty where it says no more than `title`.

    A name that was read out of `(SOM)` has its bracket closed.
    """
    name = meeting.name or ""
    known, own = _bare(title), _bare(name)
    if own in known or known in own:
        return ""
    return name + ")" * (name.count("(") > name.count(")"))


def _bare(name: str) -> str:
    return _SIGNS.sub(" ", fold(name)).strip()


def _format(meeting: MergedMeeting, wording: Wording) -> str:
    return wording.say(f"format.{meeting.format}") if meeting.format else ""


def _group(meeting: MergedMeeting, year: int, wording: Wording) -> str:
    if meeting.starts and has_month(meeting):
        return wording.month(meeting.starts.year, meeting.starts.month)
    return wording.say("when.some_day", year=str(year))


def _days(meeting: MergedMeeting, wording: Wording) -> str:
    first, last = meeting.starts, meeting.ends or meeting.starts
    if first is None or last is None or meeting.precision not in ("day", "range"):
        return ""
    if first == last:
        return str(first.day)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}"
    if first.year != last.year:
        return wording.span(first, last, "range")
    return wording.days_of_year(first, last)
